"""Check: findings in words, blocks lifted, a call tried, and what lasts on badge and pop-up (spec 12.4e)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.client import readings
from onepresence_desktop.desktop.administration.doctor_pane import DoctorPane
from onepresence_desktop.desktop.administration.doctor_verbs import DoctorVerbs
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.texts import doctor as words
from onepresence_desktop.domain.doctor import Finding, FindingCode, Severity
from onepresence_desktop.domain.errors import TelephonyAway
from onepresence_desktop.wire.doctor import DoctorView, LastingFindings
from tests.desktop.administration.test_administration import Now, Server
from tests.support.dressing import dress

AT = datetime.now(UTC) - timedelta(minutes=20)
PHONE = {"address": "192.0.2.57", "user": "1002163-d", "agent": "Snom D735", "tries": "41"}
BLOCKED = Finding(
    FindingCode.PHONE_BLOCKED, Severity.ERROR, "192.0.2.57 1002163-d", AT, {**PHONE, "until": AT.isoformat()}
)
DOWN = Finding(FindingCode.TRUNK_DOWN, Severity.ERROR, "Fjord", AT, {"name": "Fjord", "said": "403 Account closed"})
DISK = Finding(FindingCode.DISK_GOOD, Severity.GOOD, "", AT, {"free": str(5 * 1024**3)})


class Lines:
    """A line as the page needs it."""

    def __init__(self, name: str, *, up: bool) -> None:
        self.id, self.name, self.up = name, name, up


class Tried:
    """What a provider said."""

    def __init__(self, said: str, *, good: bool) -> None:
        self.said, self.good = said, good


class Checked(Server):
    """A service with findings."""

    def __init__(self) -> None:
        super().__init__()
        self.findings = [BLOCKED, DOWN, DISK]
        self.lines: list[Lines] = [Lines("first", up=False), Lines("second", up=True)]

    async def doctor(self) -> DoctorView:
        return DoctorView(checked_at=AT, findings=self.findings, sources=[], blocks=[])

    async def unblock(self, address: str, user: str | None) -> int:
        self.asked.append(("unblock", (address, user)))
        self.findings = [DOWN, DISK]
        return 1

    async def trunks(self) -> list[Any]:
        return self.lines

    async def try_trunk(self, trunk_id: str, number: str) -> Any:
        self.asked.append(("try", (trunk_id, number)))
        return Tried("180 Ringing" if number == "33123456" else "404 No such number", good=number == "33123456")


@pytest.fixture
def pane(qtbot: QtBot) -> tuple[DoctorPane, Checked, Session]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    dress(application)
    server, session = Checked(), Session()
    pane = DoctorPane()
    qtbot.addWidget(pane)
    verbs = DoctorVerbs(session, Now(server), pane)
    verbs.load()
    return pane, server, session


def test_each_finding_says_what_it_is_where_and_what_to_do(pane: tuple[DoctorPane, Checked, Session]) -> None:
    shown, _, _ = pane
    first, second = shown.cards
    assert first.what.text().startswith("Snom D735 is blocked until")
    assert "192.0.2.57 · user 1002163-d · 41 wrong passwords · since" in first.facts.text()
    assert "lift the block" in first.to_do.text() and not first.button.isHidden()
    assert "403 Account closed" in second.facts.text() and second.button.isHidden()
    assert len(shown.ticks) == 1 and "2" in shown.to_mend.text()


def test_a_block_is_lifted_by_its_button_and_the_list_is_read_again(
    pane: tuple[DoctorPane, Checked, Session], qtbot: QtBot
) -> None:
    shown, server, _ = pane
    qtbot.mouseClick(shown.cards[0].button, Qt.MouseButton.LeftButton)
    assert server.asked == [("unblock", ("192.0.2.57", "1002163-d"))]
    assert [card.finding for card in shown.cards] == [DOWN]


def test_a_call_is_tried_over_the_line_that_works_and_says_how_it_went(
    pane: tuple[DoctorPane, Checked, Session], qtbot: QtBot
) -> None:
    shown, server, _ = pane
    assert not shown.call_button.isEnabled()
    qtbot.keyClicks(shown.number, "33123456")
    qtbot.mouseClick(shown.call_button, Qt.MouseButton.LeftButton)
    assert server.asked == [("try", ("second", "33123456"))]
    assert not shown.said.isHidden() and shown.band.isHidden()
    shown.number.setText("1")
    qtbot.keyClick(shown.number, Qt.Key.Key_Return)
    assert shown.said.isHidden() and not shown.band.isHidden()
    server.lines = []
    qtbot.keyClick(shown.number, Qt.Key.Key_Return)
    assert shown.call_button.isEnabled()
    server.refuse = TelephonyAway()
    shown.again.emit()
    assert not shown.band.isHidden()


def test_the_report_is_copied_as_lines_and_looked_for_anew_by_f5(
    pane: tuple[DoctorPane, Checked, Session], qtbot: QtBot
) -> None:
    shown, server, _ = pane
    qtbot.mouseClick(shown.copy_button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[1].startswith("! Snom D735 is blocked until") and "192.0.2.57" in lines[1]
    assert lines[2].strip().startswith("→") and lines[-1] == "✓ Disk · 5.0 GB free"
    server.findings = [DISK]
    qtbot.keyClick(shown, Qt.Key.Key_F5)
    assert not shown.cards
    qtbot.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


def test_every_finding_has_words_and_one_of_a_newer_service_too() -> None:
    for code in FindingCode:
        finding = Finding(code, Severity.ERROR, "", AT, {"days": "9"})
        assert words.what(finding) and "{" not in words.what(finding) + words.facts(finding, AT) + words.to_do(finding)


def test_what_lasts_is_read_off_the_mirror(pane: tuple[DoctorPane, Checked, Session]) -> None:
    _, _, session = pane
    assert readings.to_mend(session.mirror) == []
    session.mirror.apply(LastingFindings(findings=[DOWN]))
    assert readings.to_mend(session.mirror) == [DOWN]
