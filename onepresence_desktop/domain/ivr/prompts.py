"""What a menu says: keys of phrases, never sentences; the words are in `pbx/prompts`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from onepresence_desktop.domain.diversion import Reason


class Phrase(StrEnum):
    """What can be said; the words are in `pbx/prompts`."""

    WELCOME = "welcome"
    SKIP = "skip"
    AWAY = "away"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    OTHER_LANGUAGE = "other_language"
    RECEPTION = "reception"
    RECEPTION_AWAY = "reception_away"
    WRONG_KEY = "wrong_key"
    LEAVE_MESSAGE = "leave_message"
    NO_MESSAGES = "no_messages"
    MAILBOX_FULL = "mailbox_full"
    THANKS = "thanks"
    NOTHING_RECORDED = "nothing_recorded"
    DISK_FULL = "disk_full"
    NO_LINE = "no_line"
    NOT_ABROAD = "not_abroad"
    NOT_PREMIUM = "not_premium"
    LINES_BUSY = "lines_busy"
    TOO_MANY_CALLS = "too_many_calls"
    CODE_UNKNOWN = "code_unknown"
    CODE_REFUSED = "code_refused"
    DIVERTED = "diverted"
    OPENED = "opened"
    FORWARDING_SET = "forwarding_set"
    NOT_DISTURBED = "not_disturbed"
    DISTURBED = "disturbed"
    LOGGED_IN = "logged_in"
    LOGGED_OUT = "logged_out"
    PRESS_ONE = "press_one"
    NOT_LET_IN = "not_let_in"
    NOT_ANONYMOUS = "not_anonymous"
    PHONE_LOST = "phone_lost"
    PHONE_LOST_WAIT = "phone_lost_wait"
    COMPANY_CLOSED = "company_closed"
    COMPANY_NOBODY = "company_nobody"
    TEXT = "text"
    PAUSE = "pause"
    BEEP = "beep"
    RECORDED = "recorded"
    PIN = "pin"
    PIN_OF = "pin_of"
    PIN_WRONG = "pin_wrong"
    PIN_LOCKED = "pin_locked"
    NO_PIN = "no_pin"
    NO_NEW = "no_new"
    ONE_NEW = "one_new"
    SOME_NEW = "some_new"
    NO_SAVED = "no_saved"
    ONE_SAVED = "one_saved"
    SOME_SAVED = "some_saved"
    OWNER_KEYS = "owner_keys"
    MESSAGE_FROM = "message_from"
    MESSAGE_WITHHELD = "message_withheld"
    MESSAGE_KEYS = "message_keys"
    MESSAGE_KEPT = "message_kept"
    MESSAGE_DELETED = "message_deleted"
    MESSAGE_RESTORED = "message_restored"
    NO_MORE = "no_more"
    CANNOT_CALL = "cannot_call"
    RECORD_NAME = "record_name"
    RECORD_GREETING = "record_greeting"
    REVIEW_KEYS = "review_keys"
    SPOKEN_KEPT = "spoken_kept"
    NOTHING_HEARD = "nothing_heard"
    GOODBYE = "goodbye"
    COMPLETION_SET = "completion_set"
    NOBODY_MISSED = "nobody_missed"
    PARKED_AT = "parked_at"
    NOBODY_PARKED = "nobody_parked"
    NOTHING_RINGS = "nothing_rings"
    NOTHING_TO_PARK = "nothing_to_park"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A phrase in a language. name: who was called, "" where a recording of the name stands beside the phrase;
    for `TEXT` what is said.

    reason, until: of the diversion, for `AWAY`. sound: for `RECORDED`, a sound that isn't made of words, as whoever
    plays the menu knows it. count: how many messages. at: when a message came.
    """

    phrase: Phrase
    language: str
    name: str = ""
    reason: Reason | None = None
    until: datetime | None = None
    sound: str = ""
    count: int = 0
    at: datetime | None = None
