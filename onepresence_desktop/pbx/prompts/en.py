"""English."""

from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.ivr import Phrase
from onepresence_desktop.pbx.prompts.clock import Speaker

PHRASES = {
    Phrase.WELCOME: "Welcome. You have called {name}.",
    Phrase.AWAY: "The person you called {reason}.",
    Phrase.NO_ANSWER: "The person you called does not answer at the moment.",
    Phrase.BUSY: "The person you called is on the phone.",
    Phrase.UNREACHABLE: "The person you called cannot be reached at the moment.",
    Phrase.OTHER_LANGUAGE: "For information in English, press five.",
    Phrase.RECEPTION: "To reach the reception, press nine.",
    Phrase.RECEPTION_AWAY: "The reception does not answer at the moment.",
    Phrase.WRONG_KEY: "That key cannot be used here.",
    Phrase.LEAVE_MESSAGE: "Please leave a message after the tone. Press hash to finish.",
    Phrase.NO_MESSAGES: "It is not possible to leave a message. Please call again later.",
    Phrase.MAILBOX_FULL: "The mailbox is full, so no message can be left. Please call again later.",
    Phrase.THANKS: "Thank you. Your message has been saved. Goodbye.",
    Phrase.NOTHING_RECORDED: "No message was recorded. Goodbye.",
    Phrase.DISK_FULL: "Sorry, no more can be recorded. Please call again later.",
}
BACK = "{reason}, back {when}"
AGAIN = "{reason}, available again {when}"
REASONS = {
    Reason.LUNCH: "is at lunch",
    Reason.BREAK: "is on a break",
    Reason.GONE_HOME: "has gone for the day",
    Reason.MEETING: "is in a meeting",
    Reason.SICK: "is away",
    Reason.VACATION: "is on holiday",
    Reason.TRAVEL: "is travelling",
    Reason.COURSE: "is on a course",
    Reason.HOME_OFFICE: "is working from home",
    Reason.OTHER: "is away",
    Reason.DO_NOT_DISTURB: "cannot be disturbed",
}
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
    midnight="at midnight",
    evening="in the evening",
    tomorrow="tomorrow",
    days=("on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday", "on Sunday"),
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    ordinals=(
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
        "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
        "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
    ),
    date="on the {day} of {month}",
)  # fmt: skip
