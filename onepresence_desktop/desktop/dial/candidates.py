"""Which numbers a text offers, and whose they are; without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.domain.emergency import is_emergency
from onepresence_desktop.domain.numbering import NumberKind, find_numbers, format_number
from onepresence_desktop.domain.people import UserId

Whose = Callable[[str], tuple[str, UserId | None]]

MOST = 9
"""As many as have a key of their own."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """number: what is dialled. shown: how people write it. name: whose it is, "" when unknown."""

    number: str
    shown: str
    kind: NumberKind
    certain: bool = True
    name: str = ""
    user_id: UserId | None = None

    @property
    def emergency(self) -> bool:
        """Always asked about."""
        return self.kind is NumberKind.EMERGENCY


def candidates(text: str, region: str, mirror: Mirror, whose: Whose | None = None) -> list[Candidate]:
    """The numbers in a text, best first, each once. whose: tells whose a number is; None: the mirror does."""
    code = mirror.customer.code if mirror.customer is not None else None
    found: dict[str, Candidate] = {}
    for hit in find_numbers(text, region, customer_code=code):
        if hit.number not in found:
            name, user_id = (whose or mirror.whose)(hit.number)
            local = hit.kind is NumberKind.INTERNAL and len(hit.number) == 7
            shown = f"{hit.number[:3]} {hit.number[3:]}" if local else format_number(hit.number, region)
            found[hit.number] = Candidate(hit.number, shown, hit.kind, hit.certain, name, user_id)
    return list(found.values())[:MOST]


def typed(text: str, region: str) -> Candidate | None:
    """What a person typed on purpose: dialled as it stands when nothing better is found in it."""
    keyed = "".join(c for c in text if c.isdigit() or c in "+*#")
    if not any(c.isdigit() for c in keyed):
        return None
    kind = NumberKind.EMERGENCY if is_emergency(keyed, region) else NumberKind.INTERNAL
    return Candidate(keyed, text.strip(), kind)
