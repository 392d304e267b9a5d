"""Swedish."""

from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.ivr import Phrase
from onepresence_desktop.pbx.prompts.clock import Speaker

PHRASES = {
    Phrase.WELCOME: "Välkommen. Du har ringt till {name}.",
    Phrase.AWAY: "Personen är {reason}.",
    Phrase.NO_ANSWER: "Personen svarar inte just nu.",
    Phrase.BUSY: "Personen är upptagen i telefon.",
    Phrase.UNREACHABLE: "Personen kan inte nås just nu.",
    Phrase.OTHER_LANGUAGE: "För information på svenska, tryck fem.",
    Phrase.RECEPTION: "Tryck nio för att komma till receptionen.",
    Phrase.LEAVE_MESSAGE: "Lämna ett meddelande efter tonen. Avsluta med fyrkant.",
    Phrase.NO_MESSAGES: "Det går inte att lämna meddelande. Ring gärna igen senare.",
    Phrase.MAILBOX_FULL: "Röstbrevlådan är full, så det går inte att lämna meddelande. Ring gärna igen senare.",
    Phrase.THANKS: "Tack. Meddelandet är sparat. Hej då.",
    Phrase.NOTHING_RECORDED: "Inget meddelande spelades in. Hej då.",
    Phrase.DISK_FULL: "Tyvärr kan inget mer spelas in. Ring gärna igen senare.",
}
BACK = "{reason}, tillbaka {when}"
REASONS = {
    Reason.LUNCH: "på lunch",
    Reason.BREAK: "på rast",
    Reason.GONE_HOME: "gått för dagen",
    Reason.MEETING: "på möte",
    Reason.SICK: "inte på plats",
    Reason.VACATION: "på semester",
    Reason.TRAVEL: "på resa",
    Reason.COURSE: "på kurs",
    Reason.HOME_OFFICE: "på hemmakontoret",
    Reason.OTHER: "inte på plats",
    Reason.DO_NOT_DISTURB: "inte anträffbar",
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
    tomorrow="i morgon",
    days=("på måndag", "på tisdag", "på onsdag", "på torsdag", "på fredag", "på lördag", "på söndag"),
    months=(
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ),
    date="den {day} {month}",
    ordinal={n: f"{n}:{'a' if n in (1, 2, 21, 22, 31) else 'e'}" for n in range(1, 32)},
)  # fmt: skip
