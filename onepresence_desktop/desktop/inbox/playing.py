"""The player of the message shown: its card, what is listened to, and where the user wants to hear it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.inbox.listening import Listening
from onepresence_desktop.desktop.inbox.outlet import Outlet, OutletMenu
from onepresence_desktop.desktop.inbox.player_card import RATES, PlayerCard
from onepresence_desktop.desktop.inbox.saving import file_name
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.messages import Message


class Playing(QObject):
    """Joins the card to `Listening` and `Outlet`, and says there what can't be heard. chosen: the message shown."""

    def __init__(
        self,
        listening: Listening,
        card: PlayerCard,
        outlet: Outlet,
        chosen: Callable[[], Message | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._listening = listening
        self._card = card
        self._outlet = outlet
        self._chosen = chosen
        self._page = parent
        card.toggled.connect(self.toggle)
        card.sought.connect(listening.seek)
        card.skipped.connect(self.skip)
        card.rate_chosen.connect(listening.set_rate)
        card.outlets_wanted.connect(lambda: listening.player.ready(self._offer_outlets))
        listening.loaded.connect(self.show)
        listening.moved.connect(card.show_time)
        listening.playing_changed.connect(card.button.show_playing)
        listening.failed.connect(self._failed)
        listening.outside_wanted.connect(self._play_outside)

    def show(self) -> None:
        """The chosen message's sound as far as it is here, and why it isn't."""
        listening, message = self._listening, self._chosen()
        shape = listening.shape
        if message is None:
            return
        seconds = shape.seconds if shape is not None else message.seconds
        self._card.show_sound(shape.peaks if shape is not None else (), seconds, listening.place)
        self._card.rate.set_chosen(next(key for key, rate in RATES.items() if rate == listening.rate))
        if listening.error is not None:
            self._card.say(translate("Inbox", "The sound couldn't be fetched – try again."))
        elif listening.data is not None and shape is None:
            self._card.say(translate("Inbox", "The sound can't be read."))

    def toggle(self) -> None:
        """Play it, or pause it, where the user wants to hear it."""
        self._listening.outside = self._outlet.outside()
        self._listening.player.device = self._outlet.device()
        self._listening.toggle()

    def skip(self, seconds: float) -> None:
        """On, or back."""
        self._listening.seek(self._listening.place + seconds)

    def choose_rate(self, name: str) -> None:
        """A speed of `RATES`."""
        self._card.rate.set_chosen(name)
        self._listening.set_rate(RATES[name])

    def _failed(self, why: str) -> None:
        self._card.say(texts.unplayable(why))

    def _play_outside(self, data: bytes) -> None:
        message = self._chosen()
        if message is not None and self._outlet.open_outside(data, file_name(message)):
            self._listening.opened_outside()
        else:
            self._card.say(translate("Inbox", "The system has no player for it."))

    def _offer_outlets(self) -> None:
        button = self._card.outlets
        menu = OutletMenu(self._listening.player.devices(), self._outlet, self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.device_chosen.connect(self._use_device)
        menu.outside_chosen.connect(lambda: self._outlet.choose_outside(True))
        menu.popup(button.mapToGlobal(button.rect().bottomRight() - QPoint(menu.sizeHint().width(), -4)))

    def _use_device(self, device: str) -> None:
        self._outlet.choose_outside(False)
        self._outlet.choose_device(device)
        self._listening.player.use(device)
