"""The menus of a company number: what is said, and where each key leads (design, section 7.24)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.administration.company.said_field import SaidField
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.whom_field import WhomField
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.card import Card, Line
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.domain.company_number import KEYS, MAIN, CompanyMenu, Leads, MenuKey
from onepresence_desktop.domain.company_sounds import menu_place
from onepresence_desktop.domain.errors import Invalid

ORDER = "1234567890*#"
NAMES = {"da": "Dansk", "sv": "Svenska", "en": "English"}
"""Languages by their own names."""


def of_place(sounds: dict[tuple[str, str], float], place: str) -> dict[str, float]:
    """Seconds of what is recorded there, by language."""
    return {language: seconds for (where, language), seconds in sounds.items() if where == place}


class KeyRow(QWidget):
    """A key and where it leads. changed: any of it."""

    changed = Signal()
    removed = Signal()

    def __init__(self, session: Session, menus: list[str], languages: list[str]) -> None:
        super().__init__()
        self.key, self.leads = Select(), Select()
        self.key.set_rows([(key, key) for key in ORDER if key in KEYS])
        self.whom = WhomField(session, all_there=True, height=28)
        self.menu, self.language = Select(), Select()
        self._menus = menus
        self.language.set_rows([(code, NAMES[code]) for code in languages])
        self.leads.setFixedWidth(96)
        self.text = Field(height=28)
        self._said: dict[str, str] = {}
        self._spoken = "da"
        self.remove = IconButton("close")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 4, 3)
        row.setSpacing(6)
        row.addWidget(self.key)
        row.addWidget(self.leads)
        self._targets: dict[Leads, QWidget] = {
            Leads.NUMBER: self.whom,
            Leads.MENU: self.menu,
            Leads.MESSAGE: self.text,
            Leads.LANGUAGE: self.language,
        }
        for target in self._targets.values():
            row.addWidget(target, 1)
        row.addWidget(self.remove)
        for select in (self.key, self.menu, self.language):
            select.picked.connect(lambda _key: self.changed.emit())
        self.leads.picked.connect(lambda _key: self._leads_chosen())
        self.whom.textEdited.connect(lambda _text: self._whom_typed())
        self.text.textEdited.connect(self._typed)
        self.remove.clicked.connect(self.removed)
        self.retranslate()
        self._dress()

    def retranslate(self) -> None:
        """All words again; what is typed stays."""
        names = {
            self.key: translate("Company", "Key"),
            self.leads: translate("Company", "Leads to"),
            self.whom: translate("Company", "Name or number"),
            self.menu: translate("Company", "Which menu"),
            self.language: translate("Company", "Which language"),
            self.text: translate("Company", "What is said"),
        }
        for widget, words in names.items():
            widget.setAccessibleName(words)
        self.whom.setPlaceholderText(names[self.whom])
        self.text.setPlaceholderText(names[self.text])
        self.remove.set_name(translate("Company", "Take the key away"))
        self._offer(Leads(self.leads.key) if self.leads.key else None)
        self.menu.set_rows([(name, menu_words(name)) for name in self._menus])

    def set_language(self, language: str) -> None:
        """Show what is said in another language."""
        self._spoken = language
        self.text.setText(self._said.get(language, ""))

    def _offer(self, chosen: Leads | None) -> None:
        words = {
            Leads.NUMBER: translate("Company", "Number"),
            Leads.MENU: translate("Company", "Menu"),
            Leads.MESSAGE: translate("Company", "Message"),
            Leads.LANGUAGE: translate("Company", "Language"),
            Leads.UNKNOWN: translate("Company", "Unknown"),
        }
        self.leads.set_rows([(leads.value, words[leads]) for leads in Leads.offered(chosen)])

    def show_key(self, key: MenuKey, language: str) -> None:
        """Fill it in."""
        self.key.set_key(key.key)
        self._offer(key.leads)
        self.leads.set_key(key.leads.value)
        self.whom.show_number(key.number)
        if key.menu and self.menu.findData(key.menu) < 0:  # deleted: said so, instead of leading somewhere else
            self.menu.addItem(key.menu, key.menu)
        self.menu.set_key(key.menu)
        self.language.set_key(key.language)
        self._said = dict(key.text)
        self.set_language(language)
        self._dress()

    def menu_key(self) -> MenuKey:
        """What is in it. Raises `Invalid` (menus) for a name that nobody has, or a way that a newer version made."""
        leads = Leads(self.leads.key)
        if leads is Leads.UNKNOWN:
            raise Invalid(field="menus", problem="unknown")
        number = self.whom.number() if leads is Leads.NUMBER else ""
        if leads is Leads.NUMBER and not number:
            self.whom.set_error(True)
            raise Invalid(field="menus", problem="unknown_number")
        return MenuKey(
            self.key.key,
            leads,
            number,
            self.menu.key if leads is Leads.MENU else "",
            {code: words for code, words in self._said.items() if words.strip()} if leads is Leads.MESSAGE else {},
            self.language.key if leads is Leads.LANGUAGE else "",
        )

    def _leads_chosen(self) -> None:
        self._dress()
        self.changed.emit()

    def _whom_typed(self) -> None:
        self.whom.set_error(False)
        self.changed.emit()

    def _typed(self, text: str) -> None:
        self._said[self._spoken] = text
        self.changed.emit()

    def _dress(self) -> None:
        chosen = Leads(self.leads.key)
        for leads, target in self._targets.items():
            target.setVisible(leads is chosen)


def menu_words(name: str) -> str:
    """A menu's name; the first one has none of its own."""
    return translate("Company", "First menu") if name == MAIN else name


class MenuEditor(Card):
    """changed: by the user. listen: a text and its language. choose, hear, forget: a recording (place, language).

    unread: the menu that is shown can't be left yet; why, as an `Invalid`.
    """

    changed = Signal()
    unread = Signal(object)
    listen = Signal(str, str)
    choose = Signal(str, str)
    hear = Signal(str, str)
    forget = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._sounds: dict[tuple[str, str], float] = {}
        self._recordable = False
        self._menus: list[CompanyMenu] = []
        self._at = 0
        self._languages, self._language = ["da"], "da"
        self.which = Select(icon="menu-tree")
        self.add_menu = Button(kind=Kind.LINK, icon="add", small=True)
        self.remove_menu = IconButton("delete")
        self.name = Field(height=28)
        self.text = SaidField()
        self.rows: list[KeyRow] = []
        self.add_key = Button(kind=Kind.LINK, icon="add", small=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._build()
        self.which.picked.connect(self._turn)
        self.add_menu.clicked.connect(self._menu_added)
        self.remove_menu.clicked.connect(self._menu_removed)
        self.name.textEdited.connect(lambda _text: self.changed.emit())
        self.text.changed.connect(self.changed)
        self.text.listen.connect(self.listen)
        for own, theirs in (
            (self.choose, self.text.choose),
            (self.hear, self.text.hear),
            (self.forget, self.text.forget),
        ):
            theirs.connect(lambda language, own=own: own.emit(menu_place(self._menus[self._at].name), language))
        self.add_key.clicked.connect(self._key_added)
        self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 6)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 6, 0)
        head.addWidget(self.which, 1)
        head.addWidget(self.name, 1)
        head.addWidget(self.remove_menu)
        column.addLayout(head)
        said = QHBoxLayout()
        said.setContentsMargins(10, 0, 10, 0)
        said.addWidget(self.text)
        column.addLayout(said)
        column.addWidget(Line(Color.LINE_SOFT))
        column.addLayout(self._rows)
        foot = QHBoxLayout()
        foot.setContentsMargins(6, 0, 6, 0)
        foot.addWidget(self.add_key)
        foot.addStretch()
        foot.addWidget(self.add_menu)
        column.addLayout(foot)

    def retranslate(self) -> None:
        """All words again."""
        self.which.setAccessibleName(translate("Company", "Menu"))
        self.add_menu.setText(translate("Company", "New menu"))
        self.remove_menu.set_name(translate("Company", "Delete this menu"))
        self.name.set_name(translate("Company", "Name of the menu"))
        self.text.setAccessibleName(translate("Company", "What the menu says"))
        self.add_key.setText(translate("Company", "Add a key"))
        for button in (self.add_menu, self.add_key):
            button.updateGeometry()
        self._offer_menus()
        for row in self.rows:
            row.retranslate()

    def show_menus(self, menus: list[CompanyMenu], languages: list[str], language: str) -> None:
        """The menus of a number; with none there is a first one to begin with, which isn't kept while it is empty."""
        self._menus = list(menus) or [CompanyMenu(MAIN, {}, ())]
        self._languages, self._language = languages, language
        self._at = 0
        self._show()

    def show_sounds(self, sounds: dict[tuple[str, str], float], *, possible: bool) -> None:
        """Seconds of recordings, by place and language."""
        self._sounds, self._recordable = sounds, possible
        self._show_sound()

    def _show_sound(self) -> None:
        if self._menus:
            place = menu_place(self._menus[self._at].name)
            self.text.show_recorded(of_place(self._sounds, place), possible=self._recordable)

    def set_language(self, language: str) -> None:
        """Show the texts in another language. What is typed stays, also a key that leads nowhere yet."""
        self._language = language
        self.text.set_language(language)
        self._show_sound()
        for row in self.rows:
            row.set_language(language)

    def menus(self) -> list[CompanyMenu]:
        """What is in it. Raises `Invalid` (menus)."""
        self._keep()
        return [] if self._menus == [CompanyMenu(MAIN, {}, ())] else list(self._menus)

    def _keep(self) -> None:
        """Take over the menu that is shown."""
        before = self._menus[self._at]
        name = before.name if before.name == MAIN else self.name.text().strip() or before.name
        keys = tuple(self._read(row) for row in self.rows)
        self._menus[self._at] = CompanyMenu(name, self.text.said, keys)
        if name != before.name:
            self._menus = [
                replace(menu, keys=tuple(replace(k, menu=name) if k.menu == before.name else k for k in menu.keys))
                for menu in self._menus
            ]

    def _read(self, row: KeyRow) -> MenuKey:
        """A key; where it can't be read, it is what takes the focus that the editor is given."""
        try:
            return row.menu_key()
        except Invalid:
            self.setFocusProxy(row.whom if row.whom.isVisibleTo(row) else row.leads)
            raise

    def _may_turn(self) -> bool:
        """Take over what is shown, before another menu is; False, and why is said, where that can't be."""
        try:
            self._keep()
        except Invalid as wrong:
            self.which.set_key(str(self._at))
            self.unread.emit(wrong)
            return False
        return True

    def _offer_menus(self) -> None:
        self.which.set_rows([(str(place), menu_words(one.name)) for place, one in enumerate(self._menus)])
        self.which.set_key(str(self._at))

    def _show(self) -> None:
        if not self._menus:
            return
        menu = self._menus[self._at]
        self._offer_menus()
        self.name.setVisible(menu.name != MAIN)
        self.remove_menu.setVisible(menu.name != MAIN)
        self.name.setText(menu.name)
        self.text.set_language(self._language)
        self.text.show_said(menu.text)
        self._show_sound()
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for key in menu.keys:
            self._put(key)

    def _put(self, key: MenuKey) -> None:
        row = KeyRow(self._session, [menu.name for menu in self._menus], self._languages)
        row.show_key(key, self._language)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._key_removed(row))
        self.rows.append(row)
        self._rows.addWidget(row)

    def _turn(self, key: str) -> None:
        if self._may_turn():
            self._at = int(key)
            self._show()

    def _menu_added(self) -> None:
        if not self._may_turn():
            return
        names = {menu.name for menu in self._menus}
        number = next(n for n in range(2, 100) if translate("Company", "Menu {n}").format(n=n) not in names)
        self._menus.append(CompanyMenu(translate("Company", "Menu {n}").format(n=number), {}, ()))
        self._at = len(self._menus) - 1
        self._show()
        self.name.setFocus()
        self.changed.emit()

    def _menu_removed(self) -> None:
        del self._menus[self._at]
        self._at = 0
        self._show()
        self.changed.emit()

    def _key_added(self) -> None:
        used = {row.key.key for row in self.rows}
        free = next((key for key in ORDER if key not in used), None)
        if free is not None:
            self._put(MenuKey(free, Leads.NUMBER))
            self.rows[-1].whom.offer()
            self.changed.emit()

    def _key_removed(self, row: KeyRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.changed.emit()
