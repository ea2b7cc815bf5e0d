"""The browser chat: pages that work without script, and a log that follows by itself with it."""
