"""The tabs Personal data and Log."""

from __future__ import annotations

import ast
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop import pbx
from onepresence_desktop.desktop.administration.audit_pane import PAGE, AuditPane
from onepresence_desktop.desktop.administration.audit_words import action_words, subject_words
from onepresence_desktop.desktop.administration.privacy_pane import PrivacyPane
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.caller_card import SeenBy
from onepresence_desktop.domain.errors import Conflict
from onepresence_desktop.wire.caller_card import CallerCardBody, CallerCardView
from onepresence_desktop.wire.privacy import AuditView, PrivacyBody, PrivacyView
from tests.desktop.administration.test_administration import Now, Server, click, signed_in
from tests.support.dressing import dress


class Kept(Server):
    def __init__(self) -> None:
        super().__init__()
        self.now = PrivacyView(
            calls_days=90, messages_days=None, sent_days=None, audit_days=None, sickness_shown=True, version="1"
        )
        self.card = CallerCardView(seen_by=SeenBy.MEMBERS, version="1")
        self.log = [
            AuditView(
                id=number, at=datetime(2026, 11, 29, 12, tzinfo=UTC), who="Line", action="user_changed",
                subject="1002101", detail="",
            )
            for number in range(PAGE + 5, 0, -1)
        ]  # fmt: skip

    async def privacy(self) -> PrivacyView:
        return self.now

    async def put_privacy(self, body: PrivacyBody) -> PrivacyView:
        self.asked.append(("put", body))
        if body.version != self.now.version:
            raise Conflict(what="changed", by="Line", at="2026-11-29T10:00:00+00:00")
        self.now = PrivacyView(
            calls_days=body.calls_days, messages_days=body.messages_days, sent_days=body.sent_days,
            audit_days=body.audit_days, sickness_shown=body.sickness_shown, version="2",
        )  # fmt: skip
        return self.now

    async def caller_card(self) -> CallerCardView:
        return self.card

    async def save_caller_card(self, body: CallerCardBody) -> CallerCardView:
        self.asked.append(("card", body))
        if body.version != self.card.version:
            raise Conflict(what="changed", by="Line", at="2026-11-29T10:00:00+00:00")
        self.card = CallerCardView(seen_by=body.seen_by, version="2")
        return self.card

    async def audit(self, *, before: int | None = None, text: str = "") -> list[AuditView]:
        self.asked.append(("audit", (before, text)))
        return [entry for entry in self.log if before is None or entry.id < before][:PAGE]


@pytest.fixture
def session() -> Session:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    session = Session()
    signed_in(session, [])
    return session


def test_ages_and_sickness_are_set_and_anothers_change_is_not_written_over(qtbot: QtBot, session: Session) -> None:
    server = Kept()
    pane = PrivacyPane(session, Now(server))
    pane.retranslate()
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.load()
    assert pane.form.days["calls_days"].key == "90" and not pane.form.save_button.isEnabled()
    click(qtbot, pane.form.sickness)
    pane.save()
    body = server.asked[-1][1]
    assert (body.sickness_shown, body.calls_days, body.version) == (False, 90, "1") and not pane.form.changed
    server.now = PrivacyView(
        calls_days=30, messages_days=None, sent_days=None, audit_days=None, sickness_shown=False, version="9"
    )
    click(qtbot, pane.form.sickness)
    pane.save()
    assert pane.form.conflict.isVisible() and server.now.calls_days == 30
    click(qtbot, pane.form.conflict.theirs_button)
    assert pane.form.days["calls_days"].key == "30" and not pane.form.sickness.isChecked()


def test_who_sees_last_contacts_is_chosen_by_keyboard_and_saved_alone(qtbot: QtBot, session: Session) -> None:
    server = Kept()
    pane = PrivacyPane(session, Now(server))
    pane.retranslate()
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.load()
    form = pane.form
    assert form.seen_by.currentText() == "Members of groups, and receptionists"
    server.card = CallerCardView(seen_by=SeenBy.EVERYONE, version="7")
    form.seen_by.setFocus()
    qtbot.keyClick(form.seen_by, Qt.Key.Key_Down)
    assert form.seen_by.key == "nobody" and form.save_button.isEnabled()
    pane.save()
    assert form.conflict.isVisible() and server.card.seen_by is SeenBy.EVERYONE
    click(qtbot, form.conflict.mine_button)
    assert server.card.seen_by is SeenBy.NOBODY and not form.changed
    assert [what for what, _ in server.asked] == ["card", "card"], "what isn't another isn't sent"


def test_the_log_is_read_page_by_page_and_narrowed_when_typing_rests(qtbot: QtBot, session: Session) -> None:
    server = Kept()
    pane = AuditPane(session, Now(server))
    pane.retranslate()
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.load()
    assert pane.model.rowCount() == PAGE and "changed a person" in str(pane.model.index(0, 0).data())
    click(qtbot, pane.older)
    assert pane.model.rowCount() == PAGE + 5 and not pane.older.isEnabled()
    pane.take_search("line")
    qtbot.waitUntil(lambda: server.asked[-1] == ("audit", (None, "line")))
    assert pane.model.rowCount() == PAGE


def test_what_was_done_to_what_is_said_as_people_say_it() -> None:
    def said(action: str, subject: str, detail: str = "") -> str:
        return subject_words(
            AuditView(id=1, at=datetime.now(UTC), who="A", action=action, subject=subject, detail=detail)
        )

    assert said("signed_in", "e2aa46d7cd2f3895", "192.0.2.7 Laptop") == "192.0.2.7 Laptop"
    assert said("holiday_set", "2026-12-24", "Juleaften") == "24.12.2026 · Juleaften"
    assert said("user_changed", "1002140") == "100 2140"


def test_all_that_is_written_in_the_audit_log_has_words() -> None:
    known = {"colleague_diverted", "colleague_opened"}  # put together of two parts
    for file in Path(pbx.__path__[0]).rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            name = getattr(call.func, "attr", getattr(call.func, "id", "")) if isinstance(call, ast.Call) else ""
            if isinstance(call, ast.Call) and name in ("audit", "AuditEntry"):
                known |= {str(one.value) for one in call.args[3:4] if isinstance(one, ast.Constant)}
    assert len(known) > 40
    assert [action for action in sorted(known) if action_words(action) == action] == []
