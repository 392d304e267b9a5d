"""Real parts for tests: screens, phones, databases, services."""
