"""Qt-free library for talking to a OnePresence service: sign-in, verbs, live mirror."""
