"""Rules of the house that no other tool checks."""

from __future__ import annotations

import ast
import importlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "onepresence_desktop"

DOMAIN_MAY_IMPORT = {"phonenumbers", "dateutil", "onepresence_desktop.domain"}
LONGEST_FILE, LONGEST_TEST, LONGEST_API_FILE = 400, 500, 90

ONE_LINE_A_WORD = ("/rooms.py", "/services.py")
"""Lists of the interface with a line or two for each word; they handle nothing."""

HEAVY = {
    "onepresence_desktop.pbx.__main__": ("PySide6", "sqlalchemy", "litestar", "uvicorn", "phonenumbers", "argon2"),
    "onepresence_desktop.pbx.admin_run": ("PySide6", "sqlalchemy", "litestar", "uvicorn", "argon2"),
    "onepresence_desktop.pbx.app": (
        "PySide6",
        "alembic",
        "numpy",
        "faker",
        "polyfactory",
        "sqlalchemy.orm",
        "onepresence_desktop.domain.number_search",
    ),
    "onepresence_desktop.pbx.bootstrap": ("PySide6", "alembic", "numpy", "uvicorn", "litestar"),
    "onepresence_desktop.client.pbx_client": ("PySide6", "sqlalchemy", "litestar", "rich", "pygments", "click"),
    "onepresence_desktop.client.event_stream": ("PySide6", "sqlalchemy", "litestar", "rich", "pygments", "click"),
    "onepresence_desktop.desktop.platform.keyring_access": ("PySide6", "keyring", "msgspec"),
    "onepresence_desktop.desktop.commands.instance": ("PySide6.QtNetwork",),
    "onepresence_desktop.desktop.start": ("PySide6.QtWidgets", "asyncio", "msgspec"),
    "onepresence_desktop.desktop.first_look": ("asyncio", "msgspec", "onepresence_desktop.domain"),
    "onepresence_desktop.desktop.app": (
        "PySide6.QtMultimedia",
        "PySide6.QtNetwork",
        "httpx",
        "keyring",
        "phonenumbers",
        "Xlib",
        "onepresence_desktop.desktop.windows",
        "onepresence_desktop.desktop.entry",
        "onepresence_desktop.domain.dial_plan",
        "onepresence_desktop.domain.routing",
    ),
    "onepresence_desktop.desktop.entry": (
        "httpx",
        "keyring",
        "phonenumbers",
        "onepresence_desktop.desktop.sign_in.frame",
    ),
    "onepresence_desktop.desktop.windows": ("httpx", "onepresence_desktop.desktop.shell.window"),
    "onepresence_desktop.desktop.inbox.view": ("PySide6.QtMultimedia", "sqlalchemy", "litestar"),
}
"""What importing a module must not bring along."""

PACKAGE_OF = {
    "argon2": "argon2-cffi",
    "dateutil": "python-dateutil",
    "dns": "dnspython",
    "espeakng_loader": "espeakng-loader",
    "G722": "g722",
    "PySide6": "pyside6-essentials",
    "recurring_ical_events": "recurring-ical-events",
    "spnego": "pyspnego",
    "Xlib": "python-xlib",
}
"""Names of packages whose modules are called otherwise."""

COME_WITH_OTHERS = {"appkit", "applicationservices", "quartz"}
"""On a Mac pynput brings them."""

USED_WITHOUT_AN_IMPORT = {"pyside6-addons", "tzdata", "asyncpg", "httptools", "python-dateutil"}
"""QtMultimedia lies in the add-ons; zoneinfo, SQLAlchemy and uvicorn load the others by themselves."""


def modules(folder: Path = PACKAGE) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*.py")) if "versions" not in file.parts)


@cache
def parsed(file: Path) -> ast.Module:
    """A file's tree; several rules look at each."""
    return ast.parse(file.read_text("utf-8"))


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield str(node.module)


def test_the_domain_imports_the_standard_library_and_two_more() -> None:
    for file in modules(PACKAGE / "domain"):
        for name in imports(file):
            allowed = name.split(".")[0] in sys.stdlib_module_names or any(
                name == root or name.startswith(f"{root}.") for root in DOMAIN_MAY_IMPORT
            )
            assert allowed, f"{file.relative_to(ROOT)} imports {name}"
            assert name.split(".")[0] not in {"asyncio", "threading", "socket", "sqlite3", "subprocess"}, file


def test_the_domain_is_synchronous_and_is_told_the_time() -> None:
    for file in modules(PACKAGE / "domain"):
        tree = parsed(file)
        for node in ast.walk(tree):
            assert not isinstance(node, ast.AsyncFunctionDef | ast.Await), file
            if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow", "today"}:
                assert not isinstance(node.ctx, ast.Load) or not isinstance(node.value, ast.Name), (
                    f"{file.relative_to(ROOT)}:{node.lineno} asks the clock"
                )


def test_files_are_short() -> None:
    long = {str(f.relative_to(ROOT)): n for f in modules() if (n := len(f.read_text("utf-8").splitlines()))}
    long |= {str(f.relative_to(ROOT)): len(f.read_text("utf-8").splitlines()) for f in modules(ROOT / "tests")}
    assert not {name: n for name, n in long.items() if n > (LONGEST_TEST if name.startswith("tests") else LONGEST_FILE)}
    api = {name: n for name, n in long.items() if name.startswith("onepresence_desktop/pbx/api/")}
    assert not {name: n for name, n in api.items() if n > LONGEST_API_FILE and not name.endswith(ONE_LINE_A_WORD)}


def test_nothing_names_a_place_on_somebodys_machine_or_where_packages_come_from() -> None:
    places = re.compile(r"(?<![\w.])/(root|work|home/[a-z]\w+|opt/[a-z]\w+|Users/[A-Za-z]\w+)/")
    hosts = re.compile(r"pythonhosted|pypi\.(org|io)|--(extra-)?index-url [a-z/]|deb\.debian\.org|registry\.npmjs")
    known = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in known.stdout.split("\0"):
        file = ROOT / name
        if name and file.is_file() and file.suffix not in (".png", ".otf", ".wav") and file != Path(__file__):
            text = file.read_text("utf-8", "replace")
            found = places.search(text) or hosts.search(text)
            assert found is None, f"{name}: {found}"
    for lock in ROOT.glob("*.lock"):
        assert "://" not in lock.read_text("utf-8"), lock


def test_what_is_imported_is_declared_and_what_is_declared_is_used() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    named = {re.split(r"[^A-Za-z0-9_.-]", line)[0].split("[")[0].lower() for line in declared}
    roots = {name.split(".")[0] for file in modules() for name in imports(file)}
    foreign = roots - set(sys.stdlib_module_names) - {"onepresence_desktop"}
    used = {PACKAGE_OF.get(root, root.lower()) for root in foreign} - COME_WITH_OTHERS
    assert used - named == set(), "imported, not declared"
    assert named - used - USED_WITHOUT_AN_IMPORT == set(), "declared, not imported"


def test_modules_and_public_classes_say_what_they_are_for() -> None:
    silent = []
    for file in modules():
        tree = parsed(file)
        if tree.body and not ast.get_docstring(tree):
            silent.append(str(file.relative_to(ROOT)))
        silent += [
            f"{file.relative_to(ROOT)}:{node.lineno} {node.name}"
            for node in tree.body
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node)
        ]
    assert not silent


def test_nothing_is_left_to_do_and_nothing_only_looks_done() -> None:
    marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b|raise NotImplemented" + "Error")
    for file in [*modules(), *modules(ROOT / "tests")]:
        found = marks.search(file.read_text("utf-8"))
        assert found is None, f"{file.relative_to(ROOT)}: {found}"


def test_nothing_prints_but_the_command_lines() -> None:
    speaking = {"admin_run.py", "__main__.py", "cli.py", "numbers_command.py"}
    for file in modules():
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                assert file.name in speaking, f"{file.relative_to(ROOT)}:{node.lineno} prints"


def test_no_task_is_started_and_forgotten() -> None:
    for file in modules():
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
                name = getattr(node.value.func, "attr", getattr(node.value.func, "id", ""))
                group = isinstance(node.value.func, ast.Attribute) and "group" in ast.unparse(node.value.func.value)
                assert name not in {"create_task", "ensure_future"} or group, f"{file}:{node.lineno}"


def test_no_dialog_blocks_the_program() -> None:
    for file in modules(PACKAGE / "desktop"):
        text = file.read_text("utf-8")
        assert not re.search(r"\.exec\(\)|QMessageBox\.(question|warning|information|critical)\(", text), file
        assert "asyncSlot" not in text, file
        assert not re.search(r"QFileDialog\.get\w+\(", text), file


def test_what_lives_as_long_as_the_program_calls_no_lambda_of_a_page() -> None:
    """A bound method of a page is let go with the page; a lambda is called when the page is gone, and raises."""
    living = re.compile(r"(self\._?)?(session|settings|cards|callers|watches|actions)\.(?!triggered)")
    for file in modules(PACKAGE / "desktop"):
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "connect" and node.args:
                whose = ast.unparse(getattr(node.func, "value", node.func))
                wrong = isinstance(node.args[0], ast.Lambda) and living.match(whose) and file.name != "app.py"
                assert not wrong, f"{file.relative_to(ROOT)}:{node.lineno}: {whose}"


@pytest.mark.parametrize("module", HEAVY)
def test_importing_a_module_brings_only_what_it_needs(module: str) -> None:
    code = f"import sys, json, {module}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout))
    assert not loaded & set(HEAVY[module]), module


def test_every_text_is_translated() -> None:
    sys.path.insert(0, str(ROOT / "translations"))
    try:
        update = importlib.import_module("update")
    finally:
        sys.path.pop(0)
    missing = []
    for language in update.LANGUAGES:
        known = update.read(update.FOLDER / f"onepresence_{language}.ts")
        for key, plural in update.texts_in().items():
            forms = known.get(key, [])
            if language == "en" and not plural:
                continue
            if len(forms) != (2 if plural else 1) or not all(forms):
                missing.append((language, *key))
    assert not missing


def test_qt_keeps_its_references_to_nothing() -> None:
    """PySide6 6.12.0 lost one on each call that returns nothing and stopped the process after some thousand paints."""
    code = """
import sys
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
app = QGuiApplication(["x", "-platform", "offscreen"])
image = QImage(8, 8, QImage.Format.Format_ARGB32)
before = sys.getrefcount(None)
for _ in range(20000):
    painter = QPainter(image)
    painter.setPen(QColor("red"))
    painter.drawLine(0, 0, 7, 7)
    painter.end()
assert sys.getrefcount(None) > before - 1000, (before, sys.getrefcount(None))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
