"""The commands of `declic`, one file a subject."""
