-- Sealed payment tokens on their way to the worker. A file of its own: it must not enter backups.

CREATE TABLE token (
  shop_order BLOB NOT NULL PRIMARY KEY CHECK (length(shop_order) = 16),
  body       TEXT NOT NULL -- base64url
) STRICT, WITHOUT ROWID;
