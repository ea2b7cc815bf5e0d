"""Channels: what people speak to us through."""
