"""Tests mirror the folders; conversations are transcripts."""
