"""The tab Lines: made, changed without its password, put in order, tried; a count that is none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.administration.lines.form import FIXED, split_server
from onepresence_desktop.desktop.administration.lines.lines_pane import LinesPane
from onepresence_desktop.desktop.administration.lines.state import said_words, state_words
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.trunks import Abroad, CallerId, NumberFormat, Transport
from onepresence_desktop.wire.trunks import TrunkBody, TrunkTried, TrunkView
from tests.desktop.administration.test_administration import Now, Server, click, signed_in
from tests.support.dressing import dress


def line(line_id: str, name: str, *, up: bool = True, detail: str = "") -> TrunkView:
    return TrunkView(
        id=line_id, name=name, server="sip.example.com:5062", transport=Transport.TLS, register=True, user="k1",
        numbers=["+4533122000"], format=NumberFormat.E164, main=None, sources=[], max_calls=20, abroad=Abroad.NORDIC,
        premium=False, caller_id=CallerId.ASSERTED, follow=False, calls_an_hour=60, up=up, detail=detail, calls=6,
        refused=0, has_password=True, version="1",
    )  # fmt: skip


class Lines(Server):
    def __init__(self) -> None:
        super().__init__()
        self.there = [line("a", "Vest"), line("b", "Fjord", up=False, detail="403 Account suspended")]

    async def trunks(self) -> list[TrunkView]:
        return list(self.there)

    async def add_trunk(self, body: TrunkBody) -> TrunkView:
        self.asked.append(("add", body))
        self.there.append(structs.replace(line("c", body.name), server=body.server))
        return self.there[-1]

    async def put_trunk(self, trunk_id: str, body: TrunkBody) -> TrunkView:
        self.asked.append(("put", body))
        made = structs.replace(line(trunk_id, body.name), server=body.server, max_calls=body.max_calls)
        self.there = [made if one.id == trunk_id else one for one in self.there]
        return made

    async def order_trunks(self, ids: list[str], seen: list[str]) -> list[TrunkView]:
        assert seen == [one.id for one in self.there]
        self.there.sort(key=lambda one: ids.index(one.id))
        return list(self.there)

    async def try_trunk(self, trunk_id: str, number: str) -> TrunkTried:
        self.asked.append(("try", (trunk_id, number)))
        return TrunkTried(said="180 Ringing", good=True)


@pytest.fixture
def server() -> Lines:
    return Lines()


@pytest.fixture
def pane(qtbot: QtBot, server: Lines) -> LinesPane:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    session = Session()
    signed_in(session, [])
    pane = LinesPane(session, Now(server))
    pane.retranslate()
    qtbot.addWidget(pane)
    pane.resize(764, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.load()
    return pane


def test_each_line_says_how_it_stands_in_the_providers_own_words(pane: LinesPane) -> None:
    first, second = pane.left.model.shown
    assert first.mark == "1" and first.lines[0] == ("Registered · 6 of 20 calls", "available")
    assert second.lines[0][1] == "danger" and second.lines[1][0] == "“403 Account suspended”"


def test_a_line_that_has_just_been_saved_is_connecting_and_not_refused() -> None:
    new = line("t9", "Ny", up=False, detail="starting")
    assert state_words(new, datetime.now(UTC)) == ("Connecting …", "secondary")
    assert said_words(new) == new.server


def test_a_line_is_changed_without_its_password_being_typed_again(pane: LinesPane, qtbot: QtBot, server: Lines) -> None:
    form = pane.form
    assert (form.server.text(), form.port.text(), form.password.text()) == ("sip.example.com", "5062", "")
    form.most.setFocus()
    form.most.selectAll()
    qtbot.keyClicks(form.most, "many")
    pane.save()
    assert form.boxes["max_calls"].complaint and not server.asked and form.most.text() == "many"
    form.most.selectAll()
    qtbot.keyClicks(form.most, "8")
    pane.save()
    body = server.asked[-1][1]
    assert (body.max_calls, body.password, body.server, body.version) == (8, "", "sip.example.com:5062", "1")


def test_what_a_newer_service_set_of_a_line_is_shown_and_not_saved_until_another_is_chosen(
    pane: LinesPane, qtbot: QtBot, server: Lines
) -> None:
    server.there[0] = structs.replace(
        server.there[0], transport=Transport.UNKNOWN, format=NumberFormat.UNKNOWN, abroad=Abroad.UNKNOWN
    )
    pane.load()
    pane.records.choose("b")
    pane.records.choose("a")
    form = pane.form
    form.retranslate()
    assert (form.transport.key, form.format.key, form.abroad.key) == ("unknown", "unknown", "unknown")
    assert form.format.currentText() == "Unknown to this version"
    qtbot.keyClicks(form.name, "!")
    pane.save()
    assert not server.asked and "isn't known" in form.boxes["transport"].complaint
    assert (form.name.text(), form.format.key) == ("Vest!", "unknown")
    form.transport.set_chosen("tls")
    form.format.set_key("e164")
    form.abroad.set_key("world")
    pane.save()
    body = server.asked[-1][1]
    assert (body.transport, body.format, body.abroad) == (Transport.TLS, NumberFormat.E164, Abroad.WORLD)
    assert form.transport.key == "tls" and form.format.findData("unknown") < 0


def test_a_line_with_a_fixed_address_has_no_user_but_addresses(pane: LinesPane, qtbot: QtBot, server: Lines) -> None:
    pane.new()
    form = pane.form
    qtbot.keyClicks(form.name, "Mobil")
    qtbot.keyClicks(form.server, "192.0.2.60")
    form.how.set_chosen(FIXED)
    form.how.chosen.emit(FIXED)
    assert not form.boxes["user"].isVisible() and form.boxes["sources"].isVisible()
    qtbot.keyClicks(form.sources, "192.0.2.61; 192.0.2.62")
    qtbot.keyClicks(form.numbers, "33 12 20 01, 33 12 20 02")
    pane.save()
    body = server.asked[-1][1]
    assert (body.register, body.sources) == (False, ["192.0.2.61", "192.0.2.62"])
    assert body.numbers == ["+4533122001", "+4533122002"]
    assert [row.title for row in pane.left.model.shown] == ["Vest", "Fjord", "Mobil"]


def test_alt_arrows_change_the_order_and_a_call_is_tried_over_the_line_shown(
    pane: LinesPane, qtbot: QtBot, server: Lines
) -> None:
    qtbot.keyClick(pane, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row.title for row in pane.left.model.shown] == ["Fjord", "Vest"]
    assert pane.form.record.name == "Vest" and not pane.down_button.isEnabled()
    qtbot.keyClicks(pane.form.trial, "20123456")
    click(qtbot, pane.form.call_button)
    assert server.asked[-1] == ("try", ("a", "20123456")) and "180 Ringing" in pane.form.tried.text()


@pytest.mark.parametrize(
    ("server", "parts"),
    [
        ("sip.example.com", ("sip.example.com", "")),
        ("sip.example.com:5061", ("sip.example.com", "5061")),
        ("[2001:db8::1]:5061", ("[2001:db8::1]", "5061")),
        ("[2001:db8::1]", ("[2001:db8::1]", "")),
    ],
)
def test_a_server_is_split_into_host_and_port(server: str, parts: tuple[str, str]) -> None:
    assert split_server(server) == parts
