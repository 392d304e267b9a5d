"""Where a person's calendar is, and what its meetings do."""
