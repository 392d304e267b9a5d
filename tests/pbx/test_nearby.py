"""A company of any name is announced, and one that can't be keeps no service from starting (spec 0.2)."""

from __future__ import annotations

import pytest
from zeroconf.asyncio import AsyncServiceInfo

from onepresence_desktop.pbx import nearby
from onepresence_desktop.wire.nearby import SERVICE_TYPE

NAMES = {
    "Fr. Müller & Søn A/S": "Fr Müller & Søn A/S",
    "Københavns og Ærøskøbings Blåbær, Rødgrød og Fløde Aktieselskab": None,
    "å" * 60: "å" * 30,
    "🎈" * 60: "🎈" * 15,
    "A\tB\r\n": "A B",
    "\u202eevil": "evil",
    "...": "",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_cut_to_what_a_label_holds(name: str) -> None:
    label, expected = nearby.label_of(name), NAMES[name]
    assert len(label.encode()) <= nearby.LONGEST_LABEL and "." not in label
    assert expected is None or label == expected
    if label:
        assert AsyncServiceInfo(SERVICE_TYPE, f"{label}-12.{SERVICE_TYPE}", port=1).name.startswith(label)


@pytest.mark.parametrize("name", [*NAMES, ""])
async def test_whatever_the_company_is_called_its_service_starts(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    registered: list[AsyncServiceInfo] = []

    class Voice:
        async def async_register_service(self, info: AsyncServiceInfo, **_: object) -> None:
            registered.append(info)

        async def async_unregister_all_services(self) -> None:
            """Nothing is heard of it any more."""

        async def async_close(self) -> None:
            """Nothing is open."""

    monkeypatch.setattr(nearby, "_voice", Voice)
    async with nearby.announced(name, "https://192.168.1.20:8480"):
        (info,) = registered
    assert info.properties.get(b"name") and info.parsed_addresses() == ["192.168.1.20"]
