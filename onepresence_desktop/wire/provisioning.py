"""The address where a desk phone fetches its settings (administrators)."""

from __future__ import annotations

from onepresence_desktop.wire.slices import View


class ProvisioningView(View, frozen=True, kw_only=True):
    """POST /v1/devices/{id}/provisioning: the address to type into the phone, good for one fetch, shown once."""

    address: str
