-- Entries of logs on their way to `op`, in the order they were written (store/sqlite/op_journal.h).
-- One counts while its index is beyond the head of its cart; the others are left over.

CREATE TABLE op_journal (
  seq       INTEGER NOT NULL PRIMARY KEY,
  cart      BLOB    NOT NULL,
  log_index INTEGER NOT NULL,
  replica   INTEGER NOT NULL,
  n         INTEGER NOT NULL,
  body      TEXT    NOT NULL -- canonical JSON
) STRICT;
