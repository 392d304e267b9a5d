"""Administration for administrators: people and their devices (spec 12.4c)."""
