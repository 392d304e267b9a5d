"""Who did something, as the audit log and a refusal name them."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.wire.privacy import COMMAND_LINE, LEFT

_WORDS = {
    COMMAND_LINE: QT_TRANSLATE_NOOP("Texts", "The command line"),
    LEFT: QT_TRANSLATE_NOOP("Texts", "Somebody who has left the company"),
    "": QT_TRANSLATE_NOOP("Texts", "Somebody"),
}


def doer(who: str) -> str:
    """A name, an address or a phone as it is; the words for what has none."""
    return translate("Texts", _WORDS[who]) if who in _WORDS else who
