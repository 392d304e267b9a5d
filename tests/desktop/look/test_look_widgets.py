"""Painted widgets and painters."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.theme.theme import Theme, color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import focus_ring, painters
from onepresence_desktop.desktop.widgets.banner import Banner
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.chips import Chip
from onepresence_desktop.desktop.widgets.fields import Field, SecretField, Select
from onepresence_desktop.desktop.widgets.floating import FloatingPanel
from onepresence_desktop.desktop.widgets.hint_bar import Hint, HintBar
from onepresence_desktop.desktop.widgets.new_password import NewPassword, Standing, judge
from onepresence_desktop.desktop.widgets.number_field import LocalNumberField
from onepresence_desktop.desktop.widgets.pulse import Pulse
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented
from onepresence_desktop.desktop.widgets.switches import CheckBox, Switch
from onepresence_desktop.domain.password import Rule
from onepresence_desktop.domain.presence import Presence


def canvas() -> tuple[QImage, QPainter]:
    image = QImage(200, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(color(Color.BG_WINDOW))
    return image, QPainter(image)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Mette Lundgaard-Riis", "MR"),
        ("Ida Marie Svanholm-Pedersen", "IP"),
        ("Åse", "Å"),
        ("", "?"),
        ("  Øjvind   Ærø ", "ØÆ"),
    ],
)
def test_initials_are_of_the_first_and_the_last_name(name: str, letters: str) -> None:
    assert painters.initials(name) == letters


def test_a_person_keeps_an_avatar_tone() -> None:
    assert painters.tone("u-42") == painters.tone("u-42")
    assert len({painters.tone(f"u-{n}") for n in range(200)}) == 8


@pytest.mark.parametrize("presence", list(Presence))
def test_a_pill_covers_the_rectangle_it_tells_of(dressed: Theme, presence: Presence) -> None:
    image, painter = canvas()
    rect = painters.pill(painter, QPointF(10, 30), presence, "On the phone", 1.0)
    painter.end()
    assert rect.height() == 22
    assert rect.width() == pytest.approx(painters.pill_width("On the phone", presence))
    ground = color(Color.BG_WINDOW)
    inside = [
        (x, y)
        for x in range(round(rect.left()), round(rect.right()))
        for y in range(round(rect.top()), round(rect.bottom()))
        if image.pixelColor(x, y) != ground
    ]
    assert inside
    outside = [(x, 30) for x in range(round(rect.right()) + 2, 200) if image.pixelColor(x, 30) != ground]
    assert not outside


def test_a_stale_pill_is_grey_whatever_the_state(dressed: Theme) -> None:
    image, painter = canvas()
    painters.pill(painter, QPointF(10, 30), Presence.BUSY, "On the phone", 1.0, stale=True)
    painter.end()
    assert image.pixelColor(20, 22) == color(Color.BG_TRACK)


def test_a_ring_empties_clockwise_from_the_top(dressed: Theme) -> None:
    image, painter = canvas()
    painters.ring(painter, QRectF(10, 10, 40, 40), 0.5, 4)
    painter.end()
    red, right, left = color(Color.DIVERTED_SOLID), image.pixelColor(48, 30), image.pixelColor(11, 30)
    assert left == red
    assert right != red


def test_a_badge_shows_nothing_at_zero_and_99_plus_above_99(dressed: Theme) -> None:
    _image, painter = canvas()
    assert painters.badge(painter, QPointF(100, 30), 0).isEmpty()
    assert painters.badge(painter, QPointF(100, 30), 5).width() == 18
    assert painters.badge(painter, QPointF(100, 30), 100).width() > 18
    painter.end()


def test_enter_presses_a_button_as_space_does(dressed: Theme, qtbot: QtBot) -> None:
    button = Button("Divert", kind=Kind.PRIMARY)
    qtbot.addWidget(button)
    button.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, key)


def test_a_busy_button_takes_no_presses(dressed: Theme, qtbot: QtBot) -> None:
    button = Button("Save")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.set_busy(True)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not pressed
    button.set_busy(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 1


def test_the_focus_ring_shows_after_a_key_and_not_after_the_mouse(dressed: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    first, second = Button("One"), Button("Two")
    row.addWidget(first)
    row.addWidget(second)
    with qtbot.waitActive(window):
        window.show()
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not window.findChildren(focus_ring._Ring)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    rings = window.findChildren(focus_ring._Ring)
    assert second.hasFocus()
    assert [ring.geometry() for ring in rings] == [second.geometry().adjusted(-3, -3, 3, 3)]
    QTest.keyClick(second, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: [r._around for r in window.findChildren(focus_ring._Ring) if r.isVisible()] != [second])


def test_a_field_shows_its_error_and_takes_it_back(dressed: Theme, qtbot: QtBot) -> None:
    field = Field("Number")
    qtbot.addWidget(field)
    field.resize(200, 32)
    field.set_error(True)
    assert field.grab().toImage().pixelColor(100, 1) == color(Color.DANGER_TEXT)
    field.set_error(False)
    assert field.grab().toImage().pixelColor(100, 0) != color(Color.DANGER_TEXT)


def test_the_eye_shows_and_hides_a_password_and_says_which(dressed: Theme, qtbot: QtBot) -> None:
    field = SecretField("Password")
    qtbot.addWidget(field)
    field.set_eye_words("Show", "Hide")
    field.setText("7391")
    assert field.displayText() == "••••"
    eye = field.findChild(IconButton)
    assert eye is not None
    eye.click()
    assert field.displayText() == "7391"
    assert eye.accessibleName() == "Hide (Ctrl+Space)"
    field.hide_again()
    assert field.displayText() == "••••"


def test_a_local_number_is_grouped_counted_and_done_at_seven(dressed: Theme, qtbot: QtBot) -> None:
    field = LocalNumberField()
    qtbot.addWidget(field)
    done: list[str] = []
    field.completed.connect(lambda: done.append(field.number))
    QTest.keyClicks(field, "10a021")
    assert field.text() == "100 21"
    assert field._note == "5 of 7 digits"
    assert not done
    QTest.keyClicks(field, "419")
    assert field.text() == "100 2141"
    assert done == ["1002141"]
    assert field._note == ""


def test_a_digit_typed_in_the_middle_leaves_the_caret_behind_it(dressed: Theme, qtbot: QtBot) -> None:
    field = LocalNumberField()
    qtbot.addWidget(field)
    QTest.keyClicks(field, "1021")
    field.setCursorPosition(2)
    QTest.keyClicks(field, "0")
    assert field.text() == "100 21"
    assert field.cursorPosition() in (3, 4)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.number == "1021"


def test_a_pasted_number_loses_all_but_its_digits(dressed: Theme, qtbot: QtBot) -> None:
    field = LocalNumberField()
    qtbot.addWidget(field)
    field.insert("lokal 100-2141!")
    field._regroup(field.text())
    assert field.number == "1002141"


@pytest.mark.parametrize(
    ("password", "repeated", "standings"),
    [
        ("", "", "ooooo"),
        ("73", "", "oMMMo"),
        ("1234", "", "MMMBo"),
        ("1111", "", "MMMBo"),
        ("0000", "", "MBMMo"),
        ("2141", "", "MMBMo"),
        ("1002141", "", "MMBMo"),
        ("739118", "7391", "MMMMo"),
        ("739118", "7392", "MMMMB"),
        ("739118", "739118", "MMMMM"),
    ],
)
def test_password_rules_tick_while_typing(dressed: Theme, password: str, repeated: str, standings: str) -> None:
    marks = {Standing.OPEN: "o", Standing.MET: "M", Standing.BROKEN: "B"}
    lines = judge(password, repeated, "1002141")
    assert "".join(marks[line.standing] for line in lines) == standings


def test_a_rule_the_server_found_broken_lands_on_its_line_until_another_password_is_typed(
    dressed: Theme, qtbot: QtBot
) -> None:
    fields = NewPassword()
    qtbot.addWidget(fields)
    fields.set_local_number("1002141")
    ready: list[bool] = []
    fields.ready_changed.connect(ready.append)
    fields.first.setText("739118")
    fields.second.setText("739118")
    assert ready == [True]
    fields.refuse(Rule.SAME_AS_BEFORE)
    assert ready == [True, False]
    assert any(line.words == "Not the one you have now" for line in fields.rules.lines)
    assert bool(fields.first.property("error"))
    fields.first.setText("739119")
    assert not any(line.words == "Not the one you have now" for line in fields.rules.lines)


def test_letters_do_nothing_in_a_password_field(dressed: Theme, qtbot: QtBot) -> None:
    fields = NewPassword()
    qtbot.addWidget(fields)
    QTest.keyClicks(fields.first, "7a3b9 1")
    assert fields.password == "7391"


def test_a_segmented_control_chooses_by_mouse_and_arrows(dressed: Theme, qtbot: QtBot) -> None:
    control = Segmented([Segment("a", "One"), Segment("b", "Two"), Segment("c", "Three")])
    qtbot.addWidget(control)
    control.show()
    chosen: list[str] = []
    control.chosen.connect(chosen.append)
    control.set_chosen("b")
    assert chosen == []
    QTest.keyClick(control, Qt.Key.Key_Right)
    QTest.keyClick(control, Qt.Key.Key_Right)
    assert chosen == ["c"]
    assert control.key == "c"


def test_a_list_keeps_its_choice_when_its_words_change(dressed: Theme, qtbot: QtBot) -> None:
    select = Select("Language")
    qtbot.addWidget(select)
    select.set_rows([("da", "Danish"), ("sv", "Swedish")])
    select.set_key("sv")
    picked: list[str] = []
    select.picked.connect(picked.append)
    select.set_rows([("da", "Dansk"), ("sv", "Svensk")])
    assert select.key == "sv"
    assert select.currentText() == "Svensk"
    assert picked == []


def test_a_chip_grows_with_its_count(dressed: Theme, qtbot: QtBot) -> None:
    chip = Chip("All")
    qtbot.addWidget(chip)
    narrow = chip.sizeHint().width()
    chip.set_count("5,012")
    assert chip.sizeHint().width() > narrow


def test_a_band_reads_out_what_it_says(dressed: Theme, qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.say("Trying again in <8> s.", strong="No connection.")
    assert banner.accessibleName() == "No connection. Trying again in <8> s."
    assert "&lt;8&gt;" in banner._words.text()


def test_key_hints_that_do_not_fit_are_left_away_and_none_hides_the_bar(dressed: Theme, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    bar = HintBar()
    column.addWidget(bar)
    bar.set_hints([Hint("Enter", "Call"), Hint("Ctrl+B", "Favourite", right=True)])
    assert not bar.isHidden()
    assert bar.accessibleName() == "Enter Call, Ctrl+B Favourite"
    bar.resize(120, 30)
    bar.grab()
    bar.set_hints([])
    assert bar.isHidden()


def test_a_toast_never_takes_the_focus(dressed: Theme, qtbot: QtBot) -> None:
    panel = FloatingPanel(takes_focus=False)
    qtbot.addWidget(panel)
    assert panel.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert panel.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert panel.margin in (0, 28)


def test_the_pulse_beats_only_while_something_rings(dressed: Theme, qtbot: QtBot) -> None:
    pulse = Pulse()
    with qtbot.waitSignal(pulse.beat):
        pulse.hold("row")
    assert 0.44 <= pulse.opacity <= 1
    pulse.release("row")
    assert not pulse._timer.isActive()
    assert pulse.opacity == 1.0


def test_with_reduced_motion_a_ringing_glyph_stands_still(dressed: Theme) -> None:
    dressed.set_reduced_motion(True)
    pulse = Pulse()
    pulse.hold("row")
    assert not pulse._timer.isActive()


def test_switches_and_boxes_answer_to_a_click_anywhere(dressed: Theme, qtbot: QtBot) -> None:
    for box in (Switch("Sound"), CheckBox("Until further notice")):
        qtbot.addWidget(box)
        box.show()
        box.resize(box.sizeHint() if isinstance(box, CheckBox) else box.size())
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
        assert box.isChecked()


def test_a_note_in_a_field_gives_way_to_what_is_typed(dressed: Theme, qtbot: QtBot) -> None:
    field = Field("Local number")
    qtbot.addWidget(field)
    field.setText("100 2106")
    field.resize(240, 32)
    field.show()
    field.set_note("Från OneNumber")
    with_note = field.textMargins().right()
    assert with_note > 60
    field.resize(132, 32)
    assert field.textMargins().right() == 0
    field.resize(240, 32)
    assert field.textMargins().right() == with_note


@pytest.mark.parametrize("made", [lambda: Switch("x"), lambda: CheckBox("x"), lambda: Chip("x")])
def test_what_a_screen_reader_toggles_is_done_and_what_the_program_sets_is_not(
    made: Callable[[], QAbstractButton], qtbot: QtBot
) -> None:
    button = made()
    qtbot.addWidget(button)
    done: list[bool] = []
    button.clicked.connect(lambda on: done.append(on))
    told = QAccessible.queryAccessibleInterface(button)
    told.actionInterface().doAction("Toggle")
    assert (button.isChecked(), done) == (True, [True])
    button.setAutoExclusive(False)
    button.setChecked(False)
    button.click()
    assert done == [True, True]


def test_the_wheel_turns_the_page_and_not_the_choice_under_the_pointer(dressed: Theme, qtbot: QtBot) -> None:
    page, select = QWidget(), Select("Ring for")
    select.set_rows([("15", "15 seconds"), ("30", "30 seconds")])
    column = QVBoxLayout(page)
    column.addWidget(select)
    column.addSpacing(1000)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    qtbot.addWidget(area)
    area.resize(200, 200)
    area.show()
    select.setFocus()
    QTest.wheelEvent(area.windowHandle(), QPointF(select.mapTo(area, select.rect().center())), QPoint(0, -120))
    assert (select.key, area.verticalScrollBar().value() > 0) == ("15", True)
