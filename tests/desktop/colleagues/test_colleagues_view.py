"""The search page: rows, groups, states that change, keys and pointer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop import alphabet
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.colleagues.content import Filter
from onepresence_desktop.desktop.colleagues.delegate import Places, Spot
from onepresence_desktop.desktop.colleagues.model import ROW_ROLE
from onepresence_desktop.desktop.colleagues.rows import Dial, Head, PersonRow, Recent
from onepresence_desktop.desktop.colleagues.view import ColleaguesView
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.theme.theme import Choice, color, current
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.pulse import pulse
from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction
from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.people import CustomerId, DeviceId, DeviceKind, Role, UserId
from onepresence_desktop.domain.presence import DeviceState, Presence
from onepresence_desktop.wire import views
from tests.support.dressing import dress, speak
from tests.support.painted import at_rest

NOW = datetime.now(UTC)
STAFF = [
    ("anders", "Anders Holmvig", "Salg", "1002112", Presence.DIVERTED),
    ("birgit", "Birgit Fuglkær", "Økonomi", "1002121", Presence.AVAILABLE),
    ("freja", "Freja Nørlund", "Kundeservice", "1002147", Presence.BUSY),
    ("karin", "Karin Åstrand", "Lager", "1002166", Presence.OFF_WORK),
    ("mette", "Mette Lundgaard-Riis", "Kundeservice", "1002140", Presence.AVAILABLE),
    ("soren", "Søren Kjærby", "Salg", "1002114", Presence.UNKNOWN),
]


def presence(user: str, state: Presence, **more: Any) -> views.PresenceView:
    phone = {Presence.BUSY: DeviceState.ON_CALL, Presence.RINGING: DeviceState.RINGING}.get(state, DeviceState.IDLE)
    desk = views.DeviceView(id=DeviceId(f"{user}-d"), kind=DeviceKind.DESK, state=phone)
    return views.PresenceView(user_id=UserId(user), presence=state, devices=(desk,), **more)


def snapshot() -> views.SnapshotView:
    seen = [presence(user, state) for user, *_rest, state in STAFF]
    seen[0] = presence(
        "anders", Presence.DIVERTED, reason=Reason.LUNCH, until=NOW + timedelta(minutes=20), note="call Mette"
    )
    seen[3] = presence("karin", Presence.OFF_WORK, returns_at=NOW + timedelta(days=1))
    return views.SnapshotView(
        event_id="e:1",
        at=NOW,
        version="1",
        public=views.PublicView(
            customer=views.CustomerView(
                id=CustomerId("c"), code="100", name="N", region="DK", time_zone="Europe/Copenhagen"
            ),
            people=[
                views.PersonView(
                    id=UserId(user),
                    name=name,
                    local_number=number,
                    department=department,
                    title="Staff",
                    mobile="+4520123456",
                )
                for user, name, department, number, _state in STAFF
            ],
            presence=seen,
            groups=[],
        ),
        private=views.PrivateView(
            me=views.MeView(
                id=UserId("me"),
                name="Sofie Engdal",
                local_number="1002141",
                role=Role.USER,
                language="da",
                department="Kundeservice",
                favourites=[UserId("mette"), UserId("gone")],
            ),
            diversions=views.DiversionsView(current=[], coming=[]),
            messages=[],
            calls=[],
            history=[
                CallRecord(
                    id="h1",
                    call_id=CallId("c1"),
                    user_id=UserId("me"),
                    direction=Direction.MISSED,
                    number="+4533123407",
                    name="",
                    at=NOW - timedelta(hours=3),
                    duration=timedelta(),
                    cause=Cause.NO_ANSWER,
                )
            ],
        ),
    )


class NotedActions(Actions):
    """Notes calls and favourites."""

    def __init__(self) -> None:
        super().__init__()
        self.called: list[str] = []
        self.favourites: list[list[UserId]] = []

    def call(self, number: str, device_id: DeviceId | None = None) -> None:
        self.called.append(number)

    def set_favourites(self, user_ids: list[UserId]) -> None:
        self.favourites.append(user_ids)


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    """A live office in light colours, in English."""
    dress(qapp)
    speak(qapp)
    made = Session()
    made.take(snapshot(), "e:1")
    made.set_connection(Connection(ConnectionState.LIVE))
    yield made
    speak(qapp)


@pytest.fixture
def actions(qapp: QApplication) -> NotedActions:
    """Actions that only note."""
    return NotedActions()


@pytest.fixture
def view(session: Session, actions: NotedActions, qtbot: QtBot) -> ColleaguesView:
    """The page, as wide as in the window."""
    made = ColleaguesView(session, actions)
    qtbot.addWidget(made)
    made.resize(764, 560)
    with qtbot.waitActive(made):
        made.show()
    return made


def shown(view: ColleaguesView) -> list[str]:
    found = []
    for place in range(view.model.rowCount()):
        row = view.model.row(place)
        match row:
            case Head():
                found.append(f"# {row.text} {row.count}".strip())
            case PersonRow():
                found.append(row.name)
            case Dial():
                found.append(f"dial {row.number}")
            case Recent():
                found.append(f"recent {row.title}")
    return found


def test_favourites_stand_first_and_everyone_else_by_name(view: ColleaguesView) -> None:
    assert shown(view) == [
        "# Favourites 1",
        "Mette Lundgaard-Riis",
        "# All colleagues 6",
        "Anders Holmvig",
        "Birgit Fuglkær",
        "Freja Nørlund",
        "Karin Åstrand",
        "Søren Kjærby",
    ]


def test_soren_is_found_as_one_types(view: ColleaguesView) -> None:
    for text in ("s", "so", "sor", "soren"):
        view.take_search(text)
    assert shown(view) == ["# Colleagues 1", "Søren Kjærby"]
    view.take_search("")
    assert len(shown(view)) == 8


def test_a_letter_more_that_finds_the_same_paints_names_alone(view: ColleaguesView, qtbot: QtBot) -> None:
    view.take_search("søre")
    qtbot.waitUntil(lambda: view.list.delegate.exposed is not None, timeout=30_000)
    QApplication.processEvents()
    view.take_search("søren")
    names = Places(QRectF(view.list.viewport().rect())).name.toAlignedRect()
    qtbot.waitUntil(lambda: view.list.delegate.exposed == names, timeout=30_000)
    qtbot.waitUntil(lambda: not view._counting.isActive(), timeout=30_000)  # the filters tell how many by then
    seen = at_rest(view, qtbot)
    view.list.viewport().update()
    qtbot.waitUntil(lambda: view.list.delegate.exposed == view.list.viewport().rect(), timeout=30_000)
    assert at_rest(view, qtbot) == seen
    view.take_search("2114")
    qtbot.waitUntil(lambda: view.list.delegate.exposed != names, timeout=30_000)


def test_a_number_typed_can_be_called_at_once(view: ColleaguesView, actions: NotedActions) -> None:
    view.take_search("33 12 34")
    assert shown(view) == ["# Call number", "dial 331234", "# Recent calls 1", "recent 33 12 34 07"]
    assert view.list.currentIndex().row() == 1
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    for abroad in ("+46 8 123 45 67", "Tel. 0046 (0)8–123 45 67"):
        view.take_search(abroad)
        QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert actions.called == ["331234", "+4681234567", "+4681234567"]


def test_nothing_found_says_what_was_searched(view: ColleaguesView) -> None:
    view.take_search("grethe")
    assert view.nothing.isVisible()
    assert view.nothing.accessibleDescription() == "grethe"
    view.take_search("mette")
    assert view.list.isVisible()


def test_a_row_says_the_next_most_important_thing(view: ColleaguesView) -> None:
    anders = view.model.person(UserId("anders"))
    assert anders.line.startswith("Lunch until ")
    assert anders.line.endswith(" – call Mette")
    assert anders.line_ink is Color.DIVERTED_TEXT
    assert view.model.person(UserId("karin")).line.startswith("At work again tomorrow ")
    assert view.model.person(UserId("birgit")).line == ""


def test_a_row_reads_out_all_of_it(view: ColleaguesView) -> None:
    spoken = view.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Mette Lundgaard-Riis, Available, Staff, Kundeservice, local 100 2140, favourite"


def test_a_change_of_state_repaints_only_the_rows_in_view_and_movesnothing(
    view: ColleaguesView, session: Session
) -> None:
    before = shown(view)
    changes: list[tuple[int, int]] = []
    view.model.dataChanged.connect(lambda a, b, _roles: changes.append((a.row(), b.row())))
    session.take(presence("birgit", Presence.RINGING), "e:2")
    session.take(presence("anders", Presence.BUSY), "e:3")
    session.take(presence("soren", Presence.BUSY), "e:4")
    session._flush()
    assert changes == [(3, 4), (7, 7)]
    assert shown(view) == before
    assert view.model.person(UserId("birgit")).presence is Presence.RINGING
    assert view.model.person(UserId("birgit")).desk is DeviceState.RINGING


def test_the_pixels_turn_red_when_a_colleague_lifts_the_receiver(view: ColleaguesView, session: Session) -> None:
    def pill() -> str:
        rect = view.list.visualRect(view.model.index(4, 0))
        inside = Places(QRectF(rect)).pill
        image = view.list.viewport().grab().toImage()
        return image.pixelColor(round(inside.left()) + 40, round(inside.center().y()) - 9).name()

    assert pill() == color(Color.BG_WINDOW).name()
    session.take(presence("birgit", Presence.BUSY), "e:2")
    session._flush()
    assert pill() == color(Color.ONCALL_PILL).name()


def test_it_pulses_only_while_something_rings_in_view(view: ColleaguesView, session: Session) -> None:
    assert view.list not in pulse()._holders
    session.take(presence("birgit", Presence.RINGING), "e:2")
    session._flush()
    assert view.list in pulse()._holders
    session.take(presence("birgit", Presence.AVAILABLE), "e:3")
    session._flush()
    assert view.list not in pulse()._holders


def test_what_is_not_confirmed_is_grey_with_its_age(view: ColleaguesView, session: Session) -> None:
    session.mirror.at = session.now() - timedelta(minutes=2)
    session.set_connection(Connection(ConnectionState.STALE))
    row = view.model.person(UserId("birgit"))
    assert row.stale
    assert row.line == "Last seen 2 min ago"
    session.set_connection(Connection(ConnectionState.LIVE))
    assert not view.model.person(UserId("birgit")).stale


def test_filters_leave_those_they_say_and_count_live(view: ColleaguesView, session: Session, qtbot: QtBot) -> None:
    QTest.mouseClick(view.chips[Filter.FREE], Qt.MouseButton.LeftButton)
    assert shown(view) == ["# Free now 2", "Birgit Fuglkær", "Mette Lundgaard-Riis"]
    QTest.mouseClick(view.chips[Filter.DEPARTMENT], Qt.MouseButton.LeftButton)
    assert shown(view) == ["# My department 2", "Freja Nørlund", "Mette Lundgaard-Riis"]
    QTest.mouseClick(view.chips[Filter.FAVOURITES], Qt.MouseButton.LeftButton)
    assert shown(view) == ["# Favourites 1", "Mette Lundgaard-Riis"]
    session.take(presence("soren", Presence.AVAILABLE), "e:2")
    session._flush()
    qtbot.waitUntil(lambda: view.chips[Filter.FREE]._count == "3")


def test_an_enter_held_since_before_calls_nobody(view: ColleaguesView, actions: NotedActions) -> None:
    none = Qt.KeyboardModifier.NoModifier
    view.list.choose(1)
    QApplication.sendEvent(view.list, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", True))
    view.take_search("soren")
    view.search_key(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", True))
    assert actions.called == []


def test_keys_step_over_heads_and_enter_calls(view: ColleaguesView, actions: NotedActions) -> None:
    view.list.choose(1)
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    assert view.list.currentIndex().row() == 3, "the head between them is stepped over"
    QTest.keyClick(view.list, Qt.Key.Key_End)
    assert view.list.currentIndex().row() == 7
    QTest.keyClick(view.list, Qt.Key.Key_Home)
    assert view.list.currentIndex().row() == 1
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert actions.called == ["1002140"]


def test_up_on_the_first_row_and_letters_go_back_to_the_field(view: ColleaguesView) -> None:
    wanted: list[str] = []
    view.want_search.connect(wanted.append)
    view.list.choose(1)
    QTest.keyClick(view.list, Qt.Key.Key_Up)
    QTest.keyClicks(view.list, "m")
    assert wanted == ["", "m"]


def test_ctrl_b_stars_ctrl_d_diverts_ctrl_c_copies(view: ColleaguesView, actions: NotedActions) -> None:
    diverted: list[str] = []
    view.divert_to_wanted.connect(diverted.append)
    view.list.choose(3)
    view.list.setFocus()
    for key in (Qt.Key.Key_B, Qt.Key.Key_D, Qt.Key.Key_C):
        QTest.keyClick(view.list, key, Qt.KeyboardModifier.ControlModifier)
    assert actions.favourites == [["mette", "anders"]]
    assert diverted == ["1002112"]
    assert QGuiApplication.clipboard().text() == "1002112"


def test_a_star_taken_away_leaves_the_others(view: ColleaguesView, actions: NotedActions) -> None:
    view.doing.star(UserId("mette"))
    assert actions.favourites == [[]]


@pytest.mark.parametrize("spot", [Spot.NUMBER, Spot.CALL, Spot.STAR, Spot.DIVERT])
def test_what_is_under_the_pointer_does_what_it_says(view: ColleaguesView, actions: NotedActions, spot: Spot) -> None:
    diverted: list[str] = []
    view.divert_to_wanted.connect(diverted.append)
    places = Places(QRectF(view.list.visualRect(view.model.index(4, 0))))
    rect = places.number if spot is Spot.NUMBER else places.buttons[spot]
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    if spot in (Spot.NUMBER, Spot.CALL):
        assert actions.called == ["1002121"]
    elif spot is Spot.STAR:
        assert actions.favourites == [["mette", "birgit"]]
    else:
        assert diverted == ["1002121"]


def test_a_double_click_on_a_name_calls(view: ColleaguesView, actions: NotedActions) -> None:
    rect = view.list.visualRect(view.model.index(4, 0))
    QTest.mouseDClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(120, rect.center().y()))
    assert actions.called == ["1002121"]


def test_the_row_chosen_stays_chosen_when_the_list_is_filled_again(
    view: ColleaguesView, session: Session, qtbot: QtBot
) -> None:
    view.list.choose(5)
    bo = views.PersonView(id=UserId("bo"), name="Bo Aagaard", local_number="1002199", department="Salg")
    with qtbot.waitSignal(session.people_changed):
        session.take(bo, "e:2")
    assert view._chosen_user() == UserId("freja")
    assert view.list.currentIndex().row() == 6


def test_down_in_the_field_enters_the_list(view: ColleaguesView, qtbot: QtBot) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    assert view.search_key(down)
    assert view.list.hasFocus()
    assert view.list.currentIndex().row() == 1


def test_a_narrow_list_folds_title_and_department_into_the_line(view: ColleaguesView) -> None:
    assert Places(QRectF(0, 0, 764, 52)).title is not None
    assert Places(QRectF(0, 0, 640, 52)).title is None


def test_every_kind_of_row_paints_in_both_themes(view: ColleaguesView, session: Session) -> None:
    for choice in (Choice.DARK, Choice.LIGHT):
        current().choose(choice)
        for state in Presence:
            session.take(presence("birgit", state), "e:2")
        session._flush()
        for query in ("", "33 12 34", "mette"):
            view.take_search(query)
            assert not view.grab().isNull()
            assert view.model.index(0, 0).data(ROW_ROLE) is not None


def test_an_empty_office_shows_an_empty_list(qtbot: QtBot, session: Session, actions: NotedActions) -> None:
    session.clear()
    assert session.mirror == Mirror()
    view = ColleaguesView(session, actions)
    qtbot.addWidget(view)
    view.take_search("mette")
    view.take_search("")
    assert shown(view) == ["# All colleagues 0"]


def test_only_heads_are_low_whatever_stood_in_their_places_before(view: ColleaguesView) -> None:
    for query in ("", "100", "", "10021", "s", ""):
        view.take_search(query)
        for place in range(view.model.rowCount()):
            head = isinstance(view.model.row(place), Head)
            assert (view.list.rowHeight(place) < 40) == head, (query, place)


def test_the_first_row_is_shown_with_the_head_over_it(view: ColleaguesView) -> None:
    view.resize(900, 300)
    view.list.choose(view.model.rowCount() - 1)
    assert view.list.rowAt(0) > 0
    first = view.model.first_row()
    assert first is not None
    view.list.choose(first)
    assert view.list.rowAt(0) == 0


def test_the_field_is_told_how_many_were_found_or_that_it_can_be_called(view: ColleaguesView) -> None:
    view.take_search("mette")
    assert view.search_found() == ("1 found", False)
    view.take_search("nobody at all")
    assert view.search_found() == ("", False)
    assert [hint.keys for hint in view.hints()] == ["↑ ↓", "Enter", "Esc"]
    view.take_search("33 12")
    assert view.search_found() == ("", True)


def many(view: ColleaguesView, session: Session, count: int = 300) -> None:
    """So many more, a few under each letter."""
    first = snapshot()
    people = list(first.public.people)
    for n in range(count):
        name = f"{alphabet.LETTERS['da'][n % 29]}nna {n:03}"
        people.append(views.PersonView(id=UserId(f"m{n}"), name=name, local_number=f"100{3000 + n}"))
    public = structs.replace(first.public, people=people)
    session.take(structs.replace(first, public=public), "e:9")


def test_a_long_list_has_letters_and_a_click_on_one_goes_to_its_names(
    view: ColleaguesView, session: Session, qtbot: QtBot, qapp: QApplication
) -> None:
    strip = view.listing.strip
    assert not strip.isVisible(), "a short list needs none"
    load_translations(qapp, Language.DANISH)
    many(view, session)
    qtbot.waitUntil(strip.isVisible)
    assert strip.letters.endswith("ÆØÅ")
    for letter in "MØA":
        qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=strip.rect_of(letter).center().toPoint())
        top = view.model.row(view.list.rowAt(0))
        assert isinstance(top, PersonRow) and top.name.startswith(letter)
        assert view.listing.bubble.isVisible() and view.listing.bubble.letter == letter
        qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton)
        assert not view.listing.bubble.isVisible() and strip.current == letter
    view.list.scrollToBottom()
    assert strip.current == "Å"
    assert not view.grab().isNull()
    wide = view.list.width()
    view.take_search("an")
    assert strip.letters == "", "what was found stands by how well it fits"
    assert view.list.width() == wide, "nothing moves while one types"
    view.take_search("")
    assert strip.letters
    view.chips[Filter.FAVOURITES].click()
    assert strip.letters == ""


def test_the_order_of_names_follows_the_language_at_once(
    view: ColleaguesView, session: Session, qapp: QApplication
) -> None:
    load_translations(qapp, Language.DANISH)
    many(view, session, 29)
    last = view.model.row(view.model.rowCount() - 1)
    assert isinstance(last, PersonRow) and last.name.startswith("Å")
    load_translations(qapp, Language.SWEDISH)
    view.retranslate()
    last = view.model.row(view.model.rowCount() - 1)
    assert isinstance(last, PersonRow) and last.name[0] in "ÖØ"
