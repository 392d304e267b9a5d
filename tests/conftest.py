"""Fixtures that all tests share."""

from __future__ import annotations

import asyncio
import gc
import inspect
import os
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
from hypothesis import settings

# A busy machine is no fault; with CI set, Hypothesis takes the same examples each time by itself.
settings.register_profile("house", settings(), deadline=None)
settings.load_profile("house")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ONEPRESENCE_TESTING", "1")


# Rings of garbage hold widgets, and those may end on the main thread only; tests start other threads.
gc.disable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The layout of whole windows first: what other tests leave alive is styled anew with each of their themes."""
    items.sort(key=lambda item: not item.path.name.startswith("test_layout"))


def pytest_collection_finish() -> None:
    """Modules and tests stay till the end: looking through them would be most of each collection."""
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    if gc.get_count()[0] > 50_000:
        gc.collect()


@pytest.fixture
def run() -> Callable[[Coroutine[Any, Any, Any]], Any]:
    """Run a coroutine on a plain loop and fail when it leaves tasks behind."""

    def runner(work: Coroutine[Any, Any, Any]) -> Any:
        async def guarded() -> Any:
            problems: list[dict[str, Any]] = []
            loop = asyncio.get_running_loop()
            loop.set_exception_handler(lambda _, context: problems.append(context))
            result = await work
            await asyncio.sleep(0)
            left = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
            assert not left, f"tasks left behind: {left}"
            gc.collect()
            assert not problems, f"errors in the loop: {problems}"
            return result

        return asyncio.run(guarded())

    return runner


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run `async def` tests: on the desktop's loop when they ask for `qtbot`, on a plain one otherwise."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    factory = None
    if "qtbot" in pyfuncitem.fixturenames:
        factory = _qt_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(_guarded(pyfuncitem.obj(**arguments)))
    return True


def _qt_loop() -> asyncio.AbstractEventLoop:
    from PySide6.QtWidgets import QApplication

    from onepresence_desktop.desktop.loop import Loop

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return Loop(app)


async def _guarded(work: Coroutine[Any, Any, None]) -> None:
    problems: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: problems.append(context))
    async with asyncio.timeout(900):  # a busy machine takes minutes for whole walks
        await work
    for _ in range(5):
        await asyncio.sleep(0)
    left = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    assert not left, f"tasks left behind: {left}"
    assert not problems, f"errors in the loop: {problems}"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing a test does touches the folders of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for name, folder in {
        "HOME": "",
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_CACHE_HOME": ".cache",
        "XDG_STATE_HOME": ".local/state",
    }.items():
        (home / folder).mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(home / folder))
    yield
