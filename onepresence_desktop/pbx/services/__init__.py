"""The use cases, one file per word."""
