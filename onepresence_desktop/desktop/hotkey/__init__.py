"""The global key: a physical key with modifiers, taken from the system so that no other program gets it (spec 4.1)."""
