"""Windows and macOS behind the same interface, against their calls as recorded (spec 4.1, 4.2)."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace
from typing import Any

from onepresence_desktop.desktop.hotkey.combination import STANDARD, Combination
from onepresence_desktop.desktop.hotkey.macos import CONTROL, EXISTS, SHIFT, MacKeys
from onepresence_desktop.desktop.hotkey.windows import (
    MOD_CONTROL,
    MOD_NOREPEAT,
    MOD_SHIFT,
    TAKEN,
    WM_HOTKEY,
    WM_TIMER,
    WindowsKeys,
)
from onepresence_desktop.desktop.selection import macos, windows
from tests.support.waiting import soon

DANISH, AMERICAN, BRITISH = 0x04060406, 0x04090409, 0x08090809


class User32:
    """A message queue and the hotkeys of a session; taken: (modifiers, key) another program has."""

    def __init__(self, taken: set[tuple[int, int]] | None = None) -> None:
        self.taken = taken or set()
        self.registered: dict[int, tuple[int, int]] = {}
        self.queue: list[int] = []
        self.ended = False
        self.layout_in_front = DANISH

    def PeekMessageW(self, *_: Any) -> int:
        return 0

    def GetMessageW(self, place: Any, *_: Any) -> int:
        soon(lambda: self.queue or self.ended, every=0.002)
        if not self.queue:
            return 0
        message = self.queue.pop(0)
        place._obj.message = message
        return int(message != 0x12)

    def PostThreadMessageW(self, _thread: int, message: int, *_: Any) -> int:
        self.queue.append(message)
        return 1

    def RegisterHotKey(self, _window: None, number: int, modifiers: int, key: int) -> int:
        if (modifiers & ~MOD_NOREPEAT, key) in self.taken:
            return 0
        assert modifiers & MOD_NOREPEAT
        self.registered[number] = (modifiers & ~MOD_NOREPEAT, key)
        return 1

    def UnregisterHotKey(self, _window: None, number: int) -> int:
        return int(self.registered.pop(number, None) is not None)

    def SetTimer(self, _window: None, _number: int, milliseconds: int, _function: None) -> int:
        assert milliseconds >= 100
        return 1

    def GetForegroundWindow(self) -> int:
        return 77

    def GetWindowThreadProcessId(self, window: int, _process: None) -> int:
        return {77: 7}[window]

    def GetKeyboardLayout(self, thread: int) -> int:
        # A thread that isn't in front keeps the layout it began with.
        return self.layout_in_front if thread == 7 else DANISH

    def MapVirtualKeyExW(self, scan: int, _kind: int, layout: int) -> int:
        return {(0x29, DANISH): 0xDC, (0x29, AMERICAN): 0xC0, (0x29, BRITISH): 0xDF}.get((scan, layout), scan)

    def MapVirtualKeyW(self, key: int, _kind: int) -> int:
        return {0xDC: ord("½")}.get(key, 0)


def kernel(error: int = TAKEN) -> Any:
    return SimpleNamespace(GetCurrentThreadId=lambda: 42, GetLastError=lambda: error)


def test_windows_registers_both_keys_by_their_place_and_hears_them() -> None:
    user, fired = User32(), []
    keys = WindowsKeys(user, kernel())
    keys.start(lambda: fired.append(1))
    try:
        assert keys.take(STANDARD) == []
        assert set(user.registered.values()) == {(MOD_CONTROL, 0xDC), (MOD_CONTROL | MOD_SHIFT, 0xDC)}
        user.queue.append(WM_HOTKEY)
        soon(lambda: fired == [1])
        assert keys.label(STANDARD[0]) == "½"
        assert keys.place(0x29, 0xDC) == 0x29
        assert keys.take([Combination(30, alt=True)]) == []
        assert list(user.registered.values()) == [(1, 30)]
    finally:
        keys.stop()
    assert user.registered == {}


def test_windows_follows_the_layout_of_the_program_in_front() -> None:
    user = User32()
    keys = WindowsKeys(user, kernel())
    keys.start(lambda: None)
    try:
        keys.take(STANDARD)
        for layout, key in ((AMERICAN, 0xC0), (BRITISH, 0xDF), (DANISH, 0xDC)):
            user.layout_in_front = layout
            user.queue.append(WM_TIMER)
            soon(lambda key=key: set(user.registered.values()) == {(MOD_CONTROL, key), (MOD_CONTROL | MOD_SHIFT, key)})
    finally:
        keys.stop()


def test_windows_tells_a_key_that_another_program_has() -> None:
    keys = WindowsKeys(User32({(MOD_CONTROL, 0xDC)}), kernel())
    keys.start(lambda: None)
    try:
        assert keys.take(STANDARD) == [STANDARD[0]]
    finally:
        keys.stop()


class Carbon:
    """Event hotkeys of a session; taken: (code, modifiers) another program has."""

    def __init__(self, taken: set[tuple[int, int]] | None = None) -> None:
        self.taken, self.held, self.handler = taken or set(), {}, None  # type: ignore[var-annotated]

    def GetApplicationEventTarget(self) -> int:
        return 1

    def InstallEventHandler(self, _target: int, handler: Any, *_: Any) -> int:
        self.handler = handler
        return 0

    def RegisterEventHotKey(self, code: int, modifiers: int, _id: Any, _target: int, _options: int, place: Any) -> int:
        if (code, modifiers) in self.taken:
            return EXISTS
        self.held[len(self.held) + 1] = (code, modifiers)
        place._obj.value = len(self.held)
        return 0

    def UnregisterEventHotKey(self, place: ctypes.c_void_p) -> int:
        self.held.pop(place.value)
        return 0


def test_macos_takes_the_key_left_of_one_of_either_shape_of_keyboard() -> None:
    carbon, fired = Carbon(), []
    keys = MacKeys(carbon)
    keys.start(lambda: fired.append(1))
    assert keys.take(STANDARD) == []
    both = {(0x0A, CONTROL), (0x32, CONTROL), (0x0A, CONTROL | SHIFT), (0x32, CONTROL | SHIFT)}
    assert set(carbon.held.values()) == both
    carbon.handler(None, None, None)
    assert fired == [1]
    assert keys.place(0, 0x0A) == 0x29 and keys.place(0, 0x00) == 30
    keys.stop()
    assert carbon.held == {}
    taken = MacKeys(Carbon({(0x0A, CONTROL)}))
    taken.start(lambda: None)
    assert taken.take(STANDARD[:1]) == [STANDARD[0]]


def test_windows_reads_the_selection_by_ui_automation_and_leaves_programs_without_it_alone() -> None:
    pieces = [SimpleNamespace(GetText=lambda most: "Ring 33 12 34 56"[:most])]
    ranges = SimpleNamespace(Length=1, GetElement=lambda n: pieces[n])
    element = SimpleNamespace(GetCurrentPattern=lambda _: SimpleNamespace(GetSelection=lambda: ranges))
    assert windows.automation(SimpleNamespace(GetFocusedElement=lambda: element)) == "Ring 33 12 34 56"
    plain = SimpleNamespace(GetCurrentPattern=lambda _: None)
    assert windows.automation(SimpleNamespace(GetFocusedElement=lambda: plain)) == ""

    def broken() -> None:
        raise OSError(-2147220991, "an event was unable to invoke any of the subscribers")

    assert windows.automation(SimpleNamespace(GetFocusedElement=broken)) == ""


class Memory:
    """kernel32's global memory and user32's clipboard on it."""

    def __init__(self) -> None:
        self.blocks: dict[int, Any] = {}
        self.formats: dict[int, int] = {}
        self.sequence = 1

    def GlobalAlloc(self, _flags: int, size: int) -> int:
        self.blocks[len(self.blocks) + 1] = ctypes.create_string_buffer(size)
        return len(self.blocks)

    def GlobalSize(self, handle: int) -> int:
        return len(self.blocks[handle])

    def GlobalLock(self, handle: int) -> int:
        return ctypes.addressof(self.blocks[handle])

    def GlobalUnlock(self, _handle: int) -> int:
        return 1

    def OpenClipboard(self, _window: None) -> int:
        return 1

    def CloseClipboard(self) -> int:
        return 1

    def EmptyClipboard(self) -> int:
        self.formats.clear()
        return 1

    def EnumClipboardFormats(self, kind: int) -> int:
        known = [0, *self.formats]
        return dict(zip(known, [*known[1:], 0], strict=True))[kind]

    def GetClipboardData(self, kind: int) -> int:
        return self.formats.get(kind, 0)

    def SetClipboardData(self, kind: int, handle: int) -> int:
        self.formats[kind] = handle
        self.sequence += 1
        return handle

    def GetClipboardSequenceNumber(self) -> int:
        return self.sequence

    def RegisterClipboardFormatW(self, _name: str) -> int:
        return 0xC123


def test_windows_puts_every_format_of_the_clipboard_back_and_asks_histories_to_look_away() -> None:
    memory = Memory()
    board = windows.WindowsBoard(memory, memory)
    mine = {13: "mine\0".encode("utf-16-le"), 0xC001: b"<b>mine</b>", 2: b"a bitmap's handle"}
    board.put_back(list(mine.items()))
    kept = board.keep()
    assert kept is not None and 2 not in dict(kept)  # type: ignore[call-overload]
    board.put_back([(13, "33 12 34 56\0".encode("utf-16-le"))])
    assert board.text() == "33 12 34 56" and board.count() > 1
    board.put_back(kept)
    assert board.text() == "mine"
    assert bytes(memory.blocks[memory.formats[0xC001]]) == b"<b>mine</b>"
    assert 0xC123 in memory.formats


def test_windows_never_copies_in_a_console() -> None:
    def front(name: str) -> Any:
        def put(_window: int, place: Any, _size: int) -> None:
            place.value = name

        return SimpleNamespace(GetForegroundWindow=lambda: 1, GetClassNameW=put)

    assert windows.in_terminal(front("ConsoleWindowClass")) and windows.in_terminal(front("mintty"))
    assert not windows.in_terminal(front("Notepad"))


def test_macos_reads_the_selection_by_accessibility_and_only_with_leave() -> None:
    def value(_element: object, name: str, _none: None) -> tuple[int, object]:
        return {"AXFocusedUIElement": (0, "field"), "AXSelectedText": (0, "Ring 33 12 34 56")}[name]

    services = SimpleNamespace(AXUIElementCreateSystemWide=object, AXUIElementCopyAttributeValue=value)
    assert macos.marked(services) == "Ring 33 12 34 56"
    services.AXUIElementCopyAttributeValue = lambda *_: (-25204, None)
    assert macos.marked(services) == ""
    assert not macos.allowed(SimpleNamespace(AXIsProcessTrusted=lambda: False))
