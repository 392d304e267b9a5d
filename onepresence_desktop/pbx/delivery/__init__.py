"""Senders of the outbox: who delivers by each way (spec 6.4)."""
