-- Several devices for a cart, and customers who are signed in. Tables of a cart are keyed by it,
-- those of a customer by the customer; the two that find a place by a secret, by its hash.

-- One device's way into a cart. Carts from before have one: the capability they were made with.
CREATE TABLE access (
  cart          BLOB    NOT NULL REFERENCES cart ON DELETE CASCADE,
  access        BLOB    NOT NULL CHECK (length(access) = 16),
  capability    BLOB    NOT NULL CHECK (length(capability) = 32), -- BLAKE2b-256 of it
  scopes        INTEGER NOT NULL CHECK (scopes BETWEEN 1 AND 15), -- bits, see AccessScope
  origin        TEXT    NOT NULL CHECK (origin IN ('made', 'paired', 'link', 'login')),
  label         TEXT    NOT NULL,
  session       BLOB    NOT NULL CHECK (length(session) = 16),    -- zeros: of no customer
  created_at_ms INTEGER NOT NULL,
  seen_at_ms    INTEGER NOT NULL,                                 -- to the day
  expires_at_ms INTEGER NOT NULL,                                 -- 0: no end
  PRIMARY KEY (cart, access),
  UNIQUE (cart, capability)
) STRICT, WITHOUT ROWID;

INSERT INTO access (cart, access, capability, scopes, origin, label, session, created_at_ms,
                    seen_at_ms, expires_at_ms)
SELECT cart, cart, capability, 15, 'made', '', x'00000000000000000000000000000000',
       created_at_ms, created_at_ms, 0
FROM cart;

ALTER TABLE cart DROP COLUMN capability;
-- Raised whenever an access or a pairing of the cart changes.
ALTER TABLE cart ADD COLUMN sharing INTEGER NOT NULL DEFAULT 0;
-- Keyed hash of the customer it belongs to; none: a guest's.
ALTER TABLE cart ADD COLUMN customer BLOB CHECK (length(customer) = 32);

CREATE TABLE pairing (
  cart          BLOB    NOT NULL REFERENCES cart ON DELETE CASCADE,
  pairing       BLOB    NOT NULL CHECK (length(pairing) = 16),
  state         TEXT    NOT NULL CHECK (state IN ('open', 'waiting', 'approved', 'refused')),
  code          BLOB    NOT NULL CHECK (length(code) = 32),   -- hash of the code
  secret        BLOB    NOT NULL CHECK (length(secret) = 32), -- and of the link's secret
  capability    BLOB    CHECK (length(capability) = 32),      -- of the device that claimed it
  label         TEXT    NOT NULL DEFAULT '',
  check_digits  TEXT    NOT NULL DEFAULT '',
  expires_at_ms INTEGER NOT NULL,
  PRIMARY KEY (cart, pairing)
) STRICT, WITHOUT ROWID;

-- Finds a pairing by the hash of its code, secret or id; gone once it is decided.
CREATE TABLE pairing_key (
  pairing_key   BLOB    NOT NULL PRIMARY KEY CHECK (length(pairing_key) = 32),
  cart          BLOB    NOT NULL,
  pairing       BLOB    NOT NULL,
  expires_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX pairing_key_by_end ON pairing_key (expires_at_ms);

CREATE TABLE restore_link (
  cart          BLOB    NOT NULL REFERENCES cart ON DELETE CASCADE,
  link          BLOB    NOT NULL CHECK (length(link) = 16),
  scopes        INTEGER NOT NULL CHECK (scopes BETWEEN 1 AND 15), -- of who opens it
  created_at_ms INTEGER NOT NULL,
  expires_at_ms INTEGER NOT NULL,
  PRIMARY KEY (cart, link)
) STRICT, WITHOUT ROWID;

CREATE TABLE customer (
  customer      BLOB    NOT NULL PRIMARY KEY CHECK (length(customer) = 32), -- keyed hash
  store         TEXT    NOT NULL,
  current_cart  BLOB    CHECK (length(current_cart) = 16),
  created_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE customer_cart (
  customer      BLOB    NOT NULL REFERENCES customer,
  cart          BLOB    NOT NULL,
  name          TEXT    NOT NULL,
  cart_use      TEXT    NOT NULL CHECK (cart_use IN ('cart', 'saved')),
  created_at_ms INTEGER NOT NULL,
  PRIMARY KEY (customer, cart)
) STRICT, WITHOUT ROWID;

-- A device where a customer is signed in. Its access to each of their carts names it.
CREATE TABLE customer_session (
  customer      BLOB    NOT NULL REFERENCES customer,
  session       BLOB    NOT NULL CHECK (length(session) = 16),
  capability    BLOB    NOT NULL CHECK (length(capability) = 32),
  label         TEXT    NOT NULL,
  created_at_ms INTEGER NOT NULL,
  expires_at_ms INTEGER NOT NULL,
  PRIMARY KEY (customer, session)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_key (
  capability BLOB NOT NULL PRIMARY KEY CHECK (length(capability) = 32),
  customer   BLOB NOT NULL,
  session    BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Sign-in tokens used already, until they end by themselves.
CREATE TABLE login_token (
  token         BLOB    NOT NULL PRIMARY KEY CHECK (length(token) = 32), -- hash of store and jti
  capability    BLOB    NOT NULL CHECK (length(capability) = 32),        -- it signed in
  expires_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX login_token_by_end ON login_token (expires_at_ms);
