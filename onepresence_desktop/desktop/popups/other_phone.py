"""When the phone that was to call isn't connected: the one to offer instead."""

from __future__ import annotations

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.errors import DeviceNotRegistered
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.domain.presence import DeviceState


def other_phone(session: Session, problem: DeviceNotRegistered) -> tuple[str, DeviceId] | None:
    """Words for a button, and the phone; None when the user has no other one that could call now."""
    me = session.mirror.me
    away = str(problem.details.get("device") or "")
    for device in me.devices if me is not None else []:
        if device.id != away and device.number is None and device.state is not DeviceState.OFFLINE:
            name = device.name or texts.device(device.kind)
            return translate("Shell", "Call from {device}").format(device=name), device.id
    return None
