"""What is wrong with a value, as a sentence."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate

_PROBLEMS = {
    "unknown": QT_TRANSLATE_NOOP(
        "Texts",
        "What is set here isn't known. Choose something else, or update OnePresence.",
    ),
    "line_end": QT_TRANSLATE_NOOP("Texts", "It may not run over several lines."),
    "control_character": QT_TRANSLATE_NOOP("Texts", "It holds a sign that can't be shown. Type it anew."),
    "not_wav": QT_TRANSLATE_NOOP("Texts", "It isn't a sound file that can be read. Choose a WAV file."),
    "encoding": QT_TRANSLATE_NOOP("Texts", "The sound in it is of a kind that can't be read. Choose another WAV file."),
    "sound_too_short": QT_TRANSLATE_NOOP("Texts", "The recording is too short."),
    "sound_too_long": QT_TRANSLATE_NOOP("Texts", "The recording is too long."),
    "directional_mark": QT_TRANSLATE_NOOP("Texts", "It holds a mark that turns the letters round. Type it anew."),
    "invalid_number": QT_TRANSLATE_NOOP("Texts", "That isn't a telephone number."),
    "own_manager": QT_TRANSLATE_NOOP("Texts", "Nobody can be their own manager, by way of others either."),
    "unknown_number": QT_TRANSLATE_NOOP("Texts", "Nobody here has that name or number."),
    "loop": QT_TRANSLATE_NOOP("Texts", "That leads back to itself: a caller would never get out."),
    "not_reached": QT_TRANSLATE_NOOP("Texts", "One of the menus can't be reached: no key leads to it."),
    "unknown_menu": QT_TRANSLATE_NOOP("Texts", "A key leads to a menu that isn't there."),
    "leads_nowhere": QT_TRANSLATE_NOOP("Texts", "A key leads nowhere yet."),
    "key": QT_TRANSLATE_NOOP("Texts", "The same key stands twice in a menu."),
    "twice": QT_TRANSLATE_NOOP("Texts", "Two of them have the same name."),
    "seven_digits": QT_TRANSLATE_NOOP("Texts", "A local number has seven digits."),
    "other_customer_code": QT_TRANSLATE_NOOP("Texts", "A local number begins with the company's three digits."),
    "out_of_range": QT_TRANSLATE_NOOP("Texts", "That is too little, too much, or no number."),
    "no_vcard": QT_TRANSLATE_NOOP("Texts", "There are no contacts in the file."),
    "none_known": QT_TRANSLATE_NOOP("Texts", "Say at least of one column what it holds."),
    "no_picture": QT_TRANSLATE_NOOP("Texts", "It isn't a picture that can be read."),
    "not_text": QT_TRANSLATE_NOOP("Texts", "The file holds no text. Save the table as CSV, or the contacts as vCard."),
    "empty_file": QT_TRANSLATE_NOOP("Texts", "The file is empty."),
    "unreadable": QT_TRANSLATE_NOOP("Texts", "The file can't be read."),
    "unwritable": QT_TRANSLATE_NOOP("Texts", "The file couldn't be written there."),
    "malformed": QT_TRANSLATE_NOOP("Texts", "It isn't written as it should be."),
    "wrong_type": QT_TRANSLATE_NOOP("Texts", "It isn't written as it should be."),
    "missing": QT_TRANSLATE_NOOP("Texts", "Something has to be written here."),
    "too_long": QT_TRANSLATE_NOOP("Texts", "It is too long."),
    "too_many": QT_TRANSLATE_NOOP("Texts", "There are more than there can be."),
    "too_large": QT_TRANSLATE_NOOP("Texts", "The file is too large."),
    "too_many_pixels": QT_TRANSLATE_NOOP("Texts", "The picture has too many pixels. Make it smaller first."),
    "too_far": QT_TRANSLATE_NOOP("Texts", "That is too far ahead."),
    "in_the_past": QT_TRANSLATE_NOOP("Texts", "That is over already. Choose a later time."),
    "ends_before_it_starts": QT_TRANSLATE_NOOP("Texts", "It ends before it begins."),
    "overlap": QT_TRANSLATE_NOOP("Texts", "Two of the times overlap."),
    "emergency": QT_TRANSLATE_NOOP("Texts", "Calls can't be sent to an emergency number."),
    "not_a_number": QT_TRANSLATE_NOOP("Texts", "That isn't a telephone number."),
    "no_number": QT_TRANSLATE_NOOP("Texts", "There is no number in it."),
    "only_mobile": QT_TRANSLATE_NOOP("Texts", "Only a mobile can have a number of its own here."),
    "not_a_web_address": QT_TRANSLATE_NOOP("Texts", "It has to begin with http:// or https://."),
    "not_allowed": QT_TRANSLATE_NOOP("Texts", "You may not use that one. Ask your administrator."),
    "not_a_persons": QT_TRANSLATE_NOOP("Texts", "It needs {email} or {user} for the person."),
    "rings": QT_TRANSLATE_NOOP("Texts", "Calls have to be sent somewhere else than to your own phones."),
    "self": QT_TRANSLATE_NOOP("Texts", "Nobody can take a right from themselves."),
    "open": QT_TRANSLATE_NOOP("Texts", "A call can't be sent there."),
    "no_way": QT_TRANSLATE_NOOP("Texts", "Choose e-mail, SMS or both."),
    "no_text": QT_TRANSLATE_NOOP("Texts", "It holds signs that can't be kept. Type it anew."),
    "both_given": QT_TRANSLATE_NOOP("Texts", "Choose one of the two, not both."),
    "language": QT_TRANSLATE_NOOP("Texts", "The words are missing in one of the languages."),
    "same_as_first": QT_TRANSLATE_NOOP("Texts", "It is the same as the first."),
    "no_main": QT_TRANSLATE_NOOP("Texts", "The menu that callers hear first is missing."),
    "no_desk_phone": QT_TRANSLATE_NOOP("Texts", "That isn't a desk phone."),
    "three_digits": QT_TRANSLATE_NOOP("Texts", "Three digits are wanted."),
    "four_digits": QT_TRANSLATE_NOOP("Texts", "Four digits are wanted."),
    "again": QT_TRANSLATE_NOOP("Texts", "Another server is told it, so type it again."),
    "never": QT_TRANSLATE_NOOP("Texts", "That never happens. Choose other days."),
    "too_often": QT_TRANSLATE_NOOP("Texts", "That is too often: once a day is the most."),
    "time_zone": QT_TRANSLATE_NOOP("Texts", "That time zone isn't known."),
    "no_time_zone": QT_TRANSLATE_NOOP("Texts", "The time needs a time zone."),
    "choose_another": QT_TRANSLATE_NOOP("Texts", "One of the calendars diverts. Choose another one instead."),
    "no_connection": QT_TRANSLATE_NOOP("Texts", "The company has no calendar connection in use. Make one first."),
    "no_email": QT_TRANSLATE_NOOP("Texts", "The person has no e-mail address, by which the calendar is found."),
    "in_use": QT_TRANSLATE_NOOP("Texts", "It is in use already."),
    "cut_off": QT_TRANSLATE_NOOP("Texts", "The file ends in the middle."),
    "cut_short": QT_TRANSLATE_NOOP("Texts", "The file ends in the middle."),
    "not_on_a_network": QT_TRANSLATE_NOOP("Texts", "Without encryption only on the service's own computer."),
}
"""What is wrong with a value, by the problem's word."""

_OF_A_FIELD = {
    ("email", "malformed"): QT_TRANSLATE_NOOP("Texts", "That isn't an e-mail address."),
    ("emails", "malformed"): QT_TRANSLATE_NOOP("Texts", "That isn't an e-mail address."),
    ("server", "malformed"): QT_TRANSLATE_NOOP("Texts", "That isn't a server address."),
    ("day", "malformed"): QT_TRANSLATE_NOOP("Texts", "That isn't a day."),
    ("name", "missing"): QT_TRANSLATE_NOOP("Texts", "A name is missing."),
    ("number", "missing"): QT_TRANSLATE_NOOP("Texts", "A number is missing."),
    ("one_number", "missing"): QT_TRANSLATE_NOOP("Texts", "A number is missing."),
    ("local_number", "missing"): QT_TRANSLATE_NOOP("Texts", "A local number is missing."),
    ("email", "missing"): QT_TRANSLATE_NOOP("Texts", "Your e-mail address isn't known yet. Write it in My details."),
    ("mobile", "missing"): QT_TRANSLATE_NOOP("Texts", "Your mobile number isn't known yet. Write it in My details."),
    ("text", "missing"): QT_TRANSLATE_NOOP("Texts", "A text is missing."),
    ("languages", "missing"): QT_TRANSLATE_NOOP("Texts", "Choose at least one language."),
}
"""The same where the field says more, by the last word of its name and the problem's."""


def value_problem(field: str, problem: str) -> str:
    """What is wrong with the value of `field` ("hours[2]", "destination.number"); "" where nothing is known of it."""
    last = field.rpartition(".")[2].partition("[")[0]
    text = _OF_A_FIELD.get((last, problem)) or _PROBLEMS.get(problem)
    return translate("Texts", text) if text else ""
