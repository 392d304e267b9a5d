"""Loads the audio library in steps that each take a part of a frame; at a stretch it takes up to 40 ms."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QLibrary, QLibraryInfo

CODECS = ("avutil", "swresample", "swscale", "avcodec", "avformat")
"""What the plug-in for media is made of, each after those that it needs."""


def load() -> Iterator[None]:
    """What the library needs, itself, its plug-in's parts, the plug-in, and the first look at the system's devices."""
    importlib.import_module("PySide6.QtNetwork")
    yield
    from PySide6.QtMultimedia import QMediaDevices

    yield
    for file in _parts():
        QLibrary(str(file)).load()  # one that can't be is left to the library
        yield
    QMediaDevices.audioOutputs()


def _parts() -> Iterator[Path]:
    """Where they are found; on a system that has none the library loads its own plug-in whole."""
    where = QLibraryInfo.path
    libraries = Path(where(QLibraryInfo.LibraryPath.LibrariesPath))
    for name in CODECS:
        found = (file for ending in (".so.*", ".*.dylib") for file in libraries.glob(f"lib{name}{ending}"))
        yield from sorted(found, key=lambda file: len(file.name))[:1]
    yield from Path(where(QLibraryInfo.LibraryPath.PluginsPath), "multimedia").glob("*ffmpegmediaplugin*")
