"""The icon's shape and colour: offline and unknown are never shown as free, and the panel decides light or dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme.theme import Choice
from onepresence_desktop.desktop.tray import picture
from onepresence_desktop.desktop.tray.panel import THEMES, panel_color
from onepresence_desktop.domain.presence import Presence
from tests.support.dressing import dress
from tests.support.registry import MemoryRegistry


@pytest.mark.parametrize("presence", list(Presence))
def test_only_who_can_be_reached_is_shown_as_free(presence: Presence) -> None:
    kind = picture.STATES.get(presence, "diverted")
    assert (kind == "available") == (presence in (Presence.AVAILABLE, Presence.MEETING))


def test_every_shape_has_its_artwork_for_every_panel(qapp: QApplication) -> None:
    for kind in {*picture.STATES.values(), "offline", "connecting", "diverted"}:
        for panel in ("light", "dark", "mono"):
            made = picture.icon(picture.TrayState(kind, panel=panel))
            assert made.isMask() == (panel == "mono"), "the system colours a template alone"
            assert made.availableSizes()


def test_the_users_choice_comes_before_what_the_system_says() -> None:
    for chosen in ("light", "dark"):
        assert panel_color(chosen, dark_scheme=chosen == "light", system="darwin") == chosen


def test_windows_has_a_taskbar_of_its_own_colour() -> None:
    registry = MemoryRegistry()
    assert panel_color("system", dark_scheme=True, system="win32", registry=registry) == "dark"
    registry.numbers[THEMES, "SystemUsesLightTheme"] = 0
    assert panel_color("system", dark_scheme=False, system="win32", registry=registry) == "dark"
    registry.numbers[THEMES, "SystemUsesLightTheme"] = 1
    assert panel_color("system", dark_scheme=True, system="win32", registry=registry) == "light"


def test_macos_colours_a_template_and_gnomes_panel_is_always_dark() -> None:
    assert panel_color("system", dark_scheme=False, system="darwin") == "mono"
    gnome, plasma = {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, {"XDG_CURRENT_DESKTOP": "KDE"}
    assert panel_color("system", dark_scheme=False, system="linux", environment=gnome) == "dark"
    assert panel_color("system", dark_scheme=False, system="linux", environment=plasma) == "light"
    assert panel_color("system", dark_scheme=True, system="linux", environment=plasma) == "dark"


def test_the_setting_is_followed_at_once_and_the_programs_own_theme_is_not(qapp: QApplication, tmp_path: Path) -> None:
    from onepresence_desktop.desktop.actions import Actions
    from onepresence_desktop.desktop.commands_registry import CommandRegistry
    from onepresence_desktop.desktop.session import Session
    from onepresence_desktop.desktop.tray.tray import Tray

    theme = dress(qapp)
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    session, actions = Session(), Actions()
    tray = Tray(session, actions, CommandRegistry(session, actions), settings)
    before = tray._state().panel
    theme.choose(Choice.DARK)
    assert tray._state().panel == before
    theme.choose(Choice.LIGHT)
    settings.set(keys.TRAY_PANEL, "dark")
    assert tray._state().panel == "dark"
    settings.set(keys.TRAY_PANEL, "light")
    assert tray._state().panel == "light"


def test_a_menu_that_comes_after_the_window_is_filled_when_it_is_asked_for_and_kept_fresh_from_then_on(
    qapp: QApplication,
) -> None:
    from onepresence_desktop.desktop.actions import Actions
    from onepresence_desktop.desktop.commands_registry import CommandRegistry
    from onepresence_desktop.desktop.session import Session
    from onepresence_desktop.desktop.tray.menu import TrayMenu

    session, actions = Session(), Actions()
    at_once, later = (
        TrayMenu(session, actions, CommandRegistry(session, actions), later=late) for late in (False, True)
    )
    wanted = [row.text() for row in at_once.actions()]
    session.reset.emit()
    assert wanted and not later.actions()
    later.aboutToShow.emit()
    assert [row.text() for row in later.actions()] == wanted
    later.clear()
    session.reset.emit()
    assert [row.text() for row in later.actions()] == wanted
    later.aboutToHide.emit()
