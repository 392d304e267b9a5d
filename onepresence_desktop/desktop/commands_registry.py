"""Every command of the program, once: what it is called, whether it can be given now, what it does.

Tray menu, own menu, palette, key overview, the window's keys and `onepresence do` are drawn from here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from onepresence_desktop.client.readings import effective, unread
from onepresence_desktop.desktop import do_not_disturb, quick_diversions, texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.domain.diversion import VOICEMAIL, Reason
from onepresence_desktop.wire.bodies import DiversionRequest

if TYPE_CHECKING:
    from onepresence_desktop.desktop.pages import Place


class Group(StrEnum):
    """What kind of command it is; lists show them together."""

    DIVERT = "divert"
    CALL = "call"
    GO = "go"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Command:
    """One command as it stands now.

    id: the word scripts know it by ("divert.lunch"). words: its name in the language in use; detail: the rest of it (a
    time, a number). keys: within the window ("Ctrl+1"); global_keys: in any program. checked: runs already.
    under: the head its words need to be understood alone. why_not: why it can't be given now; "" when it can.
    """

    id: str
    group: Group
    icon: str
    words: str
    run: Callable[[], None]
    detail: str = ""
    keys: str = ""
    global_keys: str = ""
    checked: bool = False
    under: str = ""
    why_not: str = ""

    @property
    def full_name(self) -> str:
        """Its words as they are understood without what stands round them."""
        if self.id.startswith("divert."):
            return f"{self.words} {self.detail}".strip()
        return f"{self.under}: {self.words}" if self.under else self.words

    @property
    def enabled(self) -> bool:
        """Whether it can be given now."""
        return not self.why_not


@dataclass(frozen=True, slots=True)
class SectionWords:
    """A section of the window as a command to go there. title: in the language in use."""

    key: str
    icon: str
    title: str


@dataclass
class Program:
    """What commands ask of the program round them, filled in by the app as its rooms come up.

    dial_selection and palette: None where the system gives no global key and no way to one; the keys are in words.
    """

    show: Callable[[], None] = lambda: None
    show_section: Callable[[str], None] = lambda _key: None
    go_to: Callable[[Place], None] = lambda _place: None
    sections: Callable[[], Sequence[SectionWords]] = tuple
    show_keys: Callable[[], None] = lambda: None
    sign_out: Callable[[], None] = lambda: None
    quit: Callable[[], None] = lambda: None
    dial_selection: Callable[[], None] | None = None
    selection_keys: Callable[[], str] = lambda: ""
    palette: Callable[[], None] | None = None
    palette_keys: Callable[[], str] = lambda: ""
    window_keys: Callable[[], str] = lambda: ""
    answer_keys: Callable[[], str] = lambda: ""
    hang_up_keys: Callable[[], str] = lambda: ""


def message_to(run: Callable[[], None], keys: str = "", why_not: str = "") -> Command:
    """A message by e-mail or SMS: the program's to nobody yet, a row's (with its keys) to whoever stands there."""
    return Command(
        "message", Group.CALL, "msg-sms", translate("Commands", "Write a message"), run, "", keys, why_not=why_not
    )


class CommandRegistry:
    """The commands of whoever is signed in, made anew each time they are asked for."""

    def __init__(self, session: Session, actions: Actions) -> None:
        self._session, self._actions = session, actions
        self.program = Program()

    def commands(self) -> list[Command]:
        """All there are now, in the order they are shown."""
        everywhere = [*self.go(), *self.of_the_program()]
        if self._session.mirror.me is None:
            return everywhere
        return [
            *self.quick(),
            *self.do_not_disturb(),
            self.open_phone(),
            *self.my_groups(),
            *self.calling(),
            *self.answer(),
            *self.hang_up(),
            message_to(self._compose, why_not=self.unable()),
            *everywhere,
        ]

    def find(self, command_id: str) -> Command | None:
        """The command by its id; None when there is none such for this user now."""
        return next((command for command in self.commands() if command.id == command_id), None)

    # --- diversions ---

    def quick(self) -> list[Command]:
        """The quick diversions: each sets itself, and ends itself when it runs."""
        made = []
        for place, item in enumerate(quick_diversions.quick_items(self._session.mirror), start=1):
            name, time = quick_diversions.words(item)
            made.append(
                Command(
                    f"divert.{item.key}",
                    Group.DIVERT,
                    quick_diversions.icon(item),
                    name,
                    partial(self._toggle, item),
                    detail=time,
                    keys=f"Alt+{place}" if place <= 9 else "",
                    checked=item.running,
                    why_not=self.unable(),
                )
            )
        return made

    def divert_until(self, key: str, until: datetime) -> None:
        """Set a quick diversion with another end than its own."""
        self._actions.divert(DiversionRequest(preset=key, until=until))

    def do_not_disturb(self) -> list[Command]:
        """Do-not-disturb by how long."""
        offered = do_not_disturb.lengths(self._session.mirror, self._session.now())
        return [
            Command(
                f"do-not-disturb.{key}",
                Group.DIVERT,
                do_not_disturb.icon(key),
                do_not_disturb.words(key),
                partial(self.close_door, until),
                detail=texts.clock(until) if until is not None else "",
                under=translate("Shell", "Do not disturb"),
                why_not=self.unable(),
            )
            for key, until in offered
        ]

    def close_door(self, until: datetime | None) -> None:
        """Set do-not-disturb; None until turned off."""
        self._actions.divert(DiversionRequest(reason=Reason.DO_NOT_DISTURB, destination=VOICEMAIL, until=until))

    def open_phone(self) -> Command:
        """End all that runs. It is also sent when nothing is known to run: that may have just been set."""
        counts = effective(self._session.mirror)
        words, detail = translate("Commands", "Open the phone"), ""
        if counts is None:
            detail = translate("Commands", "Your phone is open already")
        elif counts.reason is Reason.DO_NOT_DISTURB:
            words = translate("Commands", "Turn off Do not disturb")
        run, why_not = self._actions.open_phone, self.unable()
        return Command("open-phone", Group.DIVERT, "call", words, run, detail=detail, keys="Alt+0", why_not=why_not)

    def my_groups(self) -> list[Command]:
        """Logging out of each group the user is a member of, or in again."""
        mirror = self._session.mirror
        me = mirror.me
        made = []
        for group in sorted(mirror.groups.values(), key=lambda group: group.name) if me is not None else ():
            if me is None or me.id not in group.members:
                continue
            out = me.id in group.logged_out
            words = translate("Commands", "Log in to {group}") if out else translate("Commands", "Log out of {group}")
            run = partial(self._actions.log_in_to_group if out else self._actions.log_out_of_group, group.id)
            name = words.format(group=group.name)
            made.append(Command(f"group.{group.local_number}", Group.DIVERT, "group", name, run, why_not=self.unable()))
        return made

    def _toggle(self, item: quick_diversions.QuickItem) -> None:
        if item.running:
            self._actions.open_phone()
        else:
            self._actions.divert_preset(item.key)

    # --- calls, places, the program ---

    def calling(self) -> list[Command]:
        """Calling what is marked in another program, where the system lets us read that."""
        if self.program.dial_selection is None:
            return []
        words = translate("Commands", "Call selected number")
        keys = self.program.selection_keys()
        return [
            Command(
                "dial-selection",
                Group.CALL,
                "dialpad",
                words,
                self.program.dial_selection,
                global_keys=keys,
                why_not=self.unable(),
            )
        ]

    def answer(self) -> list[Command]:
        """Taking the call that rings, as long as one does."""
        call, keys = self._session.call_to_answer(), self.program.answer_keys()
        if call is None:
            return []
        words, run = translate("Shell", "Answer"), partial(self._actions.answer, call.id)
        return [Command("answer", Group.CALL, "answer", words, run, global_keys=keys, why_not=self.unable())]

    def hang_up(self) -> list[Command]:
        """Ending the call one is in, as long as there is one."""
        call, keys = self._session.own_call(), self.program.hang_up_keys()
        if call is None:
            return []
        words, run = translate("Shell", "Hang up"), partial(self._actions.hang_up, call.id)
        return [Command("hang-up", Group.CALL, "hangup", words, run, global_keys=keys, why_not=self.unable())]

    def _compose(self) -> None:
        from onepresence_desktop.desktop.pages import Compose  # the tray comes up without pages

        self.program.go_to(Compose())

    def go(self) -> list[Command]:
        """The window and its sections, in their order."""
        made = []
        for place, section in enumerate(self.program.sections(), start=1):
            waiting = unread(self._session.mirror) if section.key == "inbox" else 0
            made.append(
                Command(
                    f"go.{section.key}",
                    Group.GO,
                    section.icon,
                    section.title,
                    partial(self.program.show_section, section.key),
                    detail=texts.count(waiting) if waiting else "",
                    keys=f"Ctrl+{place}" if place <= 9 else "",
                )
            )
        return made

    def of_the_program(self) -> list[Command]:
        """What there is also when nobody is signed in."""
        program = self.program
        words, keys = translate("Commands", "Show OnePresence"), program.window_keys()
        made = [Command("show", Group.PROGRAM, "compact", words, program.show, global_keys=keys)]
        if self._session.mirror.me is not None:
            if program.palette is not None:
                words, keys = translate("Commands", "Command palette"), program.palette_keys()
                made.append(Command("palette", Group.PROGRAM, "command", words, program.palette, global_keys=keys))
            overview = translate("Commands", "All keys")
            made.append(Command("keys", Group.PROGRAM, "keyboard", overview, program.show_keys, keys="F1"))
            made.append(
                Command("sign-out", Group.PROGRAM, "sign-out", translate("Commands", "Sign out"), program.sign_out)
            )
        return [*made, Command("quit", Group.PROGRAM, "quit", translate("Commands", "Quit"), program.quit)]

    def unable(self) -> str:
        """Why nothing can be sent now; "" when it can."""
        if self._session.connection.state is ConnectionState.LIVE:
            return ""
        return translate("Commands", "Not connected")
