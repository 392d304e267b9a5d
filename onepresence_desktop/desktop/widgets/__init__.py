"""Painted parts shared by all views; they hold no knowledge of the app and speak by signals."""
