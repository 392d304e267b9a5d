"""The page "My details" (spec 9.1)."""
