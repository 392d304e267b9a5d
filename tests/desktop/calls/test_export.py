"""Days, look-up and export of the call history (spec 7.2, 7.4)."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.calls.csv_file import as_text, csv_bytes
from onepresence_desktop.desktop.calls.lookup import lookup_url
from onepresence_desktop.desktop.calls.period import Period
from onepresence_desktop.desktop.calls.view import PAGE
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.domain.errors import ServerAway
from tests.desktop.calls.test_history import HISTORY, IN, MISSED, NOW, Desk, desk, record
from tests.support.dressing import speak

__all__ = ["desk"]


def ids(desk: Desk) -> list[str]:
    return [found.id for found in desk.view.found()]


def pick(desk: Desk, which: Period) -> None:
    desk.view.days.set_key(which.value)
    desk.view.days.picked.emit(which.value)


def dialogs(desk: Desk) -> list[QFileDialog]:
    return desk.view.findChildren(QFileDialog)


def test_a_period_leaves_its_days(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.session, "now", lambda: NOW)
    now = desk.session.now()
    assert Period.TODAY.lets(now, now) and not Period.TODAY.lets(now - timedelta(days=1), now)
    assert Period.YESTERDAY.lets(now - timedelta(days=1), now) and not Period.YESTERDAY.lets(now, now)
    assert Period.WEEK.lets(now - timedelta(days=6), now) and not Period.WEEK.lets(now - timedelta(days=7), now)
    assert Period.MONTH.lets(now - timedelta(days=29), now) and not Period.MONTH.lets(now - timedelta(days=30), now)
    assert Period.EVER.lets(datetime(1990, 1, 1, tzinfo=UTC), now)
    pick(desk, Period.YESTERDAY)
    assert ids(desk) == ["r1441"]
    pick(desk, Period.EVER)
    assert len(ids(desk)) == len(HISTORY)


def test_what_the_page_shows_is_written_as_a_table(desk: Desk, tmp_path: Path) -> None:
    load_translations(QApplication.instance(), Language.ENGLISH)  # type: ignore[arg-type]
    desk.view.take_search("nordic")
    desk.view.exporting.write(tmp_path / "calls.csv")
    data = (tmp_path / "calls.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0] == ["Date", "Time", "Kind", "Name", "Number", "Duration", "Outcome"]
    assert [row[2:6] for row in rows[1:]] == [["Missed", "Nordic Marine", "+4533123456", "0:00:00"]] * 2


def test_danish_spreadsheets_get_semicolons(desk: Desk) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    load_translations(application, Language.DANISH)
    try:
        first = csv_bytes(HISTORY[2:3]).decode("utf-8-sig").splitlines()
    finally:
        speak(application)
    assert first[0] == "Dato;Tid;Type;Navn;Nummer;Varighed;Udfald"
    assert first[1].split(";")[2:6] == ["Indgående", "Person 1", "1002101", "0:02:14"]


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x")', "+1+2", "-2", "@SUM(A1)", "\t=1"])
def test_a_name_that_would_be_a_formula_is_text(name: str) -> None:
    assert as_text(name) == f"'{name}"
    rows = list(csv.reader(io.StringIO(csv_bytes([record(1, IN, "=1+1", name=name)]).decode("utf-8-sig"))))
    assert rows[1][3].startswith("'") and rows[1][4] == "'=1+1"


def test_older_calls_are_fetched_before_a_place_is_asked_for(desk: Desk) -> None:
    QTest.keyClick(desk.view.list, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert desk.actions.asked[-1] == ("fetch", HISTORY[-1].at) and not dialogs(desk)
    desk.actions.reply([record(60 * 24 * 9 + n, MISSED, "+4570123499") for n in range(PAGE)])
    assert not dialogs(desk)
    desk.actions.reply([record(60 * 24 * 90, MISSED, "+4570123499")])
    (dialog,) = dialogs(desk)
    assert len(desk.view.found()) == len(HISTORY) + PAGE + 1
    dialog.close()


def test_as_far_back_as_the_days_chosen_is_far_enough(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.session, "now", lambda: NOW)
    pick(desk, Period.TODAY)
    desk.view.csv.click()
    (dialog,) = dialogs(desk)
    assert ("fetch", HISTORY[-1].at) not in desk.actions.asked
    dialog.close()


def test_half_a_history_is_no_export(desk: Desk) -> None:
    desk.view.csv.click()
    desk.actions.reply(ServerAway())
    assert not dialogs(desk) and "nothing was exported" in desk.view.banner.words


def test_a_place_that_cant_be_written_to_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.view.exporting.write(tmp_path / "no" / "calls.csv")
    assert desk.view.banner.words == "The file couldn't be written there."


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("+4533123456", "https://www.krak.dk/person/resultat/33123456"),
        ("+46812345678", "https://www.hitta.se/s%C3%B6k?vad=0812345678"),
        ("+4930123456", ""),
        ("1002101", ""),
        ("", ""),
    ],
)
def test_a_number_is_looked_up_in_its_countrys_directory(number: str, address: str) -> None:
    assert lookup_url(number) == address


def test_another_directory_is_asked_for_every_country_but_for_no_colleague() -> None:
    template = "https://find.example/?n={number}"
    assert lookup_url("+4930123456", template) == "https://find.example/?n=%2B4930123456"
    assert lookup_url("1002101", template) == ""


def test_o_opens_the_directory_and_the_menu_offers_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(note))
    desk.view.list.choose(1)
    QTest.keyClick(desk.view.list, Qt.Key.Key_O)
    assert opened == ["https://www.krak.dk/person/resultat/33123456"]
    desk.view.list.show_why()
    menu = desk.view._menu
    assert menu is not None
    rows: dict[str, QAction] = {action.text().partition("\t")[0]: action for action in menu.actions()}
    rows["Look up the number"].trigger()
    assert len(opened) == 2
    menu.close()
