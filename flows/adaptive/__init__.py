"""The testing engine: one belief over 16 abilities. It knows items and responses, never messages."""
