-- Who ordered, and how often promotions were used. A shopper is a keyed hash of the e-mail address;
-- orders from before this migration have none.

ALTER TABLE shop_order ADD COLUMN shopper BLOB CHECK (length(shopper) = 32);
CREATE INDEX shop_order_by_shopper ON shop_order (store, shopper);

-- Orders that used a promotion and were not declined: of everyone (an empty shopper), of one.
CREATE TABLE promotion_use (
  store     TEXT    NOT NULL,
  promotion TEXT    NOT NULL,
  shopper   BLOB    NOT NULL CHECK (length(shopper) IN (0, 32)),
  orders    INTEGER NOT NULL CHECK (orders >= 0),
  PRIMARY KEY (store, promotion, shopper)
) STRICT, WITHOUT ROWID;

-- What a declined order gives back.
CREATE TABLE redemption (
  shop_order BLOB NOT NULL REFERENCES shop_order,
  promotion  TEXT NOT NULL,
  PRIMARY KEY (shop_order, promotion)
) STRICT, WITHOUT ROWID;
