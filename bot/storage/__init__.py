"""What lasts. One file a table; each function is one statement, and its caller owns the transaction."""
