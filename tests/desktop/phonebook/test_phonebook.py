"""The phonebook by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.contact_index import AT_ONCE, ContactIndex, Shelf
from onepresence_desktop.desktop.contact_search import ContactSearch
from onepresence_desktop.desktop.pages import DivertTo, NewContact, Place
from onepresence_desktop.desktop.phonebook.files import ImportFile
from onepresence_desktop.desktop.phonebook.form import ContactForm
from onepresence_desktop.desktop.phonebook.view import PhonebookPage
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.widgets.buttons import IconButton
from onepresence_desktop.domain.errors import Invalid, OnePresenceError
from onepresence_desktop.domain.people import Role, UserId
from onepresence_desktop.domain.phonebook import ContactEmail, ContactId, ContactNumber, PhoneKind, Verdict
from onepresence_desktop.wire.bodies import ContactBody
from onepresence_desktop.wire.contacts import (
    ColumnView,
    ContactChanges,
    ContactsView,
    ContactView,
    ImportedEntry,
    ImportReport,
)
from tests.client.samples import snapshot
from tests.support.dressing import dress, speak

Key = Qt.Key
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def contact(key: str, name: str, *numbers: str, shared: bool = False, company: str = "") -> ContactView:
    return ContactView(
        id=ContactId(key),
        name=name,
        company=company,
        title="",
        numbers=tuple(ContactNumber(number, PhoneKind.MOBILE) for number in numbers),
        emails=(ContactEmail(f"{key}@example.com"),),
        note="",
        shared=shared,
        favourite=False,
    )


class Service(Actions):
    """Answers as the service would, at once, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[Any, ...]] = []
        self.refuse: OnePresenceError | None = None
        self.report = ImportReport(dry_run=True, entries=[], new=0, same=0, conflict=0, refused=0)

    def ask(self, name: str, verb: Callable[[Any], Awaitable[Any]], reply: Callable[[Any], None]) -> None:
        if self.refuse is not None:
            reply(self.refuse)
            return
        try:
            verb(self).__await__().send(None)
        except StopIteration as answer:
            reply(answer.value)

    def call(self, number: str, device_id: Any = None) -> None:
        self.asked.append(("call", number))

    def set_favourites(self, user_ids: list[UserId]) -> None:
        self.asked.append(("favourites", user_ids))

    async def add_contact(self, body: ContactBody, *, shared: bool) -> ContactView:
        self.asked.append(("add", body, shared))
        return self._made("new", body, shared)

    async def change_contact(self, contact_id: ContactId, body: ContactBody, *, shared: bool) -> ContactView:
        self.asked.append(("change", contact_id, body))
        return self._made(contact_id, body, shared)

    async def remove_contact(self, contact_id: ContactId, *, shared: bool) -> None:
        self.asked.append(("remove", contact_id))

    async def import_contacts(self, data: bytes, kind: str, *, dry_run: bool, shared: bool, **how: str) -> ImportReport:
        self.asked.append(("import", kind, dry_run, how))
        return self.report

    def _made(self, key: str, body: ContactBody, shared: bool) -> ContactView:
        given = {name: value for name in body.__struct_fields__ if isinstance(value := getattr(body, name), str)}
        numbers = tuple(body.numbers) if isinstance(body.numbers, list) else ()
        return structs.replace(contact(key, "?", shared=shared), **given, numbers=numbers)


@pytest.fixture
def session(qapp: QApplication) -> Session:
    dress(qapp)
    speak(qapp)
    session = Session()
    first = snapshot()
    me = structs.replace(first.private.me, role=Role.USER, favourites=[UserId("u1")])
    stars = ContactsView(version=1, favourites=[ContactId("b")])
    session.take(structs.replace(first, private=structs.replace(first.private, me=me, contacts=stars)), "e:0")
    session.set_connection(Connection(ConnectionState.LIVE))
    own = [contact("a", "Ærlig Andersen", "+4520000001"), contact("b", "Birk Salgård", "+4520123471", "+4533123470")]
    shared = [contact("s", "Havblik Logistik", "+4570000001", shared=True, company="Havblik Logistik")]
    session.take_contacts(ContactChanges(version=1, whole=True, contacts=own), shared=False)
    session.take_contacts(ContactChanges(version=1, whole=True, contacts=shared), shared=True)
    return session


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def went() -> list[Place]:
    return []


@pytest.fixture
def page(qtbot: QtBot, session: Session, service: Service, went: list[Place]) -> PhonebookPage:
    page = PhonebookPage(session, service, ContactSearch(session), went.append, ContactForm())
    qtbot.addWidget(page)
    page.resize(760, 560)
    page.show()
    qtbot.waitExposed(page)
    page.on_shown()
    return page


def titles(page: PhonebookPage) -> list[str]:
    return [page.content.row(key).title for key in page.model.keys]


def test_contacts_stand_by_the_alphabet_in_three_lists(qtbot: QtBot, page: PhonebookPage) -> None:
    assert titles(page) == ["Ærlig Andersen", "Birk Salgård"]
    page.shelf._halves["shared"].click()
    assert titles(page) == ["Havblik Logistik"]
    assert not page.details.edit.isVisible()
    page.shelf._halves["favourites"].click()
    assert titles(page) == ["Birk Salgård", "Person 1"]


def test_enter_calls_the_number_that_is_preferred_and_each_number_has_a_button(
    qtbot: QtBot, page: PhonebookPage, service: Service, went: list[Place]
) -> None:
    qtbot.keyClick(page.list, Key.Key_Down)
    qtbot.keyClick(page.list, Key.Key_Return)
    assert service.asked == [("call", "+4520123471")]
    qtbot.keyClick(page.list, Key.Key_D, CTRL)
    assert went == [DivertTo(number="+4520123471")]


def test_a_key_that_narrows_shows_once_who_is_chosen(page: PhonebookPage) -> None:
    told: list[object] = []
    page.listing.chosen_changed.connect(lambda: told.append(page.chosen_key))
    page.take_search("salg")
    assert told == ["b"]


def test_typing_narrows_by_name_company_and_number(qtbot: QtBot, page: PhonebookPage) -> None:
    for text, found in (
        ("salg", ["Birk Salgård"]),
        ("aerl", ["Ærlig Andersen"]),
        ("33 12", ["Birk Salgård"]),
        ("x", []),
    ):
        page.take_search(text)
        assert titles(page) == found
    page.take_search("")
    assert len(titles(page)) == 2


def test_a_number_is_found_sign_by_sign_from_the_plus_on(page: PhonebookPage) -> None:
    number = "+4533123470"
    for end in range(1, len(number) + 1):
        page.take_search(number[:end])
    assert titles(page) == ["Birk Salgård"]


def shown_buttons(page: PhonebookPage) -> dict[str, IconButton]:
    """The buttons beside numbers and addresses that are seen, by what they say."""
    seen = [button for button in page.details.findChildren(IconButton) if button.isVisible()]
    return {name: one for one in seen if (name := one.accessibleName()).startswith(("Call ", "SMS to ", "Copy "))}


def test_the_rows_of_a_contact_show_the_next_one_and_keep_the_keys(
    qtbot: QtBot, page: PhonebookPage, session: Session, service: Service
) -> None:
    more = [contact("c", "Åse Aas", "+4520000003", "1234", "+4520000004")]
    session.take_contacts(ContactChanges(version=2, whole=False, contacts=more), shared=False)
    of_a = ["Call 20 00 00 01", "Copy a@example.com", "SMS to 20 00 00 01"]
    of_c = ["Call 1234", "Call 20 00 00 03", "Call 20 00 00 04", "Copy c@example.com"]
    of_c += ["SMS to 20 00 00 03", "SMS to 20 00 00 04"]
    for key, names in (("a", of_a), ("c", of_c), ("a", of_a), ("c", of_c)):
        page.listing.choose(ContactId(key))
        assert sorted(shown_buttons(page)) == names
    shown_buttons(page)["Call 20 00 00 03"].setFocus(Qt.FocusReason.TabFocusReason)
    page.listing.choose(ContactId("a"))
    call = shown_buttons(page)["Call 20 00 00 01"]
    assert call.hasFocus()
    qtbot.mouseClick(call, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(shown_buttons(page)["Copy a@example.com"], Qt.MouseButton.LeftButton)
    assert service.asked == [("call", "+4520000001")] and QApplication.clipboard().text() == "a@example.com"


def test_tab_leads_through_numbers_and_then_addresses_in_their_order(
    qtbot: QtBot, page: PhonebookPage, session: Session
) -> None:
    more = [contact("c", "Åse Aas", "+4520000003", "+4520000004")]
    session.take_contacts(ContactChanges(version=2, whole=False, contacts=more), shared=False)
    page.listing.choose(ContactId("a"))
    page.listing.choose(ContactId("c"))
    page.details.divert.setFocus(Qt.FocusReason.TabFocusReason)
    passed = []
    for _ in range(6):
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
        focused = page.focusWidget()
        passed.append(focused.accessibleName() or focused.property("text"))
    assert passed == [
        "SMS to 20 00 00 03",
        "Call 20 00 00 03",
        "SMS to 20 00 00 04",
        "Call 20 00 00 04",
        "c@example.com",
        "Copy c@example.com",
    ]


def test_a_contact_is_added_by_keyboard_and_taken_back(qtbot: QtBot, page: PhonebookPage, service: Service) -> None:
    qtbot.keyClick(page.list, Key.Key_N, CTRL)
    assert page.form.name.hasFocus() and not page.form.save_button.isEnabled()
    qtbot.keyClicks(page.form.name, "Villiam Strandmark")
    number = page.form.numbers.rows[0]
    qtbot.keyClicks(number.field, "20 12")
    assert page.form.save_button.isEnabled()
    qtbot.keyClicks(number.field, "34x")
    assert not page.form.save_button.isEnabled()
    qtbot.keyClick(number.field, Key.Key_Backspace)
    qtbot.mouseClick(page.form.numbers.add, Qt.MouseButton.LeftButton)
    second = page.form.numbers.rows[1]
    assert second.field.hasFocus()
    qtbot.keyClicks(second.field, "70101155")
    qtbot.mouseClick(second.star, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.form.name, Key.Key_S, CTRL)
    name, body, shared = service.asked[-1]
    assert (name, body.name, shared) == ("add", "Villiam Strandmark", False)
    assert [(n.kind, n.number) for n in body.numbers] == [("work", "70101155"), ("mobile", "20 1234")]
    assert titles(page) == ["Ærlig Andersen", "Birk Salgård", "Villiam Strandmark"]
    assert page.chosen_key == "new" and page.undo.isVisible()
    qtbot.keyClick(page.list, Key.Key_Z, CTRL)
    assert service.asked[-1] == ("remove", "new")


def test_a_contact_is_changed_and_changed_back(qtbot: QtBot, page: PhonebookPage, service: Service) -> None:
    qtbot.keyClick(page.list, Key.Key_E, CTRL)
    qtbot.keyClicks(page.form.company, "Vindrosen")
    qtbot.mouseClick(page.form.save_button, Qt.MouseButton.LeftButton)
    assert service.asked[-1][:2] == ("change", "a") and service.asked[-1][2].company == "Vindrosen"
    assert page.content.row(ContactId("a")).line == "Vindrosen"
    page.undo.action_clicked.emit()
    assert service.asked[-1][2].company == ""
    assert page.content.row(ContactId("a")).line == ""


def test_what_the_service_refuses_stands_beside_the_field_and_nothing_is_lost(
    qtbot: QtBot, page: PhonebookPage, service: Service
) -> None:
    qtbot.keyClick(page.list, Key.Key_E, CTRL)
    qtbot.keyClicks(page.form.company, "V")
    service.refuse = Invalid(field="numbers", problem="invalid_number")
    qtbot.keyClick(page.form.name, Key.Key_S, CTRL)
    assert page.form.numbers.rows[0].problem.text() == "That isn't a telephone number."
    assert page.form.company.text() == "V" and page.form.save_button.isEnabled()
    service.refuse = Invalid(field="name", problem="control_character")
    qtbot.keyClick(page.form.name, Key.Key_S, CTRL)
    assert page.form.name.hasFocus() and page.form.band.isVisible()


def test_a_kind_that_a_newer_service_knows_is_shown_and_not_saved_as_another(
    qtbot: QtBot, page: PhonebookPage, service: Service
) -> None:
    form = page.form
    numbers = (ContactNumber("+4520000001", PhoneKind.WORK), ContactNumber("+4520000002", PhoneKind.UNKNOWN))
    saved: list[ContactBody] = []
    form.save.connect(saved.append)
    form.show_contact(structs.replace(contact("a", "Ærlig Andersen"), numbers=numbers))
    form.retranslate()
    assert [row.kind.currentText() for row in form.numbers.rows] == ["Work", "Unknown kind"]
    qtbot.keyClicks(form.company, "V")
    form.save_button.click()
    assert not saved and "isn't known" in form.numbers.rows[1].problem.text() and form.company.text() == "V"
    form.numbers.rows[1].kind.set_key("home")
    form.save_button.click()
    assert [one.kind for one in saved[0].numbers] == [PhoneKind.WORK, PhoneKind.HOME]  # type: ignore[union-attr]


def test_leaving_what_was_written_asks_once(qtbot: QtBot, page: PhonebookPage) -> None:
    qtbot.keyClick(page.list, Key.Key_E, CTRL)
    qtbot.keyClicks(page.form.company, "V")
    assert page.leave() and page.form.band.isVisible() and page.form.isVisible()
    assert page.leave() and page.details.isVisible()
    assert not page.leave()


def test_delete_hides_at_once_and_can_be_taken_back(qtbot: QtBot, page: PhonebookPage, service: Service) -> None:
    qtbot.keyClick(page.list, Key.Key_Delete)
    assert titles(page) == ["Birk Salgård"] and service.asked == []
    qtbot.keyClick(page.list, Key.Key_Z, CTRL)
    assert titles(page) == ["Ærlig Andersen", "Birk Salgård"]
    qtbot.keyClick(page.list, Key.Key_Delete)
    deleted = page.verbs.deleting.hidden.copy()
    page.hide()
    assert service.asked == [("remove", one) for one in deleted]


def test_a_star_is_given_to_contacts_and_taken_from_colleagues(
    qtbot: QtBot, page: PhonebookPage, service: Service
) -> None:
    qtbot.keyClick(page.list, Key.Key_B, CTRL)
    assert service.asked[-1][:2] == ("change", "a") and service.asked[-1][2] == ContactBody(favourite=True)
    page.shelf._halves["favourites"].click()
    qtbot.keyClick(page.list, Key.Key_End)
    qtbot.keyClick(page.list, Key.Key_B, CTRL)
    assert service.asked[-1] == ("favourites", [])


def test_a_caller_is_saved_with_number_and_name(qtbot: QtBot, page: PhonebookPage, service: Service) -> None:
    page.go_to(NewContact(number="+4520123456", name="Karen"))
    assert page.form.name.text() == "Karen" and page.form.save_button.isEnabled()
    assert page.form.numbers.values() == [("mobile", "20 12 34 56")]


def entry(number: int, verdict: Verdict, name: str = "N", **more: Any) -> ImportedEntry:
    return ImportedEntry(number=number, name=name, verdict=verdict, **more)


def test_a_file_is_shown_decided_and_only_then_taken_in(
    qtbot: QtBot, page: PhonebookPage, service: Service, tmp_path: Path
) -> None:
    entries = [
        entry(1, Verdict.NEW),
        entry(2, Verdict.CONFLICT, existing_name="Birk Salgård"),
        entry(3, Verdict.REFUSED, problem="missing", name=""),
        entry(4, Verdict.CONFLICT, existing_name="Ærlig Andersen"),
        entry(5, Verdict.UNKNOWN),
    ]
    service.report = ImportReport(dry_run=True, entries=entries, new=1, same=0, conflict=2, refused=1)
    file = tmp_path / "people.vcf"
    file.write_text("BEGIN:VCARD")
    pane = page.importing
    page._right.setCurrentWidget(pane)
    pane.begin(ready(file))
    assert [e.number for e in pane.model.entries] == [2, 4, 3, 5, 1]
    assert pane.model.words(entries[4]) == "Something that this version doesn't know"
    assert pane.import_button.text() == "Import 1 contact" and not pane._columns.isVisible()
    qtbot.keyClick(pane.list, Key.Key_Space)
    assert pane._menu is not None
    pane._menu.actions()[1].trigger()
    assert pane.import_button.text() == "Import 2 contacts"
    service.report = structs.replace(service.report, dry_run=False, entries=[structs.replace(entries[0], taken=True)])
    qtbot.mouseClick(pane.import_button, Qt.MouseButton.LeftButton)
    assert service.asked == [
        ("import", "text/vcard", True, {"conflicts": "skip"}),
        ("import", "text/vcard", False, {"conflicts": "skip", "decisions": "2:replace"}),
    ]
    assert page.details.isVisible() and page.undo.words == "1 contact imported"


def test_keys_pressed_over_a_file_do_nothing_to_the_contact_that_was_chosen_before(
    qtbot: QtBot, page: PhonebookPage, service: Service, tmp_path: Path
) -> None:
    assert page.chosen_key is not None
    service.report = ImportReport(dry_run=True, entries=[entry(1, Verdict.NEW)], new=1, same=0, conflict=0, refused=0)
    file = tmp_path / "people.vcf"
    file.write_text("BEGIN:VCARD")
    page._right.setCurrentWidget(page.importing)
    page.importing.begin(ready(file))
    asked = list(service.asked)
    for key, held in ((Key.Key_Delete, NONE), (Key.Key_Return, NONE), (Key.Key_B, CTRL), (Key.Key_N, CTRL)):
        qtbot.keyClick(page.importing.list, key, held)
        qtbot.keyClick(page.importing.cancel_button, key, held) if key != Key.Key_Return else None
    assert service.asked == asked and page.verbs.deleting.hidden == set()
    assert page.importing.isVisible()


def test_columns_of_a_sheet_are_matched_by_hand(
    qtbot: QtBot, page: PhonebookPage, service: Service, tmp_path: Path
) -> None:
    held = [ColumnView(head="Wer", holds=""), ColumnView(head="Telefon", holds="phone_other")]
    service.report = ImportReport(dry_run=True, entries=[], new=0, same=0, conflict=0, refused=0, columns=held)
    file = tmp_path / "people.csv"
    file.write_text("Wer;Telefon")
    pane = page.importing
    page._right.setCurrentWidget(pane)
    pane.begin(ready(file))
    assert [select.key for select in pane.selects] == ["", "phone_other"] and not pane.band.isVisible()
    qtbot.keyClick(pane.selects[0], Key.Key_Down)
    assert service.asked[-1] == ("import", "text/csv", True, {"conflicts": "skip", "columns": "name,phone_other"})


def test_of_a_sheet_whose_heads_say_nothing_every_column_can_be_told(
    qtbot: QtBot, page: PhonebookPage, service: Service, tmp_path: Path
) -> None:
    held = [ColumnView(head="Wer", holds=""), ColumnView(head="Was", holds="")]
    service.report = ImportReport(dry_run=True, entries=[], new=0, same=0, conflict=0, refused=0, columns=held)
    file = tmp_path / "people.csv"
    file.write_text("Wer;Was")
    pane = page.importing
    page._right.setCurrentWidget(pane)
    pane.begin(ready(file))
    assert pane.band.words == "Say at least of one column what it holds."
    assert pane._columns.isVisible() and not pane.import_button.isEnabled()
    qtbot.keyClick(pane.selects[0], Key.Key_Down)
    assert service.asked[-1] == ("import", "text/csv", True, {"conflicts": "skip", "columns": "name,"})


def ready(file: Path) -> ImportFile:
    """A file that was read already, which a thread does."""
    return ImportFile(file, shared=False, data=file.read_bytes())


def test_a_file_that_is_refused_says_why_and_nothing_can_be_taken_in(
    qtbot: QtBot, page: PhonebookPage, service: Service, tmp_path: Path
) -> None:
    file = tmp_path / "people.vcf"
    file.write_text("?")
    service.refuse = Invalid(field="", problem="no_vcard")
    page._right.setCurrentWidget(page.importing)
    page.importing.begin(ready(file))
    assert page.importing.band.words == "There are no contacts in the file."
    assert not page.importing.import_button.isEnabled()


def test_many_contacts_are_taken_in_step_by_step_and_stay_in_order() -> None:
    many = {ContactId(f"c{n}"): contact(f"c{n}", f"Name {n * 37 % 500:03} Å") for n in range(AT_ONCE * 3 + 1)}
    index = ContactIndex(many.get, "da")
    index.touch(many)
    steps = 1
    while index.work():
        steps += 1
    assert steps == 4
    names = [many[one].name for one in index.find(Shelf.OWN, "")]
    assert names == sorted(names) and len(names) == index.count(Shelf.OWN)
    assert [many[one].name for one in index.find(Shelf.OWN, "0")] != []
    assert index.find(Shelf.OWN, "nam") == index.find(Shelf.OWN, "name")
    assert [many[one].name for one in index.find(Shelf.OWN, "name 037")] == ["Name 037 Å"]
    del many[ContactId("c1")]
    index.touch([ContactId("c1")])
    assert not index.work() and index.find(Shelf.OWN, "name 037") == []
