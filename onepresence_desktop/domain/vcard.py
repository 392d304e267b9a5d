"""vCards as telephones and mail programs write them: versions 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350).

Read leniently, a card at a time, so that one broken card spoils no other; written as 3.0, which all of them read.
Pictures and sounds are left out.
"""

from __future__ import annotations

import contextlib
import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.names import cleaned_name
from onepresence_desktop.domain.phonebook import (
    LONGEST_MORE,
    MOST_MORE,
    Contact,
    ContactEmail,
    ContactNumber,
    EmailKind,
    PhoneKind,
)

LONGEST_LINE = 100_000
"""Characters of one property; of what is longer (a picture) nothing is kept."""

_DROPPED = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "AGENT", "VERSION", "PRODID", "REV", "BEGIN", "END"})
_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_HOME = {"HOME", "PRIVAT", "HJEM", "HEM"}
_WORK = {"WORK", "ARBEJDE", "ARBETE", "JOB", "BUSINESS"}
_PHONE_KINDS: tuple[tuple[set[str], PhoneKind], ...] = (
    ({"FAX", "HOMEFAX", "WORKFAX", "OTHERFAX", "HOME FAX", "WORK FAX"}, PhoneKind.FAX),
    ({"CELL", "MOBILE", "IPHONE", "MOBIL", "PCS"}, PhoneKind.MOBILE),
    ({"MAIN", "HOVED", "VÄXEL", "X-MAIN"}, PhoneKind.MAIN),
    (_HOME, PhoneKind.HOME),
    (_WORK, PhoneKind.WORK),
)


@dataclass(slots=True)
class Card:
    """What was read of one card. problem: why it can't be taken, or ""."""

    name: str = ""
    company: str = ""
    title: str = ""
    note: str = ""
    uid: str = ""
    numbers: list[ContactNumber] = field(default_factory=list)
    emails: list[ContactEmail] = field(default_factory=list)
    more: list[str] = field(default_factory=list)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A property: its group, name, parameters (with what they are: TYPE, ENCODING …) and value as it was written."""

    group: str
    name: str
    params: tuple[tuple[str, str], ...]
    value: str

    def types(self) -> set[str]:
        """Its types in capitals, those without a name (2.1) as well."""
        return {t.upper() for name, value in self.params if name in ("TYPE", "") for t in value.split(",")}

    @property
    def quoted_printable(self) -> bool:
        return any(value.upper() == "QUOTED-PRINTABLE" for name, value in self.params if name in ("ENCODING", ""))

    @property
    def binary(self) -> bool:
        return any(value.upper() in ("B", "BASE64") for name, value in self.params if name in ("ENCODING", ""))


def read(text: str) -> Iterator[Card]:
    """The cards of a file, one after another; a card that is cut off or holds nothing says so itself."""
    lines: list[_Line] | None = None
    depth = 0
    for line in _lines(text):
        if line.name == "BEGIN" and line.value.strip().upper() == "VCARD":
            if lines is not None and lines and lines[-1].name == "AGENT":
                depth += 1
                continue
            if lines is not None:
                yield Card(name=_card(lines).name, problem="cut_off")
            lines, depth = [], 0
        elif line.name == "END" and line.value.strip().upper() == "VCARD" and lines is not None:
            if depth:
                depth -= 1
                continue
            yield _card(lines)
            lines = None
        elif lines is not None and not depth:
            lines.append(line)
    if lines is not None:
        yield Card(name=_card(lines).name, problem="cut_off")


def _lines(text: str) -> Iterator[_Line]:
    physical = re.split(r"\r\n|\n|\r", text)
    place = 0
    while place < len(physical):
        whole = [physical[place]]
        place += 1
        head = whole[0].split(":", 1)[0].upper()
        soft = "QUOTED-PRINTABLE" in head
        size = len(whole[0])
        while place < len(physical):
            following = physical[place]
            if soft and whole[-1].endswith("="):
                whole[-1] = whole[-1][:-1]
            elif following[:1] in (" ", "\t") and following.strip():
                following = following[1:]
            else:
                break
            size += len(following)
            whole.append(following if size <= LONGEST_LINE else "")
            place += 1
        found = _line("".join(whole)) if size <= LONGEST_LINE else None
        if found is not None:
            yield found


def _line(text: str) -> _Line | None:
    head, value = _split_head(text)
    if value is None:
        return None
    name, *params = _split(head, ";", quoted=True)
    group, _, name = name.rpartition(".")
    pairs = []
    for param in params:
        key, equals, content = param.partition("=")
        pairs.append((key.strip().upper(), content.strip().strip('"')) if equals else ("", param.strip()))
    return _Line(group.strip().upper(), name.strip().upper(), tuple(pairs), value)


def _split_head(text: str) -> tuple[str, str | None]:
    quoted = False
    for place, sign in enumerate(text):
        if sign == '"':
            quoted = not quoted
        elif sign == ":" and not quoted:
            return text[:place], text[place + 1 :]
    return text, None


def _split(text: str, at: str, *, quoted: bool = False) -> list[str]:
    """At a sign that is neither escaped nor (in parameters) inside quotes."""
    if "\\" not in text and '"' not in text:
        return text.split(at)
    parts, part, escaped, inside = [], "", False, False
    for sign in text:
        if escaped:
            part, escaped = part + "\\" + sign, False
        elif sign == "\\" and not quoted:
            escaped = True
        elif sign == at and not inside:
            parts.append(part)
            part = ""
        else:
            inside = inside != (quoted and sign == '"')
            part += sign
    return [*parts, part + ("\\" if escaped else "")]


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], text)


def _value(line: _Line) -> str:
    """The value as text, still escaped."""
    if not line.quoted_printable:
        return line.value
    charset = next((value for name, value in line.params if name == "CHARSET"), "utf-8")
    raw = quopri.decodestring(line.value.encode("utf-8", errors="replace"))
    text = raw.decode("latin-1")
    for encoding in (charset, "utf-8", "cp1252"):
        with contextlib.suppress(UnicodeDecodeError, LookupError):
            text = raw.decode(encoding)
            break
    return text.replace("\r\n", "\n")


def _card(lines: list[_Line]) -> Card:
    card = Card()
    labels = {line.group: _label(_value(line)) for line in lines if line.name == "X-ABLABEL" and line.group}
    structured = ""
    for line in lines:
        if line.name in _DROPPED or line.binary:
            continue
        value = _value(line)
        label = labels.get(line.group, "")
        match line.name:
            case "FN":
                card.name = card.name or _plain(value).strip()
            case "N":
                structured = structured or _whole_name(value)
                card.more.append(f"N:{value}")
            case "ORG":
                company, *units = [_plain(part).strip() for part in _split(value, ";")]
                card.company = card.company or company
                if any(units):
                    card.more.append(f"ORG:{value}")
            case "TITLE":
                card.title = card.title or _plain(value).strip()
            case "NOTE":
                card.note = "\n".join(filter(None, (card.note, _plain(value).strip())))
            case "UID":
                card.uid = value.strip()
            case "TEL":
                number = _plain(value).strip().removeprefix("tel:").removeprefix("TEL:").split(";", 1)[0]
                if number:
                    card.numbers.append(ContactNumber(number, _phone_kind(line.types() | {label})))
            case "EMAIL":
                address = _plain(value).strip().removeprefix("mailto:")
                if address:
                    card.emails.append(ContactEmail(address, _email_kind(line.types() | {label})))
            case "X-ABLABEL":
                continue
            case _:
                _keep(card, line, value)
    card.name = card.name or structured
    if not (card.name or card.company or card.numbers or card.emails):
        card.problem = "empty"
    return card


def _keep(card: Card, line: _Line, value: str) -> None:
    """Hold on to what isn't shown, as a line of version 3.0."""
    if not re.fullmatch(r"[A-Z0-9\-]+", line.name) or not value.strip(";, \n"):
        return
    types = sorted(t for t in line.types() if re.fullmatch(r"[A-Z0-9\-]+", t) and t != "QUOTED-PRINTABLE")
    params = f";TYPE={','.join(types)}" if types else ""
    kept = f"{line.name}{params}:" + value.replace("\r", "").replace("\n", "\\n")
    if len(kept) <= LONGEST_MORE and len(card.more) < MOST_MORE:
        card.more.append(kept)


def _label(text: str) -> str:
    found = _LABEL.fullmatch(text.strip())
    return (found[1] if found else text.strip()).upper()


def _whole_name(value: str) -> str:
    family, given, additional, prefix, suffix = ([_plain(part).strip() for part in _split(value, ";")] + [""] * 5)[:5]
    return " ".join(filter(None, (prefix, given, additional, family, suffix)))


def _phone_kind(types: set[str]) -> PhoneKind:
    return next((kind for words, kind in _PHONE_KINDS if words & types), PhoneKind.OTHER)


def _email_kind(types: set[str]) -> EmailKind:
    if types & _HOME:
        return EmailKind.HOME
    return EmailKind.WORK if types & _WORK else EmailKind.OTHER


_TEL_TYPES = {
    PhoneKind.WORK: "WORK,VOICE",
    PhoneKind.MOBILE: "CELL,VOICE",
    PhoneKind.HOME: "HOME,VOICE",
    PhoneKind.MAIN: "MAIN,VOICE",
    PhoneKind.FAX: "FAX",
    PhoneKind.OTHER: "VOICE",
}


def write(contacts: Iterable[Contact]) -> str:
    """The contacts as vCards of version 3.0, lines folded to 75 bytes."""
    return "".join(_folded(line) for contact in contacts for line in _written(contact))


def _written(contact: Contact) -> Iterator[str]:
    more = [line for line in contact.more if _still_so(line, contact)]
    kept = {line.split(":", 1)[0] for line in more}
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"FN:{_escaped(contact.name)}"
    if "N" not in kept:
        given, _, family = contact.name.rpartition(" ")
        yield f"N:{_escaped(family)};{_escaped(given)};;;"
    if contact.company and "ORG" not in kept:
        yield f"ORG:{_escaped(contact.company)}"
    if contact.title:
        yield f"TITLE:{_escaped(contact.title)}"
    for number in contact.numbers:
        yield f"TEL;TYPE={_TEL_TYPES[number.kind]}:{_escaped(number.number)}"
    for email in contact.emails:
        types = "INTERNET" if email.kind is EmailKind.OTHER else f"INTERNET,{email.kind.upper()}"
        yield f"EMAIL;TYPE={types}:{_escaped(email.address)}"
    if contact.note:
        yield f"NOTE:{_escaped(contact.note)}"
    yield f"UID:{_one_line(contact.uid or contact.id)}"
    yield from map(_one_line, more)
    yield "END:VCARD"


def _still_so(line: str, contact: Contact) -> bool:
    """Whether a kept line still says what the contact says, whose name or company may have been changed."""
    name, _, value = line.partition(":")
    if name == "N":
        return cleaned_name(_whole_name(value)) == contact.name
    return name != "ORG" or cleaned_name(_plain(_split(value, ";")[0])) == contact.company


def _escaped(text: str) -> str:
    return re.sub(r"([\\,;])", r"\\\1", text).replace("\r", "").replace("\n", "\\n")


def _one_line(text: str) -> str:
    return re.sub(r"[\r\n]+", " ", text)


def _folded(line: str) -> str:
    pieces, piece, size = [], "", 0
    for sign in line:
        width = len(sign.encode("utf-8", errors="replace"))
        if size + width > 75:
            pieces.append(piece)
            piece, size = "", 1
        piece += sign
        size += width
    return "\r\n ".join([*pieces, piece]) + "\r\n"


def refuse_what_is_none(text: str) -> None:
    """Raises `Invalid` for a text in which no card begins."""
    if not re.search(r"(?im)^begin:vcard", text):
        raise Invalid(field="", problem="no_vcard")
