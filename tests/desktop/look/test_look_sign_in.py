"""First run, sign-in, the first password, a company of one's own."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.sign_in.changed_key import ChangedKey
from onepresence_desktop.desktop.sign_in.fingerprint import Fingerprint
from onepresence_desktop.desktop.sign_in.first_password import FirstPassword
from onepresence_desktop.desktop.sign_in.first_run import FirstRun, Way
from onepresence_desktop.desktop.sign_in.local_company import LocalCompany, LocalCompanyPage
from onepresence_desktop.desktop.sign_in.sign_in import Credentials, SignIn
from onepresence_desktop.desktop.theme.theme import Theme
from onepresence_desktop.domain.errors import (
    AddressInUse,
    CertificateChanged,
    Invalid,
    NotEncrypted,
    OnePresenceError,
    PasswordRefused,
    ServerAway,
    StoreDamaged,
    StoreFull,
    TelephonyAway,
    Throttled,
    WrongCredentials,
)


@pytest.fixture
def sign_in(dressed: Theme, qtbot: QtBot) -> SignIn:
    """The dialog with a server known."""
    made = SignIn(Language.ENGLISH, server="phones.example")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def told(signal: Any) -> list[Any]:
    heard: list[Any] = []
    signal.connect(heard.append)
    return heard


def test_the_demo_is_chosen_at_first_and_keys_choose_another(dressed: Theme, qtbot: QtBot) -> None:
    page = FirstRun(Language.ENGLISH)
    qtbot.addWidget(page)
    page.show()
    chosen = told(page.chosen)
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_Right)
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert chosen == [Way.DEMO, Way.COMPANY, Way.LOCAL]
    assert page.way is Way.DEMO


def test_the_language_on_the_first_page_changes_its_words(dressed: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    page = FirstRun(Language.ENGLISH)
    qtbot.addWidget(page)
    page.language_chosen.connect(lambda language: load_translations(qapp, language))
    page._language.setCurrentIndex(page._language.findData("da"))
    page._language.activated.emit(0)
    qapp.processEvents()
    assert page._title.text() == "Velkommen til OnePresence"
    assert page.cards[Way.COMPANY].text() == "Forbind til min virksomhed"


def test_a_whole_local_number_jumps_on_to_the_password(sign_in: SignIn) -> None:
    assert sign_in.number.hasFocus()
    QTest.keyClicks(sign_in.number, "1002141")
    assert sign_in.password.hasFocus()


def test_enter_sends_what_was_typed_once(sign_in: SignIn) -> None:
    sent = told(sign_in.submitted)
    QTest.keyClicks(sign_in.number, "100 2141")
    QTest.keyClicks(sign_in.password, "739118")
    QTest.keyClick(sign_in.password, Qt.Key.Key_Return)
    QTest.keyClick(sign_in.password, Qt.Key.Key_Return)
    assert sent == [Credentials("phones.example", "1002141", "739118", True)]


def test_credentials_never_print_the_password() -> None:
    assert "739118" not in repr(Credentials("phones.example", "1002141", "739118", True))


def test_what_is_missing_gets_the_focus_and_nothing_is_sent(sign_in: SignIn) -> None:
    sent = told(sign_in.submitted)
    QTest.keyClicks(sign_in.password, "7391")
    QTest.keyClick(sign_in.password, Qt.Key.Key_Return)
    assert sent == []
    assert sign_in.number.hasFocus()


def test_an_activation_code_may_be_typed_as_password(sign_in: SignIn) -> None:
    QTest.keyClicks(sign_in.password, "K7PX-29QM")
    assert sign_in.password.text() == "K7PX-29QM"


def test_a_wrong_password_is_said_in_words_marked_and_selected(sign_in: SignIn) -> None:
    sign_in.number.set_number("1002141")
    sign_in.password.setText("7391")
    sign_in.show_error(WrongCredentials())
    assert sign_in.banner.words == "Local number and password don't match."
    assert bool(sign_in.password.property("error"))
    assert sign_in.password.selectedText() == "7391"
    QTest.keyClicks(sign_in.password, "1")
    assert not bool(sign_in.password.property("error"))


def test_after_too_many_tries_nothing_is_sent_until_the_time_is_over(sign_in: SignIn, qtbot: QtBot) -> None:
    sent = told(sign_in.submitted)
    sign_in.number.set_number("1002141")
    sign_in.password.setText("7391")
    sign_in.show_error(Throttled(retry_after=1))
    assert sign_in.banner.words == "Too many tries. Try again in 1 second."
    QTest.keyClick(sign_in.password, Qt.Key.Key_Return)
    assert sent == []
    qtbot.waitUntil(sign_in._submit.isEnabled)
    assert sign_in.banner.isHidden()
    QTest.keyClick(sign_in.password, Qt.Key.Key_Return)
    assert len(sent) == 1


def test_without_a_connection_the_fields_stay_and_the_address_is_named(sign_in: SignIn) -> None:
    sign_in.number.set_number("1002141")
    sign_in.password.setText("7391")
    sign_in.show_error(ServerAway())
    assert sign_in.banner.words == "Can't reach phones.example."
    assert sign_in.number.number == "1002141"
    assert sign_in.password.text() == "7391"
    assert sign_in._submit.isEnabled()


def test_the_server_is_checked_when_its_field_is_left(sign_in: SignIn) -> None:
    asked = told(sign_in.server_entered)
    sign_in.server.setFocus()
    sign_in.number.setFocus()
    assert asked == ["phones.example"]
    sign_in.show_server(False)
    assert sign_in.banner.isVisible()
    sign_in.show_server(True)
    assert sign_in.banner.isHidden()


def test_an_unencrypted_connection_says_so(sign_in: SignIn) -> None:
    sign_in.set_encrypted(False)
    assert sign_in._encryption.text() == "Not encrypted"
    sign_in.set_encrypted(True)
    assert sign_in._encryption.text() == "Encrypted connection"


def test_the_first_password_can_only_be_changed_or_left_by_signing_out(dressed: Theme, qtbot: QtBot) -> None:
    page = FirstPassword("1002141")
    qtbot.addWidget(page)
    page.show()
    chosen, left = told(page.chosen), []
    page.sign_out_wanted.connect(lambda: left.append(True))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.isVisible()
    QTest.keyClicks(page.fields.first, "1234")
    QTest.keyClicks(page.fields.second, "1234")
    QTest.keyClick(page.fields.second, Qt.Key.Key_Return)
    assert chosen == []
    page.fields.clear()
    QTest.keyClicks(page.fields.first, "739118")
    QTest.keyClicks(page.fields.second, "739118")
    QTest.keyClick(page.fields.second, Qt.Key.Key_Return)
    assert chosen == ["739118"]
    page.close()
    assert left == [True]


def test_the_servers_refusal_of_a_password_lands_on_its_rule(dressed: Theme, qtbot: QtBot) -> None:
    page = FirstPassword("1002141")
    qtbot.addWidget(page)
    page.fields.first.setText("739118")
    page.fields.second.setText("739118")
    page.set_busy(True)
    page.show_error(PasswordRefused(rule="same_as_before"))
    assert not page.going_on.isEnabled()
    assert "Not the one you have now" in page.fields.rules.accessibleName()


def test_a_company_of_ones_own_needs_names_numbers_and_a_good_password(dressed: Theme, qtbot: QtBot) -> None:
    page = LocalCompanyPage()
    qtbot.addWidget(page)
    page.show()
    chosen = told(page.chosen)
    assert page._number.text() == "Your local number: 100 2001"
    QTest.keyClicks(page.name, "Nordhavn Tryk")
    QTest.keyClicks(page.person, "Sofie Engdal")
    page.extension.selectAll()
    QTest.keyClicks(page.extension, "2141x")
    assert page._number.text() == "Your local number: 100 2141"
    QTest.keyClicks(page.fields.first, "2141")
    assert not page._create.isEnabled(), "the last four digits are no password"
    page.fields.clear()
    QTest.keyClicks(page.fields.first, "739118")
    QTest.keyClicks(page.fields.second, "739118")
    QTest.keyClick(page.fields.second, Qt.Key.Key_Return)
    assert chosen == [LocalCompany("Nordhavn Tryk", "Sofie Engdal", "100", "1002141", "739118")]
    assert "739118" not in repr(chosen[0])


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("problem", [AddressInUse(), StoreFull(), StoreDamaged(), TelephonyAway(), ServerAway()])
def test_a_company_that_cant_be_made_says_so_and_no_rule_of_the_password_is_covered(
    dressed: Theme, qtbot: QtBot, qapp: QApplication, language: Language, problem: OnePresenceError
) -> None:
    load_translations(qapp, language)
    page = LocalCompanyPage()
    qtbot.addWidget(page)
    page.show()
    page.show_error(problem)
    qtbot.waitUntil(page.banner.isVisible)
    qapp.processEvents()
    for widget in (page.fields.rules, page.banner, page.name, page._line, page.fields.second):
        assert widget.height() >= widget.minimumSizeHint().height(), widget
    rules = page.fields.rules.mapTo(page, page.fields.rules.rect().bottomLeft())
    assert not page.banner.geometry().contains(rules)


@pytest.mark.parametrize("language", list(Language))
def test_every_control_of_the_dialogs_has_a_name_in_every_language(
    dressed: Theme, qtbot: QtBot, qapp: QApplication, language: Language
) -> None:
    load_translations(qapp, language)
    dialogs: list[QDialog] = [
        FirstRun(language),
        SignIn(language),
        FirstPassword("1002141"),
        LocalCompanyPage(),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        for widget in dialog.findChildren(QWidget):
            if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible():
                continue
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), (type(dialog).__name__, widget)
        dialog.hide()


def test_the_demo_is_chosen_and_has_the_focus_and_enter_goes_on_with_it(dressed: Theme, qtbot: QtBot) -> None:
    dialog = FirstRun(Language.ENGLISH)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    card = dialog.cards[Way.DEMO]
    assert dialog.focusWidget() is card
    assert card._ring is None
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert chosen.args == [Way.DEMO]
    QTest.keyClick(card, Qt.Key.Key_Right)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.cards[Way.COMPANY], Qt.Key.Key_Return)
    assert chosen.args == [Way.COMPANY]


def test_a_server_is_refused_in_words_and_the_password_is_not_blamed(sign_in: SignIn) -> None:
    sign_in.password.setText("7391")
    key = "The server shows another key than when you first connected. Nothing was sent to it. Ask your administrator."
    for error, words in (
        (Invalid(field="server", problem="malformed"), "That isn't a server address."),
        (NotEncrypted(), "Passwords would travel unencrypted. Leave out http://, or begin with https://."),
        (CertificateChanged(), key),
    ):
        sign_in.show_error(error)
        assert sign_in.banner.words == words
        sign_in.banner.hide()
        sign_in.show_server(False, error)
        assert sign_in.banner.words == words


def test_the_words_of_a_new_server_are_shown_and_accepted_by_one_button(dressed: Theme, qtbot: QtBot) -> None:
    words = ("globe", "rough", "arrange", "embark", "oak", "another", "ten", "rack")
    page = Fingerprint("192.168.1.20:8480", words)
    qtbot.addWidget(page)
    page.show()
    accepted, back = [], []
    page.accepted_words.connect(lambda: accepted.append(True))
    page.back_wanted.connect(lambda: back.append(True))
    QTest.mouseClick(page._same, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page._back, Qt.MouseButton.LeftButton)
    assert accepted == [True] and back == [True]


def test_another_key_is_not_trusted_by_a_click_but_by_its_eight_words(dressed: Theme, qtbot: QtBot) -> None:
    old = ("globe", "rough", "arrange", "embark", "oak", "another", "ten", "rack")
    new = ("zone", "rather", "spin", "velvet", "cabin", "cabin", "idle", "much")
    page = ChangedKey("192.168.1.20:8480", old, new)
    qtbot.addWidget(page)
    page.show()
    accepted, back = [], []
    page.accepted_words.connect(lambda: accepted.append(True))
    page.back_wanted.connect(lambda: back.append(True))
    for typed in ("", " ".join(old), " ".join(new[:7]), " ".join(reversed(new))):
        page.typed.clear()
        QTest.keyClicks(page.typed, typed)
        QTest.keyClick(page.typed, Qt.Key.Key_Return)
        QTest.mouseClick(page.trust, Qt.MouseButton.LeftButton)
        assert page.wrong.isVisible() is (len(typed.split()) == 8)
    assert accepted == []
    page.typed.clear()
    QTest.keyClicks(page.typed, " ".join(new))
    assert not page.wrong.isVisible()
    QTest.mouseClick(page.trust, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert accepted == [True] and back == [True]


def test_a_tab_behind_the_last_digit_of_the_number_does_not_pass_the_password_over(
    sign_in: SignIn, qtbot: QtBot
) -> None:
    sign_in.number.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(sign_in.number, "1002140")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is sign_in.password
    QTest.keyClick(sign_in.password, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not sign_in.password, "whoever means it gets on"
