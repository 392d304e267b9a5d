"""What the services of a run have spoken: the next one finds the same sentences in its folder.

Each has a folder of its own and would speak them anew, which is half of what a walk by phone makes a service do. The
voice itself is tried in `tests/pbx/voice`.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path

SENTENCE = re.compile(r"[0-9a-f]{32}\.wav")
"""As `EspeakSpeech` calls them; people's own recordings and unfinished files have other names."""


@cache
def _kept() -> Path:
    """For all lanes of `make test`, or for this process."""
    if shared := os.environ.get("ONEPRESENCE_SAID"):
        return Path(shared)
    made = Path(tempfile.mkdtemp(prefix="onepresence-said-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def bring(data: Path) -> None:
    """To a service that begins on a folder with a company in it."""
    if data.is_dir():
        speech = data / "speech"
        speech.mkdir(mode=0o700, exist_ok=True)
        _link_all(_kept(), speech)


def keep(data: Path) -> None:
    """What a service has said until now."""
    _link_all(data / "speech", _kept())


def _link_all(there: Path, here: Path) -> None:
    """As links: a sentence that is there never changes, and who forgets one takes it from nobody else."""
    for sound in there.glob("*.wav"):
        if SENTENCE.fullmatch(sound.name):
            with contextlib.suppress(OSError):  # it is there, has gone meanwhile, or lies on another disk
                os.link(sound, here / sound.name)
