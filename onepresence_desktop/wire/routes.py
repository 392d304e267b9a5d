"""The paths of the HTTP interface, once, for both sides. `{id}` stands for a path parameter."""

from __future__ import annotations

from typing import Final

SESSIONS: Final = "/v1/sessions"
CURRENT_SESSION: Final = "/v1/sessions/current"
SNAPSHOT: Final = "/v1/snapshot"
EVENTS: Final = "/v1/events"
HEALTH: Final = "/healthz"
METRICS: Final = "/metrics"

ME: Final = "/v1/me"
MY_PASSWORD: Final = "/v1/me/password"
MY_SESSIONS: Final = "/v1/me/sessions"
MY_SESSION: Final = "/v1/me/sessions/{id}"
MY_DIVERSIONS: Final = "/v1/me/diversions"
MY_DIVERSION: Final = "/v1/me/diversions/{id}"
MY_DIVERSION_PREVIEW: Final = "/v1/me/diversions/preview"
MY_QUICK_DIVERSIONS: Final = "/v1/me/quick-diversions"
MY_QUICK_DIVERSION: Final = "/v1/me/quick-diversions/{id}"
MY_DESTINATIONS: Final = "/v1/me/destinations"
MY_DESTINATION: Final = "/v1/me/destinations/{id}"
MY_FORWARDING: Final = "/v1/me/forwarding"
MY_VOICEMAIL: Final = "/v1/me/voicemail"
MY_GREETING: Final = "/v1/me/voicemail/greeting"
MY_FAVOURITES: Final = "/v1/me/favourites"
MY_MESSAGES: Final = "/v1/me/messages"
MY_MESSAGE: Final = "/v1/me/messages/{id}"
MY_RECORDING: Final = "/v1/me/messages/{id}/recording"
MY_CALLS: Final = "/v1/me/calls"

CALLS: Final = "/v1/calls"
CALL: Final = "/v1/calls/{id}"
CALL_HOLD: Final = "/v1/calls/{id}/hold"
CALL_RESUME: Final = "/v1/calls/{id}/resume"
CALL_TRANSFER: Final = "/v1/calls/{id}/transfer"
CALL_REDIRECT: Final = "/v1/calls/{id}/redirect"

PEOPLE: Final = "/v1/people"
PERSON: Final = "/v1/people/{id}"
PERSON_PASSWORD: Final = "/v1/people/{id}/password"
PERSON_DEVICES: Final = "/v1/people/{id}/devices"
DEVICE: Final = "/v1/devices/{id}"
DEVICE_SIP: Final = "/v1/devices/{id}/sip"


def path(template: str, id: str) -> str:  # noqa: A002  (the parameter's name in the template)
    """Fill in the id; ids are URL-safe by construction."""
    return template.replace("{id}", id)
