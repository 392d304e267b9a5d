"""Tokens, fonts, icons and the theme that switches live."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QImage
from PySide6.QtWidgets import QApplication, QLineEdit

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.theme import fonts, icons, resources, stylesheet, tokens
from onepresence_desktop.desktop.theme.theme import Choice, Theme, color
from onepresence_desktop.desktop.theme.tokens import Color, Scheme
from onepresence_desktop.desktop.widgets.presence_look import LOOKS, device_look
from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.people import DeviceKind
from onepresence_desktop.domain.presence import DeviceState, Presence


def luminance(ink: QColor) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    return 0.2126 * part(ink.redF()) + 0.7152 * part(ink.greenF()) + 0.0722 * part(ink.blueF())


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_colour_of_the_tokens_has_a_name_in_code_and_the_other_way_round(scheme: Scheme) -> None:
    names = set(json.loads(resources.path("tokens.json").read_text(encoding="utf-8"))["color"][scheme])
    assert names == {color.value for color in Color}
    assert all(tokens.palette(scheme)[color].isValid() for color in Color)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_text_reaches_the_contrast_that_reading_needs(scheme: Scheme) -> None:
    colors = tokens.palette(scheme)
    for ink in (Color.TEXT_PRIMARY, Color.TEXT_SECONDARY, Color.TEXT_TERTIARY, Color.ACCENT_TEXT, Color.DANGER_TEXT):
        for ground in (Color.BG_WINDOW, Color.BG_SIDEBAR, Color.BG_HEADER, Color.BG_SELECTED, Color.BG_CARD):
            if ink is Color.DANGER_TEXT and ground is Color.BG_SIDEBAR:
                continue
            assert contrast(colors[ink], colors[ground]) >= 4.5, (ink, ground)
    for presence, look in LOOKS.items():
        ground = look.fill or Color.BG_WINDOW
        assert contrast(colors[look.on], colors[ground]) >= 4.5, presence
        assert contrast(colors[look.solid], colors[Color.BG_WINDOW]) >= 3, presence


def test_the_style_sheet_leaves_no_token_unfilled() -> None:
    for scheme in Scheme:
        sheet = stylesheet.build(tokens.palette(scheme))
        assert not [color for color in Color if "{" + color.value + "}" in sheet]
        assert sheet.count("{") == sheet.count("}")


def test_the_bundled_typeface_is_the_one_in_use(dressed: Theme) -> None:
    assert fonts.load()
    assert QFontInfo(fonts.font()).family() == "Inter"
    assert QFontInfo(fonts.font(fonts.Text.TITLE)).pixelSize() == 17


def test_figures_in_columns_have_one_width(dressed: Theme) -> None:
    measures = fonts.metrics(tabular=True)
    assert measures.horizontalAdvance("1111") == pytest.approx(measures.horizontalAdvance("0000"))
    plain = fonts.metrics()
    assert plain.horizontalAdvance("1111") < plain.horizontalAdvance("0000")


def test_every_icon_draws(dressed: Theme) -> None:
    files = sorted(resources.path("icons").rglob("*.svg"))
    assert len(files) > 300
    for file in files:
        drawing = file.read_text(encoding="utf-8").replace("currentColor", "#000000")
        image = icons.render(drawing, 24, 1.0).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), file.name


def test_an_icon_takes_the_colour_it_is_asked_for_and_is_kept(dressed: Theme) -> None:
    ink = QColor("#C2183F")
    made = icons.pixmap("status-available", 16, ink, 2.0)
    assert made.devicePixelRatio() == 2.0
    assert made.width() == 32
    assert made.toImage().pixelColor(16, 16) == ink
    assert icons.pixmap("status-available", 16, ink, 2.0) is made


def test_an_icon_that_does_not_exist_is_an_error_and_not_a_blank() -> None:
    with pytest.raises(FileNotFoundError):
        icons.svg("no-such-icon")


def test_every_state_reason_and_phone_has_an_icon_of_its_own() -> None:
    assert set(LOOKS) == set(Presence)
    assert len({look.glyph for look in LOOKS.values()}) == len(Presence)
    for look in LOOKS.values():
        icons.svg(look.glyph)
    for reason in Reason:
        icons.svg(texts.REASON_ICONS[reason])
    for kind in (*DeviceKind, None):
        for state in DeviceState:
            icons.svg(device_look(kind, state)[0])


def test_switching_the_theme_changes_palette_sheet_and_colours_at_once(dressed: Theme, qapp: QApplication) -> None:
    told: list[bool] = []
    dressed.changed.connect(lambda: told.append(dressed.dark))
    icons.pixmap("call", 16, color(Color.TEXT_PRIMARY), 1.0)
    dressed.choose(Choice.DARK)
    assert told == [True]
    assert color(Color.BG_WINDOW) == QColor("#1A1C20")
    assert qapp.palette().window().color() == QColor("#1A1C20")
    assert "#1A1C20".lower() in qapp.styleSheet()
    dressed.choose(Choice.DARK)
    assert told == [True], "nothing changed, nobody is told"


def test_following_the_system_swaps_when_the_system_does(dressed: Theme, qapp: QApplication) -> None:
    dressed.choose(Choice.SYSTEM)
    hints = qapp.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert dressed.dark
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not dressed.dark


def test_a_chosen_theme_does_not_follow_the_system(dressed: Theme, qapp: QApplication) -> None:
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not dressed.dark


def test_with_reduced_motion_everything_takes_no_time(dressed: Theme) -> None:
    assert dressed.motion(tokens.Motion.STANDARD) == 140
    dressed.set_reduced_motion(True)
    assert dressed.motion(tokens.Motion.STANDARD) == 0


def test_a_plain_field_wears_the_colours_of_the_theme(dressed: Theme, qtbot: object) -> None:
    dressed.choose(Choice.DARK)
    field = QLineEdit()
    field.resize(200, 32)
    image: QImage = field.grab().toImage()
    assert image.pixelColor(100, 16) == color(Color.BG_FIELD)
