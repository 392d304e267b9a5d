"""Pop-ups in a corner of the screen: calls that come in, and news."""
