"""The program killed again and again in the middle of conversations."""
