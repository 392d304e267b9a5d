"""Dialling what was marked anywhere: candidates, the pop-up that asks or counts down, the call (spec 4.1 to 4.4)."""
