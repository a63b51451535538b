"""The reference receiver: it loses nothing, lets no one in, and is driven by the catalogue."""
