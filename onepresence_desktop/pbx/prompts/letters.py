"""What the service writes to people, in their language: subject and text of each kind of mail, and names in records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail's words. short: the same in the few places of an SMS."""

    subject: str
    text: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    subject: str
    text: str
    attached: str
    link: str
    heard: str
    unknown: str
    greeting: str
    short: str


_FORMER = {"da": "Tidligere kollega", "sv": "Tidigare kollega", "en": "Former colleague"}

_VOICEMAIL = {
    "da": _Words(
        "Ny besked fra {who}",
        "{who} har lagt en besked på {length} den {day} kl. {time}.",
        "Beskeden er vedhæftet som lydfil.",
        "Åbn den i OnePresence:",
        "Sådan har et program hørt beskeden, og det kan tage fejl:",
        "skjult nummer",
        "Venlig hilsen\nOneVoicemail",
        "Ny talebesked ({length}) fra {who} kl. {time}.",
    ),
    "sv": _Words(
        "Nytt meddelande från {who}",
        "{who} har lämnat ett meddelande på {length} den {day} kl. {time}.",
        "Meddelandet är bifogat som ljudfil.",
        "Öppna det i OnePresence:",
        "Så här har ett program uppfattat meddelandet, och det kan höra fel:",
        "dolt nummer",
        "Vänliga hälsningar\nOneVoicemail",
        "Nytt röstmeddelande ({length}) från {who} kl. {time}.",
    ),
    "en": _Words(
        "New message from {who}",
        "{who} left a message of {length} on {day} at {time}.",
        "The message is attached as a sound file.",
        "Open it in OnePresence:",
        "This is what a program heard, and it may be wrong:",
        "withheld number",
        "Kind regards\nOneVoicemail",
        "New voicemail ({length}) from {who} at {time}.",
    ),
}

_RESET = {
    "da": Letter(
        "Kode til ny adgangskode",
        "Din kode er {code}. Den gælder i {minutes} minutter.\n\n"
        "Har du ikke bedt om den, kan du se bort fra denne mail; din adgangskode er uændret.\n",
        "Din kode til OnePresence er {code}. Den gælder i {minutes} minutter.",
    ),
    "sv": Letter(
        "Kod för nytt lösenord",
        "Din kod är {code}. Den gäller i {minutes} minuter.\n\n"
        "Har du inte bett om den kan du bortse från det här mejlet; ditt lösenord är oförändrat.\n",
        "Din kod till OnePresence är {code}. Den gäller i {minutes} minuter.",
    ),
    "en": Letter(
        "Code for a new password",
        "Your code is {code}. It is valid for {minutes} minutes.\n\n"
        "If you didn't ask for it, ignore this mail; your password is unchanged.\n",
        "Your OnePresence code is {code}. It is valid for {minutes} minutes.",
    ),
}

_PASSWORD = {
    "da": Letter(
        "Din adgangskode er ændret",
        "Adgangskoden til din telefon i OnePresence blev ændret den {day} kl. {time}.\n\n"
        "Var det ikke dig, så kontakt jeres administrator med det samme.\n",
    ),
    "sv": Letter(
        "Ditt lösenord har ändrats",
        "Lösenordet till din telefon i OnePresence ändrades den {day} kl. {time}.\n\n"
        "Om det inte var du, kontakta genast er administratör.\n",
    ),
    "en": Letter(
        "Your password was changed",
        "The password of your phone in OnePresence was changed on {day} at {time}.\n\n"
        "If that wasn't you, tell your administrator at once.\n",
    ),
}

_BY_RECEPTION = {
    "da": Letter(
        "Din viderestilling er ændret",
        "{by} har {what} din telefon.\n\nDu kan se og ændre det i OnePresence.\n",
        "{by} har {what} din telefon.",
    ),
    "sv": Letter(
        "Din hänvisning har ändrats",
        "{by} har {what} din telefon.\n\nDu kan se och ändra det i OnePresence.\n",
        "{by} har {what} din telefon.",
    ),
    "en": Letter(
        "Your diversion was changed",
        "{by} has {what} your phone.\n\nYou can see and change it in OnePresence.\n",
        "{by} has {what} your phone.",
    ),
}
_DONE = {
    "da": ("viderestillet", "åbnet"),
    "sv": ("hänvisat", "öppnat"),
    "en": ("diverted", "opened"),
}

_TRIAL = {
    "da": Letter(
        "Prøve fra OnePresence",
        "Forbindelsen virker: telefonsystemet kan sende mail.\n",
        "Prøve fra OnePresence: telefonsystemet kan sende SMS.",
    ),
    "sv": Letter(
        "Prov från OnePresence",
        "Anslutningen fungerar: telefonsystemet kan skicka mejl.\n",
        "Prov från OnePresence: telefonsystemet kan skicka sms.",
    ),
    "en": Letter(
        "Trial from OnePresence",
        "The connection works: the telephone system can send mail.\n",
        "Trial from OnePresence: the telephone system can send SMS.",
    ),
}

_DAYS = {"da": "{at.day}.{at.month}.{at.year}", "sv": "{at:%Y-%m-%d}", "en": "{at.day} {at:%B} {at.year}"}
_AT = {"da": "kl. ", "sv": "kl. ", "en": ""}
_TIMES = {"da": "{at:%H.%M}", "sv": "{at:%H:%M}", "en": "{at:%H:%M}"}


def moment(language: str, at: datetime) -> str:
    """Day and time as they are written (da, sv, en). at: in the company's zone."""
    return f"{_DAYS[language].format(at=at)} {_AT[language]}{_TIMES[language].format(at=at)}"


def by_reception(language: str, *, by: str, opened: bool) -> Letter:
    """To a colleague whose phone somebody of the reception diverted, or opened again (spec 11.4)."""
    words, what = _BY_RECEPTION[language], _DONE[language][opened]
    filled = (text.format(by=by, what=what) for text in (words.subject, words.text, words.short))
    return Letter(*filled)


def voicemail(
    language: str,
    *,
    name: str,
    number: str,
    seconds: float,
    at: datetime,
    attached: bool,
    link: str = "",
    heard: str = "",
) -> Letter:
    """Of a new voicemail. at: in the company's zone. name, number: of the caller, "" where not known.

    link: where it is opened, "" for nowhere. heard: what a program heard in it, "" where none did.
    """
    words = _VOICEMAIL.get(language, _VOICEMAIL["en"])
    key = language if language in _VOICEMAIL else "en"
    who = f"{name} ({number})" if name and number else name or number or words.unknown
    minutes, rest = divmod(max(1, round(seconds)), 60)
    values = {
        "who": who[:1].upper() + who[1:],
        "length": f"{minutes}:{rest:02}",
        "day": _DAYS[key].format(at=at),
        "time": _TIMES[key].format(at=at),
    }
    said = [words.heard, heard] if heard else []
    parts = [words.text.format(**values), *said, *([words.attached] if attached else [])]
    parts += [*([f"{words.link}\n{link}"] if link else []), words.greeting]
    short = words.short.format(**{**values, "who": who})
    return Letter(words.subject.format(who=who), "\n\n".join(parts) + "\n", short)


def former_colleague(language: str) -> str:
    """Who is erased, in what others keep (spec 12.4d)."""
    return _FORMER.get(language, _FORMER["en"])


def reset_code(language: str, *, code: str, minutes: int) -> Letter:
    """Of a code by which a new password is chosen."""
    words = _RESET.get(language, _RESET["en"])
    values = {"code": code, "minutes": minutes}
    return Letter(words.subject, words.text.format(**values), words.short.format(**values))


def trial(language: str) -> Letter:
    """What an administrator sends to see whether a connection works."""
    return _TRIAL.get(language, _TRIAL["en"])


def password_changed(language: str, *, at: datetime) -> Letter:
    """To somebody whose password is another one now. at: in the company's zone."""
    key = language if language in _PASSWORD else "en"
    words = _PASSWORD[key]
    return Letter(words.subject, words.text.format(day=_DAYS[key].format(at=at), time=_TIMES[key].format(at=at)))
