"""The tab Company number: texts per language, menus of keys, holidays, refusals at their field, sound asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.company.company_pane import CompanyPane
from onepresence_desktop.desktop.administration.company.holidays_card import read_day
from onepresence_desktop.desktop.administration.company.number_sounds import NumberSounds
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.company_number import (
    MAIN,
    Answer,
    CompanyMenu,
    CompanyNumberId,
    Leads,
    MenuKey,
    Opening,
)
from onepresence_desktop.domain.errors import Conflict, Invalid
from onepresence_desktop.domain.people import WorkingHours
from onepresence_desktop.wire.blocking import BlockingView, CompanyBlockingBody
from onepresence_desktop.wire.company import CompanyNumberBody, CompanyNumberView, CompanySoundView
from onepresence_desktop.wire.holidays import NOT_SAID, HolidayBody, HolidayView
from tests.desktop.administration.test_administration import Now, Server, click, person, signed_in
from tests.support.dressing import dress

NUMBER = CompanyNumberView(
    id=CompanyNumberId("n1"), one_number="+4533122000", name="Hovednummer", number="1002101", languages=["da", "en"],
    hours=WorkingHours(), holidays=True, greeting={"da": "Velkommen", "en": "Welcome"}, queue={},
    menus=[CompanyMenu(MAIN, {"da": "Tast 1"}, (MenuKey("1", Leads.NUMBER, "1002102"),))],
    closed=Answer(), holiday=Answer(), nobody=Answer(), opening=Opening.OPEN, version="1",
)  # fmt: skip


class Company(Server):
    def __init__(self) -> None:
        super().__init__()
        self.there = [NUMBER]
        self.days: dict[date, HolidayView] = {}
        self.refused = BlockingView(numbers=["+4533123456"], version="1")
        self.recorded: list[tuple[str, str, str]] = [("other", "queue", "da")]

    async def company_numbers(self) -> list[CompanyNumberView]:
        return list(self.there)

    async def put_company_number(self, number_id: CompanyNumberId, body: CompanyNumberBody) -> CompanyNumberView:
        self.asked.append(("put", body))
        if body.version != self.there[0].version:
            raise Conflict(what="changed", by="Line", at="2026-11-29T10:00:00+00:00")
        self.there = [structs.replace(NUMBER, name=body.name, greeting=body.greeting, menus=body.menus, version="2")]
        return self.there[0]

    async def holidays(self, year: int) -> list[HolidayView]:
        return [self.days[day] for day in sorted(self.days) if day.year == year]

    async def put_holiday(self, day: date, body: HolidayBody) -> HolidayView:
        self.refuse_unseen(day, body.version)
        version = f"{body.name} {body.closed}"
        self.days[day] = HolidayView(day=day, name=body.name, closed=body.closed, own=True, version=version)
        return self.days[day]

    async def remove_holiday(self, day: date, version: str | None = None) -> None:
        self.refuse_unseen(day, version)
        del self.days[day]

    def refuse_unseen(self, day: date, seen: str | None) -> None:
        if seen is not None and seen != (self.days[day].version if day in self.days else NOT_SAID):
            raise Conflict(what="changed", by="Line Bækvang")

    async def company_sounds(self) -> list[CompanySoundView]:
        return [
            CompanySoundView(number_id=CompanyNumberId(number), place=place, language=language, seconds=2.0)
            for number, place, language in self.recorded
        ]

    async def company_sound(self, place: str, *, number: str = "", language: str = "") -> bytes:
        return f"{place} {language}".encode()

    async def save_company_sound(self, place: str, wav: bytes, *, number: str = "", language: str = "") -> None:
        self.asked.append(("sound", (place, wav, number, language)))

    async def remove_company_sound(self, place: str, *, number: str = "", language: str = "") -> None:
        self.recorded.remove((number, place, language))

    async def blocked(self, *, company: bool) -> BlockingView:
        return self.refused

    async def save_blocked(self, body: CompanyBlockingBody, *, company: bool) -> BlockingView:
        if body.version != self.refused.version:
            raise Conflict(what="changed", by="Line", at="2026-11-29T10:00:00+00:00")
        version = str(int(body.version or "0") + 1)
        self.refused = BlockingView(numbers=sorted(body.numbers), anonymous=body.anonymous, version=version)
        return self.refused

    async def listen(self, text: str, language: str) -> bytes:
        self.asked.append(("listen", (text, language)))
        return b"RIFF"


@pytest.fixture
def server() -> Company:
    return Company()


@pytest.fixture
def pane(qtbot: QtBot, server: Company, monkeypatch: pytest.MonkeyPatch) -> CompanyPane:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    session = Session()
    signed_in(session, [person(1, "Mette Holm"), person(2, "Freja Lund")])
    pane = CompanyPane(session, Now(server))
    heard: list[bytes] = []
    monkeypatch.setattr(pane.player, "play", heard.append)
    pane.heard = heard  # type: ignore[attr-defined]
    pane.retranslate()
    qtbot.addWidget(pane)
    pane.resize(764, 900)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.load()
    return pane


def test_texts_are_kept_for_each_language_and_heard_in_it(pane: CompanyPane, qtbot: QtBot, server: Company) -> None:
    form = pane.form
    assert form.greeting.text.toPlainText() == "Velkommen"
    form.language.set_chosen("en")
    form.language.chosen.emit("en")
    assert form.greeting.text.toPlainText() == "Welcome" and not form.changed
    form.greeting.text.setPlainText("Welcome to us")
    click(qtbot, form.greeting.play)
    assert server.asked == [("listen", ("Welcome to us", "en"))] and pane.heard == [b"RIFF"]  # type: ignore[attr-defined]
    pane.save()
    assert server.asked[-1][1].greeting == {"da": "Velkommen", "en": "Welcome to us"}


def test_nothing_can_be_typed_before_it_is_known_what_there_is_and_a_first_number_has_its_language(
    qtbot: QtBot, server: Company
) -> None:
    class Slow(Now):
        """Answers when told so."""

        waiting: list[Callable[[], None]] = []

        def ask(self, name: str, verb: Any, reply: Any) -> None:
            self.waiting.append(lambda: super(Slow, self).ask(name, verb, reply))

    session, actions = Session(), Slow(server)
    signed_in(session, [person(1, "Mette Holm")])
    server.there = []
    pane = CompanyPane(session, actions)
    pane.retranslate()
    qtbot.addWidget(pane)
    pane.load()
    assert not pane.form.name.isEnabled() and pane.form.spoken["da"].isChecked()
    while actions.waiting:
        actions.waiting.pop(0)()
    assert pane.form.name.isEnabled()
    for field, text in ((pane.form.name, "Main"), (pane.form.one_number, "33122000"), (pane.form.whom, "1002101")):
        qtbot.keyClicks(field, text)
    assert pane.form.save_button.isEnabled()


def test_a_key_is_added_and_leads_to_somebody_by_name(pane: CompanyPane, qtbot: QtBot, server: Company) -> None:
    menus = pane.form.menus
    click(qtbot, menus.add_key)
    assert menus.rows[-1].key.key == "2"
    menus.rows[-1].whom.setFocus()
    qtbot.keyClicks(menus.rows[-1].whom, "Nobody Here")
    pane.save()
    assert pane.form.boxes["menus"].complaint and not server.asked
    menus.rows[-1].whom.setText("Mette Holm")
    pane.save()
    (menu,) = server.asked[-1][1].menus
    assert [(key.key, key.number) for key in menu.keys] == [("1", "1002102"), ("2", "1002101")]


def test_a_key_that_leads_nowhere_yet_outlives_another_language_of_texts_and_of_the_screen(
    pane: CompanyPane, qtbot: QtBot
) -> None:
    menus = pane.form.menus
    click(qtbot, menus.add_key)
    qtbot.keyClicks(menus.rows[-1].whom, "Met")
    menus.text.text.setPlainText("Tast 1 eller 2")
    pane.form.language.set_chosen("en")
    pane.form.language.chosen.emit("en")
    assert menus.rows[-1].whom.text() == "Met" and menus.text.text.toPlainText() == ""
    pane.form.language.set_chosen("da")
    pane.form.language.chosen.emit("da")
    pane.retranslate()
    assert [row.key.key for row in menus.rows] == ["1", "2"] and menus.rows[-1].whom.text() == "Met"
    assert menus.text.text.toPlainText() == "Tast 1 eller 2"


def test_why_no_other_menu_can_be_begun_is_said_at_the_key_that_leads_nowhere(pane: CompanyPane, qtbot: QtBot) -> None:
    menus = pane.form.menus
    click(qtbot, menus.add_key)
    click(qtbot, menus.add_menu)
    assert menus.rows[-1].whom.property("error") and pane.form.boxes["menus"].complaint
    assert menus.rows[-1].whom.hasFocus()
    qtbot.keyClicks(menus.rows[-1].whom, "Mette Holm")
    assert not menus.rows[-1].whom.property("error") and not pane.form.boxes["menus"].complaint
    click(qtbot, menus.add_menu)
    assert menus.name.isVisible() and not menus.rows


def test_a_key_to_a_menu_that_is_deleted_leads_nowhere_else_by_itself(
    pane: CompanyPane, qtbot: QtBot, server: Company
) -> None:
    menus = pane.form.menus
    click(qtbot, menus.add_menu)
    name = menus.name.text()
    menus.which.set_key("0")
    menus.which.picked.emit("0")
    click(qtbot, menus.add_key)
    menus.rows[-1].leads.set_key("menu")
    menus.rows[-1].leads.picked.emit("menu")
    menus.rows[-1].menu.set_key(name)
    menus.which.set_key("1")
    menus.which.picked.emit("1")
    click(qtbot, menus.remove_menu)
    pane.save()
    (menu,) = server.asked[-1][1].menus
    assert menu.keys[-1].menu == name, "the service says that it is gone"


def test_a_menu_that_leads_back_to_itself_is_said_at_the_menus(
    pane: CompanyPane, qtbot: QtBot, server: Company
) -> None:
    server.refuse = Invalid(field="menus", problem="loop", menu="main")
    pane.form.greeting.text.setPlainText("Hej")
    pane.save()
    assert "itself" in pane.form.boxes["menus"].complaint and pane.form.greeting.text.toPlainText() == "Hej"


def test_another_administrators_number_is_shown_beside_mine(pane: CompanyPane, qtbot: QtBot, server: Company) -> None:
    server.there = [structs.replace(NUMBER, name="Omstilling", version="7")]
    qtbot.keyClicks(pane.form.name, "!")
    pane.save()
    assert pane.form.conflict.isVisible() and pane.form.name.text() == "Hovednummer!"
    click(qtbot, pane.form.conflict.theirs_button)
    assert pane.form.name.text() == "Omstilling" and not pane.form.changed


def test_a_closing_day_is_added_and_opened_again(pane: CompanyPane, qtbot: QtBot, server: Company) -> None:
    days = pane.form.days
    qtbot.keyClicks(days.day, "31.2")
    qtbot.keyClicks(days.name, "Firmafest")
    click(qtbot, days.add)
    assert not server.days and days.day.property("error") and days.name.text() == "Firmafest"
    days.day.clear()
    qtbot.keyClicks(days.day, "31.12")
    click(qtbot, days.add)
    ((day, kept),) = server.days.items()
    assert (day.month, day.day, kept.closed) == (12, 31, True) and days.switches[0].isChecked()
    click(qtbot, days.switches[0])
    assert not server.days[day].closed and days.name.text() == ""


def test_a_day_that_another_administrator_set_meanwhile_is_shown_before_it_is_written_over(
    pane: CompanyPane, qtbot: QtBot, server: Company
) -> None:
    days, today = pane.form.days, pane._today()
    christmas = date(today.year, 12, 31)
    server.days[christmas] = HolidayView(day=christmas, name="Nytår", closed=False, own=False, version=NOT_SAID)
    pane.load()
    theirs = HolidayView(day=christmas, name="Hos Line", closed=True, own=True, version="theirs")
    server.days[christmas] = theirs
    qtbot.keyClicks(days.day, "31.12")
    qtbot.keyClicks(days.name, "Hos mig")
    click(qtbot, days.add)
    assert server.days[christmas] == theirs and days.days == [theirs] and days.name.text() == "Hos mig"
    assert "Line Bækvang" in days.complaint.text() and days.complaint.isVisible()
    click(qtbot, days.add)
    assert server.days[christmas].name == "Hos mig" and not days.complaint.isVisible()
    server.days[christmas] = theirs
    click(qtbot, days.crosses[0])
    assert server.days[christmas] == theirs and "Line Bækvang" in days.complaint.text()
    click(qtbot, days.crosses[0])
    assert christmas not in server.days


def test_a_closing_day_far_ahead_is_seen_once_it_is_added_and_taken_away_again(
    pane: CompanyPane, qtbot: QtBot, server: Company
) -> None:
    days, today = pane.form.days, pane._today()
    for n in range(1, 9):
        day = today + timedelta(days=n)
        server.days[day] = HolidayView(day=day, name=f"Helligdag {n}", closed=True, own=False, version=NOT_SAID)
    far = today + timedelta(days=300)
    qtbot.keyClicks(days.day, f"{far.day}.{far.month}")
    qtbot.keyClicks(days.name, "Firmafest")
    click(qtbot, days.add)
    assert len(days.switches) == 5 and days.more.isVisible() and "4" in days.more.text()
    assert [cross.isVisible() for cross in days.crosses] == [False] * 4 + [True]
    click(qtbot, days.more)
    assert len(days.switches) == 9 and not days.more.isVisible()
    click(qtbot, days.crosses[-1])
    assert far not in server.days and len(days.switches) == 8


def test_callers_are_refused_for_all_and_what_another_administrator_refused_stays(
    pane: CompanyPane, qtbot: QtBot, server: Company
) -> None:
    blocked = pane.form.blocked
    assert len(blocked.numbers.entries) == 1 and not blocked.anonymous.isChecked()
    click(qtbot, blocked.anonymous)
    assert server.refused.anonymous and not pane.form.changed
    server.refused = BlockingView(numbers=["+4533123456", "+4533123457"], anonymous=True, version="9")
    qtbot.keyClicks(blocked.numbers.add, "+4533123458")
    qtbot.keyClick(blocked.numbers.add, Qt.Key.Key_Return)
    assert len(server.refused.numbers) == 2 and len(blocked.numbers.entries) == 2
    assert blocked.numbers.add.text() == "+4533123458", "it is there to be added to what is there now"
    qtbot.keyClick(blocked.numbers.add, Qt.Key.Key_Return)
    assert len(server.refused.numbers) == 3
    click(qtbot, blocked.numbers.entries[0])
    assert len(server.refused.numbers) == 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24.12", date(2026, 12, 24)),
        ("24/12-2027", date(2027, 12, 24)),
        ("1.2", date(2027, 2, 1)),
        ("29.2", None),
        ("0.1", None),
        ("x", None),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date | None) -> None:
    assert read_day(text, date(2026, 11, 29)) == day


def test_a_recording_is_heard_instead_of_the_text_and_deleted(pane: CompanyPane, qtbot: QtBot, server: Company) -> None:
    form = pane.form
    assert form.greeting.upload.isEnabled() and not form.greeting.recorded.isVisible()
    server.recorded += [("n1", "greeting", "da"), ("n1", "menu.main", "en")]
    pane.load()
    assert "(2 second" in form.greeting.recorded.text() and not form.queue.recorded.isVisible()
    click(qtbot, form.greeting.play)
    assert pane.heard == [b"greeting da"]  # type: ignore[attr-defined]
    assert not form.menus.text.recorded.isVisible()
    form.language.set_chosen("en")
    form.language.chosen.emit("en")
    assert form.menus.text.recorded.isVisible() and not form.greeting.recorded.isVisible()
    click(qtbot, form.menus.text.delete)
    assert ("n1", "menu.main", "en") not in server.recorded and not form.menus.text.recorded.isVisible()
    assert not form.changed, "recordings are kept at once, beside what is saved"


def test_a_new_number_has_no_recordings_until_it_is_saved(pane: CompanyPane, qtbot: QtBot) -> None:
    pane.new()
    assert not pane.form.greeting.upload.isEnabled() and not pane.form.menus.text.upload.isEnabled()


def test_a_file_that_cannot_be_read_is_said_and_a_good_one_is_sent(
    pane: CompanyPane, qtbot: QtBot, server: Company, tmp_path: Path
) -> None:
    actions = Asked()
    sounds = NumberSounds(actions, pane.form, pane.player)
    sounds.take("greeting", "da", tmp_path / "gone.wav")
    with pytest.raises(Invalid):
        asyncio.run(actions.verb(server))
    (tmp_path / "hello.wav").write_bytes(b"RIFF")
    sounds.take("greeting", "da", tmp_path / "hello.wav")
    asyncio.run(actions.verb(server))
    assert server.asked == [("sound", ("greeting", b"RIFF", "n1", "da"))]
    sounds._changed(Invalid(field="sound", problem="not_wav"))
    assert pane.form.band.isVisible()


class Asked(Actions):
    """Keeps what is asked of the service, to be done by hand: a file is read on a thread."""

    def ask(self, name: str, verb: Any, reply: Any) -> None:
        self.verb = verb
