"""How one stands, for scripts (JSON, stable names) and for people (the screen's language)."""

from __future__ import annotations

import json
from datetime import datetime

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.named_numbers import destination_words
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.wire.views import CallView, StandingView


def status_json(session: Session) -> str:
    """One JSON object. What isn't known is null; `live` false: as it was when last heard."""
    mirror, connection = session.mirror, session.connection
    me = mirror.me
    seen = mirror.presence.get(me.id) if me is not None else None
    return json.dumps(
        {
            "signed_in": me is not None,
            "live": connection.state is ConnectionState.LIVE,
            "connection": connection.state.value,
            "error": connection.error.code if connection.error is not None else None,
            "name": me.name if me is not None else None,
            "local_number": me.local_number if me is not None else None,
            "presence": seen.presence.value if seen is not None else None,
            "diversion": _diversion(readings.effective(mirror)),
            "call": _call(session.own_call()),
            "new_messages": readings.unread(mirror) if me is not None else None,
        },
        ensure_ascii=False,
    )


def status_words(session: Session) -> str:
    """A few lines."""
    mirror, now = session.mirror, session.now()
    if mirror.me is None:
        return translate("Commands", "Not signed in.")
    lines = [f"{mirror.me.name} ({texts.number(mirror.me.local_number)})"]
    if session.connection.state is not ConnectionState.LIVE:
        lines.append(translate("Commands", "Not connected; this is how it was."))
    lines.append(texts.presence(readings.own_presence(mirror)))
    diversion = readings.effective(mirror)
    if diversion is not None:
        where = destination_words(mirror, diversion.destination)
        lines.append(
            f"{texts.diversion_name(diversion.title, diversion.reason)} → {where}, {texts.until(diversion.until, now)}"
        )
    call = session.own_call()
    if call is not None:
        lines.append(call.name or texts.number(call.number))
    count = readings.unread(mirror)
    if count:
        lines.append(translate("Tray", "%n new message(s)", "", count))
    return "\n".join(lines)


def _diversion(found: StandingView | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "id": found.id,
        "reason": found.reason.value,
        "title": found.title,
        "preset": found.preset,
        "from": _time(found.starts_at),
        "until": _time(found.until),
        "destination": {"kind": found.destination.kind.value, "number": found.destination.number},
        "note": found.note,
    }


def _call(found: CallView | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "id": found.id,
        "state": found.state.value,
        "outgoing": found.outgoing,
        "number": found.number,
        "name": found.name,
        "started_at": _time(found.started_at),
        "answered_at": _time(found.answered_at),
    }


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None
