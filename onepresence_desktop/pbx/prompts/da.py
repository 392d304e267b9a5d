"""Danish."""

from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.ivr import Phrase
from onepresence_desktop.pbx.prompts.clock import Speaker

PHRASES = {
    Phrase.WELCOME: "Velkommen. Du har ringet til {name}.",
    Phrase.SKIP: "Tryk firkant for at gå direkte til tonen.",
    Phrase.AWAY: "{name} {reason}.",
    Phrase.NO_ANSWER: "{name} svarer ikke i øjeblikket.",
    Phrase.BUSY: "{name} er optaget i telefonen.",
    Phrase.UNREACHABLE: "{name} kan ikke træffes i øjeblikket.",
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
    Phrase.NO_LINE: "Der er ingen linje ud af huset i øjeblikket. Prøv igen senere.",
    Phrase.NOT_ABROAD: "Der må ikke ringes til det land fra denne telefon.",
    Phrase.NOT_PREMIUM: "Der må ikke ringes til den slags numre fra denne telefon.",
    Phrase.LINES_BUSY: "Alle linjer ud af huset er optaget. Prøv igen senere.",
    Phrase.TOO_MANY_CALLS: "Der er ringet for mange gange fra denne telefon inden for den sidste time.",
    Phrase.CODE_UNKNOWN: "Den kode kendes ikke.",
    Phrase.CODE_REFUSED: "Det kunne ikke lade sig gøre.",
    Phrase.DIVERTED: "Dine opkald er nu viderestillet.",
    Phrase.OPENED: "Din telefon er åben igen.",
    Phrase.FORWARDING_SET: "Viderestillingen er ændret.",
    Phrase.NOT_DISTURBED: "Du bliver ikke forstyrret nu.",
    Phrase.DISTURBED: "Du kan træffes igen.",
    Phrase.LOGGED_IN: "Du er logget ind i gruppen.",
    Phrase.LOGGED_OUT: "Du er logget ud af gruppen.",
    Phrase.NOT_LET_IN: "Dit opkald kan ikke modtages.",
    Phrase.NOT_ANONYMOUS: "Her modtages ikke opkald med hemmeligt nummer. Ring igen og vis dit nummer.",
    Phrase.PHONE_LOST: "Forbindelsen blev desværre afbrudt.",
    Phrase.PHONE_LOST_WAIT: "Forbindelsen blev desværre afbrudt. Vent venligst, så bliver du stillet om.",
    Phrase.COMPANY_CLOSED: "Der er lukket i øjeblikket. Ring venligst igen i åbningstiden.",
    Phrase.COMPANY_NOBODY: "Ingen kan tage telefonen i øjeblikket. Ring venligst igen senere.",
    Phrase.TEXT: "{name}",
    Phrase.PRESS_ONE: "Du har et opkald på dit kontornummer. Tryk et for at tage det.",
    Phrase.PIN: "Indtast din pinkode, og afslut med firkant.",
    Phrase.PIN_OF: "Indtast pinkoden til postkassen for {name}, og afslut med firkant.",
    Phrase.PIN_WRONG: "Pinkoden er forkert.",
    Phrase.PIN_LOCKED: "Der er tastet forkert for mange gange. Prøv igen senere.",
    Phrase.NO_PIN: "Der er ikke valgt en pinkode til postkassen. Vælg en i programmet først.",
    Phrase.NO_NEW: "Der er ingen nye beskeder.",
    Phrase.ONE_NEW: "Der er en ny besked.",
    Phrase.SOME_NEW: "Der er {count} nye beskeder.",
    Phrase.NO_SAVED: "Der er ingen gemte beskeder.",
    Phrase.ONE_SAVED: "Der er en gemt besked.",
    Phrase.SOME_SAVED: "Der er {count} gemte beskeder.",
    Phrase.OWNER_KEYS: "Tryk et for nye beskeder, to for gemte beskeder, tre for at indtale dit navn, "
    "fire for at indtale din hilsen, og stjerne for at slutte.",
    Phrase.MESSAGE_FROM: "Besked fra {name}, {when}.",
    Phrase.MESSAGE_WITHHELD: "Besked fra et skjult nummer, {when}.",
    Phrase.MESSAGE_KEYS: "Tryk et for at høre beskeden igen, to for at gemme den, tre for at slette den, "
    "fire for den forrige, fem for at ringe tilbage, og seks for den næste.",
    Phrase.MESSAGE_KEPT: "Beskeden er gemt.",
    Phrase.MESSAGE_DELETED: "Beskeden er slettet. Tryk tre for at fortryde.",
    Phrase.MESSAGE_RESTORED: "Beskeden er ikke slettet.",
    Phrase.NO_MORE: "Der er ikke flere beskeder.",
    Phrase.CANNOT_CALL: "Der kan ikke ringes tilbage til det nummer.",
    Phrase.RECORD_NAME: "Sig dit navn efter tonen, og afslut med firkant.",
    Phrase.RECORD_GREETING: "Indtal din hilsen efter tonen, og afslut med firkant.",
    Phrase.REVIEW_KEYS: "Tryk et for at høre optagelsen, to for at bruge den, tre for at indtale igen, "
    "og stjerne for at lade være.",
    Phrase.SPOKEN_KEPT: "Optagelsen er gemt.",
    Phrase.NOTHING_HEARD: "Der blev ikke optaget noget.",
    Phrase.GOODBYE: "Farvel.",
    Phrase.COMPLETION_SET: "Du bliver ringet op, når {name} er ledig.",
    Phrase.NOBODY_MISSED: "Der er ingen kollega, som du har ringet forgæves til.",
    Phrase.PARKED_AT: "Opkaldet er parkeret på {name}.",
    Phrase.NOBODY_PARKED: "Der er ikke parkeret noget opkald på den plads.",
    Phrase.NOTHING_RINGS: "Der ringer ingen telefon, som du kan tage.",
    Phrase.NOTHING_TO_PARK: "Der er intet opkald at parkere. Sæt det på hold først.",
}
ALWAYS_AA = ("aaron", "isaac", "isaak", "kanaan", "saad", "aaliyah")
"""Parts of names in which "aa" is no "å"."""


def spoken(name: str) -> str:
    """A name as it is to be read aloud: "aa" is the old way to write "å" (Kjærgaard), but the voice says a long a."""
    words = [word if any(one in word.lower() for one in ALWAYS_AA) else _with_rings(word) for word in name.split(" ")]
    return " ".join(words)


def _with_rings(word: str) -> str:
    return word.replace("AA", "Å").replace("Aa", "Å").replace("aa", "å")


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
    Reason.VISIT: "er på besøg hos en kunde",
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
    today="i dag",
    yesterday="i går",
    past_days=("i mandags", "i tirsdags", "i onsdags", "i torsdags", "i fredags", "i lørdags", "i søndags"),
    parts=(
        (5, "om natten"), (9, "om morgenen"), (12, "om formiddagen"), (18, "om eftermiddagen"), (24, "om aftenen"),
    ),
    date="den {day} {month}",
)  # fmt: skip
