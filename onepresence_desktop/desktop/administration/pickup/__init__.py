"""Pickup groups: who may take whose ringing calls."""
