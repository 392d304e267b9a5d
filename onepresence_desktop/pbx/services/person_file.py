"""The archive of one person: JSON, sounds under readable names, and a page to read it all (spec 12.4d)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import CallRecord
from onepresence_desktop.domain.meetings import CalendarSource
from onepresence_desktop.domain.messages import Message, MessageId
from onepresence_desktop.domain.messaging import SentMessage
from onepresence_desktop.domain.names import cleaned_name
from onepresence_desktop.domain.people import User
from onepresence_desktop.domain.phonebook import Contact
from onepresence_desktop.domain.shared_calls import SharedCall
from onepresence_desktop.domain.spoken import SpokenKind
from onepresence_desktop.pbx.ports import AuditEntry, Session
from onepresence_desktop.pbx.prompts import person_page
from onepresence_desktop.pbx.prompts.person_page import Link, Part
from onepresence_desktop.pbx.prompts.phrases import LANGUAGES
from onepresence_desktop.pbx.services import views
from onepresence_desktop.pbx.services.live_state import Company
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.views import StandingView

THEIRS = {
    "users": "person.json",
    "devices": "person.json",
    "group_members": "person.json",
    "groups": "person.json",
    "pickup_members": "person.json",
    "pictures": "picture",
    "diversions": "settings.json",
    "forwarding": "settings.json",
    "quick_diversions": "settings.json",
    "destinations": "settings.json",
    "voicemail_options": "settings.json",
    "preferences": "settings.json",
    "schedules": "settings.json",
    "calendars": "settings.json",
    "completions": "settings.json",
    "contacts": "contacts.json",
    "call_records": "calls.json",
    "messages": "messages.json",
    "sent_messages": "sent.json",
    "shared_calls": "shared_calls.json",
    "sessions": "sessions.json",
    "audit": "log.json",
    "spoken_sounds": "sounds",
}
"""Where in the archive the rows of each of the store's tables are."""

NOT_THEIRS = {
    "credentials": "hashes of passwords",
    "mailbox_pins": "hashes of PINs",
    "password_resets": "hashes of codes",
    "outbox": "mail and SMS on their way, and codes in them; gone within a day",
}
"""Tables that know people and aren't handed out, and why."""

SHORTEST_NAME = 60
"""Letters of a caller's name in that of a file."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store and memory have of one person. settings: as their own client sees them, and what else they set.

    spoken: WAV by kind. picture: its kind ("png") and bytes.
    """

    user: User
    settings: Mapping[str, Any]
    diversions: Sequence[StandingView]
    contacts: Sequence[Contact]
    calls: Sequence[CallRecord]
    messages: Sequence[Message]
    sent: Sequence[SentMessage]
    shared_calls: Sequence[SharedCall]
    sessions: Sequence[Session]
    log: Sequence[AuditEntry]
    recordings: Mapping[MessageId, Path]
    spoken: Mapping[SpokenKind, bytes]
    pickup_groups: Sequence[str]
    calendars: Sequence[CalendarSource] = ()
    picture: tuple[str, bytes] | None = None


def archive(company: Company, kept: Kept, now: datetime) -> bytes:
    """Blocking. The ZIP; a sound that is no longer there is left out."""
    language = person_page.known(kept.user.language)
    kept = replace(kept, recordings={one: path for one, path in kept.recordings.items() if path.exists()})
    local = now.astimezone(company.customer.zone)
    sounds = _sound_names(company, kept, language)
    files: dict[str, bytes | Path] = {
        name: codec.encode_for_people(value) for name, value in _documents(company, kept, sounds).items()
    }
    for kind, data in kept.spoken.items():
        files[f"sounds/own-{kind.value}.wav"] = data
    picture = ""
    if kept.picture is not None:
        picture = f"picture.{kept.picture[0]}"
        files[picture] = kept.picture[1]
    files["overview.html"] = person_page.page(
        language,
        name=kept.user.name,
        company=company.customer.name,
        at=local,
        parts=_parts(company, kept, sounds, language),
        files=sorted(files),
        picture=picture,
    ).encode()
    files |= {name: kept.recordings[message_id] for message_id, name in sounds.items()}
    return _zipped(files, local)


def _documents(company: Company, kept: Kept, sounds: Mapping[MessageId, str]) -> dict[str, Any]:
    user, plan = kept.user, company.dial_plan
    groups = [group for group in plan.groups.values() if user.id in group.members]
    own = {user.local_number, user.one_number, user.mobile}
    person = _plain(views.person(user)) | {
        "language": user.language,
        "hours": user.hours,
        "devices": company.devices_of(user.id),
        "groups": [
            {"name": group.name, "local_number": group.local_number, "logged_out": user.id in group.logged_out}
            for group in groups
        ],
        "mailbox_of_groups": [group.name for group in plan.groups.values() if group.mailbox == user.id],
        "on_call_for_groups": [
            group.name for group in plan.groups.values() if group.rota is not None and own & set(group.rota.turns)
        ],
        "pickup_groups": kept.pickup_groups,
    }
    return {
        "person.json": person,
        "settings.json": {**kept.settings, "calendars": kept.calendars},
        "contacts.json": kept.contacts,
        "calls.json": kept.calls,
        "messages.json": [
            _plain(message) | ({"sound": sounds[message.id]} if message.id in sounds else {})
            for message in kept.messages
        ],
        "sent.json": kept.sent,
        "shared_calls.json": [
            # The memo may be others' words.
            {"number": item.number, "name": item.name, "deeds": [deed for deed in item.deeds if deed.by == user.id]}
            for item in kept.shared_calls
        ],
        "sessions.json": [
            {"device": session.device_name, "since": session.created_at, "seen": session.seen_at}
            for session in kept.sessions
        ],
        "log.json": kept.log,
    }


def _plain(value: Any) -> dict[str, Any]:
    return codec.decode(codec.encode(value), dict[str, Any])


def _parts(company: Company, kept: Kept, sounds: Mapping[MessageId, str], language: str) -> list[Part]:
    zone, words, user = company.customer.zone, person_page.WORDS[language], kept.user

    def moment(at: datetime | None) -> str:
        return person_page.moment(language, at.astimezone(zone)) if at is not None else ""

    def who(name: str, number: str) -> str:
        return f"{name} ({number})" if name and number else name or number or words["withheld"]

    def sound(message: Message) -> str | Link:
        return Link(sounds[message.id], words["listen"]) if message.id in sounds else ""

    def length(seconds: float) -> str:
        minutes, rest = divmod(round(seconds), 60)
        return f"{minutes}:{rest:02}" if seconds else ""

    manager = company.dial_plan.users.get(user.manager) if user.manager is not None else None
    groups = [group.name for group in company.dial_plan.groups.values() if user.id in group.members]
    devices = (device.name or device.number or device.sip_user for device in company.devices_of(user.id))
    person = {
        "name": user.name,
        "local_number": user.local_number,
        "one_number": user.one_number,
        "mobile": user.mobile,
        "email": user.email,
        "job": user.title,
        "department": user.department,
        "manager": manager.name if manager is not None else "",
        "groups": ", ".join([*groups, *kept.pickup_groups]),
        "phones": ", ".join(devices),
    }
    reasons = LANGUAGES[language].REASONS
    return [
        Part("person.json", (), [(words[word], value) for word, value in person.items() if value]),
        Part(
            "settings.json",
            ("from", "until", "reason", "note", "reception_note"),
            [
                (
                    moment(one.starts_at),
                    moment(one.until),
                    one.title or reasons[one.reason],
                    one.note,
                    one.reception_note,
                )
                for one in kept.diversions
            ],
        ),
        Part(
            "contacts.json",
            ("name", "company", "numbers", "emails", "note"),
            [
                (
                    one.name,
                    one.company,
                    "\n".join(each.number for each in one.numbers),
                    "\n".join(each.address for each in one.emails),
                    one.note,
                )
                for one in kept.contacts
            ],
        ),
        Part(
            "calls.json",
            ("when", "way", "who", "length"),
            [
                (
                    moment(one.at),
                    words.get(one.direction, ""),
                    who(one.name, one.number),
                    length(one.duration.total_seconds()),
                )
                for one in kept.calls
            ],
        ),
        Part(
            "messages.json",
            ("when", "who", "text", "sound"),
            [(moment(one.at), who(one.name, one.number), one.text, sound(one)) for one in kept.messages],
        ),
        Part(
            "sent.json",
            ("when", "to", "text"),
            [
                (moment(one.at), "\n".join(to.name or to.email or to.number or "" for to in one.recipients), one.text)
                for one in kept.sent
            ],
        ),
        Part(
            "spoken",
            (),
            [
                (words[f"own-{kind.value}"], Link(f"sounds/own-{kind.value}.wav", words["listen"]))
                for kind in kept.spoken
            ],
        ),
        Part(
            "sessions.json",
            ("device", "from", "seen"),
            [(one.device_name, moment(one.created_at), moment(one.seen_at)) for one in kept.sessions],
        ),
    ]


def _sound_names(company: Company, kept: Kept, language: str) -> dict[MessageId, str]:
    """When and from whom, as any system takes it for a file's name."""
    names: dict[MessageId, str] = {}
    for message in sorted(kept.messages, key=lambda one: (one.at, one.id)):
        if message.id not in kept.recordings:
            continue
        who = message.name or message.number or person_page.WORDS[language]["withheld"]
        who = re.sub(r'[\\/:*?"<>|.]', "-", cleaned_name(who))[:SHORTEST_NAME].strip()
        stem = f"sounds/{message.at.astimezone(company.customer.zone):%Y-%m-%d %H.%M} {who}"
        taken, name, count = {each.casefold() for each in names.values()}, f"{stem}.wav", 1
        while name.casefold() in taken:
            count += 1
            name = f"{stem} ({count}).wav"
        names[message.id] = name
    return names


def _zipped(files: Mapping[str, bytes | Path], now: datetime) -> bytes:
    whole = io.BytesIO()
    stamp = now.timetuple()[:6]
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in sorted(files.items()):
            if isinstance(content, Path):
                content = content.read_bytes()
            made.writestr(zipfile.ZipInfo(name, stamp), content, zipfile.ZIP_DEFLATED)
    return whole.getvalue()
