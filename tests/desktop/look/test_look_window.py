"""The window: navigation, own card, quick diversions, search field, keys, widths."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import own_state
from onepresence_desktop.desktop.caller_cards import CallerCards
from onepresence_desktop.desktop.commands_registry import CommandRegistry, SectionWords
from onepresence_desktop.desktop.do_not_disturb import lengths
from onepresence_desktop.desktop.languages import Language, load_translations, translate
from onepresence_desktop.desktop.pages import Page, Section, Steps, at_once
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.shell.key_overview import KeyOverview
from onepresence_desktop.desktop.shell.own_menu import OwnMenu
from onepresence_desktop.desktop.shell.presenter import WindowPresenter
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme.theme import Choice, Theme, color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.people import LAST_MINUTE, Opening, WorkingHours
from onepresence_desktop.domain.presence import Presence


class PlainPage(Page):
    """A page that only notes what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = 0
        self.spoken = 0
        self.left = 0

    def retranslate(self) -> None:
        self.spoken += 1

    def on_shown(self) -> None:
        self.shown += 1

    def hints(self) -> list[Hint]:
        return [Hint("Enter", "Call")]

    def leave(self) -> bool:
        self.left += 1
        return self.left == 1


class SearchPage(PlainPage):
    """A page that takes the top field's text and keys."""

    narrowed_by_search = True

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.keys: list[int] = []

    def take_search(self, text: str) -> None:
        self.texts.append(text)

    def search_key(self, event: QKeyEvent) -> bool:
        self.keys.append(event.key())
        return True


class Office:
    """A window with pages, its presenter, and what they were made of."""

    def __init__(self, session: Session, actions: Any, settings: Settings) -> None:
        self.made: list[str] = []
        self.session, self.actions = session, actions

        def make(key: str, page: Callable[[], Page]) -> Callable[[], Steps]:
            def build() -> Page:
                self.made.append(key)
                return page()

            return at_once(build)

        self.window = MainWindow(
            [
                Section(
                    "search",
                    "nav-search",
                    lambda: translate("Shell", "Search field"),
                    make("search", SearchPage),
                ),
                Section("divert", "nav-divert", lambda: "Divert", make("divert", PlainPage)),
                Section("inbox", "nav-messages", lambda: "Messages", make("inbox", PlainPage)),
                Section("settings", "nav-settings", lambda: "Settings", make("settings", PlainPage)),
            ]
        )
        self.registry = CommandRegistry(session, actions)
        self.signed_out = 0
        program = self.registry.program
        program.dial_selection, program.selection_keys = lambda: None, lambda: "Ctrl+§"
        program.sections = lambda: [SectionWords(key, "nav-search", key) for key in self.window.section_keys()]
        program.show_section, program.sign_out = self.window.show_section, self._sign_out
        program.show_keys = lambda: self.presenter.show_keys()
        cards = CallerCards(session, actions, settings)
        self.presenter = WindowPresenter(self.window, session, actions, self.registry, cards)

    def _sign_out(self) -> None:
        self.signed_out += 1


@pytest.fixture
def place(session: Session, actions: Any, settings: Settings, qtbot: QtBot) -> Office:
    """The window, shown, at the search section."""
    made = Office(session, actions, settings)
    qtbot.addWidget(made.window)
    made.window.show_section("search")
    with qtbot.waitActive(made.window):
        made.window.show()
    return made


def test_a_page_is_built_only_when_it_is_first_shown(place: Office) -> None:
    assert place.made == ["search"]
    place.window.show_section("inbox")
    place.window.show_section("search")
    place.window.show_section("inbox")
    assert place.made == ["search", "inbox"]


def test_ctrl_and_a_digit_goes_to_the_section_in_that_place(place: Office) -> None:
    for digit, key in ((3, "inbox"), (4, "settings"), (1, "search")):
        QTest.keyClick(place.window, getattr(Qt.Key, f"Key_{digit}"), Qt.KeyboardModifier.ControlModifier)
        assert place.window.current_section == key
        assert place.window.left.navigation.rows[key].isChecked()


def test_alt_and_a_digit_sets_the_quick_diversion_in_that_place(place: Office) -> None:
    QTest.keyClick(place.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    [(verb, (request,))] = place.actions.asked
    assert (verb, request.preset) == ("divert", "break")
    QTest.keyClick(place.window, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert place.actions.asked[-1] == ("open_phone", ())


def test_a_click_on_a_quick_diversion_sets_it_and_on_the_running_one_opens_the_phone(
    place: Office, office: Callable[..., Any]
) -> None:
    lunch = place.window.left.quick.buttons[0]
    QTest.mouseClick(lunch, Qt.MouseButton.LeftButton)
    assert place.actions.asked[-1][1][0].preset == "lunch"
    place.session.take(office(diverted=Reason.LUNCH), "e:2")
    assert place.window.left.quick.buttons[0].item.running
    QTest.mouseClick(place.window.left.quick.buttons[0], Qt.MouseButton.LeftButton)
    assert place.actions.asked[-1] == ("open_phone", ())


def test_the_own_card_says_who_and_how_and_keeps_its_height(place: Office, office: Callable[..., Any]) -> None:
    card = place.window.left.own_card
    assert card.lines() == ("Sofie Engdal", "Available")
    heights = {card.height()}
    place.session.take(office(presence=Presence.BUSY), "e:2")
    assert card.lines() == ("Sofie Engdal", "On the phone")
    heights.add(card.height())
    place.session.take(office(diverted=Reason.GONE_HOME), "e:3")
    first, second = card.lines()
    assert first == "Gone home"
    assert second.startswith("until ")
    heights.add(card.height())
    place.session.take(office(diverted=Reason.DO_NOT_DISTURB, ends_in=None), "e:4")
    assert card.lines() == ("Sofie Engdal", "Do not disturb")
    heights.add(card.height())
    assert len(heights) == 1


def test_the_ring_of_a_diversion_without_an_end_is_full() -> None:
    now = datetime.now(UTC)
    half = own_state.OwnState(starts_at=now - timedelta(minutes=15), ends_at=now + timedelta(minutes=15))
    assert half.fraction_left(now) == pytest.approx(0.5)
    assert own_state.OwnState(starts_at=now).fraction_left(now) == 1.0
    assert half.fraction_left(now + timedelta(hours=1)) == 0.0


def test_the_button_on_the_own_card_opens_the_phone(place: Office, office: Callable[..., Any]) -> None:
    place.session.take(office(diverted=Reason.LUNCH), "e:2")
    card = place.window.left.own_card
    assert card._open.isVisible()
    QTest.mouseClick(card._open, Qt.MouseButton.LeftButton)
    assert place.actions.asked == [("open_phone", ())]


def test_unread_messages_are_counted_beside_their_section(place: Office, office: Callable[..., Any]) -> None:
    row = place.window.left.navigation.rows["inbox"]
    assert row.count == 2
    assert row.accessibleName() == "Messages, 2"
    place.session.take(office(unread=0), "e:2")
    assert row.count == 0
    assert row.accessibleName() == "Messages"


def test_a_lost_connection_is_told_in_three_places_and_nothing_can_be_sent(place: Office) -> None:
    retry = datetime.now(UTC) + timedelta(seconds=8)
    place.session.set_connection(Connection(ConnectionState.STALE, since=datetime.now(UTC), retry_at=retry))
    assert place.window.left.own_card.lines()[1] == "Not connected"
    assert place.window.left.connection.text.startswith("Disconnected ")
    assert "No connection to the telephone system." in place.window.bands.banner.words
    assert "Trying again in" in place.window.bands.banner.words
    assert not place.window.left.quick.isEnabled()
    QTest.keyClick(place.window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert place.actions.asked == []
    place.session.set_connection(Connection(ConnectionState.LIVE))
    assert place.window.bands.banner.isHidden()
    assert place.window.left.quick.isEnabled()


def test_try_now_asks_for_the_connection(place: Office, qtbot: QtBot) -> None:
    place.session.set_connection(Connection(ConnectionState.STALE))
    with qtbot.waitSignal(place.presenter.retry_wanted):
        QTest.mouseClick(place.window.bands.banner._action, Qt.MouseButton.LeftButton)


def test_the_demo_company_is_called_a_demo(place: Office, office: Callable[..., Any]) -> None:
    assert place.window.windowTitle() == "OnePresence"
    place.session.take(office(demo=True), "e:2")
    assert place.window.windowTitle() == "OnePresence – Demo"
    assert place.window.left.connection.text == "Demo – connected"


def test_typing_anywhere_in_search_goes_to_the_field(place: Office) -> None:
    place.window.left.setFocus()
    QTest.keyClicks(place.window, "an")
    assert place.window.top.field.text() == "an"
    assert place.window.page.texts[-1] == "an"  # type: ignore[union-attr]


def test_ctrl_f_puts_the_caret_into_the_field(place: Office) -> None:
    QTest.keyClick(place.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert place.window.top.field.hasFocus()


def test_typing_in_the_field_of_another_section_goes_to_search(place: Office) -> None:
    place.window.show_section("inbox")
    QTest.keyClicks(place.window.top.field, "met")
    assert place.window.current_section == "search"
    assert place.window.top.field.text() == "met"
    assert place.window.page.texts[-1] == "met"  # type: ignore[union-attr]


def test_arrows_and_enter_in_the_field_steer_the_list(place: Office) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_PageDown):
        QTest.keyClick(place.window.top.field, key)
    assert place.window.page.keys == [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_PageDown]  # type: ignore[union-attr]


def test_esc_steps_back_one_level_at_a_time(place: Office) -> None:
    QTest.keyClicks(place.window.top.field, "met")
    QTest.keyClick(place.window.top.field, Qt.Key.Key_Escape)
    assert place.window.page.left == 1  # type: ignore[union-attr]
    assert place.window.top.field.text() == "met"
    QTest.keyClick(place.window.top.field, Qt.Key.Key_Escape)
    assert place.window.top.field.text() == ""


def test_a_narrow_window_has_a_rail_and_a_wide_one_the_column(place: Office) -> None:
    place.window.resize(1000, 680)
    assert place.window.left.width() == 216
    place.window.resize(800, 600)
    assert place.window.left.width() == 52
    assert not place.window.left.quick.isVisible()
    place.window.resize(980, 680)
    assert place.window.left.quick.isVisible()


def test_a_change_of_language_reaches_window_and_pages_at_once(place: Office, qapp: QApplication) -> None:
    page = place.window.page
    before = page.spoken  # type: ignore[union-attr]
    load_translations(qapp, Language.SWEDISH)
    qapp.processEvents()
    assert place.window.left._head.text() == "Snabbhänvisningar"
    assert place.window.left.own_card.lines()[1] == "Ledig"
    assert place.window.left.navigation.rows["search"].text() == "Sökfält"
    assert page.spoken > before  # type: ignore[union-attr]


def test_a_change_of_theme_is_painted_at_once(place: Office, dressed: Theme) -> None:
    def ground() -> str:
        return place.window.grab().toImage().pixelColor(4, 300).name()

    light = ground()
    assert light == color(Color.BG_SIDEBAR).name()
    dressed.choose(Choice.DARK)
    assert light != ground() == color(Color.BG_SIDEBAR).name()


def test_closing_hides_the_window_and_tells(place: Office, qtbot: QtBot) -> None:
    with qtbot.waitSignal(place.window.hidden_by_user):
        place.window.close()
    assert not place.window.isVisible()


def rows(menu: OwnMenu) -> dict[str, QAction]:
    return {action.text().split("\t")[0]: action for action in menu.actions() if action.text()}


def test_the_own_menu_offers_state_do_not_disturb_quick_diversions_and_sign_out(place: Office, qtbot: QtBot) -> None:
    place.presenter.show_menu()
    menu = place.presenter._menu
    assert menu is not None
    offered = rows(menu)
    assert {"Available", "Do not disturb", "Lunch", "Other diversion …", "settings", "Sign out"} <= set(offered)
    offered["Sign out"].trigger()
    assert place.signed_out == 1
    menu.close()


def test_without_a_connection_the_own_menu_claims_no_state(place: Office, office: Callable[..., Any]) -> None:
    for state in (office(), office(diverted=Reason.LUNCH)):
        place.session.take(state, "e:2")
        place.session.set_connection(Connection(ConnectionState.STALE))
        place.presenter.show_menu()
        menu = place.presenter._menu
        assert menu is not None
        offered = rows(menu)
        assert not offered["Not connected"].isEnabled()
        assert not {"Available", "Open the phone", "Do not disturb"} & set(offered)
        assert not offered["Lunch"].isEnabled() and offered["settings"].isEnabled()
        menu.close()
        place.session.set_connection(Connection(ConnectionState.LIVE))


def test_do_not_disturb_is_sent_with_its_end(place: Office) -> None:
    place.presenter.show_menu()
    menu = place.presenter._menu
    assert menu is not None
    offered = {action.text().split("\t")[0]: action for action in menu._door.actions() if action.text()}
    assert "Until working hours end" in offered
    offered["1 hour"].trigger()
    [(verb, (request,))] = place.actions.asked
    assert verb == "divert"
    assert request.reason is Reason.DO_NOT_DISTURB
    assert abs((request.until - datetime.now(UTC)).total_seconds() - 3600) < 60
    offered["Until I turn it off"].trigger()
    assert place.actions.asked[-1][1][0].until is None
    menu.close()


def test_who_is_always_at_work_is_not_offered_an_end_of_it(session: Session) -> None:
    me, now = session.mirror.me, session.now()
    assert me is not None and dict(lengths(session.mirror, now))["work_ends"] is not None
    always = WorkingHours(((Opening(time(0), LAST_MINUTE),),) * 7)
    session.take(structs.replace(me, hours=always), "e:2")
    assert "work_ends" not in dict(lengths(session.mirror, now))


def test_while_do_not_disturb_is_on_the_menu_begins_with_turning_it_off(
    place: Office, office: Callable[..., Any]
) -> None:
    place.session.take(office(diverted=Reason.DO_NOT_DISTURB), "e:2")
    place.presenter.show_menu()
    menu = place.presenter._menu
    assert menu is not None
    assert menu.activeAction().text() == "Turn off Do not disturb"
    menu.activeAction().trigger()
    assert place.actions.asked == [("open_phone", ())]
    menu.close()


def test_f1_shows_the_keys_of_everywhere_and_of_the_section(place: Office) -> None:
    QTest.keyClick(place.window, Qt.Key.Key_F1)
    overview = place.window.findChild(KeyOverview)
    assert overview is not None
    words = {label.text() for label in overview.findChildren(QWidget) if hasattr(label, "text")}
    assert {"Quick diversions", "Call", "Call selected number"} <= words
    QTest.keyClick(overview, Qt.Key.Key_Escape)
    assert not overview.isVisible()


def test_everything_that_takes_the_focus_has_a_name(place: Office, office: Callable[..., Any]) -> None:
    place.session.take(office(diverted=Reason.LUNCH), "e:2")
    from PySide6.QtGui import QAccessible

    nameless = []
    for widget in place.window.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name):
            nameless.append(widget)
    assert nameless == []


def test_the_pointer_over_a_quick_diversion_tells_its_key(place: Office) -> None:
    assert "Alt+1" in place.window.left.quick.buttons[0].toolTip()
    assert place.window.left.quick.buttons[0].accessibleName() == "Lunch ½ hour"
    assert place.window.childAt(QPoint(100, 30)) is not None


def test_what_was_searched_for_on_one_page_is_not_searched_for_on_the_next(qtbot: QtBot, dressed: Theme) -> None:
    pages = {"search": SearchPage(), "inbox": SearchPage()}
    window = MainWindow(
        [Section(key, "nav-search", lambda: "A page", at_once(lambda key=key: pages[key])) for key in pages]
    )
    qtbot.addWidget(window)
    window.show_section("search")
    window.top.field.setText("anders")
    window.show_section("inbox")
    assert window.top.field.text() == ""
    window.show_section("search")
    assert window.top.field.text() == ""


def test_a_search_that_is_left_takes_its_cross_along(place: Office) -> None:
    field = place.window.top.field
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(field, "mette")
    assert field.wipe.isVisible()
    place.window.show_section("divert")
    assert field.text() == ""
    assert not field.wipe.isVisible(), "the keys that lead to the field stand there"
