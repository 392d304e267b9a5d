"""Microsoft Graph's `getSchedule` as OpenAPI, for Prism: `python -m tests.support.csdl cleanMetadata.xml`.

Names and types are those of Microsoft's published CSDL (microsoftgraph/msgraph-metadata, clean_v10_metadata, of the
commit in `FROM`); what CSDL doesn't say, the bounds and the sign-in, is as the documentation has it. The outcome is
kept in `npm/graph.json`, so that no test needs the 3.5 MB that it is made from.
"""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as Xml
from pathlib import Path
from typing import Any

FROM = "f54f11b60956ea7b185ca0447b2b80805836ec7b"
MADE = Path(__file__).with_name("npm") / "graph.json"
EDM = "{http://docs.oasis-open.org/odata/ns/edm}"
PLAIN: dict[str, dict[str, Any]] = {
    "Edm.String": {"type": "string"},
    "Edm.Boolean": {"type": "boolean"},
    "Edm.Int32": {"type": "integer", "format": "int32"},
    "Edm.Double": {"type": "number"},
    "Edm.Date": {"type": "string", "format": "date"},
    "Edm.DateTimeOffset": {"type": "string", "format": "date-time"},
    "Edm.TimeOfDay": {"type": "string", "pattern": "^\\d{2}:\\d{2}:\\d{2}"},
}
NOTHING = {"nullable": True, "enum": [None]}
MOST = 20
DATE_TIME = r"^20[0-9]{2}-(0[1-9]|1[0-2])-([012][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,7})?$"
PEOPLE = [f"{name}@firma.example" for name in ("anders", "mette", "karen")]


# What people have to do, as Graph tells it; and who isn't answered so.
def _item(begin: str, end: str, **more: Any) -> dict[str, Any]:
    told = {"start": f"{begin}:00.0000000", "end": f"{end}:00.0000000"}
    return {**more, **{name: {"dateTime": at, "timeZone": "UTC"} for name, at in told.items()}}


ITEMS = [
    _item("2026-11-24T09:30", "2026-11-24T10:30", status="busy", subject="Budget", location="", isPrivate=False),
    _item("2026-11-24T12:00", "2026-11-24T13:00", status="oof", isPrivate=True),
    _item("2026-11-24T12:00", "2026-11-24T14:00", status="unknown", subject=None, isPrivate=None),
    _item("2026-11-24T15:00", "2026-11-24T16:00", status="free", subject="Declined", isPrivate=False),
    _item("2026-11-24T23:00", "2026-11-25T23:00", status="workingElsewhere", subject="Hjemme", isPrivate=False),
]
WORKING = {
    "daysOfWeek": ["monday", "tuesday"],
    "startTime": "08:00:00.0000000",
    "endTime": "16:00:00.0000000",
    "timeZone": {"name": "Romance Standard Time"},
}
SCHEDULES = [
    {
        "scheduleId": PEOPLE[0],
        "availabilityView": "0",
        "scheduleItems": ITEMS,
        "workingHours": WORKING,
    },
    {
        "scheduleId": PEOPLE[1],
        "error": {"responseCode": "5009", "message": "Unable to resolve e-mail address to an Active Directory object."},
    },
    {"scheduleId": PEOPLE[2], "availabilityView": "0", "scheduleItems": []},
]
REFUSED = {
    "busy": (429, "TooManyRequests", "Too many requests.", {"Retry-After": "12.5"}),
    "denied": (403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.", {}),
    "gone": (404, "ErrorInvalidUser", "The requested user is invalid.", {}),
}


class Csdl:
    """The types of a schema, and those of them that were asked for as JSON schemas."""

    def __init__(self, text: bytes) -> None:
        schema = next(node for node in Xml.fromstring(text).iter(f"{EDM}Schema") if node.get("Alias") == "graph")
        self._types = {node.get("Name", ""): node for node in schema}
        self.schemas: dict[str, Any] = {}

    def of(self, name: str) -> dict[str, Any]:
        """A type as it stands in a property."""
        if name.startswith("Collection("):
            return {"type": "array", "items": self.of(name[len("Collection(") : -1])}
        if name in PLAIN:
            return dict(PLAIN[name])
        short = name.rpartition(".")[2]
        if short not in self.schemas:
            self.schemas[short] = {}  # a type may hold itself
            self.schemas[short] = self._schema(short)
        return {"$ref": f"#/components/schemas/{short}"}

    def properties(self, short: str) -> dict[str, Any]:
        """By name, those of its base first; what another entity stands for isn't told unless asked for."""
        node = self._types[short]
        base = node.get("BaseType", "").rpartition(".")[2]
        found = self.properties(base) if base else {}
        for one in node.findall(f"{EDM}Property"):
            schema = self.of(one.get("Type", ""))
            if one.get("Nullable") != "false":
                schema = {"anyOf": [schema, NOTHING]} if "$ref" in schema else {**schema, "nullable": True}
            found[one.get("Name", "")] = schema
        return found

    def _schema(self, short: str) -> dict[str, Any]:
        node = self._types[short]
        if node.tag == f"{EDM}EnumType":
            return {"type": "string", "enum": [one.get("Name") for one in node.findall(f"{EDM}Member")]}
        properties = self.properties(short)
        needed = [name for name, schema in properties.items() if not schema.get("nullable")]
        return {"type": "object", "properties": properties, **({"required": needed} if needed else {})}

    def action(self, name: str) -> dict[str, Any]:
        """What an action takes, all of it needed and nothing else."""
        node = self._types[name]
        taken = [one for one in node.findall(f"{EDM}Parameter") if one.get("Name") != "bindingParameter"]
        properties = {one.get("Name", ""): self.of(one.get("Type", "")) for one in taken}
        return {"type": "object", "required": [*properties], "properties": properties, "additionalProperties": False}

    def answer(self, name: str) -> dict[str, Any]:
        """What an action answers: some of a type."""
        told = self._types[name].find(f"{EDM}ReturnType")
        assert told is not None
        return {"type": "object", "required": ["value"], "properties": {"value": self.of(told.get("Type", ""))}}


def openapi(csdl: Csdl) -> dict[str, Any]:
    """`getSchedule` in the name of a user, and the sign-in of an application."""
    asked, told = csdl.action("getSchedule"), csdl.answer("getSchedule")
    asked["properties"]["Schedules"] |= {"minItems": 1, "maxItems": MOST}
    asked["properties"]["AvailabilityViewInterval"] |= {"minimum": 5, "maximum": 1440}
    csdl.schemas["dateTimeTimeZone"]["additionalProperties"] = False
    csdl.schemas["dateTimeTimeZone"]["properties"]["dateTime"]["pattern"] = DATE_TIME
    # Answers made by chance are of these, too.
    csdl.schemas["scheduleInformation"]["properties"]["scheduleId"] = {"type": "string", "enum": PEOPLE}
    csdl.schemas["scheduleInformation"]["required"] = ["scheduleId"]
    good = {"200": _answer(told, {"value": SCHEDULES})}
    paths = {"/v1.0/users/{user-id}/calendar/getSchedule": {"post": _action(asked, good)}}
    for name, (status, code, said, headers) in REFUSED.items():
        problem = {"error": {"code": code, "message": said, "innerError": {"request-id": "1"}}}
        answer = _answer({"type": "object"}, problem, headers)
        where = f"/v1.0/users/{name}@firma.example/calendar/getSchedule"
        paths[where] = {"post": _action(asked, {str(status): answer}, of=name)}
    paths["/firma.example/oauth2/v2.0/token"] = {"post": _token("200", {"access_token": "t", "expires_in": 3599})}
    invalid = {"error": "invalid_client", "error_description": "AADSTS7000215: Invalid client secret. Trace ID: 3f"}
    paths["/refused.example/oauth2/v2.0/token"] = {"post": _token("401", invalid)}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Microsoft Graph, getSchedule", "version": FROM},
        "paths": paths,
        "components": {
            "schemas": dict(sorted(csdl.schemas.items())),
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    }


def _action(asked: dict[str, Any], responses: dict[str, Any], *, of: str = "") -> dict[str, Any]:
    whose = {
        "name": "user-id",
        "in": "path",
        "required": True,
        "schema": {"type": "string", "pattern": "^[^@]+@[^@]+$"},
    }
    preferred = {"type": "string", "pattern": '^outlook\\.timezone="[^"]+"$'}
    return {
        "parameters": [
            *([] if of else [whose]),
            {"name": "Prefer", "in": "header", "schema": preferred},
        ],
        "requestBody": {"required": True, "content": {"application/json": {"schema": asked}}},
        "security": [{"bearer": []}],
        "responses": responses,
    }


def _token(status: str, answer: dict[str, Any]) -> dict[str, Any]:
    """Client credentials (RFC 6749 section 4.4)."""
    words = ("client_id", "client_secret", "scope")
    properties: dict[str, Any] = {"grant_type": {"type": "string", "enum": ["client_credentials"]}}
    properties |= {name: {"type": "string", "minLength": 1} for name in words}
    properties["scope"]["pattern"] = "/\\.default$"
    lasting = {"type": "integer", "minimum": 0, "maximum": 86400}
    kinds = {name: lasting if name == "expires_in" else {"type": "string", "minLength": 1} for name in answer}
    told = {"type": "object", "required": [*kinds], "properties": kinds}
    form = {"type": "object", "required": [*properties], "properties": properties, "additionalProperties": False}
    return {
        "requestBody": {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": form}}},
        "responses": {status: _answer(told, {"token_type": "Bearer", **answer})},
    }


def _answer(schema: dict[str, Any], example: object, headers: dict[str, str] | None = None) -> dict[str, Any]:
    told = {name: {"schema": {"type": "string", "enum": [value]}} for name, value in (headers or {}).items()}
    content = {"application/json": {"schema": schema, "example": example}}
    return {"description": "", "content": content, **({"headers": told} if told else {})}


if __name__ == "__main__":
    MADE.write_text(json.dumps(openapi(Csdl(Path(sys.argv[1]).read_bytes())), indent=1) + "\n", "utf-8")
