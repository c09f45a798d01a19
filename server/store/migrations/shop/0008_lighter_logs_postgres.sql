-- What an operation costs. That its cart exists, and that it is written once, is what the statement
-- that appends it checks itself (store/postgres/pending_log.cpp): it moves the cart's head.

ALTER TABLE op DROP CONSTRAINT op_cart_fkey;
ALTER TABLE op DROP CONSTRAINT op_cart_replica_n_key;

-- Room on its page for the next version of a cart, so that its indexes stay as they are.
ALTER TABLE cart SET (fillfactor = 70);
