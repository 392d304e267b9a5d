"""A double of Exchange Web Services' FindItem, which refuses what the published schema forbids.

`SCHEMA` is the part of Microsoft's messages.xsd and types.xsd that a calendar view needs: children in their order,
attributes and texts with what may stand in them. Anything else is a fault, as Exchange answers it.
"""

from __future__ import annotations

import base64
import binascii
import re
import xml.etree.ElementTree as Xml
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from tests.support.calendar_server import Answer, CalendarServer, Entry, moment
from tests.support.ntlm import NtlmDoor

ACCOUNT, PASSWORD = "FIRMA\\onepresence", "ews-secret"
S = "{http://schemas.xmlsoap.org/soap/envelope/}"
M = "{http://schemas.microsoft.com/exchange/services/2006/messages}"
T = "{http://schemas.microsoft.com/exchange/services/2006/types}"

VERSIONS = r"Exchange(2007(_SP1)?|2010(_SP[12])?|2013(_SP1)?|2016)"
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"
FIELDS = (
    r"item:(Subject|Sensitivity|ItemId|ParentFolderId)|"
    r"calendar:(Start|End|IsAllDayEvent|LegacyFreeBusyStatus|IsCancelled|MyResponseType|UID|IsRecurring|Location)"
)

SCHEMA: dict[str, tuple[str, dict[str, str], str]] = {
    f"{S}Envelope": ("Header? Body", {}, ""),
    f"{S}Header": ("RequestServerVersion ExchangeImpersonation? TimeZoneContext?", {}, ""),
    f"{T}RequestServerVersion": ("", {"Version": VERSIONS}, ""),
    f"{T}ExchangeImpersonation": ("ConnectingSID", {}, ""),
    f"{T}ConnectingSID": ("PrimarySmtpAddress", {}, ""),
    f"{T}PrimarySmtpAddress": ("", {}, r"[^@\s]+@[^@\s]+"),
    f"{T}TimeZoneContext": ("TimeZoneDefinition", {}, ""),
    f"{T}TimeZoneDefinition": ("", {"Id": "UTC", "Name?": ".*"}, ""),
    f"{S}Body": ("FindItem", {}, ""),
    f"{M}FindItem": ("ItemShape CalendarView ParentFolderIds", {"Traversal": "Shallow|SoftDeleted|Associated"}, ""),
    f"{M}ItemShape": ("BaseShape AdditionalProperties?", {}, ""),
    f"{T}BaseShape": ("", {}, "IdOnly|Default|AllProperties|PcxPeopleSearch"),
    f"{T}AdditionalProperties": ("FieldURI+", {}, ""),
    f"{T}FieldURI": ("", {"FieldURI": FIELDS}, ""),
    f"{M}CalendarView": ("", {"MaxEntriesReturned?": r"[1-9]\d*", "StartDate": TIME, "EndDate": TIME}, ""),
    f"{M}ParentFolderIds": ("DistinguishedFolderId", {}, ""),
    f"{T}DistinguishedFolderId": ("Mailbox?", {"Id": "calendar"}, ""),
    f"{T}Mailbox": ("Name? EmailAddress? RoutingType? MailboxType?", {}, ""),
    f"{T}EmailAddress": ("", {}, r"[^@\s]+@[^@\s]+"),
    f"{T}RoutingType": ("", {}, "SMTP"),
    f"{T}MailboxType": ("", {}, "Mailbox"),
}
"""By element: children in their order (? for none or one, + for some), attributes, and the text."""


@dataclass
class Ews(CalendarServer):
    """most: entries of one answer, whatever is asked for. rights: what the account may do.

    ntlm: by which it is signed in instead of Basic. speaks: versions that a request may be written in.
    """

    password: str = PASSWORD
    most: int = 1000
    rights: str = "impersonation"
    ntlm: NtlmDoor | None = None
    speaks: str = VERSIONS

    @property
    def settings(self) -> dict[str, Any]:
        """As a connection has it."""
        scheme = "http" if self.certificate is None else "https"
        return {
            "ews_url": f"{scheme}://127.0.0.1:{self.port}/EWS/Exchange.asmx",
            "account": ACCOUNT,
            "password": PASSWORD,
            "rights": self.rights,
        }

    def answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        """See the port."""
        if path != "/EWS/Exchange.asmx":
            return 404, {}, b""
        if self.ntlm is not None and self.instead:
            return self.instead.pop(0)
        if self.ntlm is not None:
            status, more = self.ntlm.knock(headers["x-connection"], headers.get("authorization", ""))
            self.refused += status == 403
            if status:
                return 401, more, b"<html>401</html>"
        elif not self._signed_in(headers.get("authorization", "")):
            self.refused += 1
            return 401, {"WWW-Authenticate": 'Basic realm="mail.firma.example"'}, b""
        if self.instead:
            return self.instead.pop(0)
        try:
            asked = Xml.fromstring(body)
            problem = "" if method == "POST" else method
            problem = problem or ("" if headers["content-type"].startswith("text/xml") else headers["content-type"])
        except (Xml.ParseError, KeyError) as exc:
            problem = repr(exc)
        problem = problem or _problem(asked)
        if problem:
            self.wrong.append(problem)
            return fault("ErrorSchemaValidation", f"The request failed schema validation: {problem}")
        return self._found(asked)

    def _signed_in(self, authorization: str) -> bool:
        try:
            told = base64.b64decode(authorization.removeprefix("Basic ")).decode()
        except (binascii.Error, UnicodeDecodeError):
            return False
        return told == f"{ACCOUNT}:{self.password}"

    def _found(self, asked: Xml.Element) -> Answer:
        if not re.fullmatch(self.speaks, next(asked.iter(f"{T}RequestServerVersion")).attrib["Version"]):
            return fault("ErrorInvalidServerVersion", "The specified server version is invalid.")
        name = f"{T}PrimarySmtpAddress" if self.rights == "impersonation" else f"{T}EmailAddress"
        mailbox = next((node.text or "" for node in asked.iter(name)), "")
        if {node.text for node in asked.iter(f"{T}EmailAddress")} - {mailbox}:
            return refusal("ErrorAccessDenied", "Access is denied. Check credentials and try again.")
        if not mailbox or mailbox in self.denied:
            if self.rights == "impersonation":
                return fault("ErrorImpersonateUserDenied", "The account does not have permission to impersonate.")
            return refusal("ErrorAccessDenied", "Access is denied. Check credentials and try again.")
        if mailbox not in self.calendars:
            return refusal("ErrorNonExistentMailbox", "The SMTP address has no mailbox associated with it.")
        view = next(asked.iter(f"{M}CalendarView"))
        found = self.within(mailbox, moment(view.attrib["StartDate"]), moment(view.attrib["EndDate"]))
        shown = found[: min(self.most, int(view.attrib.get("MaxEntriesReturned", 1000)))]
        items = "".join(_item(name, entry) for name, entry in shown)
        whole = "true" if len(shown) == len(found) else "false"
        return _message(
            "Success", f"<m:ResponseCode>NoError</m:ResponseCode><m:RootFolder TotalItemsInView='{len(shown)}' "
            f"IncludesLastItemInRange='{whole}'><t:Items>{items}</t:Items></m:RootFolder>"
        )  # fmt: skip


def _item(name: str, entry: Entry) -> str:
    return (
        f"<t:CalendarItem><t:ItemId Id='AAMk-{name}=' ChangeKey='x'/><t:Subject>{escape(entry.subject)}</t:Subject>"
        f"<t:Sensitivity>{'Private' if entry.private else 'Normal'}</t:Sensitivity>"
        f"<t:Start>{entry.start:%Y-%m-%dT%H:%M:%SZ}</t:Start><t:End>{entry.end:%Y-%m-%dT%H:%M:%SZ}</t:End>"
        f"<t:IsAllDayEvent>{str(entry.all_day).lower()}</t:IsAllDayEvent>"
        f"<t:LegacyFreeBusyStatus>{entry.busy if entry.busy == 'OOF' else entry.busy.capitalize()}"
        f"</t:LegacyFreeBusyStatus><t:IsCancelled>{str(entry.cancelled).lower()}</t:IsCancelled>"
        f"<t:MyResponseType>{'Decline' if entry.declined else 'Accept'}</t:MyResponseType></t:CalendarItem>"
    )


def _problem(node: Xml.Element) -> str:
    """What the schema forbids of an element and all in it; "" for nothing."""
    known = SCHEMA.get(node.tag)
    if known is None:
        return f"{node.tag} is not expected"
    children, attributes, text = known
    pattern = "".join(f"(?:{one.rstrip('?+')},){one[len(one.rstrip('?+')) :]}" for one in children.split())
    if not re.fullmatch(pattern, "".join(f"{child.tag.rpartition('}')[2]}," for child in node)):
        return f"{node.tag}: {[child.tag for child in node]}"
    needed = {name for name in attributes if not name.endswith("?")}
    patterns = {name.rstrip("?"): one for name, one in attributes.items()}
    if not needed <= set(node.keys()) <= patterns.keys():
        return f"{node.tag}: attributes {sorted(node.keys())}"
    for name, value in node.items():
        if not re.fullmatch(patterns[name], value):
            return f"{node.tag}: {name}={value}"
    if not re.fullmatch(text, (node.text or "").strip()):
        return f"{node.tag}: {node.text!r}"
    return next((found for child in node if (found := _problem(child))), "")


def refusal(code: str, said: str) -> Answer:
    """What Exchange says of one mailbox."""
    return _message("Error", f"<m:MessageText>{said}</m:MessageText><m:ResponseCode>{code}</m:ResponseCode>")


def _message(kind: str, inside: str) -> Answer:
    return _soap(
        200,
        f"<m:FindItemResponse><m:ResponseMessages><m:FindItemResponseMessage ResponseClass='{kind}'>{inside}"
        "</m:FindItemResponseMessage></m:ResponseMessages></m:FindItemResponse>",
    )


def fault(code: str, said: str, more: str = "") -> Answer:
    """What it says of a request as a whole."""
    return _soap(
        500,
        f"<s:Fault><faultcode>a:{code}</faultcode><faultstring>{escape(said)}</faultstring><detail>"
        f"<e:ResponseCode xmlns:e='http://schemas.microsoft.com/exchange/services/2006/errors'>{code}</e:ResponseCode>"
        f"{more}</detail></s:Fault>",
    )


def busy(milliseconds: int) -> Answer:
    """What a server under load says."""
    pause = f"<t:MessageXml><t:Value Name='BackOffMilliseconds'>{milliseconds}</t:Value></t:MessageXml>"
    return fault("ErrorServerBusy", "The server cannot service this request right now.", pause)


def found(folder: str) -> Answer:
    """What it says of a calendar: a RootFolder as it is given."""
    return _message("Success", f"<m:ResponseCode>NoError</m:ResponseCode>{folder}")


def _soap(status: int, inside: str) -> Answer:
    names = f"xmlns:s='{S[1:-1]}' xmlns:m='{M[1:-1]}' xmlns:t='{T[1:-1]}'"
    body = f"<?xml version='1.0' encoding='utf-8'?><s:Envelope {names}><s:Body>{inside}</s:Body></s:Envelope>"
    return status, {"Content-Type": "text/xml; charset=utf-8"}, body.encode()
