-- Units of each product that a shopper ordered and that were not declined: what limits for each
-- customer count. Orders from before this migration are not among them.

ALTER TABLE order_line ADD COLUMN product TEXT;

CREATE TABLE product_use (
  store   TEXT    NOT NULL,
  shopper BLOB    NOT NULL CHECK (length(shopper) = 32),
  product TEXT    NOT NULL,
  units   INTEGER NOT NULL CHECK (units >= 0),
  PRIMARY KEY (store, shopper, product)
) STRICT, WITHOUT ROWID;
