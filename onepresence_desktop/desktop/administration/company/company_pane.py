"""The tab Company number: which one is chosen in the header (design, section 7.24)."""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QVBoxLayout

from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.company.form import CompanyForm
from onepresence_desktop.desktop.administration.company.number_sounds import NumberSounds
from onepresence_desktop.desktop.administration.record_pane import RecordPane
from onepresence_desktop.desktop.administration.records import RecordKind, Records
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.player import Player
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.domain.company_number import CompanyNumberId
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.wire.holidays import HolidayBody, HolidayView

KIND = RecordKind(
    "company_number",
    lambda client: client.company_numbers(),
    lambda client, body: client.add_company_number(body),
    lambda client, record_id, body: client.put_company_number(CompanyNumberId(record_id), body),
    lambda client, record_id: client.remove_company_number(CompanyNumberId(record_id)),
    attrgetter("one_number"),
)


class CompanyPane(RecordPane[CompanyForm]):
    """Company numbers and holidays, for administrators. player: how a text is heard."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self.player = Player(self)
        self.form = CompanyForm(session, actions)
        self.records = Records(KIND, actions, self.form)
        self.sounds = NumberSounds(actions, self.form, self.player)
        self.which = Select(icon="building")
        self.which.setFixedHeight(32)
        self.new_button = Button(icon="add")
        self.remove_button = IconButton("delete").that_writes()
        self.tools = (self.which, self.remove_button, self.new_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.which.picked.connect(self.records.choose)
        self.new_button.clicked.connect(self.new)
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.records.listed.connect(self._list)
        self.records.shown.connect(self._shown)
        self.form.listen.connect(self._listen)
        self.form.days.put.connect(self._put_day)
        self.form.days.remove.connect(self._remove_day)
        session.reset.connect(self._customer)
        self._customer()

    def retranslate(self) -> None:
        """All words again."""
        self.which.setAccessibleName(translate("Company", "Company number"))
        self.new_button.setText(translate("Company", "New number"))
        self.new_button.updateGeometry()
        self.remove_button.set_name(translate("Company", "Delete the number"))
        self.form.retranslate()
        self._list()

    def load(self) -> None:
        """Ask for the numbers, and the holidays of this year and the next."""
        super().load()
        self._load_days()
        self.sounds.load()
        self.form.blocked.load()

    def _customer(self) -> None:
        customer = self._session.mirror.customer
        self.form.region = customer.region if customer is not None else "DK"
        self.form.first_language = "sv" if customer is not None and customer.region == "SE" else "da"

    def _today(self) -> date:
        customer = self._session.mirror.customer
        zone = ZoneInfo(customer.time_zone if customer is not None else "UTC")
        return self._session.now().astimezone(zone).date()

    def _list(self) -> None:
        rows = [(number.id, f"{number.name} · {texts.number(number.one_number)}") for number in self.records.all]
        self.which.set_rows(rows)
        self.which.setVisible(bool(rows) and self.new_button.isVisible())
        self._shown(self.records.chosen or "")
        if not rows and not self.form.changed:
            self.form.foot(translate("Company", "No number of the company's own yet: fill in the first one"))

    def _shown(self, record_id: str) -> None:
        if record_id:
            self.which.set_key(record_id)
        self.remove_button.setEnabled(bool(record_id))
        self.sounds.show()

    def _listen(self, text: str, language: str) -> None:
        def arrived(answer: bytes | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.form.band.say(texts.error(answer))
            elif self.isVisible():
                self.player.play(answer)

        self._actions.ask("listen", lambda client: client.listen(text, language), arrived)

    def _load_days(self) -> None:
        today = self._today()

        def arrived(answer: list[HolidayView] | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.form.days.refused(texts.error(answer))
            else:
                self.form.days.show_days(answer, today)

        async def coming(client: PbxClient) -> list[HolidayView]:
            return [*await client.holidays(today.year), *await client.holidays(today.year + 1)]

        self._actions.ask("holidays", coming, arrived)

    def _put_day(self, day: date, name: str, closed: bool) -> None:
        def arrived(answer: HolidayView | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.form.days.refused(texts.error(answer))
            else:
                self.form.days.added()
                self.form.days.refused("")
            self._load_days()

        body = HolidayBody(name=name, closed=closed, version=self.form.days.version(day))
        self._actions.ask("put_holiday", lambda client: client.put_holiday(day, body), arrived)

    def _remove_day(self, day: date) -> None:
        def arrived(answer: None | OnePresenceError) -> None:
            self.form.days.refused(texts.error(answer) if isinstance(answer, OnePresenceError) else "")
            self._load_days()

        version = self.form.days.version(day)
        self._actions.ask("remove_holiday", lambda client: client.remove_holiday(day, version), arrived)

    def _ask_to_remove(self) -> None:
        if self.form.record is not None:
            number = texts.number(self.form.record.one_number)
            self.records.ask_to_remove(
                translate("Company", "Calls to {number} then reach nobody.").format(number=number),
                translate("Company", "Delete {number}").format(number=number),
            )
