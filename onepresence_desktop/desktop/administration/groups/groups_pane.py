"""The tab Groups: the groups at the left, the form of one at the right (design, section 7.17)."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtWidgets import QHBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.groups.form import GroupForm, strategy_words
from onepresence_desktop.desktop.administration.model import spaced
from onepresence_desktop.desktop.administration.pickup.page import PickupPage
from onepresence_desktop.desktop.administration.record_list import RecordList, RecordRow
from onepresence_desktop.desktop.administration.record_pane import RecordPane
from onepresence_desktop.desktop.administration.records import RecordKind, Records
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.people import GroupId, UserId
from onepresence_desktop.wire.groups import GROUPS, GroupDetailView

KIND = RecordKind(
    "group",
    lambda client: client.groups(),
    lambda client, body: client.add_group(body),
    lambda client, record_id, body: client.put_group(GroupId(record_id), body),
    lambda client, record_id: client.remove_group(GroupId(record_id)),
    attrgetter("local_number"),
)


class GroupsPane(RecordPane[GroupForm]):
    """Groups, for administrators; in their place the pickup groups, while these are open."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self.form = GroupForm(session, actions)
        self.records = Records(KIND, actions, self.form)
        self.left = RecordList()
        self.new_button = Button(icon="add")
        self.remove_button = IconButton("delete").that_writes()
        self.pickup = PickupPage(session, actions)
        self.pickup_button = Button(icon="take")
        self.pickup_button.setCheckable(True)
        self.tools = (self.pickup_button, self.remove_button, self.new_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self.form, 1)
        row.addWidget(self.pickup, 1)
        self.pickup.hide()
        self.pickup_button.toggled.connect(self._open_pickup)
        self.pickup.records.shown.connect(self._able)
        self.new_button.clicked.connect(self.new)
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.left.chosen.connect(self.records.choose)
        self.records.listed.connect(self._list)
        self.records.shown.connect(self._shown)
        self.form.logged.connect(self._log)
        session.changed(GROUPS).connect(self._changed_by_anybody)
        session.reset.connect(self._customer)
        self._customer()

    def retranslate(self) -> None:
        """All words again."""
        self.new_button.setText(translate("Groups", "New group"))
        self.new_button.updateGeometry()
        self.pickup_button.setText(translate("Pickup", "Pickup groups"))
        self.pickup_button.updateGeometry()
        self.pickup.retranslate()
        self.remove_button.set_name(translate("Groups", "Delete the group"))
        self.left.list.setAccessibleName(translate("Groups", "Groups"))
        self.form.retranslate()
        self._list()

    @property
    def _picking(self) -> bool:
        """Whether the pickup groups are in front."""
        return self.pickup_button.isChecked()

    def load(self) -> None:
        """Ask for those in front."""
        if self._picking:
            self.pickup.load()
        else:
            super().load()

    def new(self) -> None:
        """An empty form of the kind in front."""
        if self._picking:
            self.pickup.new()
            self._able()
        else:
            super().new()

    def save(self) -> None:
        """What is in front."""
        if self._picking:
            self.pickup.save()
        else:
            super().save()

    def leave(self) -> bool:
        """Drop what was typed, or go back from the pickup groups."""
        if not self._picking:
            return super().leave()
        if not self.pickup.leave():
            self.pickup_button.setChecked(False)
        return True

    def take_search(self, text: str) -> None:
        """Narrow the lists."""
        self.left.search(text, self.records.chosen)
        self.pickup.take_search(text)

    def search_placeholder(self) -> str:
        """What the top field finds here."""
        if self._picking:
            return self.pickup.search_placeholder()
        return translate("Groups", "Search group, number or member")

    def _open_pickup(self, on: bool) -> None:
        self.left.setVisible(not on)
        self.form.setVisible(not on)
        self.pickup.setVisible(on)
        self._able()
        self.load()
        self.turned.emit()

    def _able(self) -> None:
        chosen = self.pickup.records.chosen if self._picking else self.records.chosen
        self.remove_button.setEnabled(bool(chosen))

    def _customer(self) -> None:
        customer = self._session.mirror.customer
        self.form.region = customer.region if customer is not None else "DK"
        self.form.code = customer.code if customer is not None else ""

    def _list(self) -> None:
        self.left.count.setText(translate("Groups", "%n group(s)", "", len(self.records.all)))
        self.records.all.sort(key=lambda group: group.local_number)
        self.left.set_rows([self._row(group) for group in self.records.all], self.records.chosen)

    def _row(self, group: GroupDetailView) -> RecordRow:
        people = self._session.mirror.people
        members = [people[member].name for member in group.members if member in people]
        number = spaced(group.local_number)
        if not set(group.members) - set(group.logged_out):
            line = (f"{number} · {translate('Groups', 'Nobody logged in')}", "danger")
        else:
            line = (f"{number} · {strategy_words(group.strategy)[0]} · {len(members)}", "secondary")
        return RecordRow(group.id, group.name, (line,), "nav-reception" if group.reception else "group")

    def _shown(self, record_id: str) -> None:
        self.left.select(record_id or None)
        self._able()

    def _changed_by_anybody(self) -> None:
        if self.isVisible() and not self._picking:
            self.records.load()
            self.form.refresh_members()

    def _log(self, user_id: str, on: bool) -> None:
        group: GroupDetailView | None = self.form.record
        if group is None or user_id not in group.members:
            return
        group_id = group.id

        def arrived(answer: None | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.form.band.say(texts.error(answer))
                self.form.refresh_members()

        self._actions.ask(
            "log_member", lambda client: client.log_member(group_id, UserId(user_id), out=not on), arrived
        )

    def _ask_to_remove(self) -> None:
        if self._picking:
            self.pickup.ask_to_remove()
        elif self.form.record is not None:
            words = translate("Groups", "Calls to {number} then reach nobody. Its members stay.")
            name = self.form.record.name
            self.records.ask_to_remove(
                words.format(number=spaced(self.form.record.local_number)),
                translate("Groups", "Delete {name}").format(name=name),
            )
