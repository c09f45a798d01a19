-- Quotes, orders and payments.

CREATE TABLE quote (
  cart          BLOB    NOT NULL REFERENCES cart,
  quote         BLOB    NOT NULL CHECK (length(quote) = 16),
  expires_at_ms INTEGER NOT NULL,
  body          TEXT    NOT NULL, -- canonical JSON with its MAC
  used_by       BLOB,             -- the order that accepted it
  PRIMARY KEY (cart, quote)
) STRICT, WITHOUT ROWID;

-- The order id is the idempotency key: it stays for the life of the order.
CREATE TABLE shop_order (
  shop_order   BLOB    NOT NULL PRIMARY KEY CHECK (length(shop_order) = 16),
  cart         BLOB    NOT NULL REFERENCES cart,
  quote        BLOB    NOT NULL,
  store        TEXT    NOT NULL,
  number       TEXT    NOT NULL UNIQUE,
  request_hash BLOB    NOT NULL CHECK (length(request_hash) = 32),
  placed_at_ms INTEGER NOT NULL,
  body         TEXT    NOT NULL, -- canonical JSON as it was answered: the stored answer
  UNIQUE (cart, quote)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_line (
  shop_order BLOB    NOT NULL REFERENCES shop_order,
  position   INTEGER NOT NULL,
  sku        TEXT    NOT NULL,
  quantity   INTEGER NOT NULL CHECK (quantity > 0),
  counted    INTEGER NOT NULL CHECK (counted IN (0, 1)), -- units were reserved
  PRIMARY KEY (shop_order, position)
) STRICT, WITHOUT ROWID;

-- Each lot of a cart is ordered at most once, whatever idempotency keys two devices use.
CREATE TABLE order_lot (
  cart       BLOB    NOT NULL REFERENCES cart,
  replica    INTEGER NOT NULL,
  n          INTEGER NOT NULL,
  sku        TEXT    NOT NULL,
  units      INTEGER NOT NULL CHECK (units > 0),
  shop_order BLOB    NOT NULL REFERENCES shop_order,
  PRIMARY KEY (cart, replica, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
  shop_order     BLOB    NOT NULL PRIMARY KEY REFERENCES shop_order,
  state          TEXT    NOT NULL CHECK
    (state IN ('created', 'claimed', 'captured', 'declined', 'unknown', 'review')),
  jti            BLOB    NOT NULL UNIQUE CHECK (length(jti) = 16),
  fence          INTEGER NOT NULL DEFAULT 0, -- raised with each claim
  lease_until_ms INTEGER NOT NULL,           -- may be claimed from here on
  reference      TEXT    NOT NULL DEFAULT '',
  captured       INTEGER,                    -- minor units, as the provider told
  currency       TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE INDEX payment_to_claim ON payment (lease_until_ms) WHERE state IN ('created', 'claimed');

-- What happened to an order, in order; nothing is ever changed here.
CREATE TABLE order_event (
  shop_order BLOB    NOT NULL REFERENCES shop_order,
  n          INTEGER NOT NULL,
  at_ms      INTEGER NOT NULL,
  state      TEXT    NOT NULL,
  reason     TEXT    NOT NULL DEFAULT '',
  PRIMARY KEY (shop_order, n)
) STRICT, WITHOUT ROWID;
