"""Where a person's calendars are, and what their meetings do."""
