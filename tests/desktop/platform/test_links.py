"""Who opens tel: links: registration on Linux and Windows."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from onepresence_desktop.desktop.platform.launch import command
from onepresence_desktop.desktop.platform.links import CHOICES, CLASSES, REGISTERED, SCHEMES, WindowsLinks, XdgLinks
from tests.support.registry import MemoryRegistry

OTHERS = """\
[Added Associations]
x-scheme-handler/tel=skype.desktop;

[Default Applications]
text/html=firefox.desktop
x-scheme-handler/tel=skype.desktop
# mine

[Removed Associations]
x-scheme-handler/tel=old.desktop;
"""


def xdg(home: Path) -> XdgLinks:
    return XdgLinks(home / "data" / "applications", home / "config" / "mimeapps.list")


def handler(home: Path, scheme: str) -> str:
    """Whom the system's own tool names for a scheme; "" for nobody."""
    tool = shutil.which("gio")
    assert tool is not None, "libglib2.0-bin is needed"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_DATA_DIRS": str(home / "none"),
        "XDG_CONFIG_DIRS": str(home / "none"),
        "LC_ALL": "C",
    }
    asked = [tool, "mime", f"x-scheme-handler/{scheme}"]
    said = subprocess.run(asked, env=environment, capture_output=True, text=True, timeout=60).stdout
    first = said.splitlines()[0] if said else ""
    return first.rpartition(" ")[2] if first.startswith("Default application") else ""


def test_the_system_names_us_for_every_scheme_until_it_is_switched_off(tmp_path: Path) -> None:
    links = xdg(tmp_path)
    assert not links.enabled()
    links.set_enabled(True)
    assert links.enabled()
    assert [handler(tmp_path, scheme) for scheme in SCHEMES] == ["onepresence-links.desktop"] * len(SCHEMES)
    entry = (tmp_path / "data" / "applications" / "onepresence-links.desktop").read_text()
    assert f"Exec={command('')[0]} open-link %u\n" in entry
    links.set_enabled(False)
    assert not links.enabled()
    assert [handler(tmp_path, scheme) for scheme in SCHEMES] == [""] * len(SCHEMES)
    assert not (tmp_path / "data" / "applications" / "onepresence-links.desktop").exists()


def test_who_was_there_before_comes_back_and_all_else_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "config" / "mimeapps.list"
    file.parent.mkdir()
    file.write_text(OTHERS)
    links = xdg(tmp_path)
    links.set_enabled(True)
    links.set_enabled(True)
    said = file.read_text()
    assert "x-scheme-handler/tel=onepresence-links.desktop;skype.desktop;\n" in said
    assert said.count("onepresence-links.desktop") == len(SCHEMES)
    links.set_enabled(False)
    assert file.read_text() == OTHERS.replace("tel=skype.desktop\n# mine", "tel=skype.desktop;\n# mine")


def test_another_program_that_takes_a_scheme_switches_it_off(tmp_path: Path) -> None:
    links = xdg(tmp_path)
    links.set_enabled(True)
    file = tmp_path / "config" / "mimeapps.list"
    file.write_text(file.read_text().replace("tel=", "tel=zoom.desktop;"))
    assert not links.enabled()
    links.set_enabled(True)
    assert links.enabled()


def test_a_list_with_strange_bytes_and_a_symbolic_link_keep_both(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    real = tmp_path / "dotfiles"
    real.write_bytes(b"[Default Applications]\nx/y=\xff\xfe.desktop\n")
    (tmp_path / "config" / "mimeapps.list").symlink_to(real)
    links = xdg(tmp_path)
    links.set_enabled(True)
    assert links.enabled()
    links.set_enabled(False)
    assert (tmp_path / "config" / "mimeapps.list").is_symlink()
    assert real.read_bytes() == b"[Default Applications]\nx/y=\xff\xfe.desktop\n"


def test_a_folder_that_cant_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(OSError):
        xdg(tmp_path).set_enabled(True)


def test_windows_classes_and_capabilities_come_and_go() -> None:
    registry = MemoryRegistry()
    links = WindowsLinks(registry)
    links.set_enabled(True)
    assert links.enabled()
    for scheme in SCHEMES:
        assert registry.texts[rf"{CLASSES}\{scheme}\shell\open\command", ""].endswith(' open-link "%1"')
        assert (rf"{CLASSES}\{scheme}", "URL Protocol") in registry.texts
    capabilities = registry.texts[REGISTERED, "OnePresence"]
    assert registry.texts[rf"{capabilities}\URLAssociations", "tel"] == "OnePresence.Link"
    links.set_enabled(False)
    assert not links.enabled()
    assert not registry.texts


def test_windows_gives_a_scheme_back_to_who_had_it() -> None:
    registry = MemoryRegistry()
    registry.put(rf"{CLASSES}\tel\shell\open\command", "", "skype.exe %1")
    links = WindowsLinks(registry)
    links.set_enabled(True)
    links.set_enabled(True)
    assert links.enabled()
    links.set_enabled(False)
    assert registry.texts[rf"{CLASSES}\tel\shell\open\command", ""] == "skype.exe %1"


def test_windows_own_choice_of_the_user_is_respected_and_told() -> None:
    registry = MemoryRegistry()
    registry.put(rf"{CHOICES}\tel\UserChoice", "ProgId", "Zoom.Phone")
    links = WindowsLinks(registry)
    with pytest.raises(OSError, match="Default apps"):
        links.set_enabled(True)
    assert not links.enabled()
    registry.put(rf"{CHOICES}\tel\UserChoice", "ProgId", "OnePresence.Link")
    assert links.enabled()
