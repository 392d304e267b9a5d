"""What the port's verbs find and begin on the engine's thread."""

from __future__ import annotations

from collections.abc import Collection

from onepresence_desktop.domain.calls import CallId, Cause, Party
from onepresence_desktop.domain.errors import CallGone, DeviceNotRegistered, TelephonyAway
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.pbx.telephony.sip import unsolicited
from onepresence_desktop.pbx.telephony.sip.call import Call
from onepresence_desktop.pbx.telephony.sip.dialog import LegState
from onepresence_desktop.pbx.telephony.sip.engine import Engine
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.lifting import lifting


def call_of(engine: Engine, call_id: CallId) -> Call:
    """A call that goes on. Raises `CallGone`."""
    call = engine.calls.get(call_id)
    if call is None or call.over:
        raise CallGone
    return call


def leg_of(call: Call, device_id: DeviceId) -> Leg:
    """A phone's part in a call. Raises `CallGone`."""
    leg = call.leg_of(device_id)
    if leg is None or leg.state is LegState.ENDED:
        raise CallGone
    return leg


def originate(engine: Engine, call_id: CallId, device_id: DeviceId, dialled: str, *, answers: bool) -> None:
    """Ring an own phone first; when it is lifted, the number is called.

    Raises `DeviceNotRegistered`, `TelephonyAway` while no port is left for sound.
    """
    if engine.media.ports.full:
        raise TelephonyAway
    line = engine.lines.get(device_id)
    bindings = engine.registrar.bindings(line.sip_user) if line is not None else []
    if line is None or not bindings:
        raise DeviceNotRegistered(device=device_id)
    caller = Party(line.numbers[0], line.display_name, line.user_id, device_id)
    caller, dialled = engine.router.keyed(caller, line.customer_id, dialled)
    call = engine.new_call(call_id, line.customer_id, caller, dialled)
    leg = engine.new_leg(call, bindings[0].flow, device_id)
    headers = lifting(engine.domain(leg.flow)) if answers else ()
    try:
        call.originate(leg, bindings[0].contact, headers)
    except Exception:
        call.finish(Cause.FAILED)
        leg.end()  # nothing was sent that would come to an end by itself
        raise
    engine.refresh(device_id)


def check_settings(engine: Engine, device_ids: Collection[DeviceId]) -> None:
    """Tell phones that are registered to fetch their settings anew."""
    for device_id in device_ids:
        line = engine.lines.get(device_id)
        if line is not None:
            unsolicited.check_settings(engine, line)
