-- What the payment worker has done. No payment data: ids, amounts and outcomes only.

-- A token's jti is taken once; kept until long after the token can be used.
CREATE TABLE seen (
  jti           BLOB    NOT NULL PRIMARY KEY CHECK (length(jti) = 16),
  shop_order    BLOB    NOT NULL,
  keep_until_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
  shop_order   BLOB    NOT NULL PRIMARY KEY CHECK (length(shop_order) = 16),
  fence        INTEGER NOT NULL,            -- of the claim
  provider_key TEXT    NOT NULL,            -- idempotency key at the provider
  state        TEXT    NOT NULL CHECK
    (state IN ('claimed', 'captured', 'declined', 'unknown', 'review')),
  reference    TEXT    NOT NULL DEFAULT '', -- the provider's
  amount       INTEGER NOT NULL DEFAULT 0,  -- captured, minor units
  currency     TEXT    NOT NULL DEFAULT '',
  reason       TEXT    NOT NULL DEFAULT '',
  reported     INTEGER NOT NULL DEFAULT 0 CHECK (reported IN (0, 1))
) STRICT, WITHOUT ROWID;
