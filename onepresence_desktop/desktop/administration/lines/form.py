"""The form of one line (design, section 7.22)."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.administration.lines.state import (
    abroad_words,
    format_words,
    numbers_words,
    said_words,
    state_words,
    transport_words,
)
from onepresence_desktop.desktop.administration.public_number import e164, international
from onepresence_desktop.desktop.administration.record_form import RecordForm, Said
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.card import Card
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.trunks import CALLS_AN_HOUR, Abroad, NumberFormat, Transport
from onepresence_desktop.wire.trunks import TrunkBody, TrunkView

REGISTERED, FIXED = "registered", "fixed"
PORTS = {Transport.UDP: 5060, Transport.TCP: 5060, Transport.TLS: 5061}


def split_server(server: str) -> tuple[str, str]:
    """Host and port ("" where none is named); an IPv6 address stands in brackets."""
    host, colon, port = server.rpartition(":")
    if colon and port.isdigit() and (not host.count(":") or host.endswith("]")):
        return host, port
    return server, ""


class LineForm(RecordForm):
    """call: a number to try the line with."""

    call = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.region = "DK"
        self.name, self.server, self.port = Field(), Field(icon="server"), Field(tabular=True)
        self.user, self.password = Field(), Field()
        self.password.setEchoMode(Field.EchoMode.Password)
        self.how = Segmented([Segment(REGISTERED, " "), Segment(FIXED, " ")], small=False)
        self.transport = Segmented([Segment(one.value, transport_words(one)) for one in Transport], small=False)
        self.sources, self.numbers, self.main = Field(tabular=True), Field(tabular=True), Field(tabular=True)
        self.format, self.abroad, self.premium = Select(), Select(), Select()
        self.most, self.an_hour = Field(tabular=True), Field(tabular=True)
        self.follow = CheckBox()
        self.trial = Field(tabular=True)
        self.call_button = Button(icon="call", small=True).that_writes()
        self.tried = Label(role=fonts.Text.SMALL, wrap=True)
        self._trial_words = Label(weight=fonts.MEDIUM)
        self._build()
        self.how.chosen.connect(lambda _key: self._how_chosen())
        self.transport.chosen.connect(lambda _key: self._transport_chosen())
        self.follow.clicked.connect(lambda: self.touched())
        self.call_button.clicked.connect(self._call)
        self.trial.returnPressed.connect(self._call)

    def _build(self) -> None:
        for select in (self.format, self.abroad, self.premium):
            select.setFixedHeight(32)
        self.port.setFixedWidth(80)
        rows: list[list[tuple[str, QWidget, int]]] = [
            [("name", self.name, 3), ("register", self.how, 0)],
            [("server", self.server, 1), ("port", self.port, 0), ("transport", self.transport, 0)],
            [("user", self.user, 1), ("password", self.password, 1)],
            [("sources", self.sources, 1)],
            [("numbers", self.numbers, 3), ("format", self.format, 2)],
            [("main", self.main, 1), ("max_calls", self.most, 1)],
            [("abroad", self.abroad, 1), ("premium", self.premium, 1), ("calls_an_hour", self.an_hour, 1)],
        ]
        for cells in rows:
            row = QHBoxLayout()
            row.setSpacing(12)
            for key, field, stretch in cells:
                row.addWidget(self.box(key, field), stretch)
            self.inner.addLayout(row)
        self.inner.addWidget(self.follow)
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 10, 12, 10)
        line = QHBoxLayout()
        line.addWidget(self._trial_words)
        line.addStretch()
        self.trial.setFixedWidth(170)
        line.addWidget(self.trial)
        line.addWidget(self.call_button)
        column.addLayout(line)
        column.addWidget(self.tried)
        self.tried.hide()
        self._card = card
        self.inner.addWidget(card)

    def retranslate(self) -> None:
        """All words again."""
        super().retranslate()
        names = {
            "name": translate("Lines", "Name"),
            "register": translate("Lines", "Connected by"),
            "server": translate("Lines", "Server"),
            "port": translate("Lines", "Port"),
            "transport": translate("Lines", "Transport"),
            "user": translate("Lines", "User"),
            "password": translate("Lines", "Password"),
            "sources": translate("Lines", "Addresses that calls may come from"),
            "numbers": translate("Lines", "Numbers (with commas between)"),
            "format": translate("Lines", "Way of writing"),
            "main": translate("Lines", "Shown when the caller has no number"),
            "max_calls": translate("Lines", "Calls at once"),
            "abroad": translate("Lines", "Abroad"),
            "premium": translate("Lines", "Premium rate"),
            "calls_an_hour": translate("Lines", "Calls an hour per user"),
        }
        for key, words in names.items():
            self.boxes[key].name(words)
        self.how.set_segments(
            [
                Segment(REGISTERED, translate("Lines", "Registration")),
                Segment(FIXED, translate("Lines", "Fixed address")),
            ]
        )
        self.transport.set_segments([Segment(one.value, transport_words(one)) for one in Transport])
        self._offer(self.record)
        self.premium.set_rows([("", translate("Lines", "Blocked")), ("yes", translate("Lines", "Allowed"))])
        self.most.setPlaceholderText(translate("Lines", "No limit"))
        self.follow.setText(translate("Lines", "Follow the provider when it sends a call elsewhere (302)"))
        self._trial_words.setText(translate("Lines", "Try a call"))
        self.trial.set_name(translate("Lines", "Number to try"))
        self.trial.setPlaceholderText(self.trial.accessibleName())
        self.call_button.setText(translate("Lines", "Call"))
        self.call_button.updateGeometry()
        self.show_state(self.record)

    def _offer(self, line: TrunkView | None) -> None:
        """What can be chosen: what this version knows, and what a newer service set, until another is chosen."""
        self.transport.show_segment(Transport.UNKNOWN, line is not None and line.transport is Transport.UNKNOWN)
        formats = NumberFormat.offered(line.format if line else None)
        countries = Abroad.offered(line.abroad if line else None)
        self.format.set_rows([(form.value, format_words(form)) for form in formats])
        self.abroad.set_rows([(where.value, abroad_words(where)) for where in countries])

    # --- a record ---

    def fill(self, record: TrunkView | None) -> None:
        """Fill the fields from a line; None for a new one."""
        host, port = split_server(record.server) if record else ("", "")
        transport = record.transport if record else Transport.UDP
        self._offer(record)
        self.name.setText(record.name if record else "")
        self.how.set_chosen(FIXED if record and not record.register else REGISTERED)
        self.server.setText(host)
        self.port.setText(port)
        self.transport.set_chosen(transport.value)
        self.user.setText(record.user if record else "")
        self.password.clear()
        kept = bool(record and record.has_password)
        self.password.setPlaceholderText(translate("Lines", "•••••••• kept as it is") if kept else "")
        self.sources.setText(", ".join(record.sources) if record else "")
        self.numbers.setText(numbers_words(record.numbers, self.region) if record else "")
        self.format.set_key(record.format.value if record else NumberFormat.E164.value)
        self.main.setText(international(record.main) if record and record.main else "")
        self.most.setText(str(record.max_calls) if record and record.max_calls is not None else "")
        self.abroad.set_key(record.abroad.value if record else Abroad.NONE.value)
        self.premium.set_key("yes" if record and record.premium else "")
        self.an_hour.setText(str(record.calls_an_hour if record else CALLS_AN_HOUR))
        self.follow.setChecked(bool(record and record.follow))
        self.tried.hide()
        self._card.setVisible(record is not None)
        self._dress()
        self.show_state(record)

    def complete(self) -> bool:
        """A name and a server."""
        return bool(self.name.text().strip() and self.server.text().strip())

    def body(self) -> TrunkBody:
        """What is in the form. Raises `Invalid` for what is no count."""
        registers = self.how.key == REGISTERED
        port = self._count("port", self.port, 65535)
        host = self.server.text().strip()
        return TrunkBody(
            name=self.name.text().strip(),
            server=f"{host}:{port}" if port else host,
            transport=Transport(self.transport.key),
            user=self.user.text().strip() if registers else "",
            password=self.password.text() if registers else "",
            register=registers,
            numbers=[e164(number, self.region) for number in _parts(self.numbers.text())],
            format=NumberFormat(self.format.key),
            main=e164(self.main.text(), self.region) or None,
            sources=[] if registers else _parts(self.sources.text()),
            max_calls=self._count("max_calls", self.most, 1000),
            abroad=Abroad(self.abroad.key),
            premium=self.premium.key == "yes",
            caller_id=self.record.caller_id if self.record else TrunkBody(name="x", server="x").caller_id,
            follow=self.follow.isChecked(),
            calls_an_hour=self._count("calls_an_hour", self.an_hour, 10_000) or CALLS_AN_HOUR,
            version=self.seen,
        )

    def said(self, what: TrunkView | TrunkBody) -> Said:
        """A line, or what is to become of it, in words."""
        yes = translate("Lines", "Yes")
        return [
            (translate("Lines", "Name"), what.name),
            (translate("Lines", "Server"), what.server),
            (translate("Lines", "Transport"), transport_words(what.transport)),
            (translate("Lines", "Registration"), yes if what.register else ""),
            (translate("Lines", "User"), what.user),
            (translate("Lines", "Numbers"), numbers_words(what.numbers, self.region)),
            (translate("Lines", "Way of writing"), format_words(what.format)),
            (translate("Lines", "Shown when the caller has no number"), texts.number(what.main) if what.main else ""),
            (translate("Lines", "Addresses that calls may come from"), ", ".join(what.sources)),
            (translate("Lines", "Calls at once"), str(what.max_calls or "")),
            (translate("Lines", "Abroad"), abroad_words(what.abroad)),
            (translate("Lines", "Premium rate"), yes if what.premium else ""),
            (translate("Lines", "Calls an hour per user"), str(what.calls_an_hour)),
        ]

    # --- its parts ---

    def show_state(self, line: TrunkView | None) -> None:
        """The footer: how the line stands now, in the provider's own words."""
        if line is None:
            self.foot(translate("Lines", "A new line is tried after the others"))
            return
        state, tone = state_words(line, datetime.now(UTC))
        self.state.set_tone(tone)
        seen = translate("Lines", "The provider sees us as {address}").format(address=line.seen) if line.seen else ""
        self.foot(state, " · ".join(part for part in (said_words(line), seen) if part))

    def show_trial(self, said: str, *, good: bool) -> None:
        """How the test call went."""
        self.call_button.set_busy(False)
        words = (
            translate("Lines", "It rings. The provider says: {said}")
            if good
            else translate("Lines", "It doesn't ring. The provider says: {said}")
        )
        self.tried.set_tone("available" if good else "danger")
        self.tried.setText(words.format(said=said))
        self.tried.show()

    def trial_refused(self, words: str) -> None:
        """The call couldn't be tried."""
        self.call_button.set_busy(False)
        self.tried.set_tone("danger")
        self.tried.setText(words)
        self.tried.show()

    def _count(self, key: str, field: Field, most: int) -> int | None:
        text = field.text().strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= most):
            raise Invalid(field=key, problem="out_of_range")
        return int(text)

    def _how_chosen(self) -> None:
        self._dress()
        self.touched("register")

    def _dress(self) -> None:
        registers = self.how.key == REGISTERED
        for key in ("user", "password"):
            self.boxes[key].setVisible(registers)
        self.boxes["sources"].setVisible(not registers)
        self.port.setPlaceholderText(str(PORTS.get(Transport(self.transport.key), "")))

    def _transport_chosen(self) -> None:
        self._dress()
        self.touched("transport")

    def _call(self) -> None:
        number = self.trial.text().strip()
        if number and self.record is not None:
            self.tried.hide()
            self.call_button.set_busy(True)
            self.call.emit(number)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
