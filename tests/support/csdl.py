"""Microsoft Graph's calendar view as OpenAPI, for Prism: `python -m tests.support.csdl cleanMetadata.xml`.

Names and types are those of Microsoft's published CSDL (microsoftgraph/msgraph-metadata, clean_v10_metadata, of the
commit in `FROM`); what CSDL doesn't say, paging and the sign-in, is as the documentation has it. The outcome is kept in
`npm/graph.json`, so that no test needs the 3.5 MB that it is made from.
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
}
AS_PUBLISHED = {"type": "string", "format": "date-time"}

# What somebody's calendar holds, as Graph tells it; and who isn't answered so.
BEGIN, END = "2026-11-24T09:30:00.0000000", "2026-11-24T10:30:00.0000000"
EVENT = {
    "@odata.etag": 'W/"x"',
    "id": "AAMk-budget=",
    "subject": "Budget",
    "start": {"dateTime": BEGIN, "timeZone": "UTC"},
    "end": {"dateTime": END, "timeZone": "UTC"},
    "showAs": "busy",
    "sensitivity": "normal",
    "isAllDay": False,
    "isCancelled": False,
    "responseStatus": {"response": "organizer", "time": "0001-01-01T00:00:00Z"},
}
DECLINED = {"response": "declined", "time": "2026-11-20T08:00:00Z"}
LATER: dict[str, Any] = {
    "start": {"dateTime": "2026-11-24T12:00:00.0000000", "timeZone": "UTC"},
    "end": {"dateTime": "2026-11-24T13:00:00.0000000", "timeZone": "UTC"},
}
EVENTS = [
    EVENT,
    {**EVENT, **LATER, "id": "AAMk-private=", "subject": "Doctor", "sensitivity": "private", "showAs": "oof"},
    {**EVENT, **LATER, "id": "AAMk-declined=", "responseStatus": DECLINED},
    {**EVENT, **LATER, "id": "AAMk-cancelled=", "isCancelled": True},
    {**EVENT, **LATER, "id": "AAMk-empty=", "subject": None, "showAs": "unknown", "responseStatus": None},
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
                schema = {"allOf": [schema], "nullable": True} if "$ref" in schema else {**schema, "nullable": True}
            found[one.get("Name", "")] = schema
        return found

    def _schema(self, short: str) -> dict[str, Any]:
        node = self._types[short]
        if node.tag == f"{EDM}EnumType":
            return {"type": "string", "enum": [one.get("Name") for one in node.findall(f"{EDM}Member")]}
        properties = self.properties(short)
        needed = [name for name, schema in properties.items() if not schema.get("nullable")]
        return {"type": "object", "properties": properties, **({"required": needed} if needed else {})}


def openapi(csdl: Csdl) -> dict[str, Any]:
    """The calendar view of a user, and the sign-in of an application."""
    names = sorted(csdl.properties("event"))
    event = csdl.of("graph.event")
    csdl.schemas["event"]["required"] = ["id"]  # only what was selected is told
    page = {
        "type": "object",
        "required": ["value"],
        "properties": {"value": {"type": "array", "items": event}, "@odata.nextLink": {"type": "string"}},
    }
    paths = {"/v1.0/users/{user-id}/calendarView": {"get": _view(names, {"200": _answer(page, {"value": EVENTS})})}}
    for name, (status, code, said, headers) in REFUSED.items():
        problem = {"error": {"code": code, "message": said, "innerError": {"request-id": "1"}}}
        answer = _answer({"type": "object"}, problem, headers)
        paths[f"/v1.0/users/{name}@firma.example/calendarView"] = {"get": _view(names, {str(status): answer}, of=name)}
    paths["/firma.example/oauth2/v2.0/token"] = {"post": _token("200", {"access_token": "t", "expires_in": 3599})}
    invalid = {"error": "invalid_client", "error_description": "AADSTS7000215: Invalid client secret. Trace ID: 3f"}
    paths["/refused.example/oauth2/v2.0/token"] = {"post": _token("401", invalid)}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Microsoft Graph, calendarView", "version": FROM},
        "paths": paths,
        "components": {
            "schemas": dict(sorted(csdl.schemas.items())),
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    }


def _view(names: list[str], responses: dict[str, Any], *, of: str = "") -> dict[str, Any]:
    def query(name: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"name": name, "in": "query", "schema": schema, **more}

    chosen = {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string", "enum": names}}
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
            query("startDateTime", AS_PUBLISHED, required=True),
            query("endDateTime", AS_PUBLISHED, required=True),
            query("$select", chosen, style="form", explode=False),
            query("$top", {"type": "integer", "minimum": 1, "maximum": 1000}),
            query("$skip", {"type": "integer", "minimum": 0}),
            {"name": "Prefer", "in": "header", "schema": preferred},
        ],
        "security": [{"bearer": []}],
        "responses": responses,
    }


def _token(status: str, answer: dict[str, Any]) -> dict[str, Any]:
    """Client credentials (RFC 6749 section 4.4)."""
    words = ("client_id", "client_secret", "scope")
    properties: dict[str, Any] = {"grant_type": {"type": "string", "enum": ["client_credentials"]}}
    properties |= {name: {"type": "string", "minLength": 1} for name in words}
    properties["scope"]["pattern"] = "/\\.default$"
    form = {"type": "object", "required": [*properties], "properties": properties, "additionalProperties": False}
    return {
        "requestBody": {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": form}}},
        "responses": {status: _answer({"type": "object"}, {"token_type": "Bearer", **answer})},
    }


def _answer(schema: dict[str, Any], example: object, headers: dict[str, str] | None = None) -> dict[str, Any]:
    told = {name: {"schema": {"type": "string", "enum": [value]}} for name, value in (headers or {}).items()}
    content = {"application/json": {"schema": schema, "example": example}}
    return {"description": "", "content": content, **({"headers": told} if told else {})}


if __name__ == "__main__":
    MADE.write_text(json.dumps(openapi(Csdl(Path(sys.argv[1]).read_bytes())), indent=1) + "\n", "utf-8")
