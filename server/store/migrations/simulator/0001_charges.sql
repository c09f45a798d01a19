-- The simulated provider's books: one row for each idempotency key. No card numbers.

CREATE TABLE charge (
  provider_key   TEXT    NOT NULL PRIMARY KEY,
  reference      TEXT    NOT NULL UNIQUE,
  state          TEXT    NOT NULL CHECK (state IN ('captured', 'declined')),
  amount         INTEGER NOT NULL,
  currency       TEXT    NOT NULL,
  reason         TEXT    NOT NULL,
  known_from_ms  INTEGER NOT NULL  -- asked earlier, the provider does not know yet
) STRICT, WITHOUT ROWID;
