-- Logs that are cut: the join of the entries up to `cut` stands in cart_checkpoint instead of them.

ALTER TABLE cart ADD COLUMN cut INTEGER NOT NULL DEFAULT 0 CHECK (cut >= 0 AND cut <= head);

CREATE TABLE cart_checkpoint (
  cart      BLOB    NOT NULL PRIMARY KEY REFERENCES cart,
  log_index INTEGER NOT NULL CHECK (log_index > 0), -- of the last entry in it
  state     TEXT    NOT NULL                        -- canonical JSON
) STRICT, WITHOUT ROWID;

-- How long a cart is kept goes by what it is and the day (since 1970) it was last used. Carts from
-- before this migration count as used today.
ALTER TABLE cart ADD COLUMN life TEXT NOT NULL DEFAULT 'filled'
  CHECK (life IN ('empty', 'filled', 'customer', 'ordered'));
ALTER TABLE cart ADD COLUMN touched_day INTEGER NOT NULL DEFAULT 0;
UPDATE cart SET touched_day = unixepoch() / 86400;
UPDATE cart SET life = 'ordered' WHERE cart IN (SELECT cart FROM shop_order);
UPDATE cart SET life = 'empty' WHERE head = 0;
CREATE INDEX cart_by_age ON cart (life, touched_day);

-- Logs from before this migration are those of epoch 0.
INSERT INTO setting (name, value) SELECT 'log_epoch', '0' WHERE EXISTS (SELECT 1 FROM cart);

-- Quotes nobody accepted.
CREATE INDEX quote_by_age ON quote (expires_at_ms) WHERE used_by IS NULL;
