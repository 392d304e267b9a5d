"""What stands in the audit log, as sentences; the only place where its words become some. Without Qt."""

from __future__ import annotations

import re

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.wire.privacy import AuditView

_WORDS = {
    "signed_in": QT_TRANSLATE_NOOP("Audit", "signed in"),
    "sign_in_failed": QT_TRANSLATE_NOOP("Audit", "sign-in failed"),
    "session_ended": QT_TRANSLATE_NOOP("Audit", "ended a session"),
    "password_changed": QT_TRANSLATE_NOOP("Audit", "changed the password"),
    "password_changed_by_code": QT_TRANSLATE_NOOP("Audit", "changed a forgotten password"),
    "password_change_failed": QT_TRANSLATE_NOOP("Audit", "failed to change the password"),
    "proof_failed": QT_TRANSLATE_NOOP("Audit", "gave a wrong password when asked again"),
    "password_code_sent": QT_TRANSLATE_NOOP("Audit", "had a code sent"),
    "password_reset": QT_TRANSLATE_NOOP("Audit", "reset a password"),
    "mailbox_pin_set": QT_TRANSLATE_NOOP("Audit", "set a mailbox PIN"),
    "company_sound_changed": QT_TRANSLATE_NOOP("Audit", "changed a recording of the company"),
    "company_sound_removed": QT_TRANSLATE_NOOP("Audit", "removed a recording of the company"),
    "mailbox_pin_removed": QT_TRANSLATE_NOOP("Audit", "removed a mailbox PIN"),
    "mailbox_locked": QT_TRANSLATE_NOOP("Audit", "locked a mailbox by wrong PINs"),
    "user_added": QT_TRANSLATE_NOOP("Audit", "added a person"),
    "user_changed": QT_TRANSLATE_NOOP("Audit", "changed a person"),
    "user_removed": QT_TRANSLATE_NOOP("Audit", "deleted a person"),
    "user_exported": QT_TRANSLATE_NOOP("Audit", "exported a person's data"),
    "user_erased": QT_TRANSLATE_NOOP("Audit", "erased a person"),
    "device_added": QT_TRANSLATE_NOOP("Audit", "added a device"),
    "device_changed": QT_TRANSLATE_NOOP("Audit", "changed a device"),
    "device_removed": QT_TRANSLATE_NOOP("Audit", "removed a device"),
    "sip_settings_shown": QT_TRANSLATE_NOOP("Audit", "saw SIP settings"),
    "group_added": QT_TRANSLATE_NOOP("Audit", "added a group"),
    "group_changed": QT_TRANSLATE_NOOP("Audit", "changed a group"),
    "group_removed": QT_TRANSLATE_NOOP("Audit", "deleted a group"),
    "group_hours": QT_TRANSLATE_NOOP("Audit", "changed a group's hours"),
    "group_logged_in": QT_TRANSLATE_NOOP("Audit", "logged a member in"),
    "group_logged_out": QT_TRANSLATE_NOOP("Audit", "logged a member out"),
    "pickup_group_put": QT_TRANSLATE_NOOP("Audit", "changed a pickup group"),
    "pickup_group_removed": QT_TRANSLATE_NOOP("Audit", "deleted a pickup group"),
    "company_number_added": QT_TRANSLATE_NOOP("Audit", "added a company number"),
    "company_number_changed": QT_TRANSLATE_NOOP("Audit", "changed a company number"),
    "company_number_removed": QT_TRANSLATE_NOOP("Audit", "deleted a company number"),
    "holiday_set": QT_TRANSLATE_NOOP("Audit", "made a day a closing day"),
    "holiday_unset": QT_TRANSLATE_NOOP("Audit", "made a day a working day"),
    "holiday_by_calendar": QT_TRANSLATE_NOOP("Audit", "let the calendar decide about a day"),
    "calendar_set": QT_TRANSLATE_NOOP("Audit", "set a person's calendar"),
    "calendar_removed": QT_TRANSLATE_NOOP("Audit", "removed a person's calendar"),
    "phone_unblocked": QT_TRANSLATE_NOOP("Audit", "lifted a block"),
    "company_hours": QT_TRANSLATE_NOOP("Audit", "changed the company's hours"),
    "blocked_callers": QT_TRANSLATE_NOOP("Audit", "changed the blocked callers"),
    "numbers_shown": QT_TRANSLATE_NOOP("Audit", "changed which numbers may be shown"),
    "trunk_added": QT_TRANSLATE_NOOP("Audit", "added a line"),
    "trunk_changed": QT_TRANSLATE_NOOP("Audit", "changed a line"),
    "trunk_removed": QT_TRANSLATE_NOOP("Audit", "deleted a line"),
    "trunks_ordered": QT_TRANSLATE_NOOP("Audit", "changed the order of the lines"),
    "connection_added": QT_TRANSLATE_NOOP("Audit", "added a connection"),
    "connection_changed": QT_TRANSLATE_NOOP("Audit", "changed a connection"),
    "connection_removed": QT_TRANSLATE_NOOP("Audit", "deleted a connection"),
    "connection_tried": QT_TRANSLATE_NOOP("Audit", "tried a connection"),
    "customer_added": QT_TRANSLATE_NOOP("Audit", "made the company"),
    "provisioning_address_made": QT_TRANSLATE_NOOP("Audit", "made an address for a phone's settings"),
    "provisioned": QT_TRANSLATE_NOOP("Audit", "fetched its settings"),
    "provisioning_refused": QT_TRANSLATE_NOOP("Audit", "was refused a phone's settings"),
    "reception_times": QT_TRANSLATE_NOOP("Audit", "changed when calls come back"),
    "secure_phones": QT_TRANSLATE_NOOP("Audit", "changed whether phones must be encrypted"),
    "contacts_seen_by": QT_TRANSLATE_NOOP("Audit", "changed who sees the company's last contacts"),
    "calendar_words_changed": QT_TRANSLATE_NOOP("Audit", "changed the words of calendars"),
    "picture_removed": QT_TRANSLATE_NOOP("Audit", "removed a picture"),
    "colleague_diverted": QT_TRANSLATE_NOOP("Audit", "diverted a colleague's phone"),
    "colleague_opened": QT_TRANSLATE_NOOP("Audit", "opened a colleague's phone"),
    "standard_message_added": QT_TRANSLATE_NOOP("Audit", "added a standard message"),
    "standard_message_changed": QT_TRANSLATE_NOOP("Audit", "changed a standard message"),
    "standard_message_removed": QT_TRANSLATE_NOOP("Audit", "deleted a standard message"),
    "privacy_changed": QT_TRANSLATE_NOOP("Audit", "changed how personal data is kept"),
}

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

_SESSIONS = {"signed_in", "session_ended"}
"""Deeds that are noted with a session's id, which tells nobody anything."""


def action_words(action: str) -> str:
    """What was done; a word that isn't known here stands as it is."""
    return translate("Audit", _WORDS[action]) if action in _WORDS else action


def who_words(entry: AuditView) -> str:
    """Who did it."""
    return texts.doer(entry.who)


def subject_words(entry: AuditView) -> str:
    """To what, and what more is known; numbers are grouped."""
    subject = "" if entry.subject in ("privacy", "reception_times") or entry.action in _SESSIONS else entry.subject
    if _DAY.fullmatch(subject):
        subject = f"{int(subject[8:])}.{int(subject[5:7])}.{subject[:4]}"
    spoken = texts.number(subject) if subject[:1] == "+" or (subject.isdigit() and len(subject) == 7) else subject
    return " · ".join(part for part in (spoken, entry.detail) if part)
