"""Contacts from files and into files: vCards and sheets."""

from __future__ import annotations

from typing import Any, Literal

from litestar import Request, Response, get, post
from litestar.di import NamedDependency as Given
from litestar.params import FromQuery

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.pbx.api.contacts import owner_of
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.contact_import import MOST_BYTES, Resolution, Wanted
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.contacts import ImportReport

KINDS: dict[str, Literal["vcard", "csv"]] = {
    "text/vcard": "vcard",
    "text/x-vcard": "vcard",
    "text/directory": "vcard",
    "text/csv": "csv",
}


def _handlers(base: str, word: str) -> list[Any]:
    @post(f"{base}/import", status_code=200, request_max_body_size=MOST_BYTES, operation_id=f"Import{word}Contacts")
    async def import_contacts(
        request: Request[Any, Any, Any],
        principal: Given[Principal],
        services: Given[Services],
        dry_run: FromQuery[bool] = False,
        conflicts: FromQuery[Resolution] = Resolution.SKIP,
        columns: FromQuery[str | None] = None,
        decisions: FromQuery[str] = "",
    ) -> ImportReport:
        """Read a file of text/vcard or text/csv; with `dry_run` nothing is written.

        columns: what each column holds: `name,,phone_mobile`. decisions: by entry number: `3:replace,5:add`; all other
        entries in conflict as `conflicts` says.
        """
        kind = KINDS.get(request.content_type[0])
        if kind is None:
            raise Invalid(field="content_type", problem="unknown")
        wanted = Wanted(
            dry_run=dry_run,
            conflicts=conflicts,
            columns=columns.split(",") if columns is not None else None,
            decisions=_decisions(decisions),
        )
        data = await request.body()
        return await services.contact_import.run(principal, owner_of(base, principal), data, kind, wanted)

    @get(f"{base}/export", operation_id=f"Export{word}Contacts")
    async def export_contacts(
        principal: Given[Principal], services: Given[Services], format: FromQuery[Literal["vcard", "csv"]] = "vcard"
    ) -> Response[bytes]:
        """All of them in one file."""
        text = await services.contact_import.export(principal, owner_of(base, principal), format)
        name = "contacts.vcf" if format == "vcard" else "contacts.csv"
        return Response(
            text.encode("utf-8" if format == "vcard" else "utf-8-sig"),
            media_type=f"text/{format}; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
        )

    return [import_contacts, export_contacts]


def _decisions(text: str) -> dict[int, Resolution]:
    found: dict[int, Resolution] = {}
    for part in filter(None, text.split(",")):
        number, _, how = part.partition(":")
        if not (number.isascii() and number.isdigit() and how in set(Resolution)):
            raise Invalid(field="decisions", problem="malformed")
        found[int(number)] = Resolution(how)
    return found


HANDLERS = [*_handlers(routes.MY_CONTACTS, "My"), *_handlers(routes.CONTACTS, "Shared")]
