"""The tab Connections: set up, tried, changed without its password, and what is wrong told at its field."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec import structs
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.administration.connections.connections_pane import ConnectionsPane
from onepresence_desktop.desktop.session import Connection, Session
from onepresence_desktop.desktop.session import ConnectionState as Live
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.domain.connections import ConnectionKind, ConnectionState, Purpose, Trouble
from onepresence_desktop.domain.diversion import RECEPTION, Reason
from onepresence_desktop.domain.errors import Conflict, Invalid
from onepresence_desktop.domain.people import GroupId
from onepresence_desktop.wire.calendar_words import WordRuleBody
from onepresence_desktop.wire.connections import (
    ConnectionBody,
    ConnectionPatch,
    ConnectionTried,
    ConnectionView,
    PersonTried,
)
from onepresence_desktop.wire.groups import GroupView
from tests.desktop.administration.test_administration import Now, Server, click, signed_in
from tests.support.dressing import dress

MAIL = ConnectionView(
    id="m", name="Mail", kind=ConnectionKind.SMTP, purpose=Purpose.MAIL, enabled=True, secrets=["password"],
    settings={"host": "mail.firma.example", "port": 587, "sender": "pbx@firma.example", "account": "pbx"},
    counts=True, state=ConnectionState.FAILING, trouble="sign_in_refused", said="535 No", version="1",
    since=datetime(2026, 11, 24, 9, tzinfo=UTC),
)  # fmt: skip
FILE = structs.replace(
    MAIL, id="file-sms", name="sms.example", kind=ConnectionKind.KANNEL, purpose=Purpose.SMS, settings={}, secrets=[],
    from_file=True, state=ConnectionState.OK, trouble="", said="",
)  # fmt: skip


class Connected(Server):
    def __init__(self) -> None:
        super().__init__()
        self.there = [MAIL, FILE]
        self.wrong: Invalid | None = None
        self.rules: list[WordRuleBody] = []
        self.answer = ConnectionTried(good=True, code="ok", said="250 OK")

    async def connections(self) -> list[ConnectionView]:
        return list(self.there)

    async def add_connection(self, body: ConnectionBody) -> ConnectionView:
        self.asked.append(("add", body))
        if self.wrong is not None:
            raise self.wrong
        self.there.append(structs.replace(MAIL, id="n", name=body.name, kind=body.kind, state=ConnectionState.UNTRIED))
        return self.there[-1]

    async def change_connection(self, connection_id: str, patch: ConnectionPatch) -> ConnectionView:
        self.asked.append(("change", patch))
        return MAIL

    async def company_words(self) -> list[WordRuleBody]:
        return list(self.rules)

    async def save_company_words(self, rules: list[WordRuleBody], seen: list[WordRuleBody]) -> list[WordRuleBody]:
        if seen != self.rules:
            raise Conflict(what="changed", by="Line", at="2026-11-29T10:00:00+00:00")
        if any(rule.word == "!" for rule in rules):
            raise Invalid(field="rules[0].word", problem="missing")
        self.rules = rules
        return rules

    async def try_connection(self, connection_id: str, to: str) -> ConnectionTried:
        self.asked.append(("try", (connection_id, to)))
        return self.answer


@pytest.fixture
def server() -> Connected:
    return Connected()


@pytest.fixture
def pane(qtbot: QtBot, server: Connected) -> ConnectionsPane:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    session = Session()
    signed_in(session, [])
    session.set_connection(Connection(Live.LIVE))
    pane = ConnectionsPane(session, Now(server))
    pane.retranslate()
    qtbot.addWidget(pane)
    pane.resize(764, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.load()
    return pane


def test_each_says_how_it_stands_and_why_in_the_servers_own_words(pane: ConnectionsPane) -> None:
    first, second = pane.left.model.shown
    assert first.lines[0][0].startswith("Doesn't work since") and first.lines[0][1] == "danger"
    assert second.lines == (("Works", "available"), ("SMS gateway (Kannel)", "secondary"))
    assert "535 No" in pane.form.under.text()


def test_it_is_changed_without_its_password_being_typed_again(
    pane: ConnectionsPane, qtbot: QtBot, server: Connected
) -> None:
    sender = pane.form.fields["sender"]
    sender.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(sender, "ny@firma.example")
    click(qtbot, pane.form.save_button)
    verb, patch = server.asked[-1]
    assert verb == "change" and isinstance(patch, ConnectionPatch) and patch.version == "1"
    assert isinstance(patch.settings, dict) and "password" not in patch.settings
    assert patch.settings["sender"] == "ny@firma.example" and patch.settings["port"] == 587


def test_a_new_one_asks_for_what_its_kind_needs_and_says_at_the_field_what_is_wrong(
    pane: ConnectionsPane, qtbot: QtBot, server: Connected
) -> None:
    click(qtbot, pane.new_button)
    form = pane.form
    form.kind.set_key("sms_http")
    form.kind.picked.emit("sms_http")
    assert form.boxes["settings.fields"].isVisible() and not form.boxes["settings.host"].isVisible()
    qtbot.keyClicks(form.name, "SMS")
    qtbot.keyClicks(form.fields["url"], "https://sms.example/")
    assert not form.save_button.isEnabled()
    qtbot.keyClicks(form.fields["sender"], "Alt for langt navn")
    server.wrong = Invalid(field="settings.sender", problem="malformed")
    click(qtbot, form.save_button)
    assert form.boxes["settings.sender"].complaint == "It isn't written as it should be."
    server.wrong = None
    click(qtbot, form.save_button)
    body = server.asked[-1][1]
    assert isinstance(body, ConnectionBody) and body.kind is ConnectionKind.SMS_HTTP
    assert [row.title for row in pane.left.model.shown] == ["Mail", "sms.example", "SMS"]


def test_a_button_tries_it_and_tells_what_happened(pane: ConnectionsPane, qtbot: QtBot, server: Connected) -> None:
    click(qtbot, pane.form.try_button)
    assert server.asked[-1] == ("try", ("m", "")) and pane.form.tried.text() == "It works. The server says: 250 OK"
    server.answer = ConnectionTried(good=False, code=Trouble.TIME_OUT.value, said="")
    qtbot.keyClicks(pane.form.to, "bodil@firma.example")
    click(qtbot, pane.form.try_button)
    assert server.asked[-1] == ("try", ("m", "bodil@firma.example"))
    assert pane.form.tried.text() == "The other server doesn't answer in time."


def test_each_kind_offers_its_own_choices(pane: ConnectionsPane) -> None:
    form = pane.form
    security = form.fields["security"]
    assert isinstance(security, Select)
    for kind, offered in (("smpp", ["tls", "none"]), ("smtp", ["starttls", "tls", "none"])):
        form.kind.set_key(kind)
        form.kind.picked.emit(kind)
        assert [security.itemData(row) for row in range(security.count())] == offered


def test_calendars_are_tried_person_by_person_and_a_kept_secret_is_enough_to_save(
    pane: ConnectionsPane, qtbot: QtBot, server: Connected
) -> None:
    graph = structs.replace(
        MAIL, id="g", name="Kalender", kind=ConnectionKind.GRAPH, purpose=Purpose.CALENDAR, secrets=["client_secret"],
        settings={"tenant": "firma.example", "client_id": "5e3c"}, state=ConnectionState.OK, trouble="", said="",
    )  # fmt: skip
    server.there.append(graph)
    pane.load()
    pane.records.choose("g")
    assert pane.form.boxes["settings.tenant"].isVisible() and pane.form.complete()
    server.answer = ConnectionTried(
        good=True,
        code="ok",
        people=[PersonTried(name="Anders", code="ok"), PersonTried(name="Mette", code="refused", said="No mailbox")],
    )
    click(qtbot, pane.form.try_button)
    assert pane.form.tried.text().splitlines() == [
        "Read: Anders.",
        "Mette: The other server says no. It said: “No mailbox”",
    ]
    qtbot.keyClicks(pane.form.fields["client_id"], "x")
    click(qtbot, pane.form.save_button)
    patch = server.asked[-1][1]
    assert isinstance(patch, ConnectionPatch) and isinstance(patch.settings, dict)
    assert "client_secret" not in patch.settings and patch.settings["client_id"].endswith("x")  # type: ignore[union-attr]


def test_the_companys_words_are_added_and_taken_away_and_the_usual_ones_are_named(
    pane: ConnectionsPane, qtbot: QtBot, server: Connected
) -> None:
    group = GroupView(id=GroupId("r"), local_number="1002199", name="Reception", reception=True)
    pane.words._session.take(group, "e:2")
    click(qtbot, pane.words_button)
    page = pane.words
    assert page.isVisible() and not pane.form.isVisible() and not pane.remove_button.isEnabled()
    assert "frokost" in page.usual.text() and "semester" in page.usual.text()
    assert not page.table.add.isEnabled()
    qtbot.keyClicks(page.table.word, "Frokost")
    page.table.reason.set_key("lunch")
    page.table.where.set_key("reception")
    click(qtbot, page.table.add)
    assert server.rules == [WordRuleBody(word="Frokost", reason=Reason.LUNCH, destination=RECEPTION)]
    qtbot.keyClicks(page.table.word, "!")
    click(qtbot, page.table.add)
    assert page.band.isVisible() and page.table.word.text() == "!" and len(page.table.rules) == 1
    click(qtbot, page.table.rules[0].remove)
    assert server.rules == [] and not page.band.isVisible()
    server.rules = [WordRuleBody(word="Kursus", reason=Reason.COURSE)]
    page.table.word.clear()
    qtbot.keyClicks(page.table.word, "Messe")
    click(qtbot, page.table.add)
    assert page.band.isVisible() and page.table.word.text() == "Messe", "another administrator was quicker"
    assert [row.rule.word for row in page.table.rules] == ["Kursus"] and len(server.rules) == 1
    click(qtbot, page.table.add)
    assert [rule.word for rule in server.rules] == ["Kursus", "Messe"] and not page.band.isVisible()
    assert pane.leave() and pane.form.isVisible() and not page.isVisible()


def test_what_the_settings_file_names_is_shown_and_not_changed(pane: ConnectionsPane) -> None:
    pane.records.choose("file-sms")
    assert pane.form.file_words.isVisible() and not pane.form.name.isEnabled() and not pane.remove_button.isEnabled()
    assert not any(pane.form.boxes[f"settings.{name}"].isVisible() for name in pane.form.fields)
