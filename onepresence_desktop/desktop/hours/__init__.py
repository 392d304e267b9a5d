"""A week of hours, shown and typed: of a user, a group, a company number."""
