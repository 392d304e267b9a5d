"""Menus and pop-ups, in every language and a longer one, light and dark: nothing they say is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from onepresence_desktop.desktop.caller_cards import CallerCards
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.popups.incoming import CallToast
from onepresence_desktop.desktop.popups.toasts import NoteToast
from onepresence_desktop.desktop.popups.whom_popover import WhomPopover
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.shell.call_bar import CallBar
from onepresence_desktop.desktop.stored_settings import CUSTOMER_CARD, Settings
from onepresence_desktop.desktop.theme.theme import Choice
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.tray.menu import TrayMenu
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.domain.people import Role
from onepresence_desktop.wire.calls import CallView
from tests.client.samples import snapshot
from tests.desktop.test_layout import LANGUAGES, Quiet, spoken, what_was_looked_at_ends
from tests.support.dressing import dress
from tests.support.looking import Painted, faults_of, own_texts

__all__ = ["spoken", "what_was_looked_at_ends"]


def signed_in(*, demo: bool = False) -> Session:
    session, first = Session(), snapshot()
    first = structs.replace(
        first, public=structs.replace(first.public, customer=structs.replace(first.public.customer, demo=demo))
    )
    me = structs.replace(first.private.me, role=Role.ADMINISTRATOR)
    session.take(structs.replace(first, private=structs.replace(first.private, me=me)), "e:0")
    session.set_connection(Connection(ConnectionState.LIVE))
    return session


def ringing(session: Session, state: CallState = CallState.RINGING) -> CallView:
    return CallView(
        id=CallId("c"), state=state, outgoing=False, number="+4533123456", name="Marianne Tofte",
        user_id=None, device_id=None, dialled="", started_at=session.now() - timedelta(seconds=3),
    )  # fmt: skip


def shown(session: Session, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Each with its name."""
    actions = Quiet()
    settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
    settings.set(CUSTOMER_CARD, "https://crm.example/{number}")
    cards = CallerCards(session, actions, settings)
    tray = TrayMenu(session, actions, CommandRegistry(session, actions))
    yield "tray menu", tray
    for action in tray.actions():
        if isinstance(inner := action.menu(), Menu):
            yield f"tray menu, {action.text()}", inner
    for state in (CallState.RINGING, CallState.VOICEMAIL):
        yield f"call that comes in, {state}", CallToast(ringing(session, state), session, cards)
        session.take(ringing(session, state), f"e:{state}")
        yield f"call bar, {state}", CallBar(session, actions, cards)
    yield "divert to", WhomPopover(session)
    demo = signed_in(demo=True)
    yield "call that comes in, demo", CallToast(ringing(demo), demo, CallerCards(demo, actions, settings))
    yield "note", NoteToast("hangup", Color.DANGER_TINT, Color.DANGER_TEXT, "Marianne Tofte", "33 12 34 56", "Call")


@pytest.mark.parametrize("look", [Choice.LIGHT, Choice.DARK])
@pytest.mark.parametrize("spoken", LANGUAGES, indirect=True, ids=lambda code: code or "longer")
def test_no_menu_and_no_pop_up_cuts_anything_off(
    spoken: str, look: Choice, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dress(qapp, look)
    painted, own = Painted(monkeypatch), own_texts(spoken)
    found: list[str] = []
    for name, widget in shown(signed_in(), tmp_path):
        widget.adjustSize()
        widget.show()
        qapp.processEvents()
        found += [f"{name}: {fault}" for fault in sorted(faults_of(widget, own, painted))]
        widget.hide()
        widget.deleteLater()
    assert not found, "\n".join(found)
