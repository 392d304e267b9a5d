"""The demo company (spec 0.1): invented people, diversions, messages and calls, the same for the same seed."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction, TraceEntry, TraceKind
from onepresence_desktop.domain.diversion import (
    OPEN,
    RECEPTION,
    VOICEMAIL,
    Destination,
    DestinationKind,
    Diversion,
    DiversionId,
    QuickDiversion,
    QuickDiversionId,
    Reason,
)
from onepresence_desktop.domain.people import (
    Customer,
    CustomerId,
    Device,
    DeviceId,
    DeviceKind,
    GroupId,
    HuntGroup,
    Role,
    User,
    UserId,
    WorkingHours,
)
from onepresence_desktop.pbx.demo_contacts import STARRED, contacts
from onepresence_desktop.pbx.demo_hours import at_work, off_work
from onepresence_desktop.pbx.demo_messages import NAMES, messages, standard
from onepresence_desktop.pbx.ports import Credential, SipSecret, Store
from onepresence_desktop.wire.demo import LOCAL_NUMBER, PASSWORD

CUSTOMER = Customer(CustomerId("demo"), "100", "Nordlys A/S")
ME = UserId("demo-2101")
RECEPTION_NUMBER = "1002100"
"""The number of the group that answers for the company."""
MY_NUMBER = LOCAL_NUMBER


@dataclass(frozen=True, slots=True)
class Person:
    """A line of the staff list: last four digits, name, title, department, language of the mailbox."""

    extension: str
    name: str
    title: str
    department: str
    language: str = "da"
    role: Role = Role.USER
    mobile: bool = True


STAFF = (
    Person("2101", "Sofie Engdal", "Kundechef", "Kundeservice", role=Role.ADMINISTRATOR),
    Person("2102", "Bodil Kragelund", "Receptionist", "Reception", role=Role.RECEPTIONIST, mobile=False),
    Person("2103", "Tue Hammerum", "Receptionist", "Reception", role=Role.RECEPTIONIST, mobile=False),
    Person("2104", "Line Bækvang", "HR-partner", "Ledelse"),
    Person("2105", "Henrik Thorsager", "Direktør", "Ledelse"),
    Person("2106", "Agnete Winsløw", "Økonomidirektør", "Ledelse"),
    Person("2112", "Anders Holmvig", "Salgschef", "Salg"),
    Person("2113", "Saga Lindåker", "Säljare", "Salg", "sv"),
    Person("2114", "Oskar Thorning", "Key account manager", "Salg"),
    Person("2115", "Troels Kjærby", "Sælger", "Salg"),
    Person("2116", "Vera Holmgaard", "Salgskoordinator", "Salg", mobile=False),
    Person("2117", "Yrsa Munkholm", "Tilbudsansvarlig", "Salg"),
    Person("2118", "Johanne Hansen", "Sælger", "Salg"),
    Person("2120", "Amina Rahbæk", "Regnskabschef", "Økonomi", mobile=False),
    Person("2121", "Birgit Fuglkær", "Bogholder", "Økonomi"),
    Person("2122", "Søren Ågård", "Controller", "Økonomi"),
    Person("2123", "Kirsten Odderskov", "Lønansvarlig", "Økonomi", mobile=False),
    Person("2140", "Mette Lundgaard-Riis", "Teamleder", "Kundeservice"),
    Person("2147", "Freja Nørlund", "Kundekonsulent", "Kundeservice"),
    Person("2148", "Nadia Solkær", "Kundekonsulent", "Kundeservice"),
    Person("2149", "Hans Brøndsted", "Kundekonsulent", "Kundeservice"),
    Person("2150", "Ellen Stavnsholt", "Kundekonsulent", "Kundeservice", mobile=False),
    Person("2151", "Ida Marie Svanholm-Pedersen", "Kommunikationsansvarlig", "Marketing"),
    Person("2152", "Gustav Rindom", "Grafiker", "Marketing"),
    Person("2153", "Emma Whitfield", "Content manager", "Marketing", "en"),
    Person("2163", "Emil Storbæk", "Lagermedarbejder", "Lager og logistik"),
    Person("2164", "Poul Erik Damsbo", "Lagerchef", "Lager og logistik"),
    Person("2166", "Karin Åstrand", "Inköpare", "Lager og logistik", "sv"),
    Person("2167", "Viggo Skovlund", "Chauffør", "Lager og logistik"),
    Person("2175", "Kasper Dalbyager", "Projektleder", "Udvikling"),
    Person("2176", "Astrid Fjeldhøj", "Systemudvikler", "Udvikling"),
    Person("2177", "Mikkel Østerdal", "Systemudvikler", "Udvikling"),
    Person("2178", "Rasmus Lykkegaard", "Tester", "Udvikling"),
    Person("2179", "Priya Nandakumar", "Software engineer", "Udvikling", "en"),
    Person("2180", "Lars-Göran Ekvall", "Arkitekt", "Udvikling", "sv"),
    Person("2184", "Jeppe Vindelev", "Servicetekniker", "Service Vest"),
    Person("2185", "Dorthe Klitgaard", "Serviceleder", "Service Vest"),
    Person("2186", "Bjarke Tinghøj", "Servicetekniker", "Service Vest"),
    Person("2190", "Camilla Ravnsbjerg", "Servicetekniker", "Service Øst"),
    Person("2191", "Nikolaj Egeskov", "Servicetekniker", "Service Øst"),
    Person("2192", "Signe Bakkegaard", "Serviceleder", "Service Øst"),
)

MANAGERS = {
    "2105": ("2101", "2104", "2106", "2112", "2164", "2175", "2185", "2192"),
    "2101": ("2140",),
    "2140": ("2147", "2148", "2149", "2150"),
    "2112": ("2113", "2114", "2115", "2116", "2117", "2118"),
    "2106": ("2120",),
    "2120": ("2121", "2122", "2123"),
    "2151": ("2152", "2153"),
    "2164": ("2163", "2166", "2167"),
    "2175": ("2176", "2177", "2178", "2179", "2180"),
    "2185": ("2184", "2186"),
    "2192": ("2190", "2191"),
}
"""Who reports to whom; the reception has nobody above it."""
AT_WORK, OFF_WORK = ("2101", "2140", "2112", "2147"), ("2116",)
"""Whose working hours are known; the others are there whenever their phones are."""


def user_id(person: Person) -> UserId:
    """Stable over runs, so that pictures and avatars stay the same."""
    return UserId(f"demo-{person.extension}")


def _user(person: Person, now: datetime) -> User:
    first, *_, last = person.name.lower().replace("-", " ").split()
    mail = f"{first[:1]}{last[:2]}@nordlys.example".translate(str.maketrans("øæåö", "oaao"))
    return User(
        user_id(person),
        CUSTOMER.id,
        CUSTOMER.code + person.extension,
        person.name,
        email=mail,
        mobile=f"+45201234{person.extension[2:]}" if person.mobile else None,
        one_number=f"+453312{person.extension}",
        title=person.title,
        department=person.department,
        role=person.role,
        language=person.language,
        hours=_hours(person, now),
        manager=next((UserId(f"demo-{m}") for m, team in MANAGERS.items() if person.extension in team), None),
    )


def _hours(person: Person, now: datetime) -> WorkingHours:
    zone = CUSTOMER.zone
    if person.extension in OFF_WORK:
        return off_work(now, zone)
    return at_work(now, zone) if person.extension in AT_WORK else WorkingHours()


def _devices(person: Person) -> list[Device]:
    owner = user_id(person)
    number = CUSTOMER.code + person.extension
    desk = Device(DeviceId(f"{owner}-d"), CUSTOMER.id, owner, DeviceKind.DESK, f"{number}-d", "Bordtelefon")
    if not person.mobile:
        return [desk]
    mobile = Device(DeviceId(f"{owner}-m"), CUSTOMER.id, owner, DeviceKind.MOBILE, f"{number}-m", "Mobil")
    return [desk, mobile]


def _diversions(now: datetime) -> list[Diversion]:
    def away(
        extension: str,
        reason: Reason,
        minutes: int | None,
        *,
        note: str = "",
        destination: Destination = VOICEMAIL,
        reception_note: str = "",
    ) -> Diversion:
        ends = None if minutes is None else now + timedelta(minutes=minutes)
        owner = UserId(f"demo-{extension}")
        started = now - timedelta(minutes=12)
        return Diversion(
            DiversionId(f"demo-d{extension}"),
            owner,
            reason,
            started,
            ends,
            destination,
            started,
            note,
            reception_note,
        )

    to_mette = Destination(DestinationKind.NUMBER, CUSTOMER.code + "2140")
    return [
        away("2112", Reason.LUNCH, 24, note="ring til Mette", destination=to_mette),
        away("2184", Reason.VISIT, 140),
        away("2175", Reason.MEETING, 55, destination=OPEN),
        away("2105", Reason.TRAVEL, 60 * 30, note="i Göteborg", reception_note="Kun haster; ring til Agnete"),
        away("2122", Reason.VACATION, 60 * 24 * 6, destination=RECEPTION),
        away("2178", Reason.SICK, None),
        away("2153", Reason.HOME_OFFICE, 60 * 5, destination=OPEN),
        away("2186", Reason.COURSE, 60 * 4),
        away("2114", Reason.DO_NOT_DISTURB, 45),
        away("2150", Reason.BREAK, 4),
        away("2167", Reason.GONE_HOME, 60 * 15),
    ]


def _history(now: datetime, rng: random.Random) -> list[CallRecord]:
    records = []
    at = now - timedelta(minutes=9)
    colleagues = [p for p in STAFF if p.extension != "2101"]
    for n in range(46):
        direction = rng.choices(list(Direction.known()), [5, 5, 3])[0]
        if rng.random() < 0.5:
            person = rng.choice(colleagues)
            number, name = CUSTOMER.code + person.extension, person.name
        else:
            number, name = rng.choice(list(NAMES.items()))
            if rng.random() < 0.3:
                number, name = f"+45{rng.randrange(70101000, 70101999)}", ""
        missed = direction is Direction.MISSED
        voicemail = missed and rng.random() < 0.4
        forwarded = CUSTOMER.code + "2112" if direction is Direction.INCOMING and rng.random() < 0.15 else ""
        trace = [TraceEntry(TraceKind.DIALLED, MY_NUMBER, "Sofie Engdal", at=at)]
        if forwarded:
            trace.append(TraceEntry(TraceKind.DIVERTED, forwarded, "Anders Holmvig", why="lunch", at=at))
        trace.append(TraceEntry(TraceKind.RANG, MY_NUMBER, "Sofie Engdal", ME, at=at))
        if voicemail:
            gave_up = at + timedelta(seconds=20)
            trace.append(TraceEntry(TraceKind.FORWARDED, MY_NUMBER, "Sofie Engdal", ME, why="cfnr", at=gave_up))
            trace.append(TraceEntry(TraceKind.VOICEMAIL, MY_NUMBER, "Sofie Engdal", ME, at=gave_up))
        elif not missed:
            trace.append(TraceEntry(TraceKind.ANSWERED, MY_NUMBER, "Sofie Engdal", ME, at=at + timedelta(seconds=7)))
        records.append(
            CallRecord(
                f"demo-r{n}",
                CallId(f"demo-c{n}"),
                ME,
                direction,
                number,
                name,
                at,
                timedelta() if missed else timedelta(seconds=rng.randrange(8, 900)),
                Cause.NO_ANSWER if missed else Cause.NORMAL,
                "desk" if rng.random() < 0.7 else "mobile",
                forwarded,
                voicemail,
                tuple(trace),
            )
        )
        at -= timedelta(minutes=rng.randrange(11, 190))
    return records


def _reception() -> HuntGroup:
    """The user serves there, too, and is logged out: the page shows it, and their own phone has its peace."""
    members = tuple(user_id(person) for person in STAFF if person.role is Role.RECEPTIONIST)
    return HuntGroup(
        GroupId("demo-reception"), CUSTOMER.id, RECEPTION_NUMBER, "Reception", (*members, ME),
        reception=True, seconds=120, logged_out=(ME,),
    )  # fmt: skip


async def seed(store: Store, hash_password: Callable[[str], Awaitable[str]], now: datetime, *, seed: int = 1) -> None:
    """Fill an empty store with the demo company; what its messages say is spoken later (`demo_messages.Sounds`)."""
    rng = random.Random(seed)
    hashed = await hash_password(PASSWORD)
    async with store.unit() as unit:
        await unit.people.put_customer(CUSTOMER)
        for person in STAFF:
            await unit.people.put_user(_user(person, now))
            await unit.credentials.put_credential(Credential(user_id(person), hashed, False))
            for device in _devices(person):
                secret = SipSecret(device.id, hashlib.sha256(f"{seed}{device.id}".encode()).hexdigest()[:16])
                await unit.people.put_device(device, secret)
        await unit.people.put_group(_reception())
        service = tuple(user_id(p) for p in STAFF if p.department == "Kundeservice" and p.extension != "2101")
        await unit.people.put_group(HuntGroup(GroupId("demo-service"), CUSTOMER.id, "1002199", "Kundeservice", service))
        for diversion in _diversions(now):
            await unit.diversions.put(diversion)
        visit = QuickDiversion(
            QuickDiversionId("demo-visit"), "Kundebesøg", "reason-visit", Reason.VISIT, VOICEMAIL, clock="15:00"
        )
        await unit.diversions.put_quick(ME, visit, 0)
        favourites = '["demo-2140","demo-2112","demo-2147","demo-2175"]'
        await unit.preferences.put(ME, "favourites", favourites)
        for record in _history(now, rng):
            await unit.history.put(record)
        await unit.contacts.put(contacts(CUSTOMER.id, ME, now))
        await unit.preferences.put(ME, "favourite_contacts", json.dumps(STARRED))
        for message in messages(ME, now):
            await unit.messages.put(message)
        for text in standard(CUSTOMER.id):
            await unit.messaging.put_standard(text)
