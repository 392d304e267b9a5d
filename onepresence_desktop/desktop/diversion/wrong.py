"""What keeps a diversion from being sent, as the sentence that stands at its field."""

from __future__ import annotations

from onepresence_desktop.desktop.diversion.draft import Wrong
from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate

SENTENCES = {
    Wrong.START_UNREADABLE: QT_TRANSLATE_NOOP(
        "Diversion", "That can't be read as a time. Write 12:30, +30 for minutes, or 25/7 08:00."
    ),
    Wrong.END_UNREADABLE: QT_TRANSLATE_NOOP(
        "Diversion", "That can't be read as a time. Write 12:30, +30 for minutes, or 25/7 08:00."
    ),
    Wrong.END_MISSING: QT_TRANSLATE_NOOP("Diversion", "Write when it ends, or choose “Until further notice”."),
    Wrong.END_PAST: QT_TRANSLATE_NOOP("Diversion", "That time has passed."),
    Wrong.END_BEFORE_START: QT_TRANSLATE_NOOP("Diversion", "The end must lie after the beginning."),
    Wrong.TARGET_MISSING: QT_TRANSLATE_NOOP("Diversion", "Choose who calls should go to."),
    Wrong.NO_SUCH_COLLEAGUE: QT_TRANSLATE_NOOP("Diversion", "No colleague has that name or local number."),
    Wrong.NO_SUCH_GROUP: QT_TRANSLATE_NOOP("Diversion", "There is no group of that name."),
    Wrong.NO_NUMBER: QT_TRANSLATE_NOOP("Diversion", "That is no telephone number, and no saved one has that name."),
    Wrong.NAME_MISSING: QT_TRANSLATE_NOOP("Diversion", "Give the quick diversion a name."),
    Wrong.NAME_TAKEN: QT_TRANSLATE_NOOP("Diversion", "You have a quick diversion of that name already."),
}


def sentence(wrong: Wrong) -> str:
    """The sentence."""
    return translate("Diversion", SENTENCES[wrong])
