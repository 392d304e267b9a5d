"""Danish."""

from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.ivr import Phrase
from onepresence_desktop.pbx.prompts.clock import Speaker

PHRASES = {
    Phrase.WELCOME: "Velkommen. Du har ringet til {name}.",
    Phrase.AWAY: "Vedkommende {reason}.",
    Phrase.NO_ANSWER: "Vedkommende svarer ikke i øjeblikket.",
    Phrase.BUSY: "Vedkommende er optaget i telefonen.",
    Phrase.UNREACHABLE: "Vedkommende kan ikke træffes i øjeblikket.",
    Phrase.OTHER_LANGUAGE: "For information på dansk, tryk fem.",
    Phrase.RECEPTION: "Tryk ni for at komme til receptionen.",
    Phrase.RECEPTION_AWAY: "Receptionen svarer ikke i øjeblikket.",
    Phrase.WRONG_KEY: "Den tast kan ikke bruges her.",
    Phrase.LEAVE_MESSAGE: "Læg en besked efter tonen. Afslut med firkant.",
    Phrase.NO_MESSAGES: "Der kan ikke lægges besked. Ring venligst igen senere.",
    Phrase.MAILBOX_FULL: "Postkassen er fuld, så der kan ikke lægges besked. Ring venligst igen senere.",
    Phrase.THANKS: "Tak. Beskeden er gemt. Farvel.",
    Phrase.NOTHING_RECORDED: "Der blev ikke indtalt nogen besked. Farvel.",
    Phrase.DISK_FULL: "Beklager, der kan ikke optages mere. Ring venligst igen senere.",
}
BACK = "{reason}, tilbage {when}"
AGAIN = "{reason}, kan træffes igen {when}"
REASONS = {
    Reason.LUNCH: "er til frokost",
    Reason.BREAK: "holder pause",
    Reason.GONE_HOME: "er gået for i dag",
    Reason.MEETING: "er til møde",
    Reason.SICK: "er ikke til stede",
    Reason.VACATION: "er på ferie",
    Reason.TRAVEL: "er bortrejst",
    Reason.COURSE: "er på kursus",
    Reason.HOME_OFFICE: "arbejder hjemme",
    Reason.OTHER: "er ikke til stede",
    Reason.DO_NOT_DISTURB: "er ikke til at træffe",
}
SPEAKER = Speaker(
    hours=("tolv", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve"),
    minutes={
        0: "{this}",
        5: "fem minutter over {this}",
        10: "ti minutter over {this}",
        15: "kvart over {this}",
        20: "tyve minutter over {this}",
        25: "fem minutter i halv {next}",
        30: "halv {next}",
        35: "fem minutter over halv {next}",
        40: "tyve minutter i {next}",
        45: "kvart i {next}",
        50: "ti minutter i {next}",
        55: "fem minutter i {next}",
    },
    at="klokken",
    midnight="ved midnat",
    evening="om aftenen",
    tomorrow="i morgen",
    days=("på mandag", "på tirsdag", "på onsdag", "på torsdag", "på fredag", "på lørdag", "på søndag"),
    months=(
        "januar", "februar", "marts", "april", "maj", "juni",
        "juli", "august", "september", "oktober", "november", "december",
    ),
    ordinals=(
        "første", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende", "ellevte",
        "tolvte", "trettende", "fjortende", "femtende", "sekstende", "syttende", "attende", "nittende", "tyvende",
        "enogtyvende", "toogtyvende", "treogtyvende", "fireogtyvende", "femogtyvende", "seksogtyvende",
        "syvogtyvende", "otteogtyvende", "niogtyvende", "tredivte", "enogtredivte",
    ),
    date="den {day} {month}",
)  # fmt: skip
