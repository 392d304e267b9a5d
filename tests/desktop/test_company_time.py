"""One clock in the whole program, the company's, also on a computer that has another (spec 3.4, 3.7)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import company_time, texts
from onepresence_desktop.desktop.commands.request import next_time
from onepresence_desktop.desktop.diversion.page import DivertPage
from onepresence_desktop.desktop.diversion.view import DiversionView
from onepresence_desktop.desktop.diversion.when import format_when, parse_when
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.palette import query
from onepresence_desktop.desktop.session import Connection, ConnectionState
from tests.desktop.diversion.samples import MovedSession, NotedActions, snapshot
from tests.support.dressing import dress

FAR = "Pacific/Kiritimati"
"""Fourteen hours before UTC: no computer that runs this is there."""
ZONE = ZoneInfo(FAR)
NOON = datetime(2026, 7, 1, 12, tzinfo=ZONE)


@pytest.fixture
def far() -> None:
    company_time.follow(FAR)


def test_times_are_said_read_and_counted_by_the_companys_clock(far: None, qapp: QApplication) -> None:
    load_translations(qapp, Language.ENGLISH)
    moment = NOON.astimezone(UTC)
    assert texts.clock(moment) == "12:00"
    assert texts.until(moment + timedelta(hours=13), moment) == "until tomorrow 01:00"
    assert texts.time_or_day(moment + timedelta(hours=11), moment) == "23:00"
    assert parse_when("1230", moment, end=True) == NOON + timedelta(minutes=30)
    assert parse_when("2/7 08:00", moment, end=True) == datetime(2026, 7, 2, 8, tzinfo=ZONE)
    assert format_when(moment + timedelta(minutes=30), moment) == "12:30"
    assert query.parse("lunch 0700", moment).until == datetime(2026, 7, 2, 7, tzinfo=ZONE)


def test_a_script_goes_by_this_computers_clock(far: None) -> None:
    here = NOON.astimezone()
    assert next_time((here + timedelta(hours=1)).strftime("%H:%M"), NOON) == NOON + timedelta(hours=1)


def test_an_hour_that_a_change_to_summer_time_leaves_out_is_the_moment_it_goes_on() -> None:
    company_time.follow("Europe/Copenhagen")
    assert company_time.at(date(2026, 3, 29), time(2, 30)) == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert company_time.at(date(2026, 3, 29), time(3, 30)) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_until_a_company_is_known_and_for_zones_nobody_knows_it_is_this_computers_clock() -> None:
    moment = NOON.astimezone(UTC)
    for unknown in ("", "Mars/Olympus"):
        company_time.follow(unknown)
        assert company_time.zone() is None and not company_time.elsewhere(moment)
        assert company_time.local(moment) == moment.astimezone()
        assert company_time.local(moment).utcoffset() == moment.astimezone().utcoffset()


def test_whose_time_it_is_is_said_only_where_this_computers_clock_shows_another(far: None, qapp: QApplication) -> None:
    load_translations(qapp, Language.DANISH)
    assert texts.other_place(NOON) == "Kiritimati"
    company_time.follow("")
    assert texts.other_place(NOON) == ""


def test_the_form_means_the_companys_hours_and_the_page_says_so(far: None, qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp)
    load_translations(qapp, Language.ENGLISH)
    session, actions = MovedSession(), NotedActions()
    session.take(snapshot(), "e:1")
    session.set_connection(Connection(ConnectionState.LIVE))
    page = DivertPage(session, actions, DiversionView(session, actions))
    qtbot.addWidget(page)
    page.resize(764, 600)
    page.show()
    there = datetime.now(ZONE)
    meant = (there + timedelta(hours=2)).replace(minute=0, second=0, microsecond=0)
    page.now.form.ends.setText("")
    qtbot.keyClicks(page.now.form.ends, f"{meant:%H:%M}")
    assert page.now.form.draft.ends_at == meant
    assert page.whose_time.text().startswith("Times in Kiritimati, where it is ")
