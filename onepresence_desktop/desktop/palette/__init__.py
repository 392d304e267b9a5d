"""The command palette (spec 13.1): one field that finds people, numbers and commands, from any program."""
