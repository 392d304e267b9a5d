"""Random valid offers against the mailbox and between two phones, each answer checked by `rfc3264`."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise

from onepresence_desktop.domain.diversion import VOICEMAIL, Diversion, DiversionId, Reason
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.telephony.sip import offers
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import Phone
from tests.support import rfc3264


@dataclass
class Counts:
    """What came of the offers; faulty: each with what is wrong."""

    answered: int = 0
    refused: int = 0
    faulty: list[tuple[bytes, bytes, list[str]]] = field(default_factory=list)

    def look(self, offered: bytes, answered: bytes, *, same_numbers: bool = True) -> None:
        """An offer and its answer."""
        self.answered += 1
        wrong = rfc3264.faults(offered, answered, same_numbers=same_numbers)
        if wrong:
            self.faulty.append((offered, answered, wrong))


def mailbox(count: int, seed: int) -> Counts:
    """So many calls to a mailbox: answered when there is a sound that it speaks, refused with 488 otherwise."""
    rng, counts = random.Random(seed), Counts()
    world = World(2, seed=seed)
    now = datetime.now(UTC)
    world.divert(Diversion(DiversionId("d"), UserId("p1"), Reason.LUNCH, now, None, VOICEMAIL, now))
    phone = world.phones[0]
    for _ in range(count):
        body = rfc3264.offer(rng, phone.host)
        assert not rfc3264.read(body).faults, (body, rfc3264.read(body).faults)
        phone.offers = lambda body=body: body  # type: ignore[misc]
        phone.exchanges.clear()
        late = rng.random() < 0.1
        phone.answers = lambda offered: rfc3264.answer(rng, offered, phone.host)
        dialog = phone.dial("2102", [(0.2, "bye")], offer=not late)
        world.clock.until(lambda: bool(dialog.status))
        if dialog.status == 200:
            for offered, answered in phone.exchanges:
                counts.look(offered, answered)
        else:
            counts.refused += 1
        wanted = 200 if late or rfc3264.speaks(body) else 488
        if dialog.status != wanted:
            counts.faulty.append((body, b"", [f"{dialog.status} instead of {wanted}"]))
        world.clock.run(0.5)
        _tidy(world)
    return counts


def between_phones(count: int, seed: int, *, relay: bool) -> Counts:
    """So many calls between two phones that answer whatever they are offered, with any of it."""
    rng, counts = random.Random(seed), Counts()
    world = World(2, seed=seed, relay=relay)
    caller, called = world.phones
    called.manner = [(0.05, "ring"), (0.1, "answer")]
    for phone in world.phones:
        phone.offers = lambda phone=phone: rfc3264.offer(rng, phone.host, spoken=True)  # type: ignore[misc]
        phone.answers = lambda offered, phone=phone: rfc3264.answer(rng, offered, phone.host)  # type: ignore[misc]
    for n in range(count):
        for phone in world.phones:
            phone.exchanges.clear()
            if n % 100 == 0:
                phone.register()
                world.clock.run(0.5)
        dialog = caller.dial("2102", offer=rng.random() < 0.8)
        world.clock.until(lambda: bool(dialog.status))
        world.clock.run(0.5)
        if dialog.status == 200:
            for _ in range(rng.randrange(3)):
                _offer_anew(rng, world, counts, *rng.sample(world.phones, 2))
            counts.faulty += [(b"", b"", wrong) for phone in world.phones if (wrong := _told_in_order(phone))]
        caller.hang_up(dialog)
        world.clock.run(0.5)
        if dialog.status != 200:
            counts.refused += 1
            counts.faulty.append((b"", b"", [f"the call ended with {dialog.status}"]))
        elif not all(phone.exchanges for phone in world.phones):
            counts.faulty.append((b"", b"", ["the other phone was not called"]))
        for phone in world.phones:
            for offered, answered in phone.exchanges:
                counts.look(offered, answered)
        _tidy(world)
    return counts


def every_combination(*, relay: bool, share: int = 1) -> Counts:
    """Sound and pictures in all combinations, taken and refused, closed and opened again; of them each `share`th."""
    rng, counts = random.Random(5), Counts()
    world = World(2, relay=relay)
    caller, called = world.phones
    called.manner = [(0.05, "ring"), (0.1, "answer")]
    for n, body in enumerate(rfc3264.every_offer(caller.host)):
        for pictures in (True, False):
            if (2 * n + pictures) % share:
                continue
            if n % 50 == 0:
                for phone in world.phones:
                    phone.register()
                world.clock.run(0.5)
            for phone in world.phones:
                phone.exchanges.clear()
            caller.offers = lambda body=body: body  # type: ignore[misc]
            called.answers = lambda offered, p=pictures: rfc3264.answer(rng, offered, called.host, p)  # type: ignore[misc]
            dialog = caller.dial("2102")
            world.clock.until(lambda: bool(dialog.status))
            world.clock.run(0.3)
            own = body
            for kind in ("video", "video", "none"):
                own = rfc3264.turned(own, kind)
                _ask_anew(
                    world,
                    counts,
                    caller,
                    called,
                    own,
                    lambda asked, p=pictures: rfc3264.answer(rng, asked, called.host, p),
                )  # type: ignore[misc]
            counts.faulty += [(body, b"", wrong) for phone in world.phones if (wrong := _told_in_order(phone))]
            caller.hang_up(dialog)
            world.clock.run(0.3)
            for phone in world.phones:
                for offered, answered in phone.exchanges:
                    counts.look(offered, answered)
            _tidy(world)
    return counts


def _offer_anew(rng: random.Random, world: World, counts: Counts, one: Phone, other: Phone) -> None:
    """One of them wants something else within the call."""
    if not one.exchanges or not one.dialogs or not other.dialogs:
        return
    own = next(body for body in reversed(one.exchanges[-1]) if f" {one.host}".encode() in body.split(b"\r\n")[1])
    offered = rfc3264.offer_anew(rng, own, one.host)
    assert not rfc3264.read(offered).faults and not rfc3264.follows(own, offered), (own, offered)

    _ask_anew(world, counts, one, other, offered, lambda asked: rfc3264.answer(rng, asked, other.host))


def _ask_anew(
    world: World, counts: Counts, one: Phone, other: Phone, offered: bytes, answers: Callable[[bytes], bytes]
) -> None:
    """An offer within the call, and what the other phone says to what it is shown of it."""

    def agrees(asked: bytes) -> bytes:
        said = answers(asked)
        other.exchanges.append((asked, said))
        return said

    other.agrees = agrees
    told = one.ask(one.dialogs[-1], "INVITE", offered)
    world.clock.until(lambda: any(answer.status >= 200 for answer in told))
    world.clock.run(0.3)
    if told[-1].status == 200:
        one.exchanges.append((offered, told[-1].body))
    else:
        counts.refused += 1
        counts.faulty.append((offered, b"", [f"{told[-1].status} to an offer within the call"]))


def _told_in_order(phone: Phone) -> list[str]:
    """What is wrong with the descriptions that a phone was given, one after another."""
    told = [m.body for m in phone.heard if m.body and m.get("cseq").endswith(("INVITE", "ACK"))]
    return [wrong for before, after in pairwise(told) for wrong in rfc3264.follows(before, after)]


def two_offers(count: int, seed: int) -> Counts:
    """So many pairs of phones that have both made an offer: each is answered, or neither."""
    rng, counts = random.Random(seed), Counts()
    for _ in range(count):
        one, other = (rfc3264.offer(rng, host, spoken=True) for host in ("10.0.1.1", "10.0.1.2"))
        try:
            to_one, to_other = offers.answers(one, other)
        except BadSdp:
            counts.refused += 1
            continue
        counts.look(one, to_one, same_numbers=False)
        counts.look(other, to_other, same_numbers=False)
    return counts


def _tidy(world: World) -> None:
    world.events.clear()
    for phone in world.phones:
        phone.heard.clear()
        phone.dialogs = [dialog for dialog in phone.dialogs if not dialog.over]
