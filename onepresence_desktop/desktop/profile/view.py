"""The page "My details": fields, working week, phones, and the place in the organisation (spec 9.1; design, 7.11)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.hours.week_bars import Week
from onepresence_desktop.desktop.hours.week_body import week_body
from onepresence_desktop.desktop.hours.working_week import WorkingWeek
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import Page
from onepresence_desktop.desktop.profile.devices_card import DevicesCard
from onepresence_desktop.desktop.profile.org_chart import OrgChart
from onepresence_desktop.desktop.profile.own_picture import OwnPicture
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Space
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Card, Footer, Scrolled, SectionHeader
from onepresence_desktop.desktop.widgets.face import Face
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.domain.errors import Invalid, OnePresenceError
from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.wire.bodies import MePatch, RingPatch

if TYPE_CHECKING:
    from onepresence_desktop.client.pbx_client import PbxClient

TWO_COLUMNS_FROM = 660
LOCK_ROOM = 20
LOCKED = ("title", "department", "local", "one", "email")
"""Fields that the administrator changes, in the order they stand."""


class LockedField(Field):
    """To be read and copied; a lock says who else may change it."""

    def __init__(self) -> None:
        super().__init__(tabular=True)
        self.setReadOnly(True)

    def _taken(self) -> int:
        return LOCK_ROOM

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field and its lock."""
        super().paintEvent(event)
        spot = QRectF(self.width() - 25, self.height() / 2 - 7, 14, 14)
        icons.paint(QPainter(self), "lock", spot, color(Color.TEXT_TERTIARY), self.devicePixelRatioF())


class ProfileView(Page):
    """A page of the window. Each change is saved when its field is left."""

    def __init__(self, session: Session, actions: Actions, settings: Settings) -> None:
        super().__init__()
        self._session, self._actions, self._settings = session, actions, settings
        self._saved = ""
        self.header = SectionHeader()
        self.note = Label(role=fonts.Text.SMALL, tone="secondary", elide=True)
        self.face = Face(56)
        self.picture = OwnPicture(session, actions)
        self.name, self.line = Label(role=fonts.Text.TITLE, elide=True), Label(tone="secondary", elide=True)
        self.fields = {name: LockedField() for name in LOCKED}
        self.mobile = Field(tabular=True)
        self._labels = {name: field_label() for name in (*LOCKED, "mobile")}
        self._complaint = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        self._complaint.hide()
        self.week, self.devices = WorkingWeek(), DevicesCard()
        self.chart = OrgChart(session)
        self.own = Button(kind=Kind.LINK, small=True)
        self._heads = {name: Label(role=fonts.Text.SMALL, weight=fonts.SEMIBOLD) for name in ("hours", "phones", "org")}
        self.banner = Banner(Tone.DANGER)
        self.saved = Label(role=fonts.Text.SMALL, tone="secondary")
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header.row.addStretch()
        self.header.row.addWidget(self.note)
        column.addWidget(self.header)
        scroll = Scrolled()
        content = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._sides.setContentsMargins(Space.PANE, 14, Space.PANE, 16)
        self._sides.setSpacing(16)
        self._sides.addLayout(self._left(), 4)
        self._sides.addLayout(self._right(), 5)
        scroll.column.addWidget(content)
        column.addWidget(scroll, 1)
        holder = QWidget()
        around = QHBoxLayout(holder)
        around.setContentsMargins(Space.PANE, 0, Space.PANE, 8)
        around.addWidget(self.banner)
        column.addWidget(holder)
        self.above_foot = QVBoxLayout()
        column.addLayout(self.above_foot)
        foot = Footer(height=32)
        foot.row.addWidget(self.saved)
        foot.row.addStretch()
        column.addWidget(foot)

    def _left(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(12)
        who = QHBoxLayout()
        who.setSpacing(12)
        who.addWidget(self.face)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch()
        lines.addWidget(self.name)
        lines.addWidget(self.line)
        lines.addStretch()
        who.addLayout(lines, 1)
        who.addWidget(self.picture)
        side.addLayout(who)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(12)
        places = (("title", "department"), ("local", "one"), ("mobile",), ("email",))
        for row, names in enumerate(places):
            for place, name in enumerate(names):
                field = self.fields.get(name, self.mobile)
                grid.addWidget(labelled(self._labels[name], field), row, place, 1, 2 // len(names))
                grid.setColumnStretch(place, 1)
        side.addLayout(grid)
        side.addWidget(self._complaint)
        side.addWidget(self._heads["hours"])
        side.addWidget(self.week)
        side.addStretch(1)
        return side

    def _right(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self._heads["phones"])
        side.addWidget(self.devices)
        side.addSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._heads["org"])
        head.addStretch()
        head.addWidget(self.own)
        side.addLayout(head)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 8)
        inside.addWidget(self.chart)
        side.addWidget(card)
        side.addStretch()
        return side

    def _connect(self) -> None:
        session = self._session
        for signal in (session.me_changed, session.reset, session.connection_changed):
            signal.connect(self.refresh)
        session.people_changed.connect(self._people)
        session.presence_changed.connect(self._states_changed)
        self.picture.refused.connect(self._picture_refused)
        self.picture.saved.connect(self._done)
        self.mobile.editingFinished.connect(self._save_mobile)
        self.mobile.textEdited.connect(lambda _text: self._complain(""))
        self.week.changed.connect(self._save_week)
        self.devices.changed.connect(self._save_device)
        self.chart.opened.connect(self._find)
        self.own.clicked.connect(self._own_place)
        save = QShortcut(QKeySequence("Ctrl+S"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self._save_all)

    # --- showing ---

    def refresh(self) -> None:
        """What the service says; what is being typed stays."""
        me, live = self._session.mirror.me, self._session.connection.state is ConnectionState.LIVE
        if me is None or not self.isVisible():
            return
        self.face.show_person(me.name, me.id)
        self.picture.refresh()
        self.name.setText(me.name)
        self.line.setText(" · ".join(part for part in (me.title, me.department) if part) or texts.role(me.role))
        shown = {
            "title": me.title or "–",
            "department": me.department or "–",
            "local": texts.number(me.local_number),
            "one": texts.number(me.one_number) if me.one_number else "–",
            "email": me.email or "–",
        }
        for name, words in shown.items():
            if self.fields[name].text() != words:
                self.fields[name].setText(words)
                self.fields[name].setCursorPosition(0)
        if not self.mobile.isModified():
            self.mobile.setText(texts.number(me.mobile) if me.mobile else "")
            self.mobile.setModified(False)
        self.mobile.setEnabled(live)
        self.week.show_week(me.hours.days)
        self.week.set_able(live)
        usual = self._settings.get(keys.CALL_DEVICE)
        known = [device.id for device in me.devices]
        out = DeviceId(usual) if usual in known else next(iter(known), None)
        self.devices.show_devices(list(me.devices), out, able=live)
        self._say_saved()

    def _states_changed(self) -> None:
        self.chart.update()

    def _people(self) -> None:
        if self.isVisible():
            self.chart.refresh()
            self.picture.refresh()

    def _picture_refused(self, words: str) -> None:
        if words:
            self.banner.say(words, strong=translate("Profile", "It wasn't saved."))
        else:
            self.banner.hide()

    def _say_saved(self) -> None:
        live = self._session.connection.state is ConnectionState.LIVE
        self.saved.setText(self._saved if live else translate("Profile", "Changes need a connection"))

    # --- saving ---

    def _complain(self, words: str) -> None:
        self.mobile.set_error(bool(words))
        self.mobile.setAccessibleDescription(words)
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))

    def _save_mobile(self) -> None:
        if not self.mobile.isModified():
            return
        typed = self.mobile.text().strip()

        def answered(answer: object) -> None:
            if isinstance(answer, Invalid):
                self._complain(translate("Profile", "That is no telephone number."))
            elif not self._refused(answer):
                self.mobile.setModified(False)
                self._done()

        self._do(lambda client: client.change_me(MePatch(mobile=typed or None)), answered)

    def _save_week(self, week: Week) -> None:
        hours = week_body(week)

        def answered(answer: object) -> None:
            if self._refused(answer):
                me = self._session.mirror.me
                self.week.show_week(me.hours.days if me is not None else week)
                return
            self._done()

        self._do(lambda client: client.change_me(MePatch(hours=hours)), answered)

    def _save_device(self, device: str, seconds: int, in_hours: bool) -> None:
        body = RingPatch(ring_after=seconds, ring_in_hours=in_hours)

        def answered(answer: object) -> None:
            if self._refused(answer):
                self.devices.forget()
                self.refresh()
                return
            self._done()

        self._do(lambda client: client.change_own_device(DeviceId(device), body), answered)

    def _save_all(self) -> None:
        self.week.take()
        self._save_mobile()

    def _do(self, verb: Callable[[PbxClient], Awaitable[object]], answered: Callable[[object], None]) -> None:
        self.banner.hide()
        self._actions.ask("profile", verb, answered)

    def _refused(self, answer: object) -> bool:
        if not isinstance(answer, OnePresenceError):
            return False
        self.banner.say(texts.error(answer), strong=translate("Profile", "It wasn't saved."))
        return True

    def _done(self) -> None:
        self._saved = translate("Profile", "Saved {time}").format(time=texts.clock(self._session.now()))
        self._say_saved()
        self.refresh()

    # --- as a page of the window ---

    def _find(self, user: str) -> None:
        person = self._session.mirror.people.get(UserId(user))
        if person is not None:
            self.want_search.emit(person.name)

    def _own_place(self) -> None:
        self.chart.show_own()
        self.chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """What has changed meanwhile."""
        super().showEvent(event)
        self.refresh()
        self.chart.refresh()
        self.chart.show_own()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is no room for two."""
        super().resizeEvent(event)
        two = self.width() >= TWO_COLUMNS_FROM
        direction = QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != direction:
            self._sides.setDirection(direction)

    def retranslate(self) -> None:
        """All texts again."""
        self.header.set_title(translate("Profile", "My details"))
        self.note.setText(translate("Profile", "Fields with a lock are changed by the administrator"))
        words = {
            "title": translate("Profile", "Title"),
            "department": translate("Profile", "Department"),
            "local": translate("Profile", "Local number"),
            "one": "OneNumber",
            "email": translate("Profile", "E-mail"),
            "mobile": translate("Profile", "Mobile"),
        }
        locked = translate("Profile", "Changed by the administrator")
        for name, said in words.items():
            self._labels[name].setText(said)
            field = self.fields.get(name, self.mobile)
            field.setAccessibleName(said)
            if name in self.fields:
                field.setAccessibleDescription(locked)
                field.setToolTip(locked)
        self._heads["hours"].setText(translate("Profile", "Working hours"))
        self._heads["phones"].setText(translate("Profile", "My phones"))
        self._heads["org"].setText(translate("Profile", "Organisation"))
        self.own.setText(translate("Profile", "Show me"))
        self.own.updateGeometry()
        self.picture.retranslate()
        self.week.retranslate()
        self.devices.forget()
        self.refresh()
        if self.isVisible():
            self.chart.refresh()
