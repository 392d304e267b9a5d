"""A company's connections in words: kinds, settings, how one stands and why."""

from __future__ import annotations

from datetime import UTC, datetime

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.desktop.texts.errors import error
from onepresence_desktop.desktop.texts.times import clock_or_more
from onepresence_desktop.domain.connections import ConnectionKind, ConnectionState, Purpose, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed, Invalid
from onepresence_desktop.wire.connections import ConnectionTried, ConnectionView

_KINDS = {
    ConnectionKind.SMTP: QT_TRANSLATE_NOOP("Connections", "Mail (SMTP)"),
    ConnectionKind.SMS_HTTP: QT_TRANSLATE_NOOP("Connections", "SMS gateway (HTTP)"),
    ConnectionKind.KANNEL: QT_TRANSLATE_NOOP("Connections", "SMS gateway (Kannel)"),
    ConnectionKind.SMPP: QT_TRANSLATE_NOOP("Connections", "SMS centre (SMPP)"),
    ConnectionKind.LDAP: QT_TRANSLATE_NOOP("Connections", "Directory (LDAP, Active Directory)"),
    ConnectionKind.CARDDAV: QT_TRANSLATE_NOOP("Connections", "Directory (CardDAV)"),
    ConnectionKind.GRAPH: QT_TRANSLATE_NOOP("Connections", "Calendars (Microsoft 365)"),
    ConnectionKind.EWS: QT_TRANSLATE_NOOP("Connections", "Calendars (Exchange Server)"),
    ConnectionKind.CALDAV: QT_TRANSLATE_NOOP("Connections", "Calendars (CalDAV)"),
    ConnectionKind.ICS: QT_TRANSLATE_NOOP("Connections", "Calendars (ICS addresses)"),
}

_SETTINGS = {
    "host": QT_TRANSLATE_NOOP("Connections", "Server"),
    "port": QT_TRANSLATE_NOOP("Connections", "Port"),
    "security": QT_TRANSLATE_NOOP("Connections", "Encryption"),
    "account": QT_TRANSLATE_NOOP("Connections", "Account"),
    "password": QT_TRANSLATE_NOOP("Connections", "Password"),
    "sender": QT_TRANSLATE_NOOP("Connections", "Sender"),
    "reply_to": QT_TRANSLATE_NOOP("Connections", "Answers go to"),
    "url": QT_TRANSLATE_NOOP("Connections", "Address (URL)"),
    "form": QT_TRANSLATE_NOOP("Connections", "Way of asking"),
    "fields": QT_TRANSLATE_NOOP("Connections", "Fields"),
    "headers": QT_TRANSLATE_NOOP("Connections", "Headers"),
    "address": QT_TRANSLATE_NOOP("Connections", "Address (URL)"),
    "base": QT_TRANSLATE_NOOP("Connections", "Below this entry"),
    "filter": QT_TRANSLATE_NOOP("Connections", "Filter"),
    "shown": QT_TRANSLATE_NOOP("Connections", "What everybody sees besides the name"),
    "accepted": QT_TRANSLATE_NOOP("Connections", "Its yes holds (regular expression)"),
    "report_url": QT_TRANSLATE_NOOP("Connections", "Our address for delivery reports"),
    "tenant": QT_TRANSLATE_NOOP("Connections", "Tenant (domain or ID)"),
    "client_id": QT_TRANSLATE_NOOP("Connections", "Application (client) ID"),
    "client_secret": QT_TRANSLATE_NOOP("Connections", "Client secret"),
    "sign_in_url": QT_TRANSLATE_NOOP("Connections", "Sign-in address of another cloud"),
    "graph_url": QT_TRANSLATE_NOOP("Connections", "Graph address of another cloud"),
    "ews_url": QT_TRANSLATE_NOOP("Connections", "Address (URL)"),
    "rights": QT_TRANSLATE_NOOP("Connections", "The account reads by"),
    "calendar_url": QT_TRANSLATE_NOOP("Connections", "Address (URL) of each calendar"),
}

_EXAMPLES = {
    "host": "mail.example.com",
    "sender": "",
    "url": "https://sms.example.com/send",
    "address": "ldaps://dc1.example.com",
    "base": "OU=People,DC=example,DC=com",
    "filter": "(objectClass=person)",
    "shown": "company, numbers, emails",
    "fields": "to: {to}\nfrom: {sender}\ntext: {text}",
    "headers": "X-Api-Key: …",
    "report_url": "https://onepresence.example.com",
    "tenant": "example.com",
    "client_id": "00000000-0000-0000-0000-000000000000",
    "sign_in_url": "https://login.microsoftonline.com",
    "graph_url": "https://graph.microsoft.com",
    "ews_url": "https://mail.example.com/EWS/Exchange.asmx",
    "calendar_url": "https://dav.example.com/{email}/",
}

_CHOICES = {
    "starttls": "STARTTLS",
    "tls": "TLS",
    "none": QT_TRANSLATE_NOOP("Connections", "None (this computer only)"),
    "json": "JSON",
    "form": QT_TRANSLATE_NOOP("Connections", "Form"),
    "query": QT_TRANSLATE_NOOP("Connections", "In the address"),
    "impersonation": QT_TRANSLATE_NOOP("Connections", "Impersonation"),
    "delegate": QT_TRANSLATE_NOOP("Connections", "Delegated calendars"),
}

_WRONG = {
    "missing": QT_TRANSLATE_NOOP("Connections", "It is needed."),
    "malformed": QT_TRANSLATE_NOOP("Connections", "It isn't written as it should be."),
    "out_of_range": QT_TRANSLATE_NOOP("Connections", "A whole number up to 65535 is wanted."),
    "not_on_a_network": QT_TRANSLATE_NOOP("Connections", "Without encryption only on the service's own computer."),
    "again": QT_TRANSLATE_NOOP("Connections", "Another server is told it, so type it again."),
    "not_a_persons": QT_TRANSLATE_NOOP("Connections", "It needs {email} or {user} for the person."),
    "too_long": QT_TRANSLATE_NOOP("Connections", "It is too long."),
}


def kind(which: ConnectionKind) -> str:
    """What stands at the other end."""
    text = _KINDS.get(which)
    return translate("Connections", text) if text else which.value


def setting(name: str) -> str:
    """What is set by it."""
    text = _SETTINGS.get(name)
    return translate("Connections", text) if text else name


def example(name: str) -> str:
    """How it may look, "" for nothing to show."""
    return _EXAMPLES.get(name, "")


def choice(key: str) -> str:
    """One of a setting's choices."""
    text = _CHOICES.get(key, key)
    return text if text.isupper() else translate("Connections", text)


def wrong(problem: str) -> str:
    """What is wrong with a setting."""
    text = _WRONG.get(problem)
    return translate("Connections", text) if text else error(Invalid(field="settings", problem=problem))


def trial_to(purpose: Purpose) -> str:
    """Who can be sent a trial, "" where nobody can."""
    words = {
        Purpose.MAIL: translate("Connections", "Send a mail to"),
        Purpose.SMS: translate("Connections", "Send an SMS to"),
        Purpose.CALENDAR: translate("Connections", "Read the calendar of (e-mail)"),
    }
    return words.get(purpose, "")


def state(one: ConnectionView) -> tuple[str, str]:
    """How it stands, and the tone in which it is shown."""
    if not one.enabled:
        return translate("Connections", "Not in use"), "tertiary"
    if one.state is ConnectionState.FAILING:
        now = datetime.now(UTC)
        failing = translate("Connections", "Doesn't work since {time}")
        return failing.format(time=clock_or_more(one.since, now) if one.since is not None else ""), "danger"
    if one.state is ConnectionState.OK:
        return translate("Connections", "Works"), "available"
    return translate("Connections", "Not used yet"), "tertiary"


def tried(answer: ConnectionTried, to: str) -> str:
    """What a trial came to. to: who was sent something, "" for nobody; people of calendars are named one by one."""
    if answer.people:
        read = ", ".join(one.name for one in answer.people if one.code == "ok")
        well = translate("Connections", "Read: {names}.").format(names=read) if read else ""
        not_read = [one for one in answer.people if one.code != "ok"]
        return "\n".join([well] * bool(well) + [f"{one.name}: {trouble_words(one.code, one.said)}" for one in not_read])
    if not answer.good:
        return trouble_words(answer.code, answer.said)
    sent = translate("Connections", "Sent. The server says: {said}") if to else ""
    return (sent or translate("Connections", "It works. The server says: {said}")).format(said=answer.said or "OK")


def trouble_words(trouble: str, said: str) -> str:
    """Why a server can't be used, with its own words where it said any."""
    sentence = error(ConnectionFailed(reason=trouble))
    if not said:
        return sentence
    if trouble in (Trouble.UNREACHABLE, Trouble.CERTIFICATE):  # it has said nothing: the words are this side's
        return f"{sentence} ({said})"
    return translate("Connections", "{sentence} It said: “{said}”").format(sentence=sentence, said=said)
