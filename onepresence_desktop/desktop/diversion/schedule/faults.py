"""What keeps a schedule from being saved, as the sentence that stands at its field."""

from __future__ import annotations

from onepresence_desktop.desktop.diversion.schedule.draft import Fault
from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.domain.errors import Invalid

SENTENCES = {
    Fault.DATE: QT_TRANSLATE_NOOP("Schedule", "Write a day, like 25/7."),
    Fault.START: QT_TRANSLATE_NOOP("Schedule", "Write a time, like 12:30."),
    Fault.END: QT_TRANSLATE_NOOP("Schedule", "Write a time, like 12:30."),
    Fault.LAST_DATE: QT_TRANSLATE_NOOP("Schedule", "Write the last day, like 25/7."),
    Fault.LAST_BEFORE: QT_TRANSLATE_NOOP("Schedule", "The last day lies before the first."),
    Fault.TIMES: QT_TRANSLATE_NOOP("Schedule", "Write how often it comes: 1 to 9999."),
    Fault.SKIPPED: QT_TRANSLATE_NOOP("Schedule", "Write days with commas between, like 24/12, 31/12."),
}
REFUSED = {
    "start": Fault.DATE,
    "duration": Fault.END,
    "exdates": Fault.SKIPPED,
}
"""By the field that the service names."""
_PROBLEMS = {
    ("rrule", "never"): QT_TRANSLATE_NOOP("Schedule", "It would never come: no day answers to that."),
    ("rrule", "too_often"): QT_TRANSLATE_NOOP("Schedule", "It can come once a day at most."),
    ("duration", "out_of_range"): QT_TRANSLATE_NOOP("Schedule", "It can last a month at most."),
    ("start", "out_of_range"): QT_TRANSLATE_NOOP("Schedule", "Choose a day between 2001 and 2099."),
    ("exdates", "too_many"): QT_TRANSLATE_NOOP("Schedule", "These are too many days to leave out."),
    ("", "too_many"): QT_TRANSLATE_NOOP("Schedule", "There is room for 100 schedules. Delete one first."),
}


def sentence(fault: Fault) -> str:
    """What is to be written instead."""
    return translate("Schedule", SENTENCES[fault])


def refusal(problem: Invalid) -> str:
    """Why the service refuses a value; "" where this says no more than the error in general."""
    key = (str(problem.details.get("field", "")), str(problem.details.get("problem", "")))
    return translate("Schedule", _PROBLEMS[key]) if key in _PROBLEMS else ""
