"""The tab Groups by mouse and keyboard: made, ordered, logged in, refused at the field, and two at once."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from onepresence_desktop.desktop.administration.groups.form import MAILBOX
from onepresence_desktop.desktop.administration.groups.groups_pane import GroupsPane
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.errors import Conflict, Invalid
from onepresence_desktop.domain.people import GroupId, RingStrategy, UserId, WorkingHours
from onepresence_desktop.domain.rota import Rota
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.groups import GroupBody, GroupDetailView
from onepresence_desktop.wire.privacy import AuditView
from onepresence_desktop.wire.reception import ReceptionTimesBody, ReceptionTimesView
from tests.client.samples import NOW
from tests.desktop.administration.test_administration import Now, Server, click, person, signed_in
from tests.support.dressing import dress


class Groups(Server):
    """A service with groups, that refuses old versions as the real one does."""

    def __init__(self) -> None:
        super().__init__()
        self.times = ReceptionTimesView(back_after=25, parked_for=75, version="1")
        self.groups_there = [detail("g1", "Kundeservice", "1002001", members=("u1", "u2"), logged_out=("u2",))]

    async def audit(self, *, before: int | None = None, text: str = "") -> list[AuditView]:
        return [AuditView(id=1, at=NOW, who="Sofie Lund", action="group_changed", subject=text, detail="")]

    async def groups(self) -> list[GroupDetailView]:
        return list(self.groups_there)

    async def add_group(self, body: GroupBody) -> GroupDetailView:
        self.asked.append(("add_group", body))
        made = self._made("g9", body)
        self.groups_there.append(made)
        return made

    async def put_group(self, group_id: GroupId, body: GroupBody) -> GroupDetailView:
        self.asked.append(("put_group", body))
        before = next(group for group in self.groups_there if group.id == group_id)
        if body.version != before.version:
            raise Conflict(what="changed", by="Line Bækvang", at="2026-11-29T10:00:00+00:00")
        made = self._made(group_id, body)
        self.groups_there = [made if group.id == group_id else group for group in self.groups_there]
        return made

    async def reception_times(self) -> ReceptionTimesView:
        return self.times

    async def put_reception_times(self, body: ReceptionTimesBody) -> ReceptionTimesView:
        if body.version != self.times.version:
            raise Conflict(what="changed", by="Line Bækvang", at="2026-11-29T10:00:00+00:00")
        self.times = ReceptionTimesView(back_after=body.back_after, parked_for=body.parked_for, version="2")
        return self.times

    async def remove_group(self, group_id: GroupId) -> None:
        self.groups_there = [group for group in self.groups_there if group.id != group_id]

    async def log_member(self, group_id: GroupId, user_id: UserId, *, out: bool) -> None:
        self.asked.append(("log", (user_id, out)))

    def _made(self, group_id: str, body: GroupBody) -> GroupDetailView:
        version = f"{body.name}-{len(self.asked)}"
        return detail(group_id, body.name, body.local_number, members=tuple(body.members), version=version)


def detail(
    group_id: str,
    name: str,
    number: str,
    *,
    members: tuple[str, ...] = (),
    logged_out: tuple[str, ...] = (),
    **more: Any,
) -> GroupDetailView:
    fields: dict[str, Any] = {
        "strategy": RingStrategy.ALL, "seconds": 30, "reception": False, "number": None, "overflow": None,
        "hours": WorkingHours(), "rota": None, "mailbox": None, "version": "1", **more,
    }  # fmt: skip
    return GroupDetailView(
        id=GroupId(group_id),
        local_number=number,
        name=name,
        members=tuple(UserId(member) for member in members),
        logged_out=tuple(UserId(member) for member in logged_out),
        **fields,
    )


@pytest.fixture
def server() -> Groups:
    return Groups()


@pytest.fixture
def pane(qtbot: QtBot, server: Groups) -> GroupsPane:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    session = Session()
    signed_in(session, [person(1, "Mette Holm"), person(2, "Freja Lund"), person(3, "Karin Åstrand")])
    pane = GroupsPane(session, Now(server))
    pane.retranslate()
    qtbot.addWidget(pane)
    pane.resize(764, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.load()
    return pane


def names(pane: GroupsPane) -> list[str]:
    return [member.name for member in pane.form.members.members.members]


def test_the_first_group_is_shown_and_nothing_is_to_be_saved(pane: GroupsPane) -> None:
    assert pane.form.name.text() == "Kundeservice" and names(pane) == ["Mette Holm", "Freja Lund"]
    assert not pane.form.save_button.isEnabled() and not pane.form.changed
    assert [member.logged_in for member in pane.form.members.members.members] == [True, False]


def test_a_member_is_added_by_name_moved_by_alt_arrow_and_taken_away_by_del(
    pane: GroupsPane, qtbot: QtBot, server: Groups
) -> None:
    form = pane.form
    form.member.setFocus()
    qtbot.keyClicks(form.member, "Karin Åstrand")
    qtbot.keyClick(form.member, Qt.Key.Key_Return)
    assert names(pane) == ["Mette Holm", "Freja Lund", "Karin Åstrand"]
    form.members.choose(2)
    qtbot.keyClick(form.members, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(pane) == ["Mette Holm", "Karin Åstrand", "Freja Lund"]
    form.members.choose(0)
    qtbot.keyClick(form.members, Qt.Key.Key_Delete)
    pane.save()
    assert server.asked[-1][1].members == ["u3", "u2"]
    assert not form.changed and names(pane) == ["Karin Åstrand", "Freja Lund"]


def test_the_list_of_names_is_the_same_whenever_the_field_is_entered(pane: GroupsPane, qtbot: QtBot) -> None:
    """Enter in it leads through the completer's own code back to the field: one that is replaced then is used freed."""
    field = pane.form.member
    field.setFocus()
    first = field.completer()
    qtbot.keyClicks(field, "Kar")
    pane.form.name.setFocus()
    field.setFocus()
    assert first is not None and isValid(first) and field.completer() is first
    assert first.completionModel().rowCount() > 0


def test_a_part_of_a_name_is_filled_in_when_its_field_is_left_and_an_unclear_one_stays(
    pane: GroupsPane, qtbot: QtBot
) -> None:
    pane.activateWindow()
    qtbot.waitActive(pane)
    field = pane.form.member
    for typed, shown in (("kar", "Karin Åstrand · 100 2103"), ("e", "e"), ("2102", "2102")):
        field.setFocus()
        field.clear()
        qtbot.keyClicks(field, typed)
        completer = field.completer()
        popup = completer.popup() if completer is not None else None
        qtbot.keyClick(popup if popup is not None and popup.isVisible() else field, Qt.Key.Key_Tab)
        assert field.text() == shown


def test_a_click_beside_the_open_list_of_names_does_what_it_says(pane: GroupsPane, qtbot: QtBot) -> None:
    pane.activateWindow()
    qtbot.waitActive(pane)
    field = pane.form.member
    field.setFocus()
    qtbot.keyClicks(field, "kar")
    completer = field.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None and popup.isVisible()

    def clicked(widget: QWidget) -> None:
        where = popup.mapFromGlobal(widget.mapToGlobal(widget.rect().center()))
        qtbot.mousePress(popup, Qt.MouseButton.LeftButton, pos=where)
        assert not popup.isVisible()
        qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton)

    clicked(pane.form.name)
    assert pane.form.name.hasFocus() and field.text() == "Karin Åstrand · 100 2103"
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, "kar")
    clicked(pane.form.add_button)
    assert "Karin Åstrand" in names(pane)


def test_space_logs_a_member_in_at_once_without_saving_anything(pane: GroupsPane, qtbot: QtBot, server: Groups) -> None:
    pane.form.members.choose(1)
    qtbot.keyClick(pane.form.members, Qt.Key.Key_Space)
    assert server.asked == [("log", ("u2", False))] and not pane.form.changed


def test_a_new_group_is_made_with_its_mailbox_and_stands_in_the_list(
    pane: GroupsPane, qtbot: QtBot, server: Groups
) -> None:
    pane.new()
    form = pane.form
    assert form.local.text() == "100 " and not form.save_button.isEnabled()
    qtbot.keyClicks(form.name, "Salg")
    qtbot.keyClicks(form.local, "2002")
    form.after.set_key(MAILBOX)
    form.after.picked.emit(MAILBOX)
    qtbot.keyClicks(form.where, "Nobody Here")
    pane.save()
    assert form.boxes["overflow"].complaint and not server.asked, "said at the field, nothing sent, nothing lost"
    form.where.setText("Mette Holm")
    pane.save()
    body = server.asked[-1][1]
    assert (body.name, body.local_number, body.mailbox, body.version) == ("Salg", "1002002", "u1", None)
    assert [row.title for row in pane.left.model.shown] == ["Kundeservice", "Salg"]
    assert pane.left.list.place() == 1


def test_another_group_and_a_new_one_are_read_from_the_top_and_a_saved_one_stays_where_it_is(
    pane: GroupsPane, qtbot: QtBot
) -> None:
    form = pane.form
    form.findChildren(QScrollArea)[0].ensureWidgetVisible(form.rota)
    assert form.name.visibleRegion().isEmpty()
    qtbot.keyClick(form.reception, Qt.Key.Key_Space)
    assert form.changed
    pane.save()
    assert not form.changed and form.name.visibleRegion().isEmpty()
    pane.new()
    assert form.name.hasFocus() and not form.name.visibleRegion().isEmpty()


def test_a_refusal_is_said_at_its_field_and_keeps_what_was_typed(
    pane: GroupsPane, qtbot: QtBot, server: Groups
) -> None:
    server.refuse = Invalid(field="local_number", problem="other_customer_code")
    pane.form.local.setFocus()
    pane.form.local.selectAll()
    qtbot.keyClicks(pane.form.local, "200 2001")
    pane.save()
    assert pane.form.boxes["local_number"].complaint and pane.form.local.text() == "200 2001"
    assert pane.form.save_button.isEnabled()
    click(qtbot, pane.form.cancel_button)
    assert pane.form.local.text() == "100 2001" and not pane.form.boxes["local_number"].complaint


def test_what_somebody_else_changed_meanwhile_is_shown_beside_mine(
    pane: GroupsPane, qtbot: QtBot, server: Groups
) -> None:
    form = pane.form
    qtbot.keyClicks(form.name, " Vest")
    server.groups_there = [structs.replace(server.groups_there[0], name="Support", version="2")]
    pane.save()
    assert form.conflict.isVisible() and "Line Bækvang" in form.conflict.words.text()
    assert form.name.text() == "Kundeservice Vest", "nothing that was typed is lost"
    assert server.groups_there[0].name == "Support", "nothing was written over"
    click(qtbot, form.conflict.mine_button)
    assert server.groups_there[0].name == "Kundeservice Vest" and not form.changed
    qtbot.keyClicks(form.name, " 2")
    server.groups_there = [structs.replace(server.groups_there[0], name="Support", version="9")]
    pane.load()
    assert form.conflict.isVisible(), "seen before anything is saved, too"
    assert "Sofie Lund" in form.conflict.words.text(), "and the log knows who it was"
    click(qtbot, form.conflict.theirs_button)
    assert form.name.text() == "Support" and not form.changed


def test_a_way_of_ringing_that_a_newer_service_set_is_shown_and_not_saved_until_another_is_chosen(
    pane: GroupsPane, qtbot: QtBot, server: Groups
) -> None:
    said = codec.encode(detail("n", "Nyt", "1002399", members=("u1",), version="7")).replace(b'"all"', b'"by_skill"')
    server.groups_there = [*server.groups_there, codec.read(said, GroupDetailView)]
    pane.records.load()
    assert len(pane.left.model.shown) == len(server.groups_there)
    pane.records.choose("n")
    form = pane.form
    assert form.strategy is RingStrategy.UNKNOWN and not any(card.isChecked() for card in form.strategies.values())
    assert any("in a way that this version doesn't know" in said.lower() for _, said in form.said(form.record))
    qtbot.keyClicks(form.name, "!")
    pane.save()
    assert not server.asked and form.band.isVisible() and form.name.text() == "Nyt!"
    click(qtbot, form.strategies[RingStrategy.IN_TURN])
    pane.save()
    assert server.asked[-1][1].strategy is RingStrategy.IN_TURN


def test_a_group_is_deleted_after_it_was_asked_once_more(pane: GroupsPane, qtbot: QtBot, server: Groups) -> None:
    click(qtbot, pane.remove_button)
    assert pane.form.sure.isVisible() and server.groups_there
    click(qtbot, pane.form.sure.agree)
    assert not server.groups_there and pane.left.model.rowCount() == 0


def test_an_answer_that_comes_when_another_group_is_shown_leaves_that_one_alone(
    pane: GroupsPane, qtbot: QtBot, server: Groups, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.groups_there.append(detail("g2", "Salg", "1002002"))
    pane.load()
    late: list[Any] = []
    monkeypatch.setattr(pane.records._actions, "ask", lambda *asked: late.append(asked))
    qtbot.keyClicks(pane.form.name, " Vest")
    pane.save()
    pane.records.choose("g2")
    qtbot.keyClicks(pane.form.name, " og service")
    monkeypatch.undo()
    pane.records._actions.ask(*late[0])
    assert pane.form.name.text() == "Salg og service" and pane.form.changed
    assert server.groups_there[0].name == "Kundeservice Vest"


def test_after_how_long_calls_come_back_is_set_where_the_reception_is(
    pane: GroupsPane, qtbot: QtBot, server: Groups
) -> None:
    times = pane.form.times
    assert not times.isVisible()
    server.groups_there.append(structs.replace(detail("g2", "Reception", "1002100"), reception=True))
    pane.load()
    pane.records.choose("g2")
    assert times.isVisible() and times.back.key == "25" and times.parked.key == "75", "as set by the command line"
    times.back.set_key("45")
    times.back.picked.emit("45")
    assert (server.times.back_after, server.times.parked_for) == (45, 75) and not pane.form.changed
    server.times = structs.replace(server.times, back_after=60, version="3")
    times.parked.set_key("300")
    times.parked.picked.emit("300")
    assert times.band.isVisible() and (times.back.key, times.parked.key) == ("60", "75")


@pytest.mark.parametrize("typed", ["astr", "Åstr", "karin aastrand", "ÅSTRAND · 100 2103"])
def test_the_list_of_names_finds_them_as_the_search_does(pane: GroupsPane, qtbot: QtBot, typed: str) -> None:
    pane.activateWindow()
    qtbot.waitActive(pane)
    field = pane.form.member
    field.setFocus()
    qtbot.keyClicks(field, typed)
    completer = field.completer()
    popup = completer.popup() if completer is not None else None
    assert completer is not None and popup is not None and popup.isVisible()
    found = completer.completionModel()
    assert [found.index(row, 0).data() for row in range(found.rowCount())] == ["Karin Åstrand · 100 2103"]
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "Karin Åstrand · 100 2103"


def test_a_rota_that_changes_at_another_time_than_a_whole_hour_keeps_it(pane: GroupsPane) -> None:
    editor = pane.form.rota
    editor.show_rota(Rota(("1002101",), date(2026, 11, 23), 0, time(7, 30)))
    editor.retranslate()
    kept = editor.rota()
    assert kept is not None and (editor.hour.key, kept.changes_at) == ("07:30", time(7, 30))
    editor.show_rota(None)
    assert editor.hour.key == "08:00" and editor.hour.findData("07:30") < 0


def test_outside_its_hours_a_group_s_calls_go_to_whoever_is_on_call(pane: GroupsPane) -> None:
    group = structs.replace(pane.form.record, closed=True, on_call="+4520304050")
    pane.form.show_record(group)
    assert pane.form.state.text().endswith("20 30 40 50") and not pane.form.under.text()
    pane.form.show_record(structs.replace(group, on_call=""))
    assert "Mette" not in pane.form.state.text()
    pane.form.show_record(structs.replace(group, members=(), on_call="1002101"))
    assert pane.form.state.text().endswith("Mette Holm")


def test_a_week_that_is_taken_away_by_keyboard_leaves_the_focus_in_the_rota(pane: GroupsPane, qtbot: QtBot) -> None:
    editor = pane.form.rota
    editor.show_rota(Rota(("1002101", "1002102"), date(2026, 11, 23)))
    for left in (1, 0):
        editor.rows[-1].remove.setFocus()
        qtbot.keyClick(editor.rows[-1].remove, Qt.Key.Key_Space)
        focused = editor.rows[0].remove if left else editor.add
        assert len(editor.rows) == left and QApplication.focusWidget() is focused


def test_a_rota_without_hours_says_that_nobody_is_called_by_it(pane: GroupsPane, qtbot: QtBot) -> None:
    form = pane.form
    assert not form.idle_rota.isVisibleTo(form)
    form.rota.add.click()
    assert form.idle_rota.isVisibleTo(form)
    qtbot.keyClicks(form.hours.hours, "8-16")
    qtbot.keyClick(form.hours.hours, Qt.Key.Key_Return)
    assert not form.idle_rota.isVisibleTo(form)
    rota = Rota(("1002101",), date(2026, 11, 23))
    form.show_record(structs.replace(form.record, rota=rota, hours=WorkingHours()))
    assert form.idle_rota.isVisibleTo(form)
    form.rota.rows[0].remove.click()
    assert not form.idle_rota.isVisibleTo(form)
