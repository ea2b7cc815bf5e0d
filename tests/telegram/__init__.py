"""The outermost ring: the real program and the real Telegram client, against the local Bot API server."""
