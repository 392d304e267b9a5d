"""Which node of an installation a company belongs to.

A company is owned by one node at a time. The owner alone holds it in memory, writes for it and runs its phones; so what
is in memory is what is committed. Whoever else gets a request for it passes it on to the owner. One node is all there
is today, and it owns every company for as long as it has the store open.
"""

from __future__ import annotations

from onepresence_desktop.domain.people import CustomerId


class SingleNode:
    """An `Ownership` without other nodes: the store is locked to this process as a whole, so all companies are its."""

    def owns(self, customer_id: CustomerId) -> bool:
        """Every company, also one made a moment ago."""
        return True

    def owner(self, customer_id: CustomerId) -> str | None:
        """Where requests for a company are passed on to: nowhere, they are answered here."""
        return None
