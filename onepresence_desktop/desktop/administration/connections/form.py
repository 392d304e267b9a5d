"""The form of one connection: what its kind asks for, a sentence at the field that is wrong, and a button to try it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from onepresence_desktop.desktop.administration.record_form import FieldBox, RecordForm, Said
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.texts import connections as words
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.card import Card
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.connections import KINDS, SECRETS, ConnectionKind, Purpose, Setting, SettingType, Value
from onepresence_desktop.domain.errors import Invalid, OnePresenceError
from onepresence_desktop.wire.connections import ConnectionBody, ConnectionPatch, ConnectionTried, ConnectionView

LINES_HIGH = 78
MANY = (SettingType.LINES, SettingType.SECRET_LINES)


class ConnectionForm(RecordForm):
    """attempt: who is to be sent a trial, "" for nobody."""

    attempt = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name, self.kind, self.enabled = Field(), Select(), CheckBox()
        self.kind.setFixedHeight(32)
        self.fields: dict[str, QWidget] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.to = Field()
        self.try_button = Button(icon="send", small=True).that_writes()
        self.tried = Label(role=fonts.Text.SMALL, wrap=True)
        self._trial_words = Label(weight=fonts.MEDIUM)
        self.file_words = Label(tone="secondary", wrap=True)
        self._build()
        self.kind.picked.connect(lambda _key: self._dress())
        self.enabled.clicked.connect(lambda: self.touched())
        self.try_button.clicked.connect(self._try)
        self.to.returnPressed.connect(self._try)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.box("name", self.name), 1)
        head.addWidget(self.box("kind", self.kind), 1)
        self.inner.addWidget(self.file_words)
        self.inner.addLayout(head)
        self.inner.addLayout(self._grid)
        for kind in KINDS.values():
            for one in kind.settings:
                if one.name not in self.fields:
                    self.fields[one.name] = self._field(one)
        self.inner.addWidget(self.enabled)
        self._card = Card()
        column = QVBoxLayout(self._card)
        column.setContentsMargins(14, 10, 12, 10)
        line = QHBoxLayout()
        line.addWidget(self._trial_words)
        line.addStretch()
        self.to.setFixedWidth(220)
        line.addWidget(self.to)
        line.addWidget(self.try_button)
        column.addLayout(line)
        column.addWidget(self.tried)
        self.inner.addWidget(self._card)

    def _field(self, one: Setting) -> QWidget:
        made: QWidget
        if one.type in MANY:
            made = QPlainTextEdit()
            made.setFixedHeight(LINES_HIGH)
            made.setTabChangesFocus(True)
            made.textChanged.connect(lambda: self._typed(f"settings.{one.name}"))
        elif one.type is SettingType.CHOICE:
            made = Select()
            made.setFixedHeight(32)
        else:
            made = Field(tabular=one.type is SettingType.NUMBER)
            if one.type is SettingType.SECRET:
                made.setEchoMode(Field.EchoMode.Password)
        self.box(f"settings.{one.name}", made).hide()
        return made

    def retranslate(self) -> None:
        """All words again."""
        super().retranslate()
        self.boxes["name"].name(translate("Connections", "Name"))
        self.boxes["kind"].name(translate("Connections", "Kind"))
        self.kind.set_rows([(kind.value, words.kind(kind)) for kind in KINDS])
        for kind in KINDS.values():
            for one in kind.settings:
                self.boxes[f"settings.{one.name}"].name(words.setting(one.name))
        self.enabled.setText(translate("Connections", "In use"))
        self.file_words.setText(
            translate("Connections", "It stands in the service's settings file, and is used until there is one here.")
        )
        self._trial_words.setText(translate("Connections", "Try it"))
        self.try_button.setText(translate("Connections", "Try"))
        self.try_button.updateGeometry()
        self._dress()
        self.show_state(self.record)

    # --- a record ---

    def fill(self, record: ConnectionView | None) -> None:
        """Fill the fields from a connection; None for a new one."""
        self.name.setText(record.name if record else "")
        self.kind.set_key(record.kind.value if record else ConnectionKind.SMTP.value)
        self._offer_choices()
        settings = record.settings if record else {}
        for name, field in self.fields.items():
            value = str(settings.get(name, ""))
            if isinstance(field, Select):
                field.set_key(value)
            elif isinstance(field, QPlainTextEdit):
                field.blockSignals(True)
                field.setPlainText(value)
                field.blockSignals(False)
            elif isinstance(field, Field):
                field.setText(value)
        self.enabled.setChecked(record.enabled if record else True)
        self.tried.hide()
        self.to.clear()
        self._card.setVisible(record is not None)
        self._dress()
        self.show_state(record)

    def complete(self) -> bool:
        """A name, and what its kind needs."""
        kept = self.record.secrets if self.record is not None else []
        needed = [one.name for one in self._settings() if one.required and one.name not in kept]
        return bool(self.name.text().strip()) and all(self._text(name) for name in needed)

    def body(self) -> ConnectionBody | ConnectionPatch:
        """What is in the form. Raises `Invalid` for what is no number."""
        record: ConnectionView | None = self.record
        settings: dict[str, Value] = {}
        for one in self._settings():
            text = self._text(one.name)
            if one.type in SECRETS and record is not None and not text:
                if one.type is SettingType.SECRET and not one.required and not self._text("account"):
                    settings[one.name] = ""
                continue
            if one.type is SettingType.NUMBER and text:
                if not (text.isascii() and text.isdigit()):
                    raise Invalid(field=f"settings.{one.name}", problem="out_of_range")
                settings[one.name] = int(text)
            else:
                settings[one.name] = text
        name, on = self.name.text().strip(), self.enabled.isChecked()
        if record is not None:
            return ConnectionPatch(name=name, settings=settings, enabled=on, version=self.seen)
        return ConnectionBody(name=name, kind=ConnectionKind(self.kind.key), settings=settings, enabled=on)

    def said(self, what: ConnectionView | ConnectionBody | ConnectionPatch) -> Said:
        """A connection, or what is to become of it, in words."""
        settings = what.settings if isinstance(what.settings, dict) else {}
        shown = [one for one in self._settings() if one.type not in SECRETS]
        yes, no = translate("Connections", "Yes"), translate("Connections", "No")
        return [
            (translate("Connections", "Name"), str(what.name)),
            *((words.setting(one.name), str(settings.get(one.name, ""))) for one in shown),
            (translate("Connections", "In use"), yes if what.enabled else no),
        ]

    def _complain(self, error: OnePresenceError) -> FieldBox | None:
        """A setting that is wrong says so in the words of its kind."""
        field = str(error.details.get("field") or "")
        box = self.boxes.get(field)
        if isinstance(error, Invalid) and field.startswith("settings.") and box is not None:
            box.complain(words.wrong(str(error.details.get("problem") or "")))
            return box
        return super()._complain(error)

    # --- its parts ---

    def show_state(self, connection: ConnectionView | None) -> None:
        """The footer: how it stands now, in the server's own words where it said any."""
        if connection is None:
            self.foot("")
            return
        state, tone = words.state(connection)
        self.state.set_tone(tone)
        self.foot(state, words.trouble_words(connection.trouble, connection.said) if connection.trouble else "")

    def show_trial(self, answer: ConnectionTried) -> None:
        """What happened."""
        self._say_trial(words.tried(answer, self.to.text().strip()), good=answer.good)

    def trial_refused(self, sentence: str) -> None:
        """It couldn't be tried."""
        self._say_trial(sentence, good=False)

    def _say_trial(self, sentence: str, *, good: bool) -> None:
        self.try_button.set_busy(False)
        self.tried.set_tone("available" if good else "danger")
        self.tried.setText(sentence)
        self.tried.show()

    def _settings(self) -> tuple[Setting, ...]:
        known = KINDS.get(ConnectionKind(self.kind.key)) if self.kind.key else None
        return known.settings if known is not None else ()

    def _text(self, name: str) -> str:
        field = self.fields.get(name)
        if isinstance(field, Select):
            return field.key
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText().strip()
        return field.text() if isinstance(field, Field) and field.echoMode() != Field.EchoMode.Normal else (
            field.text().strip() if isinstance(field, Field) else "")  # fmt: skip

    def _offer_choices(self) -> None:
        """Those of the kind: two kinds that share a setting may have other choices for it."""
        for one in self._settings():
            field = self.fields[one.name]
            if isinstance(field, Select):
                field.set_rows([(key, words.choice(key)) for key in one.choices])

    def _typed(self, key: str) -> None:
        if self.boxes[key].isVisible():
            self.touched(key)

    def _dress(self) -> None:
        """Only what the kind asks for, two beside each other; what is a secret says whether there is one."""
        self._offer_choices()
        record: ConnectionView | None = self.record
        from_file = record is not None and record.from_file
        shown = () if from_file else self._settings()
        for name in self.fields:
            self._grid.removeWidget(self.boxes[f"settings.{name}"])
            self.boxes[f"settings.{name}"].hide()
        for place, one in enumerate(shown):
            box = self.boxes[f"settings.{one.name}"]
            self._grid.addWidget(box, place // 2, place % 2)
            box.show()
            field = self.fields[one.name]
            kept = record is not None and one.name in record.secrets
            hint = translate("Connections", "•••••••• kept as it is") if kept else words.example(one.name)
            if isinstance(field, Field | QPlainTextEdit):
                field.setPlaceholderText(hint)
        for control in (self.name, self.enabled):
            control.setEnabled(not from_file)
        self.kind.setEnabled(record is None)
        self.file_words.setVisible(from_file)
        known = KINDS.get(ConnectionKind(self.kind.key)) if self.kind.key else None
        purpose = known.purpose if known is not None else Purpose.UNKNOWN
        self.to.set_name(words.trial_to(purpose))
        self.to.setPlaceholderText(words.trial_to(purpose))
        self.to.setVisible(bool(words.trial_to(purpose)))

    def _try(self) -> None:
        if self.record is not None:
            self.tried.hide()
            self.try_button.set_busy(True)
            self.attempt.emit(self.to.text().strip())
