"""Words and rules of the telephone system: pure, synchronous, without I/O; `now` is always an argument."""
