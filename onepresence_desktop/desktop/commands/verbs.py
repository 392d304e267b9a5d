"""Carries out what a command asks; a refusal becomes a sentence in the screen's language."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from datetime import timedelta

from PySide6.QtCore import QObject

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.commands.request import REFUSED, Reply, Request, Verb, next_time
from onepresence_desktop.desktop.commands.status import status_json, status_words
from onepresence_desktop.desktop.commands_registry import CommandRegistry, Group
from onepresence_desktop.desktop.dial.candidates import candidates, typed
from onepresence_desktop.desktop.dial.dialler import Dialler
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.domain.diversion import Preset
from onepresence_desktop.domain.errors import NotSignedIn, NumberRefused, OnePresenceError
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.wire.bodies import DiversionRequest

MESSAGE_LINK = "onepresence://message/"
"""What a link to a message of the inbox begins with; its id follows (spec 6.7)."""

SIGN_IN_SECONDS = 10.0
"""How long a command waits for a program that is only just getting in."""


class Verbs(QObject):
    """dial_selection: what the global key does. show, quit: of the whole program. say: tells the user on the screen."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        registry: CommandRegistry,
        dialler: Dialler,
        *,
        dial_selection: Callable[[], Awaitable[None]],
        show: Callable[[], None],
        quit_program: Callable[[], None],
        say: Callable[[str], None],
        patience: float = SIGN_IN_SECONDS,
    ) -> None:
        super().__init__()
        self._session, self._actions, self._registry, self._dialler = session, actions, registry, dialler
        self._dial_selection, self._show, self._quit, self._say = dial_selection, show, quit_program, say
        self._patience = patience
        self._link = ""
        self._verbs: dict[Verb, Callable[[Request], Awaitable[Reply]]] = {
            Verb.SHOW: self._to_front,
            Verb.CALL: self._call,
            Verb.DIAL_SELECTION: self._marked,
            Verb.DIVERT: self._divert,
            Verb.OPEN_PHONE: self._open_phone,
            Verb.STATUS: self._status,
            Verb.QUIT: self._end,
            Verb.OPEN_LINK: self._open_link,
            Verb.DO: self._do,
            Verb.COMMANDS: self._commands,
        }
        session.reset.connect(self._open_kept)
        session.connection_changed.connect(self._open_kept)

    async def carry_out(self, request: Request) -> Reply:
        """The command's answer; never raises what the product itself refuses."""
        try:
            return await self._verbs[request.verb](request)
        except OnePresenceError as exc:
            return Reply(REFUSED, reason=refusal(exc))

    def open_link(self, link: str) -> Reply:
        """Ask about a link's number, or show the message it names; kept until one is signed in.

        A refusal is said on the screen as well.
        """
        if not self._in():
            self._link = link
            self._show()
            return Reply()
        if link.lower().startswith(MESSAGE_LINK):
            return self._open_message(link[len(MESSAGE_LINK) :].strip("/"))
        try:
            self._dialler.open_link(link)
        except NumberRefused as exc:
            self._say(refusal(exc))
            return Reply(REFUSED, reason=refusal(exc))
        return Reply()

    def _open_message(self, message_id: str) -> Reply:
        from onepresence_desktop.desktop.pages import MessagePlace

        message = self._session.mirror.messages.get(MessageId(message_id))
        if message is None:
            gone = translate("Commands", "That message isn't there any more.")
            self._say(gone)
            return Reply(REFUSED, reason=gone)
        self._registry.program.go_to(MessagePlace(message=message.id))
        return Reply()

    async def _to_front(self, request: Request) -> Reply:
        if request.activation:
            os.environ["XDG_ACTIVATION_TOKEN"] = request.activation  # where Qt looks for it on Wayland
        self._show()
        return Reply()

    async def _call(self, request: Request) -> Reply:
        await self._be_in()
        region = self._dialler.region
        found = candidates(request.subject, region, self._session.mirror)
        certain = [hit for hit in found if hit.certain]
        hits = certain or found
        if len(hits) > 1:
            return Reply(REFUSED, reason=translate("Commands", "There are several numbers in that."))
        one = hits[0] if hits else typed(request.subject, region)
        if one is None:
            return Reply(REFUSED, reason=translate("Dial", "There is no number in that."))
        if one.emergency:
            self._dialler.offer(request.subject, ask=True)
            return Reply(REFUSED, reason=translate("Commands", "Emergency calls are confirmed on the screen."))
        await self._actions.call_and_wait(one.number, self._dialler.device())
        return Reply()

    async def _marked(self, _: Request) -> Reply:
        await self._be_in()
        await self._dial_selection()
        return Reply()

    async def _divert(self, request: Request) -> Reply:
        await self._be_in()
        preset = self._preset(request.subject)
        if preset is None:
            words = translate("Commands", "There is no quick diversion {name}. There are: {names}")
            return Reply(REFUSED, reason=words.format(name=request.subject, names=", ".join(self._presets())))
        body = DiversionRequest(preset=preset)
        if request.seconds is not None:
            body = DiversionRequest(preset=preset, duration=timedelta(seconds=request.seconds))
        elif request.until is not None:
            until = next_time(request.until, self._session.now())
            body = DiversionRequest(preset=preset, until=until)
        await self._actions.divert_and_wait(body)
        return Reply()

    def _preset(self, word: str) -> str | None:
        """The key of a quick diversion, by it or by its name on the screen, with or without its time."""
        wanted = word.strip().casefold()
        for command in self._registry.quick():
            key, name = command.id.removeprefix("divert."), command.words.casefold()
            if word == key or wanted in (key.replace("_", "-"), key, name, f"{name} {command.detail.casefold()}"):
                return key
        return None

    def _presets(self) -> list[str]:
        me = self._session.mirror.me
        return [*(p.value for p in Preset), *(q.name for q in (me.quick if me is not None else []))]

    async def _open_phone(self, _: Request) -> Reply:
        await self._be_in()
        await self._actions.open_phone_and_wait()
        return Reply()

    async def _status(self, request: Request) -> Reply:
        return Reply(text=status_json(self._session) if request.json else status_words(self._session))

    async def _end(self, _: Request) -> Reply:
        # Soon, not now: the answer goes out before the program ends.
        asyncio.get_running_loop().call_soon(self._quit)
        return Reply()

    async def _do(self, request: Request) -> Reply:
        """Give a command of the registry; what becomes of it is seen on the screen."""
        command = self._registry.find(request.subject)
        if command is None or command.group is not Group.PROGRAM:
            await self._be_in()
            command = self._registry.find(request.subject)
        if command is None:
            words = translate("Commands", "There is no command {name}. “onepresence commands” lists them.")
            return Reply(REFUSED, reason=words.format(name=request.subject))
        if not command.enabled:
            return Reply(REFUSED, reason=command.why_not)
        asyncio.get_running_loop().call_soon(command.run)
        return Reply()

    async def _commands(self, _: Request) -> Reply:
        listed = [(command.id, f"{command.words} {command.detail}".strip()) for command in self._registry.commands()]
        wide = max((len(name) for name, _words in listed), default=0)
        return Reply(text="\n".join(f"{name:{wide}}  {words}" for name, words in listed))

    async def _open_link(self, request: Request) -> Reply:
        return self.open_link(request.subject)

    def _in(self) -> bool:
        return self._session.mirror.me is not None and self._session.connection.state is not ConnectionState.CONNECTING

    def _open_kept(self) -> None:
        if self._link and self._in():
            link, self._link = self._link, ""
            self.open_link(link)

    async def _be_in(self) -> None:
        """Raises `NotSignedIn`, or what keeps the service away, when that takes too long."""
        changed = asyncio.Event()

        def told(*_: object) -> None:
            changed.set()

        self._session.connection_changed.connect(told)
        self._session.reset.connect(told)
        try:
            async with asyncio.timeout(self._patience):
                while not self._in():
                    await changed.wait()
                    changed.clear()
        except TimeoutError:
            raise self._session.connection.error or NotSignedIn() from None
        finally:
            self._session.connection_changed.disconnect(told)
            self._session.reset.disconnect(told)


def refusal(problem: OnePresenceError) -> str:
    """Why a command or link was refused."""
    if isinstance(problem, NotSignedIn):
        return translate("Commands", "Not signed in.")
    if isinstance(problem, NumberRefused):
        special = {
            "code": translate("Commands", "A link can't dial codes with * or #."),
            "none": translate("Commands", "There is no number in that link."),
        }.get(str(problem.details.get("number")))
        if special is not None:
            return special
    return texts.error(problem)
