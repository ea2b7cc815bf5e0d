"""The tutor's mind: pure. Values in, values out."""
