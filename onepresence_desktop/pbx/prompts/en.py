"""English."""

from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.ivr import Phrase
from onepresence_desktop.pbx.prompts.clock import Speaker

PHRASES = {
    Phrase.WELCOME: "Welcome. You have called {name}.",
    Phrase.AWAY: "The person you called is {reason}.",
    Phrase.NO_ANSWER: "The person you called does not answer at the moment.",
    Phrase.BUSY: "The person you called is on the phone.",
    Phrase.UNREACHABLE: "The person you called cannot be reached at the moment.",
    Phrase.OTHER_LANGUAGE: "For information in English, press five.",
    Phrase.RECEPTION: "To reach the reception, press nine.",
    Phrase.LEAVE_MESSAGE: "Please leave a message after the tone. Press hash to finish.",
    Phrase.NO_MESSAGES: "Messages cannot be left here. Please call again later.",
    Phrase.MAILBOX_FULL: "The mailbox is full, so no message can be left. Please call again later.",
    Phrase.THANKS: "Thank you. Your message has been saved. Goodbye.",
    Phrase.NOTHING_RECORDED: "No message was recorded. Goodbye.",
    Phrase.DISK_FULL: "Sorry, no more can be recorded. Please call again later.",
}
BACK = "{reason}, back {when}"
REASONS = {
    Reason.LUNCH: "at lunch",
    Reason.BREAK: "on a break",
    Reason.GONE_HOME: "gone for the day",
    Reason.MEETING: "in a meeting",
    Reason.SICK: "away",
    Reason.VACATION: "on vacation",
    Reason.TRAVEL: "travelling",
    Reason.COURSE: "on a course",
    Reason.HOME_OFFICE: "working from home",
    Reason.OTHER: "away",
    Reason.DO_NOT_DISTURB: "not available",
}
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
SPEAKER = Speaker(
    hours=("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    minutes={
        0: "{this}",
        5: "five past {this}",
        10: "ten past {this}",
        15: "a quarter past {this}",
        20: "twenty past {this}",
        25: "twenty-five past {this}",
        30: "half past {this}",
        35: "twenty-five to {next}",
        40: "twenty to {next}",
        45: "a quarter to {next}",
        50: "ten to {next}",
        55: "five to {next}",
    },
    at="at",
    tomorrow="tomorrow",
    days=("on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday", "on Sunday"),
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    date="on the {day} of {month}",
    ordinal=dict(enumerate(_ORDINALS, start=1)),
)  # fmt: skip
