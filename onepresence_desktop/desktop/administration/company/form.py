"""The form of one company number (design, section 7.24)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.company.blocked_card import BlockedCard
from onepresence_desktop.desktop.administration.company.holidays_card import HolidaysCard
from onepresence_desktop.desktop.administration.company.menu_editor import NAMES, MenuEditor, menu_words, of_place
from onepresence_desktop.desktop.administration.company.said_field import SaidField
from onepresence_desktop.desktop.administration.public_number import e164, international
from onepresence_desktop.desktop.administration.record_form import FieldBox, RecordForm, Said
from onepresence_desktop.desktop.hours.week_body import week_body, week_words
from onepresence_desktop.desktop.hours.working_week import WorkingWeek
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.whom_field import WhomField
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label, field_label
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.company_number import Answer, CompanyMenu, Opening
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.wire.company import CompanyNumberBody, CompanyNumberView

ANSWERS = ("closed", "holiday", "nobody")


def opening_words(opening: Opening) -> tuple[str, str]:
    """How the number stands now, and the tone it is shown in."""
    return {
        Opening.OPEN: (translate("Company", "Open now"), "available"),
        Opening.CLOSED: (translate("Company", "Closed now"), "secondary"),
        Opening.HOLIDAY: (translate("Company", "Closed today: holiday"), "secondary"),
    }.get(opening, ("", ""))


class AnswerFields(QWidget):
    """What a caller meets then: a text, then somebody or the end."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.said = SaidField()
        self.whom = WhomField(session, all_there=True, height=28)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.said)
        column.addWidget(self.whom)
        self.setFocusProxy(self.said)

    def setAccessibleName(self, name: str) -> None:
        """Of both fields."""
        self.said.setAccessibleName(name)
        self.whom.set_name(translate("Company", "{when}: then to").format(when=name))
        self.whom.setPlaceholderText(translate("Company", "Then to: name or number (empty: the call ends)"))

    def answer(self, key: str) -> Answer:
        """What is in it. Raises `Invalid` (`key`) for a name that nobody has."""
        number = self.whom.number()
        if self.whom.text().strip() and not number:
            raise Invalid(field=key, problem="unknown_number")
        return Answer(self.said.said, number)


MARGINS = 2 * 20 + 40
"""Logical pixels of the form beside its halves, and what these may grow by when they are filled."""


class CompanyForm(RecordForm):
    """listen: a text and its language are to be heard. choose, hear, forget: a recording, by place and language."""

    listen = Signal(str, str)
    choose = Signal(str, str)
    hear = Signal(str, str)
    forget = Signal(str, str)

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session = session
        self.region, self.first_language = "DK", "da"
        self.name, self.one_number = Field(), Field(tabular=True)
        self.whom = WhomField(session, all_there=True)
        self.hours = WorkingWeek(opening=True)
        self.holidays = CheckBox()
        self.days = HolidaysCard()
        self.blocked = BlockedCard(session, actions)
        self.spoken = {code: CheckBox(name) for code, name in NAMES.items()}
        self.language = Segmented([Segment(code, name) for code, name in NAMES.items()])
        self.greeting = SaidField(lines=3)
        self.queue = SaidField()
        self.menus = MenuEditor(session)
        self.answers = {key: AnswerFields(session) for key in ANSWERS}
        self._heads = {key: field_label() for key in ("hours", "days", "blocked", "menus", "language", "spoken")}
        self._build()
        self.hours.changed.connect(lambda _week: self.touched("hours"))
        self.holidays.clicked.connect(lambda: self.touched())
        for box in self.spoken.values():
            box.clicked.connect(self._languages_changed)
        self.language.chosen.connect(self._language_chosen)
        for place, field in self._said_fields().items():
            field.changed.connect(lambda: self.touched())
            field.listen.connect(self.listen)
            for own, theirs in ((self.choose, field.choose), (self.hear, field.hear), (self.forget, field.forget)):
                theirs.connect(lambda language, own=own, place=place: own.emit(place, language))
        for key, answer in self.answers.items():
            answer.whom.textEdited.connect(lambda _text, key=key: self.touched(key))
        self.menus.changed.connect(lambda: self.touched("menus"))
        self.menus.unread.connect(self._unread)
        self.menus.listen.connect(self.listen)
        self.menus.choose.connect(self.choose)
        self.menus.hear.connect(self.hear)
        self.menus.forget.connect(self.forget)
        self.one_number.editingFinished.connect(self._group_number)

    def _said_fields(self) -> dict[str, SaidField]:
        """By their places (`domain/company_sounds`)."""
        answers = {key: answer.said for key, answer in self.answers.items()}
        return {"greeting": self.greeting, "queue": self.queue, **answers}

    def show_sounds(self, sounds: dict[tuple[str, str], float], *, possible: bool) -> None:
        """Seconds of the number's recordings, by place and language. possible: there is a number to have some."""
        for place, field in self._said_fields().items():
            field.show_recorded(of_place(sounds, place), possible=possible)
        self.menus.show_sounds(sounds, possible=possible)

    def _build(self) -> None:
        top = QGridLayout()
        top.setHorizontalSpacing(12)
        cells = (("name", self.name), ("one_number", self.one_number), ("number", self.whom))
        for place, (key, field) in enumerate(cells):
            top.addWidget(self.box(key, field), 0, place)
            top.setColumnStretch(place, 1)
        self.inner.addLayout(top)
        halves = self._halves = QHBoxLayout()
        halves.setSpacing(24)
        left, right = QVBoxLayout(), QVBoxLayout()
        for half in (left, right):
            half.setSpacing(8)
            halves.addLayout(half, 1)
        self.inner.addLayout(halves)
        self.opening = Label(role=fonts.Text.SMALL, weight=fonts.MEDIUM)
        left.addLayout(_line(self._heads["hours"], self.opening))
        left.addWidget(self._bare("hours", self.hours))
        left.addWidget(self._heads["days"])
        left.addWidget(self.days)
        left.addWidget(self.holidays)
        left.addWidget(self._heads["blocked"])
        left.addWidget(self.blocked)
        left.addStretch()
        right.addLayout(_line(self._heads["language"], self.language))
        spoken = QHBoxLayout()
        spoken.addWidget(self._heads["spoken"])
        for box in self.spoken.values():
            spoken.addWidget(box)
        spoken.addStretch()
        self.boxes["languages"] = self._bare("languages", _held(spoken))
        right.addWidget(self.boxes["languages"])
        right.addWidget(self.box("greeting", self.greeting))
        right.addWidget(self._heads["menus"])
        right.addWidget(self._bare("menus", self.menus))
        right.addWidget(self.box("queue", self.queue))
        for key, answer in self.answers.items():
            right.addWidget(self.box(key, answer))
        right.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The halves under one another where both have no room side by side."""
        super().resizeEvent(event)
        halves = [item for place in range(self._halves.count()) if (item := self._halves.itemAt(place)) is not None]
        need = sum(half.minimumSize().width() for half in halves) + self._halves.spacing() + MARGINS
        over = self.width() < need
        self._halves.setDirection(QBoxLayout.Direction.TopToBottom if over else QBoxLayout.Direction.LeftToRight)

    def _bare(self, key: str, widget: QWidget) -> FieldBox:
        """A part whose label stands elsewhere, with its sentence under it."""
        made = self.boxes[key] = FieldBox(widget)
        made.label.hide()
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return made

    def retranslate(self) -> None:
        """All words again."""
        super().retranslate()
        names = {
            "name": translate("Company", "Name"),
            "one_number": translate("Company", "Number from outside"),
            "number": translate("Company", "Who answers"),
            "greeting": translate("Company", "Greeting"),
            "queue": translate("Company", "Said before it rings"),
            "closed": translate("Company", "When closed"),
            "holiday": translate("Company", "On holidays (empty: as when closed)"),
            "nobody": translate("Company", "When nobody answers"),
        }
        for key, words in names.items():
            self.boxes[key].name(words)
        self._heads["hours"].setText(translate("Company", "Opening hours (none: always open)"))
        self._heads["days"].setText(translate("Company", "Holidays and closing days"))
        self._heads["language"].setText(translate("Company", "What is said, in"))
        self._heads["spoken"].setText(translate("Company", "Spoken:"))
        self._heads["menus"].setText(translate("Company", "Menu (none: it rings at once)"))
        self.language.setAccessibleName(translate("Company", "Language of the texts"))
        self.holidays.setText(translate("Company", "Closed on these days"))
        self.hours.retranslate()
        self.days.retranslate()
        self.blocked.retranslate()
        self._heads["blocked"].setText(translate("Company", "Blocked callers"))
        self.menus.retranslate()
        self.show_state(self.record)

    # --- a record ---

    def fill(self, record: CompanyNumberView | None) -> None:
        """Fill the fields from a number; None for a new one."""
        languages = record.languages if record else [self.first_language]
        self.name.setText(record.name if record else "")
        self.one_number.setText(international(record.one_number) if record else "")
        self.whom.show_number(record.number if record else "")
        self.hours.hours.setModified(False)
        self.hours.show_week(record.hours.days if record else ((),) * 7)
        self.holidays.setChecked(record.holidays if record else True)
        for code, box in self.spoken.items():
            box.setChecked(code in languages)
        self.greeting.show_said(record.greeting if record else {})
        self.queue.show_said(record.queue if record else {})
        for key, answer in self.answers.items():
            told: Answer = getattr(record, key) if record else Answer()
            answer.said.show_said(told.text)
            answer.whom.show_number(told.number)
        self.language.set_chosen(languages[0])
        self.menus.show_menus(record.menus if record else [], languages, languages[0])
        self._speak(languages[0])
        self.show_state(record)

    def complete(self) -> bool:
        """A name, a number, somebody who answers, a language."""
        filled = (field.text().strip() for field in (self.name, self.one_number, self.whom))
        return all(filled) and bool(self._languages())

    def body(self) -> CompanyNumberBody:
        """What is in the form. Raises `Invalid` for a name that nobody has."""
        self.hours.take()
        number = self.whom.number()
        if not number:
            raise Invalid(field="number", problem="unknown_number")
        return CompanyNumberBody(
            one_number=e164(self.one_number.text(), self.region),
            name=self.name.text().strip(),
            number=number,
            languages=self._languages(),
            hours=week_body(self.hours.week),
            holidays=self.holidays.isChecked(),
            greeting=self.greeting.said,
            queue=self.queue.said,
            menus=self.menus.menus(),
            closed=self.answers["closed"].answer("closed"),
            holiday=self.answers["holiday"].answer("holiday"),
            nobody=self.answers["nobody"].answer("nobody"),
            version=self.seen,
        )

    def said(self, what: CompanyNumberView | CompanyNumberBody) -> Said:
        """A number, or what is to become of it, in words."""
        whose = self._session.whose
        said = [
            (translate("Company", "Name"), what.name),
            (translate("Company", "Number from outside"), texts.number(what.one_number)),
            (translate("Company", "Who answers"), whose(what.number)[0] or what.number),
            (translate("Company", "Languages"), ", ".join(NAMES[code] for code in what.languages)),
            (translate("Company", "Opening hours"), week_words(what.hours)),
            (translate("Company", "Greeting"), _texts(what.greeting)),
            (translate("Company", "Said before it rings"), _texts(what.queue)),
            (translate("Company", "Menu"), "; ".join(_menu(menu) for menu in what.menus)),
        ]
        for key, words in (
            ("closed", translate("Company", "When closed")),
            ("holiday", translate("Company", "On holidays")),
            ("nobody", translate("Company", "When nobody answers")),
        ):
            answer: Answer = getattr(what, key)
            said.append((words, " → ".join(part for part in (_texts(answer.text), answer.number) if part)))
        return said

    def show_state(self, record: CompanyNumberView | None) -> None:
        """Whether it is open, and where a call goes now."""
        if record is None:
            self.opening.setText("")
            self.foot(translate("Company", "A new number answers as soon as it is saved"))
            return
        words, tone = opening_words(record.opening)
        self.opening.set_tone(tone)
        self.opening.setText(words)
        whose = self._session.whose
        answers = whose(record.number)[0] or texts.number(record.number)
        if record.opening is Opening.OPEN:
            way = [translate("Company", "greeting")] if record.greeting else []
            way += [translate("Company", "menu")] if record.menus else []
            self.foot(translate("Company", "Calls now → {way}").format(way=", ".join([*way, answers])))
            return
        told = record.holiday if record.opening is Opening.HOLIDAY and record.holiday != Answer() else record.closed
        end = whose(told.number)[0] or texts.number(told.number) if told.number else translate("Company", "the end")
        way = [translate("Company", "message")] if told.text else []
        self.foot(translate("Company", "Calls now → {way}").format(way=", ".join([*way, end])))

    # --- its parts ---

    def _languages(self) -> list[str]:
        """Those that are spoken, the one that was first still first."""
        before = self.record.languages if self.record is not None else [self.first_language]
        chosen = [code for code, box in self.spoken.items() if box.isChecked()]
        return sorted(chosen, key=lambda code: (code != before[0], list(NAMES).index(code)))

    def _unread(self, wrong: Invalid) -> None:
        self.boxes["menus"].complain(texts.error(wrong))
        self.menus.setFocus()

    def _languages_changed(self) -> None:
        self._speak(self.language.key)
        self.touched("languages")

    def _language_chosen(self, code: str) -> None:
        self.menus.set_language(code)
        self._speak(code)

    def _speak(self, code: str) -> None:
        """Show the texts of a language; only those that are spoken, or have one, can be chosen."""
        spoken = self._languages() or [self.first_language]
        for other in NAMES:
            self.language.show_segment(other, other in spoken)
        if code not in spoken:
            code = spoken[0]
            self.language.set_chosen(code)
        for field in self._said_fields().values():
            field.set_language(code)

    def _group_number(self) -> None:
        number = e164(self.one_number.text(), self.region)
        if number.startswith("+"):
            self.one_number.setText(international(number))


def _texts(said: dict[str, str]) -> str:
    return " · ".join(said.values())


def _menu(menu: CompanyMenu) -> str:
    keys = ", ".join(f"{key.key} → {key.number or key.menu or key.language or _texts(key.text)}" for key in menu.keys)
    return f"{menu_words(menu.name)}: {_texts(menu.text)} {keys}".strip()


def _line(*parts: QWidget) -> QHBoxLayout:
    """Parts at both ends of a line."""
    row = QHBoxLayout()
    row.addWidget(parts[0])
    row.addStretch()
    row.addWidget(parts[1])
    return row


def _held(row: QHBoxLayout) -> QWidget:
    box = QWidget()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    box.setLayout(row)
    return box
