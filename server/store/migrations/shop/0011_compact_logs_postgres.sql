-- Operations in their compact form (store/sql/stored_op.h); those written before stay JSON, as bytes.

ALTER TABLE op ALTER COLUMN body TYPE BYTEA USING convert_to(body, 'UTF8');
