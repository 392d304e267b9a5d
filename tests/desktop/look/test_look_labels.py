"""Texts have the design's line heights; what is cut says all of it in the tooltip."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import Theme
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label

WORDS = "The first password can't be used again, so choose one that nobody guesses."


@pytest.mark.parametrize("role", list(fonts.Text))
def test_one_line_is_as_high_as_its_role_says(dressed: Theme, role: fonts.Text) -> None:
    assert Label("Mette", role=role).sizeHint().height() >= role.value.line


def test_several_lines_stand_in_the_roles_line_height(dressed: Theme) -> None:
    label = Label(WORDS, wrap=True)
    assert label.heightForWidth(2000) == 18
    assert label.heightForWidth(200) == 18 * len(label._lines(200)) > 36
    assert "".join(label._lines(200)).replace(" ", "") == WORDS.replace(" ", "")


def test_a_cut_text_is_whole_in_its_tooltip(dressed: Theme, qtbot: QtBot) -> None:
    label = Label("Missed call from Ida Marie Svanholm-Pedersen", elide=True)
    qtbot.addWidget(label)
    label.resize(120, 18)
    label.show()
    assert label.toolTip() == "Missed call from Ida Marie Svanholm-Pedersen"
    label.resize(600, 18)
    assert label.toolTip() == ""
    label.resize(120, 18)
    label.setText("Missed call from Birgitte Kongshøj-Mikkelsen")
    assert label.toolTip() == "Missed call from Birgitte Kongshøj-Mikkelsen"
    label.setText("Mette")
    assert label.toolTip() == ""


@pytest.mark.parametrize("tone", ["", "secondary", "tertiary", "danger", "available", "accent", "on_tooltip"])
def test_every_tone_paints(dressed: Theme, qtbot: QtBot, tone: str) -> None:
    label = Label(WORDS, wrap=True, tone=tone)
    qtbot.addWidget(label)
    label.resize(200, 80)
    assert not label.grab().isNull()


def test_a_tone_nobody_knows_is_refused(dressed: Theme) -> None:
    with pytest.raises(ValueError, match="no tone"):
        Label("x", tone="shouting")


def test_a_field_without_room_for_its_hint_shows_its_icon_and_tells_it_in_the_tooltip(qtbot: QtBot) -> None:
    field = Field("Filter", icon="filter")
    qtbot.addWidget(field)
    field.setPlaceholderText("Filter")
    field.resize(160, 32)
    field.show()
    assert (field.placeholderText(), field.toolTip()) == ("Filter", "")
    field.resize(60, 32)
    assert (field.placeholderText(), field.toolTip()) == ("", "Filter")
    field.resize(160, 32)
    assert (field.placeholderText(), field.toolTip()) == ("Filter", "")
