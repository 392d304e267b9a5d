"""Whoever is outside is told once where their sound comes in: mailboxes, menus, places and other phones come there.

Many a provider takes no re-INVITE (spec 12.1a).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onepresence_desktop.domain.calls import Cause
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.steps import Announcement, Refusal
from onepresence_desktop.pbx.ports import MenuReached
from onepresence_desktop.pbx.telephony.sip.call import Call
from onepresence_desktop.pbx.telephony.sip.taking import park, take
from onepresence_desktop.pbx.telephony.sip.transfer import join, start
from tests.pbx.telephony.sip.simulated_phone import Phone, sdp
from tests.pbx.telephony.sip.test_demanding import sealed
from tests.pbx.telephony.sip.test_mobiles import Street
from tests.pbx.telephony.sip.test_trunk_calls import FIRST, OUTSIDE, Lines
from tests.support import rfc3264


def speaks(host: str, formats: str, *names: str) -> bytes:
    """A description in other formats, or with other numbers."""
    maps = "".join(f"a=rtpmap:{name}\r\n" for name in names)
    return (
        f"v=0\r\no=- 1 1 IN IP4 {host}\r\ns=-\r\nc=IN IP4 {host}\r\nt=0 0\r\nm=audio 5004 RTP/AVP {formats}\r\n{maps}"
    ).encode()


class Kept(Lines):
    """A call with somebody outside, who takes no re-INVITE; menus are lifted and go on until a test ends them."""

    def __init__(self, *, out: bool = False) -> None:
        super().__init__(people=4)
        self.menus: list[MenuReached] = []
        self.world._mailbox = self._menu  # type: ignore[method-assign]
        self.out = out
        self.fetches: Callable[[Call], None] | None = None
        self.dialog = self.call_out() if out else self.provider.call("+4570101001")
        self.run(3)
        self.call = next(iter(self.world.engine.calls.values()))
        self.desk = self.world.phones[0]

    def _menu(self, event: MenuReached) -> None:
        self.menus.append(event)
        call = self.world.engine.calls[event.call_id]
        if self.fetches is not None:
            self.fetches(call)
        else:
            call.answer_mailbox()

    def run(self, seconds: float) -> None:
        self.world.clock.run(seconds)

    @property
    def outside(self) -> Any:
        """The leg with the provider."""
        return next(leg for leg in (self.call.near, self.call.far) if leg is not None and leg.outside)

    def menu(self) -> None:
        """The one outside is led to a menu."""
        start(self.call, self.call.other(self.outside), "2102", by_phone=False)  # type: ignore[arg-type]

    def asked(self) -> list[Any]:
        """INVITEs that the provider got within a call."""
        return [invite for invite in self.invites() if invite.to.tag]

    def heard_at(self) -> set[tuple[str, int]]:
        """Every place at which the one outside was told to speak."""
        told = [m for m in self.provider.heard if m.body and b"m=audio" in m.body and m.get("cseq").endswith("INVITE")]
        return {(one.media[0].connection, one.media[0].port) for one in (rfc3264.read(m.body) for m in told)}

    def fits(self) -> None:
        """Every answer that a phone got fits what it offered."""
        for phone in self.world.phones:
            assert [rfc3264.faults(*exchange) for exchange in phone.exchanges] == [[]] * len(phone.exchanges)

    def talks_to(self, device: str) -> bool:
        """Whether the one outside is led to that phone, both ways."""
        there, here = self.call.leg_of(DeviceId(device)), self.outside
        facing = here.facing
        return (
            there is not None
            and facing in self.world.media.sessions
            and facing.relay is not None
            and facing.relay.relay is facing
            and facing.relay.remote.host == there.flow.remote[0]
            and self.world.states()[-1] == "connected"
        )

    def end(self) -> None:
        assert not self.asked() and not self.provider.requests("REFER")
        assert len(self.heard_at()) == 1
        self.fits()
        super().end()


def to_mailbox(it: Kept) -> None:
    it.world.router.route = lambda *_, **__: Announcement(Refusal.NO_LINE)  # type: ignore[method-assign]
    it.menu()
    it.run(2)
    assert it.menus and it.call.session is not None and it.world.states()[-1] == "voicemail"
    assert it.call.session is it.outside.facing and it.outside.facing.remote.host == FIRST
    del it.world.router.route


@pytest.mark.parametrize("out", [True, False])
def test_a_menu_is_heard_where_the_call_was_and_so_is_who_comes_after_it(out: bool) -> None:
    it = Kept(out=out)
    to_mailbox(it)
    assert it.world.state("d-p0") is DeviceState.IDLE
    it.call.redirect(it.world.router.route(it.call.caller, it.call.customer_id, "2103"))
    it.run(3)
    assert it.talks_to("d-p2") and it.call.session is None
    to_mailbox(it)
    it.call.redirect(it.world.router.route(it.call.caller, it.call.customer_id, "2102"))
    it.run(3)
    assert it.talks_to("d-p1")
    it.end()


def test_a_caller_whom_a_mailbox_answered_comes_to_a_phone() -> None:
    lines = Lines(people=2)
    lines.world.phones[1].manner = [(0.1, "busy")]
    lines.world._mailbox = lambda event: lines.world.engine.calls[event.call_id].answer_mailbox()  # type: ignore[method-assign]
    lines.world.router.arriving = lambda *_: Announcement(Refusal.NO_LINE)  # type: ignore[method-assign]
    dialog = lines.provider.call("+4570101001")
    lines.world.clock.run(2)
    (call,) = lines.world.engine.calls.values()
    assert dialog.talking and call.session is not None
    for number in ("2102", "2101"):  # the first is busy
        call.redirect(lines.world.router.route(call.caller, call.customer_id, number))
        lines.world.clock.run(3)
    assert lines.world.states()[-1] == "connected" and lines.world.phones[0].dialogs[-1].talking
    assert not lines.invites()
    lines.end()


@pytest.mark.parametrize("out", [True, False])
@pytest.mark.parametrize("alone", [True, False])
def test_a_place_where_calls_are_parked_and_who_takes_them_back(out: bool, alone: bool) -> None:
    it = Kept(out=out)
    if alone:
        to_mailbox(it)
        park(it.call, None)
    else:
        park(it.call, DeviceId("d-p0"))
    it.run(2)
    assert it.call.session is it.outside.facing and it.outside.facing.repeated == "music"
    it.fetches = lambda code: take(code, it.call)
    it.world.router.route = lambda *_, **__: Announcement(Refusal.NO_LINE)  # type: ignore[method-assign]
    fetching = it.world.phones[2].dial("705")
    it.run(3)
    assert fetching.talking and it.talks_to("d-p2") and not it.outside.facing.repeated
    it.end()


def test_a_phone_with_other_numbers_and_another_codec_takes_the_call_back() -> None:
    it = Kept()
    park(it.call, DeviceId("d-p0"))
    it.run(2)
    phone = it.world.phones[2]
    described = speaks(phone.host, "9 96", "9 G722/8000", "96 telephone-event/8000")
    phone.offers = lambda: described + b"m=video 6000 RTP/AVP 97\r\na=rtpmap:97 VP8/90000\r\n"
    it.fetches = lambda code: take(code, it.call)
    it.world.router.route = lambda *_, **__: Announcement(Refusal.NO_LINE)  # type: ignore[method-assign]
    fetching = phone.dial("705")
    it.run(3)
    assert fetching.talking and it.talks_to("d-p2")
    (exchange,) = phone.exchanges
    assert rfc3264.read(exchange[1]).media[0].formats == ["9", "96"]
    answers = phone.ask(fetching, "INVITE", described + b"a=sendonly\r\n")
    it.run(2)
    assert rfc3264.faults(described + b"a=sendonly\r\n", answers[-1].body) == []
    assert it.outside.facing.repeated == "music"
    late = phone.ask(fetching, "INVITE")
    it.run(2)
    assert late[-1].status == 200 and it.talks_to("d-p2")
    it.end()


def second_call(it: Kept, number: str) -> Call:
    """The desk phone asks somebody else."""
    it.desk.dial(number)
    it.run(3)
    return next(call for call in it.world.engine.calls.values() if call is not it.call)


@pytest.mark.parametrize("first", ["inside", "outside"])
def test_who_was_asked_outside_is_joined_with_who_waits(first: str) -> None:
    lines = Lines()
    world, desk = lines.world, lines.world.phones[0]
    world.phones[1].dial("2101") if first == "inside" else lines.provider.call("+4570101001")
    world.clock.run(3)
    (call,) = world.engine.calls.values()
    desk.dial(OUTSIDE)
    world.clock.run(3)
    second = next(one for one in world.engine.calls.values() if one is not call)
    one, two = call.leg_of(DeviceId("d-p0")), second.leg_of(DeviceId("d-p0"))
    assert one is not None and two is not None
    join(call, one, second, two, by_phone=False)
    world.clock.run(3)
    assert [leg.outside for leg in (call.near, call.far) if leg is not None].count(True) == (
        1 if first == "inside" else 2
    )
    assert world.states()[-1] == "connected" and not [i for i in lines.invites() if i.to.tag]
    facing = next(leg.facing for leg in (call.far, call.near) if leg is not None and leg.outside)
    assert facing is not None and facing.relay is not None and facing.relay.relay is facing
    lines.end()


def test_another_phone_takes_the_place_of_one_that_talks_outside() -> None:
    it = Kept()
    it.world.phones[3].take(it.desk.dialogs[0])
    it.run(3)
    assert it.desk.dialogs[0].over and it.talks_to("d-p3")
    it.world.phones[2].take(it.world.phones[3].dialogs[0], offer=False)
    it.run(3)
    assert it.talks_to("d-p2")
    it.end()


def test_a_mobile_that_takes_a_call_with_1_hears_the_caller_where_it_was_asked() -> None:
    street = Street()
    street.run(4)
    street.press("1")
    assert street.world.states()[-1] == "connected" and street.dialog.talking
    assert len(street.provider.requests("INVITE")) == 1
    (offered, answered) = street.world.phones[0].exchanges[0]
    assert rfc3264.faults(offered, answered) == []
    street.end()


def test_a_provider_that_encrypts_is_not_asked_again_either() -> None:
    """Its keys and ours last as long as its leg; the phones speak in clear."""
    lines = Lines()
    world = lines.world
    lines.provider.offers = lambda: sealed(FIRST)
    for phone in world.phones:
        phone.answers = lambda _, host=phone.host: sdp(host)  # type: ignore[misc]
    in_clear(world.phones[0])
    world._mailbox = lambda event: world.engine.calls[event.call_id].answer_mailbox()  # type: ignore[method-assign]
    world.router.arriving = lambda *_: Announcement(Refusal.NO_LINE)  # type: ignore[method-assign]
    dialog = lines.provider.call("+4570101001")
    world.clock.run(2)
    (call,) = world.engine.calls.values()
    for number in ("2101", "menu", "2102"):
        if number == "menu":
            world.router.route = lambda *_, **__: Announcement(Refusal.NO_LINE)  # type: ignore[method-assign]
            start(call, call.far, "2103", by_phone=False)  # type: ignore[arg-type]
            world.clock.run(2)
            assert world.states()[-1] == "voicemail"
            del world.router.route
        else:
            call.redirect(world.router.route(call.caller, call.customer_id, number))
            world.clock.run(3)
            assert world.states()[-1] == "connected"
    assert dialog.talking and not lines.invites()
    lines.end()


def in_clear(phone: Phone) -> None:
    """It takes no encrypted sound."""
    invited = phone._invited

    def comes(server: Any, message: Any, dialog: Any) -> None:
        if b"SAVP" in message.body:
            server.answer(488)
        else:
            invited(server, message, dialog)

    phone._invited = comes  # type: ignore[method-assign]


def test_a_provider_that_holds_is_told_when_it_is_led_elsewhere() -> None:
    """It was told that nobody speaks to it: what it agreed to doesn't do any more."""
    it = Kept()
    it.provider.ask(it.dialog, "INVITE", sdp(FIRST, version=2, direction="inactive"))
    it.run(2)
    it.world.router.route = lambda *_, **__: Announcement(Refusal.NO_LINE)  # type: ignore[method-assign]
    it.menu()
    it.run(2)
    assert len(it.asked()) == 1 and len(it.heard_at()) == 1
    it.call.finish(Cause.NORMAL)
    it.run(70)
    Lines.end(it)


def test_a_codec_that_the_engine_does_not_speak_is_left_by_asking_for_another() -> None:
    lines = Lines()
    described = speaks(FIRST, "18 0", "18 G729/8000")
    lines.provider.offers = lambda: described
    lines.world.phones[0].answers = lambda _: speaks(lines.world.phones[0].host, "18", "18 G729/8000")
    lines.world._mailbox = lambda event: lines.world.engine.calls[event.call_id].answer_mailbox()  # type: ignore[method-assign]
    lines.provider.call("+4570101001")
    lines.world.clock.run(3)
    (call,) = lines.world.engine.calls.values()
    lines.world.router.route = lambda *_, **__: Announcement(Refusal.NO_LINE)  # type: ignore[method-assign]
    start(call, call.far, "2102", by_phone=False)  # type: ignore[arg-type]
    lines.world.clock.run(2)
    assert len(lines.invites()) == 1 and lines.world.states()[-1] == "voicemail"
    lines.end()
