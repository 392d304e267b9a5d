"""What is done with the devices of the person shown: the pane asks, the service answers, the pane shows it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.devices import DevicesPane
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.errors import NotEncrypted, NotFound, OnePresenceError
from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.wire.bodies import DeviceBody, DevicePatch
from onepresence_desktop.wire.views import DeviceListing, PersonView, SipSettings

T = TypeVar("T")
Verb = Callable[[PbxClient], Awaitable[T]]


class DeviceVerbs(QObject):
    """Of one pane."""

    def __init__(self, session: Session, actions: Actions, pane: DevicesPane) -> None:
        super().__init__(pane)
        self._session, self._actions, self.devices = session, actions, pane
        self._chosen: UserId | None = None
        self._there: set[DeviceId] | None = None
        session.presence_changed.connect(self._presence_changed)
        pane.add.connect(self._add_device)
        pane.remove.connect(self._remove_device)
        pane.provision.connect(self._provision)
        pane.sip.connect(self._show_sip)
        pane.change.connect(self._change)

    def _provision(self, device_id: str) -> None:
        def arrived(answer: str | OnePresenceError) -> None:
            if isinstance(answer, NotEncrypted):
                words = translate(
                    "Administration", "The telephone system listens on this computer alone: phones don't reach it."
                )
                self.devices.band.say(words)
            elif isinstance(answer, OnePresenceError):
                self.devices.band.say(texts.error(answer))
            else:
                self.devices.band.hide()
                self.devices.sip_card.clear()  # or the address lies below the edge
                self.devices.fetching.show_address(answer)

        self._ask("provisioning", lambda client: client.provisioning(DeviceId(device_id)), arrived)

    def _ask(self, name: str, verb: Verb[T], reply: Callable[[T | OnePresenceError], None]) -> None:
        """As `Actions.ask`; what is answered when another person is shown is of no use any more."""
        asked_for = self._chosen

        def arrived(answer: T | OnePresenceError) -> None:
            if self._chosen == asked_for:
                reply(answer)

        self._actions.ask(name, verb, arrived)

    def show_person(self, person: PersonView) -> None:
        """Whose devices they are from now on."""
        self._chosen = person.id
        self.devices.show_person(person)
        self.load()

    def load(self) -> None:
        """Ask for the devices again."""
        user_id = self._chosen
        if user_id is None:
            return
        self._there = self._ids()

        def arrived(answer: list[DeviceListing] | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.devices.band.say(texts.error(answer))
            else:
                self.devices.show_devices(answer)

        self._ask("person_devices", lambda client: client.person_devices(user_id), arrived)

    def _presence_changed(self, user_ids: list[UserId]) -> None:
        if self._chosen in user_ids and (presence := self._session.mirror.presence.get(self._chosen)) is not None:
            for device in presence.devices:
                self.devices.set_state(device.id, device.state)
            before, self._there = self._there, self._ids()
            if before is not None and before != self._there:
                self.load()  # somebody else added one, or took one away

    def _ids(self) -> set[DeviceId] | None:
        """Of the devices that colleagues see now; None where nothing is known of them."""
        presence = self._session.mirror.presence.get(self._chosen) if self._chosen is not None else None
        return {device.id for device in presence.devices} if presence is not None else None

    def _add_device(self, body: DeviceBody) -> None:
        user_id = self._chosen
        if user_id is None:
            return

        def arrived(answer: DeviceListing | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.devices.refused(answer)
                return
            self.devices.added()
            self.load()
            if answer.number is None:
                self._show_sip(answer.id)

        self._ask("add_device", lambda client: client.add_device(user_id, body), arrived)

    def _change(self, device_id: str, body: DevicePatch) -> None:
        def arrived(answer: DeviceListing | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.devices.refused(answer)
            self.load()

        self._ask("change_device", lambda client: client.change_device(DeviceId(device_id), body), arrived)

    def _remove_device(self, device_id: str) -> None:
        def arrived(answer: None | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.devices.refused(answer)
            self.load()

        self.devices.sip_card.clear()
        self._ask("remove_device", lambda client: client.remove_device(DeviceId(device_id)), arrived)

    def _show_sip(self, device_id: str) -> None:
        def arrived(answer: SipSettings | OnePresenceError) -> None:
            customer = self._session.mirror.customer
            if isinstance(answer, NotFound) and customer is not None and customer.demo:
                self.devices.band.say(translate("Administration", "Real phones can't connect to the demo company."))
            elif isinstance(answer, OnePresenceError):
                self.devices.refused(answer)
            else:
                self.devices.show_sip(answer)

        self._ask("sip_settings", lambda client: client.sip_settings(DeviceId(device_id)), arrived)
