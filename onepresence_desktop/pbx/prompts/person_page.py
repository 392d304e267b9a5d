"""The page in a person's archive that people read: words and tables of what is kept (spec 12.4d)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from urllib.parse import quote

from onepresence_desktop.pbx.prompts import letters

WORDS = {
    "da": {
        "title": "Oplysninger om {name}",
        "made": "Hentet fra OnePresence hos {company} den {at}.",
        "files": "Filerne ved siden af siger det samme og mere, så at andre programmer kan læse det:",
        "picture": "Billede",
        "person.json": "Person, telefoner og grupper",
        "settings.json": "Indstillinger, viderestillinger og skemaer",
        "contacts.json": "Egne kontakter",
        "calls.json": "Opkald",
        "messages.json": "Beskeder",
        "sent.json": "Sendte beskeder",
        "shared_calls.json": "Gruppens ubesvarede opkald, som personen har taget sig af",
        "sessions.json": "Hvor personen er logget ind",
        "log.json": "Hvad personen har gjort og hvad der er gjort ved dem, ifølge loggen",
        "spoken": "Egne optagelser",
        "name": "Navn",
        "local_number": "Lokalnummer",
        "one_number": "OneNumber",
        "mobile": "Mobil",
        "email": "E-mail",
        "job": "Titel",
        "department": "Afdeling",
        "manager": "Leder",
        "groups": "Grupper",
        "phones": "Telefoner",
        "from": "Fra",
        "until": "Til",
        "reason": "Grund",
        "note": "Note",
        "reception_note": "Til receptionen",
        "company": "Firma",
        "numbers": "Numre",
        "emails": "E-mail",
        "when": "Hvornår",
        "way": "Retning",
        "incoming": "ind",
        "outgoing": "ud",
        "missed": "ubesvaret",
        "who": "Hvem",
        "length": "Længde",
        "text": "Tekst",
        "sound": "Lyd",
        "listen": "Hør",
        "to": "Til",
        "device": "Enhed",
        "seen": "Sidst set",
        "own-name": "Navn, som personen har indtalt",
        "own-greeting": "Hilsen, som personen har indtalt",
        "withheld": "skjult nummer",
    },
    "sv": {
        "title": "Uppgifter om {name}",
        "made": "Hämtat från OnePresence hos {company} den {at}.",
        "files": "Filerna bredvid säger samma sak och mer, så att andra program kan läsa det:",
        "picture": "Bild",
        "person.json": "Person, telefoner och grupper",
        "settings.json": "Inställningar, hänvisningar och scheman",
        "contacts.json": "Egna kontakter",
        "calls.json": "Samtal",
        "messages.json": "Meddelanden",
        "sent.json": "Skickade meddelanden",
        "shared_calls.json": "Gruppens missade samtal som personen har tagit hand om",
        "sessions.json": "Var personen är inloggad",
        "log.json": "Vad personen har gjort och vad som har gjorts med dem, enligt loggen",
        "spoken": "Egna inspelningar",
        "name": "Namn",
        "local_number": "Anknytning",
        "one_number": "OneNumber",
        "mobile": "Mobil",
        "email": "E-post",
        "job": "Titel",
        "department": "Avdelning",
        "manager": "Chef",
        "groups": "Grupper",
        "phones": "Telefoner",
        "from": "Från",
        "until": "Till",
        "reason": "Orsak",
        "note": "Anteckning",
        "reception_note": "Till receptionen",
        "company": "Företag",
        "numbers": "Nummer",
        "emails": "E-post",
        "when": "När",
        "way": "Riktning",
        "incoming": "in",
        "outgoing": "ut",
        "missed": "missat",
        "who": "Vem",
        "length": "Längd",
        "text": "Text",
        "sound": "Ljud",
        "listen": "Lyssna",
        "to": "Till",
        "device": "Enhet",
        "seen": "Senast sedd",
        "own-name": "Namn som personen har spelat in",
        "own-greeting": "Hälsning som personen har spelat in",
        "withheld": "dolt nummer",
    },
    "en": {
        "title": "What is kept about {name}",
        "made": "Taken from OnePresence at {company} on {at}.",
        "files": "The files beside this page say the same and more, for other programs to read:",
        "picture": "Picture",
        "person.json": "Person, phones and groups",
        "settings.json": "Settings, diversions and schedules",
        "contacts.json": "Own contacts",
        "calls.json": "Calls",
        "messages.json": "Messages",
        "sent.json": "Sent messages",
        "shared_calls.json": "Missed calls of a group that the person took care of",
        "sessions.json": "Where the person is signed in",
        "log.json": "What the person did, and what was done to them, by the log",
        "spoken": "Own recordings",
        "name": "Name",
        "local_number": "Local number",
        "one_number": "OneNumber",
        "mobile": "Mobile",
        "email": "E-mail",
        "job": "Title",
        "department": "Department",
        "manager": "Manager",
        "groups": "Groups",
        "phones": "Phones",
        "from": "From",
        "until": "Until",
        "reason": "Reason",
        "note": "Note",
        "reception_note": "For the reception",
        "company": "Company",
        "numbers": "Numbers",
        "emails": "E-mail",
        "when": "When",
        "way": "Direction",
        "incoming": "in",
        "outgoing": "out",
        "missed": "missed",
        "who": "Who",
        "length": "Length",
        "text": "Text",
        "sound": "Sound",
        "listen": "Listen",
        "to": "To",
        "device": "Device",
        "seen": "Last seen",
        "own-name": "Name as the person recorded it",
        "own-greeting": "Greeting as the person recorded it",
        "withheld": "withheld number",
    },
}

_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#1b1d22}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3em .8em .3em 0;"
    "border-bottom:1px solid #d8dbe2;white-space:pre-wrap;overflow-wrap:anywhere}h2{margin-top:2em}img{max-width:8em}"
)


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads to a file of the archive."""

    file: str
    text: str


Cell = str | Link


@dataclass(frozen=True, slots=True)
class Part:
    """A table: its heading and those of its columns (words; none: the rows name themselves), and its rows."""

    word: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


def known(language: str) -> str:
    """The language of the page for somebody who speaks `language`."""
    return language if language in WORDS else "en"


def moment(language: str, at: datetime) -> str:
    """Day and time as they are written. at: in the company's zone."""
    return letters.moment(known(language), at)


def page(
    language: str, *, name: str, company: str, at: datetime, parts: Sequence[Part], files: Sequence[str], picture: str
) -> str:
    """The whole page, in da, sv or en (any other: en). files, picture: names in the archive; "" for no picture."""
    words = WORDS[known(language)]
    title = escape(words["title"].format(name=name))
    listed = "".join(f"<li>{_cell(Link(file, file))} – {escape(words[file])}</li>" for file in files if file in words)
    shown = f'<p><img src="{quote(picture)}" alt="{escape(words["picture"])}"></p>' if picture else ""
    made = escape(words["made"].format(company=company, at=moment(language, at)))
    return (
        f'<!DOCTYPE html>\n<html lang="{known(language)}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head>\n<body><h1>{title}</h1><p>{made}</p>{shown}\n"
        + "\n".join(_table(part, words) for part in parts if part.rows)
        + f"\n<p>{escape(words['files'])}</p><ul>{listed}</ul></body></html>\n"
    )


def _table(part: Part, words: dict[str, str]) -> str:
    head = "".join(f"<th>{escape(words[column])}</th>" for column in part.columns)
    rows = "\n".join(f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>" for row in part.rows)
    return f"<h2>{escape(words[part.word])}</h2><table>{f'<tr>{head}</tr>' if head else ''}{rows}</table>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Link):
        return f'<a href="{quote(cell.file)}">{escape(cell.text)}</a>'
    return f'<span dir="auto">{escape(cell)}</span>' if cell else ""
