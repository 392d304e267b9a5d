"""The key on Windows, by RegisterHotKey; a thread of its own has the message queue the key is told to."""

from __future__ import annotations

import ctypes
import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from onepresence_desktop.desktop.hotkey.combination import Combination
from onepresence_desktop.desktop.hotkey.grabber import Fired

log = logging.getLogger(__name__)

MOD_ALT, MOD_CONTROL, MOD_SHIFT, MOD_WIN, MOD_NOREPEAT = 1, 2, 4, 8, 0x4000
WM_QUIT, WM_TIMER, WM_HOTKEY, WM_APP = 0x12, 0x113, 0x312, 0x8000
MAPVK_VSC_TO_VK_EX, MAPVK_VK_TO_CHAR = 3, 2
TAKEN = 1409
"""ERROR_HOTKEY_ALREADY_REGISTERED."""

LOOK_EVERY_MS = 500
"""Between looks at the layout of the program in front. Only that program's own window is told when it changes."""

_MODIFIERS = {"ctrl": MOD_CONTROL, "shift": MOD_SHIFT, "alt": MOD_ALT, "meta": MOD_WIN}


class Message(ctypes.Structure):
    """MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_ssize_t),
        ("time", ctypes.c_ulong),
        ("x", ctypes.c_long),
        ("y", ctypes.c_long),
    )


class WindowsKeys:
    """`Grabber` for Windows. user32, kernel32: the system's libraries; tests bring their own."""

    def __init__(self, user32: Any = None, kernel32: Any = None) -> None:
        self._user = user32 if user32 is not None else _library("user32")
        self._kernel = kernel32 if kernel32 is not None else _library("kernel32")
        self._thread: threading.Thread | None = None
        self._thread_id = 0
        self._orders: queue.SimpleQueue[tuple[Callable[[], Any], Future[Any]]] = queue.SimpleQueue()
        self._fired: Fired = lambda: None
        self._combinations: tuple[Combination, ...] = ()
        self._registered = 0
        self._layout = 0

    def start(self, fired: Fired) -> None:
        """Start the thread; its queue is there when this returns."""
        self._fired = fired
        ready: Future[int] = Future()
        self._thread = threading.Thread(target=self._run, args=(ready,), name="hotkey", daemon=True)
        self._thread.start()
        self._thread_id = ready.result(5)

    def take(self, combinations: Sequence[Combination]) -> list[Combination]:
        """Take just these; those that another program has."""
        wanted = tuple(combinations)
        return list(self._order(lambda: self._take(wanted)))

    def stop(self) -> None:
        """Let everything go and end the thread."""
        if self._thread is None:
            return
        self._order(lambda: self._take(()))
        self._user.PostThreadMessageW(self._thread_id, WM_QUIT, 0, 0)
        self._thread.join(2)
        self._thread = None

    def label(self, combination: Combination) -> str:
        """What is printed on the key under the layout of now."""
        character = int(self._user.MapVirtualKeyW(self._virtual(combination), MAPVK_VK_TO_CHAR)) & 0xFFFF
        return chr(character).upper() if character >= 0x20 else ""

    def place(self, scan_code: int, virtual_key: int) -> int:
        """Windows tells PC scan codes as they are."""
        return scan_code & 0xFF

    # --- on the thread ---

    def _order(self, work: Callable[[], Any]) -> Any:
        if self._thread is None or not self._thread.is_alive():
            raise OSError("the thread of the key isn't running")
        done: Future[Any] = Future()
        self._orders.put((work, done))
        self._user.PostThreadMessageW(self._thread_id, WM_APP, 0, 0)
        return done.result(5)

    def _run(self, ready: Future[int]) -> None:
        message = Message()
        # The first look makes the queue, so that nothing posted is lost.
        self._user.PeekMessageW(ctypes.byref(message), None, 0, 0, 0)
        self._layout = self._layout_in_front()
        self._user.SetTimer(None, 0, LOOK_EVERY_MS, None)
        ready.set_result(int(self._kernel.GetCurrentThreadId()))
        while self._user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            if message.message == WM_HOTKEY:
                self._fired()
            elif message.message == WM_TIMER:
                self._look()
            elif message.message == WM_APP:
                self._carry_out()

    def _look(self) -> None:
        """Another layout may have another virtual key at the same place."""
        layout = self._layout_in_front()
        if layout != self._layout:
            self._layout = layout
            self._take(self._combinations)

    def _layout_in_front(self) -> int:
        thread = self._user.GetWindowThreadProcessId(self._user.GetForegroundWindow(), None)
        return int(self._user.GetKeyboardLayout(thread) or 0)

    def _carry_out(self) -> None:
        while not self._orders.empty():
            work, done = self._orders.get()
            try:
                done.set_result(work())
            except OSError as exc:
                done.set_exception(exc)

    def _take(self, combinations: tuple[Combination, ...]) -> list[Combination]:
        for number in range(1, self._registered + 1):
            self._user.UnregisterHotKey(None, number)
        self._combinations, self._registered = combinations, len(combinations)
        lost = []
        for number, combination in enumerate(combinations, start=1):
            modifiers = sum(flag for name, flag in _MODIFIERS.items() if getattr(combination, name))
            virtual = self._virtual(combination)
            if not self._user.RegisterHotKey(None, number, modifiers | MOD_NOREPEAT, virtual):
                if self._kernel.GetLastError() != TAKEN:
                    log.warning("the system refused the key: error %s", self._kernel.GetLastError())
                lost.append(combination)
        return lost

    def _virtual(self, combination: Combination) -> int:
        return int(self._user.MapVirtualKeyExW(combination.scan, MAPVK_VSC_TO_VK_EX, self._layout))


def _library(name: str) -> Any:
    library = ctypes.WinDLL(name, use_last_error=True)  # type: ignore[attr-defined, unused-ignore]
    if name == "user32":
        # Handles are whole on 64 bit.
        library.GetForegroundWindow.restype = library.GetKeyboardLayout.restype = ctypes.c_void_p
        library.GetWindowThreadProcessId.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        library.MapVirtualKeyExW.argtypes = [ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p]
    return library
