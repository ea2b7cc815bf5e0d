"""Everything that touches the world: channels, storage, clock, commands."""
