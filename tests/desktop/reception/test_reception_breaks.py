"""What may go wrong at the reception while its calls come and go: refusals, haste, names that vanish (chapter 11)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, QSettings, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.caller_cards import CallerCards
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.pages import Page, Section, at_once
from onepresence_desktop.desktop.popups.incoming import IncomingCalls
from onepresence_desktop.desktop.popups.toasts import ToastStack
from onepresence_desktop.desktop.reception.view import ReceptionView
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.shell.presenter import WindowPresenter
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.domain.errors import CallGone, Conflict, NumberRefused
from onepresence_desktop.domain.people import GroupId, UserId
from onepresence_desktop.domain.phonebook import ContactId, ContactNumber
from onepresence_desktop.domain.reception import QueueState
from onepresence_desktop.wire import views
from onepresence_desktop.wire.contacts import ContactView
from onepresence_desktop.wire.reception import QueuedCallRemoved
from onepresence_desktop.wire.reception_notes import ReceptionNote
from tests.desktop.reception.test_reception_page import (
    OTHER,
    WANTED,
    Key,
    Mod,
    Service,
    page,
    service,
    session,
    talks,
    type_,
    waits,
)

__all__ = ["page", "service", "session"]


class Slow(Service):
    """Answers when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[Callable[[], None]] = []

    def ask(self, name: str, verb: Callable[[Any], Awaitable[Any]], reply: Callable[[Any], None]) -> None:
        given = super().ask
        self.open.append(lambda: given(name, verb, reply))


@pytest.fixture
def slow(qtbot: QtBot, session: Session) -> tuple[ReceptionView, Slow]:
    service = Slow()
    view = ReceptionView(session, service, Watches(session))
    qtbot.addWidget(view)
    view.resize(1000, 640)
    view.want_search.connect(view.take_search)
    view.show()
    return view, service


def group(key: str, name: str, number: str) -> views.GroupView:
    return views.GroupView(id=GroupId(key), local_number=number, name=name)


def test_who_has_the_call_can_be_read_while_the_queue_moves_on(
    page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(waits("first"), "")
    service.refuse = Conflict(what="taken", holder="Bodil Kragelund")
    page.calls.cards[CallId("first")].answer.click()
    session.take(waits("first", state=QueueState.TAKEN, taken_by=OTHER), "")
    session.take(waits("second"), "")
    assert page.calls.band.isVisibleTo(page)
    assert page.calls.band.words == "Bodil Kragelund has taken the call."
    service.refuse = None
    page.doing.answer_next()
    assert not page.calls.band.isVisibleTo(page)


@pytest.mark.parametrize("since", ["", "boh"])
def test_what_was_typed_is_there_again_when_nobody_was_let_in_there(
    qtbot: QtBot, slow: tuple[ReceptionView, Slow], session: Session, since: str
) -> None:
    page, service = slow
    written: list[str] = []
    page.want_search.connect(written.append)
    session.take(talks("k1"), "")
    page.take_search("+45 44")
    type_(qtbot, page, Key.Key_Return)
    assert written == [""]
    if since:
        page.take_search(since)
    service.refuse = NumberRefused(number="+4544")
    service.open.pop()()
    assert written[1:] == ([] if since else ["+45 44"]), "what has been typed since is for somebody else"


@pytest.mark.parametrize(
    ("key", "mod", "verb"),
    [
        (Key.Key_F5, Mod.NoModifier, "answer_queued"),
        (Key.Key_F7, Mod.NoModifier, "park"),
        (Key.Key_Return, Mod.NoModifier, "hand_on"),
        (Key.Key_Return, Mod.ShiftModifier, "announce"),
        (Key.Key_Return, Mod.ControlModifier, "hand_on"),
    ],
)
def test_a_key_pressed_twice_in_haste_asks_once(
    qtbot: QtBot, slow: tuple[ReceptionView, Slow], session: Session, key: Qt.Key, mod: Qt.KeyboardModifier, verb: str
) -> None:
    page, service = slow
    session.take(waits("k1") if key == Key.Key_F5 else talks("k1"), "")
    page.choose(WANTED)
    type_(qtbot, page, key, mod)
    type_(qtbot, page, key, mod)
    for answer in service.open:
        answer()
    assert [asked[0] for asked in service.asked] == [verb]
    service.refuse = CallGone()
    type_(qtbot, page, key, mod)
    assert len(service.open) == 2, "once it is answered it can be asked again"


def test_a_whole_local_number_is_whoever_has_it(page: ReceptionView, session: Session, service: Service) -> None:
    session.take(talks("k1"), "")
    for typed in ("2175", "1002175", "100 2175"):
        page.take_search(typed)
        row = page.chosen()
        assert row is not None and row.user == WANTED
        assert page.bar.words.text() == "Dorthea → Kasper Dalbyager"
        assert page.bar.warning.text().startswith("Meeting until")
    page.take_search("217")
    row = page.chosen()
    assert row is not None and (row.user, row.number) == (None, "217")


def test_groups_are_found_by_name_and_number_and_stay_chosen(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(group("s", "Salg og støtte", "1002500"), "")
    session.take(talks("k1"), "")
    page.take_search("støt")
    row = page.chosen()
    assert row is not None and (row.name, row.number, row.line) == ("Salg og støtte", "1002500", "Group")
    session.take(waits("second"), "")
    assert page.bar.words.text() == "Dorthea → Salg og støtte"
    page.take_search("2500")
    type_(qtbot, page, Key.Key_Return)
    assert service.asked == [("hand_on", "k1", "1002500", False)]
    session.take(group("k", "Kantine", "1002501"), "")
    page.take_search("ka")
    names = [page.model.row(place).name for place in range(page.model.rowCount())]
    assert names == ["Kasper Dalbyager", "Kantine"] and page.search_found() == ("1 found", False)
    page.list.choose(1)
    session.take(waits("third"), "")
    assert page.bar.words.text() == "Dorthea → Kantine", "who comes meanwhile chooses nobody else"


def test_a_call_goes_to_nobody_when_the_colleague_chosen_is_no_more(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(talks("k1"), "")
    page.choose(WANTED)
    session.take(views.PersonRemoved(id=WANTED), "")
    qtbot.waitUntil(lambda: page.model.place_of(WANTED) < 0)
    session.take(waits("second"), "")
    type_(qtbot, page, Key.Key_Return)
    assert page.chosen() is None and service.asked == []
    type_(qtbot, page, Key.Key_Down)
    assert page.chosen() is not None


def test_the_call_chosen_is_in_view_among_twenty(
    qtbot: QtBot, qapp: QApplication, page: ReceptionView, session: Session
) -> None:
    for n in range(20):
        session.take(waits(f"c{n:02}", 100 - n), "")
    for _ in range(19):
        type_(qtbot, page, Key.Key_Down, Mod.ControlModifier)
    card = page.calls.cards[CallId("c19")]
    qtbot.waitUntil(lambda: card.visibleRegion().boundingRect().height() == card.height())
    session.take(talks("c19"), "")
    qtbot.waitUntil(lambda: not page.calls.cards[CallId("c19")].visibleRegion().isEmpty())


def test_one_is_not_proposed_to_oneself(page: ReceptionView, session: Session) -> None:
    me = session.mirror.me
    assert me is not None
    session.take(waits("first", called_user=me.id, last_with=UserId("gone"), last_at=None), "")
    users = [page.model.row(place).user for place in range(page.model.rowCount())]
    assert me.id not in users


def test_how_many_wait_stands_in_the_navigation_for_who_is_elsewhere(
    qtbot: QtBot, session: Session, service: Service, tmp_path: Path
) -> None:
    counted = "{section}, {count} waiting"
    sections = [Section("reception", "nav-reception", lambda: "Reception", at_once(Page), counted=lambda: counted)]
    window = MainWindow(sections)
    qtbot.addWidget(window)
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    cards = CallerCards(session, service, settings)
    WindowPresenter(window, session, service, CommandRegistry(session, service), cards)
    row = window.left.navigation.rows["reception"]
    for call in (waits("one"), waits("two"), waits("answered", taken_by=OTHER), waits("menu", state=QueueState.MENU)):
        session.take(call, "")
    qtbot.waitUntil(lambda: row.accessibleName() == "Reception, 2 waiting")
    session.take(QueuedCallRemoved(id=CallId("one")), "")
    session.take(QueuedCallRemoved(id=CallId("two")), "")
    qtbot.waitUntil(lambda: row.accessibleName() == "Reception")


def test_to_whom_a_call_goes_can_be_read_where_there_is_no_room_for_the_caller(
    qapp: QApplication, page: ReceptionView, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    plain = painters.text

    def noted(painter: QPainter, room: QRectF, text: str, font: QFont, *more: Any) -> None:
        if painters.width(text, font) <= room.width():
            shown.append(text)
        plain(painter, room, text, font, *more)

    session.take(talks("k1", name="Vindrosen Transport og Spedition"), "")
    page.choose(WANTED)
    monkeypatch.setattr(painters, "text", noted)
    for wide, words in ((764, "→ Kasper Dalbyager"), (1300, "Vindrosen Transport og Spedition → Kasper Dalbyager")):
        page.resize(wide, 640)
        qapp.processEvents()
        shown.clear()
        page.bar.grab()
        assert words in shown


def test_keys_are_the_receptions_again_when_its_page_is_shown_again(
    qtbot: QtBot, session: Session, service: Service
) -> None:
    page, other = ReceptionView(session, service, Watches(session)), Page()
    line = QLineEdit(other)
    window = MainWindow(
        [
            Section("other", "nav-search", lambda: "Other", at_once(lambda: other)),
            Section("reception", "nav-reception", lambda: "Reception", at_once(lambda: page)),
        ]
    )
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    session.take(talks("k1"), "")
    window.show_section("reception")
    page.choose(WANTED)
    window.show_section("other")
    line.setFocus()
    window.show_section("reception")
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    assert service.asked == [("hand_on", "k1", "1002175", False)]


def test_who_answers_at_a_phone_that_must_be_lifted_is_told_so(page: ReceptionView, session: Session) -> None:
    me = session.mirror.me
    assert me is not None
    session.take(waits("first", taken_by=me.id), "")
    assert page.calls.pane.waiting[0].more == "Lift your phone"
    session.take(waits("first", taken_by=OTHER), "")
    assert page.calls.pane.waiting[0].more == "Bodil Kragelund answers"


def test_the_reception_has_the_rail_beside_it_where_the_column_would_take_its_room(qtbot: QtBot) -> None:
    window = MainWindow(
        [
            Section("search", "nav-search", lambda: "Search", at_once(Page)),
            Section("reception", "nav-reception", lambda: "Reception", at_once(Page), rail_below=1101),
        ]
    )
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    window.show_section("search")
    assert not window.left.rail
    window.show_section("reception")
    assert window.left.rail
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: not window.left.rail)
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: window.left.rail)
    window.show_section("search")
    assert not window.left.rail


def test_a_long_note_for_the_reception_is_there_in_full(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    note = " ".join(f"Line {n} of the note." for n in range(25))
    session.take(ReceptionNote(user_id=WANTED, note=note), "")
    page.resize(1000, 460)
    page.choose(WANTED)
    shown = page.details.note
    qtbot.waitUntil(lambda: shown.height() >= shown.heightForWidth(shown.width()))
    assert page.details.divert.visibleRegion().boundingRect().height() == page.details.divert.height()
    assert page.details.local.y() >= page.details.note_card.geometry().bottom()


def test_pop_ups_leave_the_queue_alone_while_it_is_looked_at(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    stack, service, heard = ToastStack(), Slow(), []
    incoming = IncomingCalls(session, service, settings, stack, CallerCards(session, service, settings))
    incoming.rings.connect(lambda: heard.append(True))
    looked_at = [True]
    incoming.queue_seen = lambda: looked_at[0]

    def rings(key: str) -> None:
        session.take(waits(key), "")
        session.take(talks(key, CallState.RINGING, answered_at=None), "")

    rings("k1")
    session.take(talks("k1", CallState.RINGING, answered_at=None, name="Now known"), "")
    assert not incoming.toasts and len(heard) == 1
    session.take(talks("own", CallState.RINGING, answered_at=None), "")
    assert list(incoming.toasts) == ["own"], "what is no call of the reception's is told"
    looked_at[0] = False
    rings("k2")
    assert list(incoming.toasts) == ["own", "k2"]
    looked_at[0] = True
    session.take(waits("k3"), "")
    qtbot.waitUntil(lambda: list(incoming.toasts) == ["own"])


def test_where_a_contact_works_stands_with_the_number(page: ReceptionView, session: Session) -> None:
    contact = ContactView(
        id=ContactId("c"), name="Dorthea Klintberg", company="Lyngkær Tryk", title="",
        numbers=(ContactNumber("+4533123480"),), emails=(), note="", shared=True, favourite=False,
    )  # fmt: skip
    session.phonebook.shared.put(contact)
    session.take(waits("k1", name="Dorthea Klintberg", number="+4533123480"), "")
    assert page.calls.pane.waiting[0].line == "Lyngkær Tryk · Main"
    session.take(talks("k1", name="Dorthea Klintberg", number="+4533123480"), "")
    assert page.calls.pane.active[0].line == "Lyngkær Tryk · 33 12 34 80 · Main"


def test_a_colleague_whose_caller_has_gone_is_not_handed_on_to_themselves(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    page.choose(WANTED)
    session.take(talks("made", outgoing=True, name="Kasper Dalbyager", number="1002175"), "")
    type_(qtbot, page, Key.Key_Return)
    type_(qtbot, page, Key.Key_Return, Mod.ShiftModifier)
    assert service.asked == [] and page.bar.words.text() == "Kasper Dalbyager" and not page.bar.transfer.isEnabled()
    page.choose(OTHER)
    type_(qtbot, page, Key.Key_Return)
    assert service.asked == [("hand_on", "made", "1002102", False)]
