"""Lines to providers: how they are reached, what may be called over them, how they stand (design, section 7.22)."""
