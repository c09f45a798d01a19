-- Carts, their operation logs, and stock. Every table is keyed by its cart, order or store first.

CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cart (
  cart          BLOB    NOT NULL PRIMARY KEY CHECK (length(cart) = 16),
  store         TEXT    NOT NULL,
  currency      TEXT    NOT NULL,
  capability    BLOB    NOT NULL CHECK (length(capability) = 32), -- BLAKE2b-256 of it
  head          INTEGER NOT NULL DEFAULT 0 CHECK (head >= 0),     -- entries in the log
  created_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The log of a cart: indices 1, 2, 3, … without a gap, and each operation of a replica once.
CREATE TABLE op (
  cart      BLOB    NOT NULL REFERENCES cart,
  log_index INTEGER NOT NULL CHECK (log_index > 0),
  replica   INTEGER NOT NULL,
  n         INTEGER NOT NULL,
  body      TEXT    NOT NULL, -- canonical JSON
  PRIMARY KEY (cart, log_index),
  UNIQUE (cart, replica, n)
) STRICT, WITHOUT ROWID;

-- Variants that are counted. Units sold leave on_hand when the payment is captured; until then
-- they are reserved. What can still be sold is on_hand - reserved.
CREATE TABLE stock (
  store     TEXT    NOT NULL,
  sku       TEXT    NOT NULL,
  on_hand   INTEGER NOT NULL,
  reserved  INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  backorder INTEGER NOT NULL CHECK (backorder IN (0, 1)),
  PRIMARY KEY (store, sku),
  CHECK (backorder = 1 OR (on_hand >= 0 AND reserved <= on_hand))
) STRICT, WITHOUT ROWID;
