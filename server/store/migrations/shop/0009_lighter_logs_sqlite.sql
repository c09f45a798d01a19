-- A log without a second index, and without asking for the cart of each entry: who appends has just
-- seen that entry and cart follow each other (store/sqlite/op_journal.cpp).

CREATE TABLE lighter_op (
  cart      BLOB    NOT NULL,
  log_index INTEGER NOT NULL CHECK (log_index > 0),
  replica   INTEGER NOT NULL,
  n         INTEGER NOT NULL,
  body      TEXT    NOT NULL, -- canonical JSON
  PRIMARY KEY (cart, log_index)
) STRICT, WITHOUT ROWID;
INSERT INTO lighter_op SELECT cart, log_index, replica, n, body FROM op;
DROP TABLE op;
ALTER TABLE lighter_op RENAME TO op;
