"""Every refusal the product can give, as one tree with stable codes.

::

    OnePresenceError
    ├── SignInError
    │   ├── WrongCredentials         wrong_credentials
    │   ├── Throttled                throttled                  retry_after (seconds)
    │   ├── NotSignedIn              not_signed_in              reason
    │   ├── PasswordChangeRequired   password_change_required
    │   └── PasswordNeeded           password_needed
    ├── PasswordRefused              password_refused           rule
    ├── Forbidden                    forbidden
    ├── NotFound                     not_found                  what
    ├── Invalid                      invalid                    field, problem
    ├── TooLarge                     too_large                  limit (bytes)
    ├── WrongMediaType               wrong_media_type
    ├── Conflict                     conflict                   what; number, holder
    ├── VersionRefused
    │   ├── ClientTooOld             client_too_old             client, service (protocol numbers)
    │   └── ClientTooNew             client_too_new             client, service
    ├── ServerRefused                server_refused
    │   ├── CertificateUnknown       certificate_unknown        address, fingerprint
    │   ├── CertificateChanged       certificate_changed        address, known, fingerprint
    │   └── NotEncrypted             not_encrypted
    ├── RouteRefused
    │   ├── RouteLoop                route_loop                 at
    │   └── DeadEnd                  dead_end                   at, problem
    ├── CallRefused
    │   ├── NumberRefused            number_refused             number
    │   ├── DeviceNotRegistered      device_not_registered      device
    │   ├── NoDevice                 no_device
    │   ├── NoLineOut                no_line_out                number
    │   └── CallGone                 call_gone
    └── Unavailable                  unavailable
        ├── TelephonyAway            telephony_away
        ├── StoreFull                store_full
        ├── StoreDamaged             store_damaged
        │   ├── StoreEmpty           store_empty
        │   └── StoreReadOnly        store_read_only
        ├── StoreLocked              store_locked
        ├── AddressInUse             address_in_use             address
        ├── ConnectionFailed         connection_failed          reason, retry_after (seconds, or absent)
        └── ServerAway               server_away

A code is what travels and what scripts test; sentences for people live in ``desktop/texts.py``.
"""

from __future__ import annotations

from typing import ClassVar

Detail = str | int | None


class OnePresenceError(Exception):
    """A refusal with a stable ``code`` and named details that a sentence can be built from."""

    code: ClassVar[str] = "error"

    def __init__(self, **details: Detail) -> None:
        super().__init__(self.code)
        self.details: dict[str, Detail] = details

    def __str__(self) -> str:
        if not self.details:
            return self.code
        return f"{self.code} ({', '.join(f'{name}={value}' for name, value in self.details.items())})"


class SignInError(OnePresenceError):
    """The caller isn't (or isn't yet) who it says."""

    code = "sign_in"


class WrongCredentials(SignInError):
    """Local number or password is wrong; deliberately doesn't say which (spec 1.3)."""

    code = "wrong_credentials"


class Throttled(SignInError):
    """Too many tries; ``retry_after`` in seconds."""

    code = "throttled"


class NotSignedIn(SignInError):
    """No session, or one that has ended."""

    code = "not_signed_in"


class PasswordChangeRequired(SignInError):
    """The first password must be changed before anything else (spec 1.1)."""

    code = "password_change_required"


class PasswordNeeded(SignInError):
    """Signed in, but this is done only by who has given the password lately; nothing was changed."""

    code = "password_needed"


class PasswordRefused(OnePresenceError):
    """A new password breaks ``rule`` (a value of ``domain.password.Rule``)."""

    code = "password_refused"


class Forbidden(OnePresenceError):
    """Signed in, but without the right."""

    code = "forbidden"


class NotFound(OnePresenceError):
    """Nothing of that id that the caller may see; ``what`` names the kind."""

    code = "not_found"


class Invalid(OnePresenceError):
    """A value at the door is wrong: ``field`` and ``problem`` (a stable word)."""

    code = "invalid"


class TooLarge(OnePresenceError):
    """A body beyond ``limit`` bytes."""

    code = "too_large"


class VersionRefused(OnePresenceError):
    """Client and service have no protocol in common (spec 13.8)."""

    code = "version_refused"


class ClientTooOld(VersionRefused):
    """The service no longer speaks the ``client``'s newest protocol; its own oldest is ``service``."""

    code = "client_too_old"


class ClientTooNew(VersionRefused):
    """The ``client`` no longer speaks the newest protocol of the ``service``, or asks for what it doesn't have yet."""

    code = "client_too_new"


class WrongMediaType(OnePresenceError):
    """A body of a kind that any page in a browser may send, or that tells no kind; JSON is wanted."""

    code = "wrong_media_type"


class Conflict(OnePresenceError):
    """The thing exists already or has changed meanwhile."""

    code = "conflict"


class ServerRefused(OnePresenceError):
    """A client doesn't believe that it speaks to its server, and has told it nothing."""

    code = "server_refused"


class CertificateUnknown(ServerRefused):
    """Nobody has vouched for the certificate yet; ``fingerprint`` (hexadecimal) is what people compare."""

    code = "certificate_unknown"


class CertificateChanged(ServerRefused):
    """The server's key isn't the one that was compared when it was first met.

    ``known`` and ``fingerprint`` (hexadecimal) are that one and what it shows now.
    """

    code = "certificate_changed"


class NotEncrypted(ServerRefused):
    """An address beyond this machine without TLS: passwords would travel in clear."""

    code = "not_encrypted"


class RouteRefused(OnePresenceError):
    """A diversion would send calls nowhere (spec 3.7)."""

    code = "route_refused"


class RouteLoop(RouteRefused):
    """Calls would come back to where they were; ``at`` is the number where the circle closes."""

    code = "route_loop"


class DeadEnd(RouteRefused):
    """Calls would end at ``at`` for the reason ``problem``: closed, unknown_number, invalid_number, no_reception."""

    code = "dead_end"


class CallRefused(OnePresenceError):
    """A call can't be made or changed."""

    code = "call_refused"


class NumberRefused(CallRefused):
    """``number`` can't be dialled from here."""

    code = "number_refused"


class DeviceNotRegistered(CallRefused):
    """The phone to call from isn't connected; ``device`` is its id."""

    code = "device_not_registered"


class NoDevice(CallRefused):
    """The user has no phone to call from."""

    code = "no_device"


class NoLineOut(CallRefused):
    """``number`` is outside the company, and the telephone system has no line to the outside."""

    code = "no_line_out"


class CallGone(CallRefused):
    """The call has ended."""

    code = "call_gone"


class Unavailable(OnePresenceError):
    """Something needed is away at the moment."""

    code = "unavailable"


class TelephonyAway(Unavailable):
    """The telephony driver isn't running."""

    code = "telephony_away"


class StoreFull(Unavailable):
    """The disk is full; nothing was changed."""

    code = "store_full"


class StoreDamaged(Unavailable):
    """The store can't be read; it is left as it is."""

    code = "store_damaged"


class StoreEmpty(StoreDamaged):
    """The database is missing or empty where recordings lie: it was lost, and a new one would not know them."""

    code = "store_empty"


class StoreReadOnly(StoreDamaged):
    """The database can be read and not written."""

    code = "store_read_only"


class StoreLocked(Unavailable):
    """Another process holds the store."""

    code = "store_locked"


class AddressInUse(Unavailable):
    """``address`` is taken by another program."""

    code = "address_in_use"


class ConnectionFailed(Unavailable):
    """A server that the company has (calendar, directory, mail) can't be used. reason: a word of `Trouble`."""

    code = "connection_failed"


class ServerAway(Unavailable):
    """No answer from the service."""

    code = "server_away"


def _tree(root: type[OnePresenceError]) -> dict[str, type[OnePresenceError]]:
    found = {root.code: root}
    for child in root.__subclasses__():
        found.update(_tree(child))
    return found


def by_code() -> dict[str, type[OnePresenceError]]:
    """All errors by code, so that a client raises the class the server raised."""
    return _tree(OnePresenceError)
