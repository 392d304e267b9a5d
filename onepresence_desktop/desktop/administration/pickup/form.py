"""The form of one pickup group: its name, and who takes one another's calls (spec 4.8)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onepresence_desktop.desktop.administration.members import Member, MembersList
from onepresence_desktop.desktop.administration.record_form import FieldBox, RecordForm, Said
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.whom_field import WhomField
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.card import Card
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label, field_label
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.pickup import PickupGroupBody, PickupGroupView

WIDEST = 560


class PickupForm(RecordForm):
    """A group of people."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.name = Field()
        self.members = MembersList(plain=True)
        self.member = WhomField(session, all_there=True, people=True)
        self.add_button = Button(icon="add", small=True)
        self._lead = Label(role=fonts.Text.SMALL, tone="secondary", wrap=True)
        self._head = field_label()
        named = self.box("name", self.name)
        frame = Card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 8)
        inside.addWidget(self.members)
        adding = QHBoxLayout()
        adding.setContentsMargins(12, 0, 12, 0)
        adding.addWidget(self.member, 1)
        adding.addWidget(self.add_button)
        inside.addLayout(adding)
        listed = self.boxes["members"] = FieldBox(frame)
        listed.label.hide()
        for part in (named, self._head, listed, self._lead):
            part.setMaximumWidth(WIDEST)
            self.inner.addWidget(part)
        self.members.changed.connect(self._members_changed)
        self.member.returnPressed.connect(self._add_member)
        self.add_button.clicked.connect(self._add_member)
        session.presence_changed.connect(self.refresh_members)

    def retranslate(self) -> None:
        """All words again."""
        super().retranslate()
        self.boxes["name"].name(translate("Pickup", "Name"))
        self._head.setText(translate("Pickup", "Members"))
        self.members.setAccessibleName(self._head.text())
        self.member.set_name(translate("Groups", "Add a member: name or number"))
        self.member.setPlaceholderText(self.member.accessibleName())
        self.add_button.setText(translate("Groups", "Add"))
        self.add_button.updateGeometry()
        self._lead.setText(
            translate(
                "Pickup",
                "What rings at a member can be taken by the others alone: with *8, or by Pick up beside the name. What"
                " rings at somebody in no pickup group can be taken by their department, and by members of a common"
                " group.",
            )
        )

    def fill(self, record: PickupGroupView | None) -> None:
        """Fill the fields from a group; None for a new one."""
        self.name.setText(record.name if record else "")
        self.member.clear()
        self._show(record.members if record else ())
        self.foot("")

    def complete(self) -> bool:
        """A name and somebody."""
        return bool(self.name.text().strip()) and bool(self.ids())

    def body(self) -> PickupGroupBody:
        """What is in the form."""
        return PickupGroupBody(name=self.name.text().strip(), members=self.ids(), version=self.seen)

    def said(self, what: PickupGroupView | PickupGroupBody) -> Said:
        """A group, or what is to become of it, in words."""
        people = self._session.mirror.people
        names = [people[member].name for member in what.members if member in people]
        return [
            (translate("Pickup", "Name"), what.name),
            (translate("Pickup", "Members"), ", ".join(sorted(names, key=str.casefold))),
        ]

    def ids(self) -> list[UserId]:
        """Who is in it."""
        return [member.id for member in self.members.members.members]

    def refresh_members(self) -> None:
        """Their states as they are now."""
        if self.isVisible():
            self._show(self.ids())

    def _members_changed(self) -> None:
        self.touched("members")

    def _add_member(self) -> None:
        user_id = self._session.whose(self.member.number())[1] if self.member.number() else None
        if user_id is None:
            self.boxes["members"].complain(translate("Groups", "Nobody has that name or number."))
            return
        self.member.clear()
        if user_id not in self.ids():
            self._show([*self.ids(), user_id])
            self.touched("members")

    def _show(self, ids: Sequence[UserId]) -> None:
        mirror = self._session.mirror
        known = [mirror.people[user_id] for user_id in ids if user_id in mirror.people]
        self.members.members.show(
            [
                Member(
                    person.id,
                    person.name,
                    person.local_number[-4:],
                    mirror.presence[person.id].presence if person.id in mirror.presence else Presence.UNKNOWN,
                    logged_in=True,
                )
                for person in sorted(known, key=lambda person: person.name.casefold())
            ]
        )
