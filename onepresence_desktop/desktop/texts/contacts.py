"""Contacts, in words: kinds of numbers and addresses, what stands in a column, what an import says of an entry."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.domain.phonebook import EmailKind, PhoneKind, Verdict

_PHONES = {
    PhoneKind.WORK: QT_TRANSLATE_NOOP("Texts", "Work"),
    PhoneKind.MOBILE: QT_TRANSLATE_NOOP("Texts", "Mobile"),
    PhoneKind.HOME: QT_TRANSLATE_NOOP("Texts", "Home"),
    PhoneKind.MAIN: QT_TRANSLATE_NOOP("Texts", "Main number"),
    PhoneKind.FAX: QT_TRANSLATE_NOOP("Texts", "Fax"),
    PhoneKind.OTHER: QT_TRANSLATE_NOOP("Texts", "Other"),
    PhoneKind.UNKNOWN: QT_TRANSLATE_NOOP("Texts", "Unknown kind"),
}
_EMAILS = {
    EmailKind.WORK: QT_TRANSLATE_NOOP("Texts", "Work"),
    EmailKind.HOME: QT_TRANSLATE_NOOP("Texts", "Home"),
    EmailKind.OTHER: QT_TRANSLATE_NOOP("Texts", "Other"),
    EmailKind.UNKNOWN: QT_TRANSLATE_NOOP("Texts", "Unknown kind"),
}
PHONE_ICONS = {PhoneKind.MOBILE: "device-mobile", PhoneKind.MAIN: "building", PhoneKind.FAX: "save"}
"""Beside a number; the handset for all others."""
_VERDICTS = {
    Verdict.NEW: QT_TRANSLATE_NOOP("Texts", "New"),
    Verdict.SAME: QT_TRANSLATE_NOOP("Texts", "Is there already"),
    Verdict.CONFLICT: QT_TRANSLATE_NOOP("Texts", "Looks like {name}"),
    Verdict.REFUSED: QT_TRANSLATE_NOOP("Texts", "Can't be read"),
    Verdict.UNKNOWN: QT_TRANSLATE_NOOP("Texts", "Something that this version doesn't know"),
}
_PROBLEMS = {
    "missing": QT_TRANSLATE_NOOP("Texts", "There is no name"),
    "too_long": QT_TRANSLATE_NOOP("Texts", "A text in it is too long"),
    "too_many": QT_TRANSLATE_NOOP("Texts", "It has too many numbers or addresses"),
    "malformed": QT_TRANSLATE_NOOP("Texts", "It is malformed"),
    "invalid_number": QT_TRANSLATE_NOOP("Texts", "A number in it is none"),
    "cut_off": QT_TRANSLATE_NOOP("Texts", "It is cut off before its end"),
    "too_large": QT_TRANSLATE_NOOP("Texts", "It is too large"),
}
_COLUMNS = {
    "name": QT_TRANSLATE_NOOP("Texts", "Name"),
    "first_name": QT_TRANSLATE_NOOP("Texts", "First name"),
    "last_name": QT_TRANSLATE_NOOP("Texts", "Last name"),
    "company": QT_TRANSLATE_NOOP("Texts", "Company"),
    "title": QT_TRANSLATE_NOOP("Texts", "Title"),
    "note": QT_TRANSLATE_NOOP("Texts", "Note"),
    "email": QT_TRANSLATE_NOOP("Texts", "E-mail"),
    "email_work": QT_TRANSLATE_NOOP("Texts", "E-mail, work"),
    "email_home": QT_TRANSLATE_NOOP("Texts", "E-mail, home"),
    "phone_mobile": QT_TRANSLATE_NOOP("Texts", "Number, mobile"),
    "phone_work": QT_TRANSLATE_NOOP("Texts", "Number, work"),
    "phone_home": QT_TRANSLATE_NOOP("Texts", "Number, home"),
    "phone_main": QT_TRANSLATE_NOOP("Texts", "Number, main"),
    "phone_fax": QT_TRANSLATE_NOOP("Texts", "Number, fax"),
    "phone_other": QT_TRANSLATE_NOOP("Texts", "Number"),
}


def phone_kind(kind: PhoneKind) -> str:
    """The word for a kind of number."""
    return translate("Texts", _PHONES[kind])


def email_kind(kind: EmailKind) -> str:
    """The word for a kind of address."""
    return translate("Texts", _EMAILS[kind])


def verdict(which: Verdict, existing: str = "") -> str:
    """What an entry of a file is beside the contacts there are."""
    return translate("Texts", _VERDICTS[which]).format(name=existing)


def entry_problem(problem: str) -> str:
    """Why an entry of a file is refused; in general words for a reason of a newer service."""
    return translate("Texts", _PROBLEMS.get(problem, _VERDICTS[Verdict.REFUSED]))


def columns() -> list[tuple[str, str]]:
    """What a column of a sheet can hold, by the word the service knows it by."""
    return [(key, translate("Texts", words)) for key, words in _COLUMNS.items()]
