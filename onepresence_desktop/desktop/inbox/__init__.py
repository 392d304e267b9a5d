"""The section of voicemails: list, reading pane and player (spec 6.1, 6.2)."""
