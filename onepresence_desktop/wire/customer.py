"""The company itself."""

from __future__ import annotations

from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.wire.slices import Audience, Single, View


class CustomerView(View, frozen=True, kw_only=True):
    """The caller's company. `demo`: simulated, to be labelled so on screen."""

    id: CustomerId
    code: str
    name: str
    region: str
    time_zone: str
    demo: bool = False


CUSTOMER: Single[CustomerView] = Single("customer", "customer", CustomerView, Audience.EVERYONE, required=True)
