"""Ports for servers that have to be told one, and that come back at the same after they were away."""

from __future__ import annotations

import itertools
import random
import socket

FIRST, MANY, APART = 10_000, 5_000, 2
_numbers = itertools.count(random.SystemRandom().randrange(MANY))


def free_port() -> int:
    """A port that is free at the moment, for TCP and UDP, each time another; a service may open the one after it, too.

    None of those that systems give away by themselves (on Linux from 32768 on): such a one may go to somebody's
    connection before the server has begun, or while it is away.
    """
    for number in itertools.islice(_numbers, MANY):
        port = FIRST + number % MANY * APART
        with socket.socket() as stream, socket.socket(type=socket.SOCK_DGRAM) as datagrams:
            try:
                stream.bind(("", port))
                datagrams.bind(("", port))
            except OSError:
                continue
        return port
    raise AssertionError("no port is free")
