"""Telephony drivers, and what they share."""
