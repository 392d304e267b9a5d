"""Swedish."""

from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.ivr import Phrase
from onepresence_desktop.pbx.prompts.clock import Speaker

PHRASES = {
    Phrase.WELCOME: "Välkommen. Du har ringt till {name}.",
    Phrase.AWAY: "Personen du söker {reason}.",
    Phrase.NO_ANSWER: "Personen du söker svarar inte just nu.",
    Phrase.BUSY: "Personen du söker är upptagen i telefon.",
    Phrase.UNREACHABLE: "Personen du söker kan inte nås just nu.",
    Phrase.OTHER_LANGUAGE: "För information på svenska, tryck fem.",
    Phrase.RECEPTION: "Tryck nio för att komma till receptionen.",
    Phrase.RECEPTION_AWAY: "Receptionen svarar inte just nu.",
    Phrase.WRONG_KEY: "Den knappen kan inte användas här.",
    Phrase.LEAVE_MESSAGE: "Lämna ett meddelande efter tonen. Avsluta med fyrkant.",
    Phrase.NO_MESSAGES: "Det går inte att lämna något meddelande. Ring gärna igen senare.",
    Phrase.MAILBOX_FULL: "Röstbrevlådan är full, så det går inte att lämna något meddelande. Ring gärna igen senare.",
    Phrase.THANKS: "Tack. Meddelandet är sparat. Hej då.",
    Phrase.NOTHING_RECORDED: "Inget meddelande spelades in. Hej då.",
    Phrase.DISK_FULL: "Tyvärr kan inget mer spelas in. Ring gärna igen senare.",
}
BACK = "{reason}, tillbaka {when}"
AGAIN = "{reason}, kan nås igen {when}"
REASONS = {
    Reason.LUNCH: "är på lunch",
    Reason.BREAK: "tar en paus",
    Reason.GONE_HOME: "har gått för dagen",
    Reason.MEETING: "sitter i möte",
    Reason.SICK: "är inte på plats",
    Reason.VACATION: "är på semester",
    Reason.TRAVEL: "är bortrest",
    Reason.COURSE: "är på kurs",
    Reason.HOME_OFFICE: "arbetar hemifrån",
    Reason.OTHER: "är inte på plats",
    Reason.DO_NOT_DISTURB: "är inte anträffbar",
}
SPEAKER = Speaker(
    hours=("tolv", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva"),
    minutes={
        0: "{this}",
        5: "fem över {this}",
        10: "tio över {this}",
        15: "kvart över {this}",
        20: "tjugo över {this}",
        25: "fem i halv {next}",
        30: "halv {next}",
        35: "fem över halv {next}",
        40: "tjugo i {next}",
        45: "kvart i {next}",
        50: "tio i {next}",
        55: "fem i {next}",
    },
    at="klockan",
    midnight="vid midnatt",
    evening="på kvällen",
    tomorrow="i morgon",
    days=("på måndag", "på tisdag", "på onsdag", "på torsdag", "på fredag", "på lördag", "på söndag"),
    months=(
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ),
    ordinals=(
        "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte",
        "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde", "nittonde", "tjugonde",
        "tjugoförsta", "tjugoandra", "tjugotredje", "tjugofjärde", "tjugofemte", "tjugosjätte", "tjugosjunde",
        "tjugoåttonde", "tjugonionde", "trettionde", "trettioförsta",
    ),
    date="den {day} {month}",
)  # fmt: skip
