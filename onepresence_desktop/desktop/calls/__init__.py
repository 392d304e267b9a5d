"""The section of call history, and the call going on (spec 4.6, 7)."""
