"""The embedded SIP engine: sans-IO below `io`, one thread for signalling and media (RFC 3261, 3264, 6026)."""
