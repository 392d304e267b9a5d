"""Every page and dialog, in every language and a longer one, at the sizes people have: nothing is cut off.

A screen of 1366 × 768 at 150 % (or text one and a half times as large) is 911 × 512 logical pixels, one of 1024 × 700
is 683 × 467.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, QSettings, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.administration.panes import PANES
from onepresence_desktop.desktop.caller_cards import CallerCards
from onepresence_desktop.desktop.contact_keeper import ContactKeeper
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.own_state import own_state
from onepresence_desktop.desktop.pages import PageContext
from onepresence_desktop.desktop.platform.paths import paths
from onepresence_desktop.desktop.ports import SettingsPorts
from onepresence_desktop.desktop.quick_diversions import quick_items
from onepresence_desktop.desktop.sections import sections
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.shell.call_bar import CallBar
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.desktop.sign_in import frame
from onepresence_desktop.desktop.sign_in.first_password import FirstPassword
from onepresence_desktop.desktop.sign_in.first_run import FirstRun
from onepresence_desktop.desktop.sign_in.local_company import LocalCompanyPage
from onepresence_desktop.desktop.sign_in.port_taken import PortTaken
from onepresence_desktop.desktop.sign_in.proof import Proof
from onepresence_desktop.desktop.sign_in.sign_in import SignIn
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.domain.completion import CompletionId
from onepresence_desktop.domain.diversion import DestinationKind
from onepresence_desktop.domain.errors import Invalid, TooLarge
from onepresence_desktop.domain.messaging import SentId, StandardMessageId
from onepresence_desktop.domain.outgoing import OutgoingState, Way
from onepresence_desktop.domain.people import Role, UserId
from onepresence_desktop.domain.phonebook import Verdict
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.completions import CompletionView
from onepresence_desktop.wire.contacts import ColumnView, ContactChanges, ImportedEntry, ImportReport
from onepresence_desktop.wire.messaging import RecipientView, SentMessageView, StandardMessageView
from onepresence_desktop.wire.people_import import ImportedLine, LineVerdict, PeopleImportReport
from tests.client.samples import NOW, presence, snapshot
from tests.client.test_phonebook import contact
from tests.desktop.calls.test_call_details import WAY
from tests.desktop.calls.test_history import IN, record
from tests.desktop.look.conftest import NotedActions
from tests.support.dressing import dress, speak
from tests.support.looking import Painted, faults_of, own_texts, pseudo

LANGUAGES = ["da", "sv", "en", ""]
"""The last is the longer one."""
SIZES = [(1366, 768), (1024, 700), (911, 512), (683, 467)]


class Quiet(NotedActions):
    """Asks nobody."""

    def ask(self, name: str, verb: Any, reply: Any) -> None:
        self.asked.append((name, ()))

    def preview(self, request: Any, reply: Any) -> None:
        self.asked.append(("preview", (request,)))

    def fetch_history(self, before: Any, reply: Any) -> None:
        self.asked.append(("fetch_history", (before,)))

    def fetch_recording(self, message_id: Any, reply: Any) -> None:
        self.asked.append(("fetch_recording", (message_id,)))


@pytest.fixture
def spoken(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    """A language in use."""
    language: str = request.param
    dress(qapp)
    load_translations(qapp, Language(language or "en"))
    with nullcontext() if language else pseudo(qapp):
        yield language
    speak(qapp)


@pytest.fixture(autouse=True)
def what_was_looked_at_ends(qapp: QApplication) -> Iterator[None]:
    """Qt deletes what was closed on the next turn of a loop, and between tests none turns. Such a window has some 2,000
    widgets, and every later change of theme or language would be theirs, too."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


CONTACT = contact("k", "Karen Kunde", "+4520123456", "+4570101155")
REPORT = ImportReport(
    dry_run=True,
    entries=[
        ImportedEntry(number=1, name="A", verdict=Verdict.NEW),
        ImportedEntry(number=2, name="B", verdict=Verdict.CONFLICT, existing_name="C"),
        ImportedEntry(number=3, name="", verdict=Verdict.REFUSED, problem="missing"),
        ImportedEntry(number=4, name="D", verdict=Verdict.SAME),
    ],
    new=1,
    same=1,
    conflict=1,
    refused=1,
    columns=[ColumnView(head="Name", holds="name")],
)

PEOPLE_DONE = PeopleImportReport(
    dry_run=False,
    lines=[
        ImportedLine(line=2, name="A", verdict=LineVerdict.REFUSED, field="role", problem="unknown"),
        ImportedLine(line=3, name="", verdict=LineVerdict.REFUSED, field="local_number", problem="other_customer_code"),
        ImportedLine(line=4, name="B", verdict=LineVerdict.CHANGED, fields=["title", "department"]),
        ImportedLine(line=5, name="C", verdict=LineVerdict.NEW),
    ],
    added=1,
    changed=1,
    unchanged=1,
    refused=0,
    version="1",
)
PEOPLE_REPORT = structs.replace(PEOPLE_DONE, dry_run=True, refused=2)

SENT = SentMessageView(
    id=SentId("s"),
    at=NOW,
    text="?",
    recipients=[
        RecipientView(name="A", user_id=None, email=None, number=None, by=way, state=state)
        for state, way in zip(OutgoingState.known(), (None, Way.SMS, Way.EMAIL, Way.SMS), strict=True)
    ],
)


def make_window(folder: Path) -> MainWindow:
    session, actions = Session(), Quiet()
    settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
    first = snapshot()
    me = structs.replace(first.private.me, role=Role.ADMINISTRATOR)
    session.take(structs.replace(first, private=structs.replace(first.private, me=me)), "e:0")
    session.set_connection(Connection(ConnectionState.LIVE))
    session.take_contacts(ContactChanges(version=1, whole=True, contacts=[CONTACT]), shared=False)
    ports = SettingsPorts(
        version="1.0",
        server=lambda: "https://pbx.example:8480",
        diagnostics=lambda: "",
        open_log_folder=lambda: None,
        sign_out=lambda: None,
        show_keys=lambda: None,
        sections=lambda: [("search", "Search")],
    )
    context = PageContext(
        session,
        actions,
        settings,
        paths("layout"),
        lambda _place: None,
        lambda: ports,
        Watches(session),
        ContactKeeper(session, actions),
    )
    window = MainWindow(list(sections(context).values()))
    window.show_own(own_state(session.mirror, connected=True, connecting=False))
    window.show_quick(quick_items(session.mirror), enabled=True)
    window.set_call_bar(CallBar(session, actions, CallerCards(session, actions, settings)))
    return window


def states(window: MainWindow) -> Iterator[str]:
    """Each page and what opens on it."""
    for key in window.section_keys():
        window.show_section(key)
        page: Any = window.page
        yield key
        if key == "search":
            for view in ("tiles", "day"):
                page.show_as(view)
                yield f"search, {view}"
            page._days_chosen("week")
            yield "search, week"
            page.show_as("list")
            page.beside.open(next(iter(page._session.mirror.people)))
            yield "search, details"
            session = page._session
            session.take(presence(1, Presence.RINGING), "")
            session._flush()
            page.beside.open(UserId("u1"))
            yield "search, ringing"
            until = session.now() + timedelta(days=1)
            session.take(CompletionView(id=CompletionId("w"), user_id=UserId("u1"), since=NOW, until=until), "")
            yield "search, waiting"
            page.leave()
        if key == "divert":
            form = page.now.form
            form.more.click()
            yield "divert, all reasons"
            form.cards[DestinationKind.NUMBER].click()
            for kind in ("group", "colleague", "external"):
                form.target.kind.set_chosen(kind)
                form.target._kind_chosen(kind)
                form.target.field.setText("?")
                form.target._left()
                yield f"divert, {kind}"
            form.remember.click()
            form.ends.setText("?")
            form.times._end_typed("?")
            yield "divert, wrong"
            page.show_part("schedule")
            yield "schedule"
            page.schedule.add.click()
            editor = page.schedule.editor.form
            editor.repeat.ends.set_key("on_day")
            editor.repeat._end_picked("on_day")
            for field in (editor.skipped, editor.repeat.last, editor.day):
                field.setText("?")
                editor.complain()
                yield f"schedule, wrong {field.accessibleName()}"
            page.schedule.leave()
            page.schedule.foot.offer("?")
            yield "schedule, undo"
        if key == "inbox":
            page.composing.pane.standard.show_all([StandardMessageView(id=StandardMessageId("x"), text="?")])
            page.composing.begin(("+4520123456",), Way.SMS, "?")
            yield "inbox, compose"
            page.composing.pane.leave()
            yield "inbox, leaving"
            page.composing.pane.leave()
            page.right.show_sent(SENT)
            yield "inbox, sent"
        if key == "calls":
            page._session.take(record(1, IN, "+4570101155", name="A", seconds=9, trace=WAY), "")
            page.open_details(1)
            yield "calls, details"
            page.leave()
        if key == "phonebook":
            page.details.show_contact(CONTACT, page.content.row(CONTACT.id), [], editable=True)
            page._right.setCurrentWidget(page.details)
            yield "phonebook, contact"
            page.form.show_contact(None, may_share=True)
            page.form.refused(Invalid(field="numbers", problem="invalid_number"))
            page.form.band.say(texts.error(Invalid(field="name", problem="control_character")))
            page._right.setCurrentWidget(page.form)
            yield "phonebook, form"
            page.begin_import(Path("kontakter.csv"))
            page.importing._looked(page.importing._file, REPORT)
            yield "phonebook, import"
            page.importing.leave()
        if key == "admin":
            importing = page.people.importing
            importing.begin(Path("medarbejdere.csv"))
            yield "admin, import, reading"
            importing.pane._looked(importing.pane._file, PEOPLE_REPORT)
            yield "admin, import"
            importing.pane._looked(importing.pane._file, TooLarge(limit=12 * 1024 * 1024))
            yield "admin, import, refused"
            importing.pane._wrote(importing.pane._file, PEOPLE_DONE)
            yield "admin, import, done"
            importing.leave()
            for tab in PANES:
                page.turn_to(tab.key)
                yield f"admin, {tab.key}"
        if key == "settings":
            for pane in list(page.rows):
                page.show_pane(pane)
                yield f"settings, {pane}"


@pytest.mark.parametrize("spoken", LANGUAGES, indirect=True, ids=lambda code: code or "longer")
def test_no_page_cuts_anything_off(
    spoken: str, qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted, own = Painted(monkeypatch), own_texts(spoken)
    window = make_window(tmp_path)
    qtbot.addWidget(window)
    window.setMinimumSize(0, 0)
    window.show()
    found: dict[str, list[str]] = {}
    for state in states(window):
        # Words a third longer are not promised the smallest screen.
        for size in SIZES if spoken else SIZES[:-1]:
            for _ in range(2):  # the left column gives way first, and only then is there room for less
                window.resize(*size)
                qapp.processEvents()
            assert (window.width(), window.height()) == size, f"{state} needs more than {size}"
            for fault in faults_of(window, own, painted):
                found.setdefault(fault, []).append(f"{state} at {size[0]} × {size[1]}")
    assert not found, "\n".join(f"{fault}: {', '.join(where[:3])}" for fault, where in sorted(found.items()))


REGIONS = ("top", "stack", "left")


def test_tab_goes_from_the_search_through_the_page_to_the_left_column(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    dress(qapp)
    window = make_window(tmp_path)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.bring_to_front()
        window.show_section("search")
    assert window.top.field.hasFocus(), "the first focus is the search field"
    for key in window.section_keys():
        window.show_section(key)
        window.focus_search()
        seen: list[str] = []
        for _ in range(80):
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
            focus = window.focusWidget()
            if focus is window.top.field:
                break
            seen.append(next(name for name in REGIONS if getattr(window, name).isAncestorOf(focus)))
        assert focus is window.top.field, f"Tab comes round on {key}"
        assert seen == sorted(seen, key=REGIONS.index), f"{key}: {seen}"
        assert "left" in seen and "stack" in seen, key
        QTest.keyClick(window.top.field, Qt.Key.Key_Backtab)
        assert window.left.isAncestorOf(window.focusWidget())


def test_everything_the_keyboard_reaches_has_a_name_and_single_choices_are_radio_buttons(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    dress(qapp)
    speak(qapp)
    window = make_window(tmp_path)
    qtbot.addWidget(window)
    window.show()
    nameless, choices = set(), set()
    for state in states(window):
        for widget in (w for w in window.findChildren(QWidget) if w.isVisible()):
            if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                continue
            told = QAccessible.queryAccessibleInterface(widget)
            if not told.text(QAccessible.Text.Name).strip():
                nameless.add(f"{state}: {type(widget).__name__}")
            if isinstance(widget, QAbstractButton) and widget.isCheckable() and _one_of_several(widget):
                choices.add(told.role())
    assert not nameless
    assert choices == {QAccessible.Role.RadioButton}


def _one_of_several(button: QAbstractButton) -> bool:
    group = button.group()
    return button.autoExclusive() or (group is not None and group.exclusive())


def dialogs() -> list[QWidget]:
    english = Language.ENGLISH
    return [
        *(FirstRun(language) for language in Language),
        SignIn(english, server="pbx.example", local_number="1002141", fixed=False),
        FirstPassword("1002141"),
        Proof(in_demo=True),
        LocalCompanyPage(),
        PortTaken(5060, 5062, phones=True),
    ]


@pytest.mark.parametrize("screen", [(1366, 728), (911, 472)], ids=["large", "small"])
@pytest.mark.parametrize("spoken", LANGUAGES, indirect=True, ids=lambda code: code or "longer")
def test_no_dialog_cuts_anything_off(
    spoken: str, screen: tuple[int, int], qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "screen_room", lambda: QSize(*screen))
    painted, own = Painted(monkeypatch), own_texts(spoken)
    found: list[str] = []
    for dialog in dialogs():
        qtbot.addWidget(dialog)
        dialog.show()
        qapp.processEvents()
        assert dialog.height() + frame.TITLE_BAR <= screen[1]
        found += [f"{type(dialog).__name__}: {fault}" for fault in sorted(faults_of(dialog, own, painted))]
        dialog.close()
    assert not found, "\n".join(found)
