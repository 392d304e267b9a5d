"""What phones subscribe to: the message lamp (RFC 3842, also unsolicited) and other lines' states (RFC 4235)."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import TypeVar
from xml.sax.saxutils import quoteattr

from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.ports import Line
from onepresence_desktop.pbx.telephony.sip.address import Malformed, parse_uri
from onepresence_desktop.pbx.telephony.sip.clock import Flow, Timer
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.txn import Client, Server
from onepresence_desktop.pbx.telephony.sip.unsolicited import notify

LONGEST, SHORTEST = 600, 60
"""Seconds: a restarted service knows no subscriptions, and a lamp is right again once the phone has renewed its own."""

MWI, DIALOG = "message-summary", "dialog"
MOST_PER_DEVICE = 100
MAILBOX_CODE = "*98"
"""What one dials to hear one's own messages."""

DIALOG_STATES = {
    DeviceState.RINGING: "early",
    DeviceState.ON_CALL: "confirmed",
    DeviceState.ON_HOLD: "confirmed",
}


K = TypeVar("K")


class Subscription:
    """A dialog made by SUBSCRIBE. watched: the user whose lamp or line it is about. end: called when nobody listens."""

    def __init__(
        self,
        core: Core,
        server: Server,
        end: Callable[[Subscription], None],
        *,
        device_id: DeviceId,
        event: str,
        watched: UserId,
    ) -> None:
        request = server.request
        self._core = core
        self._end = end
        self.device_id = device_id
        self.event = event
        self.watched = watched
        self.flow: Flow = server.flow
        self.call_id = request.call_id
        self.local_tag = server.to_tag
        self._local = f"{request.get('to')};tag={self.local_tag}"
        self._remote = request.get("from")
        contact = request.contact()
        self._target = contact.uri if contact is not None else request.from_.uri
        self._cseq = random.randrange(1, 10_000)
        asked = parse_uri(request.uri)
        self.entity = f"{asked.scheme}:{asked.user}@{asked.host}" if asked.user else request.uri
        self._timer: Timer | None = None
        self._version = 0
        self.expires_at = 0.0

    def renew(self, seconds: int) -> None:
        """Let it live on."""
        self.expires_at = self._core.clock.time() + seconds
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._core.clock.call_later(seconds + 1, lambda: self._end(self))

    def stop(self) -> None:
        """No more timers."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def notify(self, body: bytes, kind: str, *, over: bool = False) -> None:
        """Tell the state."""
        self._cseq += 1
        left = max(0, round(self.expires_at - self._core.clock.time()))
        request = Message("NOTIFY", self._target)
        request.headers = [
            ("via", self._core.via(self.flow)),
            ("max-forwards", "70"),
            ("from", self._local),
            ("to", self._remote),
            ("call-id", self.call_id),
            ("cseq", f"{self._cseq} NOTIFY"),
            ("contact", self._core.contact(self.flow)),
            ("event", self.event),
            ("subscription-state", "terminated;reason=timeout" if over else f"active;expires={left}"),
        ]
        if body:
            request.add("content-type", kind)
            request.body = body

        def refused(response: Message) -> None:
            if response.status in (404, 408, 410, 481):
                self._end(self)

        Client(self._core.layer, self.flow, request, refused, lambda: self._end(self)).start()

    def next_version(self) -> int:
        """Of the dialog document."""
        self._version += 1
        return self._version - 1


class Subscriptions:
    """All of them, by dialog, device and whom they watch, and the lamps' last state: a lamp costs what it lights."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._by_dialog: dict[tuple[str, str], Subscription] = {}
        self._of_device: dict[DeviceId, dict[Subscription, None]] = {}
        self._watching: dict[tuple[str, UserId], dict[Subscription, None]] = {}
        self._waiting: dict[UserId, MessageWaiting] = {}

    @property
    def count(self) -> int:
        """How many are alive, for leak checks."""
        return len(self._by_dialog)

    def subscribe(self, server: Server, line: Line) -> None:
        """A SUBSCRIBE, new or renewing."""
        request = server.request
        event = request.get("event").split(";")[0].strip().lower()
        if event not in (MWI, DIALOG):
            server.answer(489, headers=(("allow-events", f"{MWI}, {DIALOG}"),))
            return
        text = request.get("expires", str(LONGEST)).strip()
        seconds = min(int(text[:9]), LONGEST) if text.isascii() and text.isdigit() else LONGEST
        if 0 < seconds < SHORTEST:
            server.answer(423, headers=(("min-expires", str(SHORTEST)),))
            return
        known = self._by_dialog.get((request.call_id, request.to.tag)) if request.to.tag else None
        if request.to.tag and (known is None or known.device_id != line.device_id):
            server.answer(481)
            return
        subscription = known or self._new(server, line, event)
        if subscription is None:
            server.answer(404)
            return
        headers = (("contact", self._core.contact(server.flow)), ("expires", str(seconds)))
        server.answer(200, headers=headers)
        subscription.flow = server.flow
        if seconds:
            subscription.renew(seconds)
            self._tell(subscription)
        else:
            self._tell(subscription, over=True)
            self.end(subscription)

    def _new(self, server: Server, line: Line, event: str) -> Subscription | None:
        if len(self._of_device.get(line.device_id, ())) >= MOST_PER_DEVICE:
            return None
        watched: UserId | None = line.user_id
        if event == DIALOG:
            try:
                number = parse_uri(server.request.uri).user
            except Malformed:
                return None
            watched = self._core.router.party(line.customer_id, number).user_id
        if watched is None:
            return None
        made = Subscription(self._core, server, self.end, device_id=line.device_id, event=event, watched=watched)
        self._by_dialog[(made.call_id, made.local_tag)] = made
        self._of_device.setdefault(made.device_id, {})[made] = None
        self._watching.setdefault((made.event, made.watched), {})[made] = None
        return made

    def forget(self, device_id: DeviceId) -> None:
        """The device is no longer ours: it hears nothing more."""
        for subscription in list(self._of_device.get(device_id, ())):
            self.end(subscription)

    def end(self, subscription: Subscription) -> None:
        """Forget one."""
        subscription.stop()
        if self._by_dialog.pop((subscription.call_id, subscription.local_tag), None) is not None:
            _drop(self._of_device, subscription.device_id, subscription)
            _drop(self._watching, (subscription.event, subscription.watched), subscription)

    def stop(self) -> None:
        """Forget all."""
        for subscription in list(self._by_dialog.values()):
            self.end(subscription)

    def set_waiting(self, waiting: MessageWaiting) -> None:
        """Light or put out a user's lamps."""
        if self._waiting.get(waiting.user_id) == waiting:
            return
        self._waiting[waiting.user_id] = waiting
        subscribed = set()
        for subscription in list(self._watching.get((MWI, waiting.user_id), ())):
            subscribed.add(subscription.device_id)
            self._tell(subscription)
        for line in self._core.lines_of(waiting.user_id):
            if line.device_id not in subscribed:
                self._unsolicited(line, waiting)

    def registered(self, line: Line) -> None:
        """A phone has come: it doesn't know yet whether its lamp is to be lit."""
        waiting = self._waiting.get(line.user_id)
        subscribed = any(s.event == MWI for s in self._of_device.get(line.device_id, ()))
        if waiting is not None and not subscribed:
            self._unsolicited(line, waiting)

    def line_changed(self, user_id: UserId) -> None:
        """Some phone of a user has another state."""
        for subscription in list(self._watching.get((DIALOG, user_id), ())):
            self._tell(subscription)

    def _tell(self, subscription: Subscription, *, over: bool = False) -> None:
        if subscription.event == MWI:
            waiting = self._waiting.get(subscription.watched, MessageWaiting(subscription.watched, 0, 0))
            host = self._core.domain(subscription.flow)
            subscription.notify(summary(waiting, host), "application/simple-message-summary", over=over)
        else:
            body = dialog_info(subscription, self._core.user_states(subscription.watched), self._core)
            subscription.notify(body, "application/dialog-info+xml", over=over)

    def _unsolicited(self, line: Line, waiting: MessageWaiting) -> None:
        for binding in self._core.registrar.bindings(line.sip_user):
            about = (
                ("event", MWI),
                ("subscription-state", "active"),
                ("content-type", "application/simple-message-summary"),
            )
            body = summary(waiting, self._core.domain(binding.flow))
            notify(self._core, line, binding, "voicemail", about, body)


def _drop(index: dict[K, dict[Subscription, None]], key: K, subscription: Subscription) -> None:
    found = index.get(key, {})
    found.pop(subscription, None)
    if not found:
        index.pop(key, None)


def summary(waiting: MessageWaiting, host: str) -> bytes:
    """RFC 3842 section 5.2; the account is what the phone's message key dials at `host`."""
    light = "yes" if waiting.new else "no"
    lines = (
        f"Messages-Waiting: {light}",
        f"Message-Account: sip:{MAILBOX_CODE}@{host}",
        f"Voice-Message: {waiting.new}/{waiting.old} (0/0)",
    )
    return "".join(f"{line}\r\n" for line in lines).encode()


def dialog_info(subscription: Subscription, states: Mapping[DeviceId, DeviceState], core: Core) -> bytes:
    """RFC 4235: the full state of a line, a dialog for each phone. Some makes keep a lamp lit that is told nothing.

    A call that rings is told with its Call-ID and tags, so that another phone's key can pick it up (RFC 3891).
    """
    entity = quoteattr(subscription.entity)
    dialogs = "".join(
        f"<dialog id={quoteattr(device)}{_names(core.leg_of(device))}>"
        f"<state>{DIALOG_STATES.get(state, 'terminated')}</state></dialog>"
        for device, state in states.items()
    )
    return (
        '<?xml version="1.0"?>\n<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" '
        f'version="{subscription.next_version()}" state="full" entity={entity}>{dialogs}</dialog-info>\n'
    ).encode("utf-8", "replace")


def _names(leg: Leg | None) -> str:
    """The dialog's names as attributes, seen from the phone; "" without one."""
    if leg is None:
        return ""
    names = {
        "call-id": leg.call_id,
        "local-tag": leg.remote_tag,
        "remote-tag": leg.local_tag,
        "direction": "recipient" if leg.ours else "initiator",
    }
    return "".join(f" {name}={quoteattr(value)}" for name, value in names.items() if value)
