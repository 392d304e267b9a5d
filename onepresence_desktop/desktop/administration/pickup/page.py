"""Pickup groups in the tab Groups: the list at the left, the form of one at the right (spec 4.8)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.pickup.form import PickupForm
from onepresence_desktop.desktop.administration.record_list import RecordList, RecordRow
from onepresence_desktop.desktop.administration.record_pane import RecordPane
from onepresence_desktop.desktop.administration.records import RecordKind, Records
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.pickup import PickupGroupId
from onepresence_desktop.wire.pickup import PickupGroupView

KIND = RecordKind(
    "pickup_group",
    lambda client: client.pickup_groups(),
    lambda client, body: client.add_pickup_group(body),
    lambda client, record_id, body: client.change_pickup_group(PickupGroupId(record_id), body),
    lambda client, record_id: client.remove_pickup_group(PickupGroupId(record_id)),
)


class PickupPage(RecordPane[PickupForm]):
    """They are few and seldom another: asked for when the page comes to the front."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session = session
        self.form = PickupForm(session)
        self.records = Records(KIND, actions, self.form)
        self.left = RecordList()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self.form, 1)
        self.left.chosen.connect(self.records.choose)
        self.records.listed.connect(self._list)
        self.records.shown.connect(self._shown)

    def retranslate(self) -> None:
        """All words again."""
        self.left.list.setAccessibleName(translate("Pickup", "Pickup groups"))
        self.form.retranslate()
        self._list()

    def take_search(self, text: str) -> None:
        """Narrow the list."""
        self.left.search(text, self.records.chosen)

    def search_placeholder(self) -> str:
        """What the top field finds here."""
        return translate("Pickup", "Search pickup group or member")

    def ask_to_remove(self) -> None:
        """Ask once more, then remove the one shown."""
        if self.form.record is not None:
            words = translate("Pickup", "Its members' calls can then be taken by their departments and groups again.")
            verb = translate("Groups", "Delete {name}").format(name=self.form.record.name)
            self.records.ask_to_remove(words, verb)

    def _list(self) -> None:
        every = sorted(self.records.all, key=lambda group: group.name.casefold())
        none = translate("Pickup", "No pickup group yet: departments and groups take one another's calls")
        self.left.count.setText(translate("Pickup", "%n pickup group(s)", "", len(every)) if every else none)
        self.left.set_rows([self._row(group) for group in every], self.records.chosen)

    def _row(self, group: PickupGroupView) -> RecordRow:
        people = self._session.mirror.people
        names = sorted(people[member].name.split()[0] for member in group.members if member in people)
        if not names:
            return RecordRow(group.id, group.name, ((translate("Pickup", "Nobody in it"), "danger"),), "group")
        return RecordRow(group.id, group.name, ((", ".join(names), "secondary"),), "group")

    def _shown(self, record_id: str) -> None:
        self.left.select(record_id or None)
