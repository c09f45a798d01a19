-- Operations in their compact form (store/sql/stored_op.h); those written before stay JSON, as bytes.
-- From here on an entry that leaves the journal does not touch its cart: the log of a cart ends where
-- `head`, its last row in `op` and its last row in the journal end, whichever is furthest.

CREATE TABLE compact_op (
  cart      BLOB    NOT NULL,
  log_index INTEGER NOT NULL CHECK (log_index > 0),
  replica   INTEGER NOT NULL,
  n         INTEGER NOT NULL,
  body      BLOB    NOT NULL,
  PRIMARY KEY (cart, log_index)
) STRICT, WITHOUT ROWID;
INSERT INTO compact_op SELECT cart, log_index, replica, n, CAST(body AS BLOB) FROM op;
DROP TABLE op;
ALTER TABLE compact_op RENAME TO op;

CREATE TABLE compact_op_journal (
  seq       INTEGER NOT NULL PRIMARY KEY,
  cart      BLOB    NOT NULL,
  log_index INTEGER NOT NULL,
  replica   INTEGER NOT NULL,
  n         INTEGER NOT NULL,
  body      BLOB    NOT NULL
) STRICT;
INSERT INTO compact_op_journal
  SELECT seq, cart, log_index, replica, n, CAST(body AS BLOB) FROM op_journal;
DROP TABLE op_journal;
ALTER TABLE compact_op_journal RENAME TO op_journal;
