"""Leaves out what a library reads in and a running service never uses: it costs time at each start, and memory."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType


class _Later(ModuleType):
    """Stands for a module until somebody asks it for something; then the real one is read in."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(import_module(self.__name__), name)


@contextmanager
def left_out(name: str, **stated: object) -> Iterator[None]:
    """While others are imported in this block, they get a stand-in of the module `name`; one read in before stays.

    stated: what is taken from the module by name at once (`from name import …`), and what is given for it.
    """
    if name in sys.modules:
        yield
        return
    later = _Later(name)
    vars(later).update(stated)
    sys.modules[name] = later
    try:
        yield
    finally:
        del sys.modules[name]
