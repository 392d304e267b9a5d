"""Somebody's calendars in words: which one it is, and how it is doing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.texts.errors import error
from onepresence_desktop.desktop.texts.times import ago
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import CalendarKind
from onepresence_desktop.wire.calendars import CalendarView


def calendar(view: CalendarView, among: Sequence[CalendarView], connection: str = "") -> str:
    """By its server, for the rest of an address may be a secret; numbered where another of them is there, too.

    connection: the company's, by name, where that is known.
    """
    if view.kind is CalendarKind.COMPANY:
        words = translate("Texts", "The company's calendar")
        return f"{words}: {connection}" if connection else words
    alike = [one.id for one in among if one.kind is not CalendarKind.COMPANY and _host(one) == _host(view)]
    return f"{_host(view)} ({alike.index(view.id) + 1})" if len(alike) > 1 and view.id in alike else _host(view)


def calendar_state(view: CalendarView, now: datetime) -> str:
    """When it was read, or why it can't be."""
    if view.trouble:
        return error(ConnectionFailed(reason=view.trouble))
    if view.read_at is None:
        return translate("Texts", "Not read yet")
    return translate("Texts", "Read {time}").format(time=ago(view.read_at, now))


def _host(view: CalendarView) -> str:
    return urlsplit(view.address).hostname or view.address
