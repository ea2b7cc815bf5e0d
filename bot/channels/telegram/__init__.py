"""Telegram, by python-telegram-bot's client and types, with our own polling: the offset moves after the commit."""
