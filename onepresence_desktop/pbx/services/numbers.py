"""Numbers at the door: what was typed, as routing wants it (`domain.numbering` knows the spellings)."""

from __future__ import annotations

from dataclasses import replace

from onepresence_desktop.domain.diversion import Destination, DestinationKind
from onepresence_desktop.domain.errors import Invalid, NumberRefused
from onepresence_desktop.domain.numbering import NumberKind, dialled
from onepresence_desktop.domain.people import Customer, UserId
from onepresence_desktop.pbx.services.live_state import Company, LiveState


def to_dial(text: str, customer: Customer) -> str:
    """What a user wants to call: seven digits, E.164, or an emergency number. Raises `NumberRefused`."""
    try:
        return dialled(text, customer).number
    except (Invalid, NumberRefused) as exc:
        raise NumberRefused(number=text) from exc


def destination(wanted: Destination, customer: Customer, field: str) -> Destination:
    """A destination with its number normalised; raises `Invalid` naming ``<field>.number``."""
    if wanted.kind is not DestinationKind.NUMBER:
        return replace(wanted, number=None)
    if not wanted.number:
        raise Invalid(field=f"{field}.number", problem="missing")
    return replace(wanted, number=to_divert_to(wanted.number, customer, f"{field}.number"))


def to_divert_to(text: str, customer: Customer, field: str) -> str:
    """A number that calls may be sent to, never an emergency one; raises `Invalid` naming the field."""
    try:
        found = dialled(text, customer)
    except (Invalid, NumberRefused) as exc:
        raise Invalid(field=field, problem="invalid_number") from exc
    if found.kind is NumberKind.EMERGENCY:
        raise Invalid(field=field, problem="emergency")
    return found.number


def public(text: str | None, customer: Customer, field: str) -> str | None:
    """A public number as E.164, None for none; raises `Invalid` naming the field."""
    if text is None or not text.strip():
        return None
    number = to_divert_to(text, customer, field)
    if not number.startswith("+"):
        raise Invalid(field=field, problem="invalid_number")
    return number


def holder(company: Company, number: str) -> str:
    """Whose number it is, by name; "" for nobody's in the company."""
    found = company.dial_plan.holder(number)
    return found.name if found is not None else ""


def is_anothers(live: LiveState, company: Company, one_number: str, user_id: UserId) -> bool:
    """Whether a public number is taken by anybody or anything but a user, also in another company served here."""
    taken = company.dial_plan.holder(one_number)
    if taken is not None:
        return taken.id != user_id
    return any(one_number in other.dial_plan.by_number for other in live.companies.values() if other is not company)
