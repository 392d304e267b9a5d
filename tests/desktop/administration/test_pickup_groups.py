"""Pickup groups in the tab Groups by mouse and keyboard: made, changed by two at once, taken away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.administration.groups.groups_pane import GroupsPane
from onepresence_desktop.desktop.administration.pickup.page import PickupPage
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.errors import Conflict
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.pickup import PickupGroupId
from onepresence_desktop.wire.pickup import PickupGroupBody, PickupGroupView
from tests.desktop.administration.test_administration import Now, click, person, signed_in
from tests.desktop.administration.test_groups_pane import Groups
from tests.support.dressing import dress


def group(group_id: str, name: str, *members: str, version: str = "1") -> PickupGroupView:
    ids = tuple(UserId(member) for member in members)
    return PickupGroupView(id=PickupGroupId(group_id), name=name, members=ids, version=version)


class Pickups(Groups):
    """A service with pickup groups, that refuses old versions as the real one does."""

    def __init__(self) -> None:
        super().__init__()
        self.there = [group("p1", "Etage 2", "u2", "u1")]

    async def pickup_groups(self) -> list[PickupGroupView]:
        return list(self.there)

    async def add_pickup_group(self, body: PickupGroupBody) -> PickupGroupView:
        self.asked.append(("add", body))
        if any(one.name == body.name for one in self.there):
            raise Conflict(what="name")
        made = group("p9", body.name, *body.members)
        self.there.append(made)
        return made

    async def change_pickup_group(self, group_id: PickupGroupId, body: PickupGroupBody) -> PickupGroupView:
        self.asked.append(("change", body))
        before = next(one for one in self.there if one.id == group_id)
        if body.version != before.version:
            raise Conflict(what="changed", by="Line Bækvang", at="2026-11-29T10:00:00+00:00")
        made = group(group_id, body.name, *body.members, version="2")
        self.there = [made if one.id == group_id else one for one in self.there]
        return made

    async def remove_pickup_group(self, group_id: PickupGroupId) -> None:
        self.asked.append(("remove", group_id))
        self.there = [one for one in self.there if one.id != group_id]


@pytest.fixture
def server() -> Pickups:
    return Pickups()


@pytest.fixture
def pane(qtbot: QtBot, server: Pickups) -> GroupsPane:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    session = Session()
    signed_in(session, [person(1, "Mette Holm"), person(2, "Freja Lund"), person(3, "Karin Åstrand")])
    pane = GroupsPane(session, Now(server))
    pane.retranslate()
    qtbot.addWidget(pane)
    qtbot.addWidget(pane.pickup_button)
    pane.resize(764, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.load()
    return pane


@pytest.fixture
def page(pane: GroupsPane, qtbot: QtBot) -> PickupPage:
    click(qtbot, pane.pickup_button)
    return pane.pickup


def names(page: PickupPage) -> list[str]:
    return [member.name for member in page.form.members.members.members]


def rows(page: PickupPage) -> list[tuple[str, str]]:
    return [(row.title, row.lines[0][0]) for row in page.left.model.shown]


def test_a_button_brings_them_to_the_front_and_escape_goes_back(
    pane: GroupsPane, page: PickupPage, qtbot: QtBot
) -> None:
    assert page.isVisible() and not pane.form.isVisible()
    assert page.form.name.text() == "Etage 2" and names(page) == ["Freja Lund", "Mette Holm"], "by name"
    assert rows(page) == [("Etage 2", "Freja, Mette")]
    assert not page.form.save_button.isEnabled() and pane.remove_button.isEnabled()
    assert pane.search_placeholder() == "Search pickup group or member"
    with qtbot.waitSignal(pane.turned):
        assert pane.leave()
    assert pane.form.isVisible() and not page.isVisible()
    assert pane.search_placeholder() == "Search group, number or member"
    assert pane.form.name.text() == "Kundeservice"


def test_one_is_made_by_keyboard_and_one_with_its_name_is_refused_at_the_field(
    pane: GroupsPane, page: PickupPage, qtbot: QtBot, server: Pickups
) -> None:
    pane.new()
    form = page.form
    assert form.name.hasFocus() and not pane.remove_button.isEnabled()
    qtbot.keyClicks(form.name, "Etage 2")
    assert not form.save_button.isEnabled(), "nobody is in it yet"
    form.member.setFocus()
    qtbot.keyClicks(form.member, "Karin Åstrand")
    qtbot.keyClick(form.member, Qt.Key.Key_Return)
    assert names(page) == ["Karin Åstrand"]
    pane.save()
    assert form.boxes["name"].complaint and form.name.text() == "Etage 2"
    form.name.selectAll()
    qtbot.keyClicks(form.name, "Lager")
    pane.save()
    body = server.asked[-1][1]
    assert (body.name, body.members, body.version) == ("Lager", ["u3"], None)
    assert rows(page) == [("Etage 2", "Freja, Mette"), ("Lager", "Karin")]


def test_a_member_goes_by_the_cross_and_by_del_and_neither_order_nor_log_in_is_offered(
    pane: GroupsPane, page: PickupPage, qtbot: QtBot, server: Pickups
) -> None:
    members = page.form.members
    members.choose(0)
    qtbot.keyClick(members, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(members, Qt.Key.Key_Space)
    assert names(page) == ["Freja Lund", "Mette Holm"] and not page.form.changed and not server.asked
    spoken = members.members.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Freja Lund, 2102") and "Logged" not in spoken
    row = members.visualRect(members.members.index(0, 0))
    cross = row.center()
    cross.setX(row.right() - 20)
    qtbot.mouseClick(members.viewport(), Qt.MouseButton.LeftButton, pos=cross)
    assert names(page) == ["Mette Holm"]
    qtbot.keyClick(members, Qt.Key.Key_Delete)
    assert names(page) == [] and page.form.changed
    assert pane.leave() and names(page) == ["Freja Lund", "Mette Holm"] and page.isVisible()


def test_what_somebody_else_changed_is_shown_beside_mine(
    pane: GroupsPane, page: PickupPage, qtbot: QtBot, server: Pickups
) -> None:
    server.there = [group("p1", "Hos Line", "u1", version="7")]
    page.form.name.setFocus()
    qtbot.keyClicks(page.form.name, " og 3")
    pane.save()
    assert page.form.conflict.isVisible() and "Line Bækvang" in page.form.conflict.words.text()
    click(qtbot, page.form.conflict.mine_button)
    assert (server.there[0].name, server.asked[-1][1].version) == ("Etage 2 og 3", "7")


def test_one_is_taken_away_once_it_is_sure(pane: GroupsPane, page: PickupPage, qtbot: QtBot, server: Pickups) -> None:
    click(qtbot, pane.remove_button)
    assert page.form.sure.isVisible() and not server.asked
    click(qtbot, page.form.sure.agree)
    assert server.asked[-1] == ("remove", "p1") and rows(page) == []
    assert page.left.count.text().startswith("No pickup group yet") and not pane.remove_button.isEnabled()
