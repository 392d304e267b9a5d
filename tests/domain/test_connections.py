"""A company's connections: what is to be known of each kind, and how one stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from onepresence_desktop.domain.connections import (
    KINDS,
    LEFT_ALONE,
    Connection,
    ConnectionId,
    ConnectionKind,
    ConnectionState,
    Purpose,
    Trouble,
    changed,
    checked,
    lines,
    secret_names,
    secret_values,
    shown,
)
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.standing import Standing, clean, failed, left_alone, reached, worked

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
MAIL: dict[str, Any] = {"host": "mail.firma.example", "sender": "pbx@firma.example", "password": "hemmelig"}
ONE = Connection(ConnectionId("c"), CustomerId("f"), "Mail", ConnectionKind.SMTP, MAIL)


def test_what_is_set_is_kept_and_what_is_empty_is_left_out() -> None:
    found = checked(ConnectionKind.SMTP, {**MAIL, "host": " mail.firma.example ", "account": "", "port": 0})
    assert found == MAIL


@pytest.mark.parametrize(
    ("kind", "more", "field", "problem"),
    [
        (ConnectionKind.SMTP, {"host": ""}, "settings.host", "missing"),
        (ConnectionKind.SMTP, {"colour": "red"}, "settings.colour", "unknown_setting"),
        (ConnectionKind.SMTP, {"port": 70000}, "settings.port", "out_of_range"),
        (ConnectionKind.SMTP, {"port": True}, "settings.port", "wrong_type"),
        (ConnectionKind.SMTP, {"port": "25"}, "settings.port", "wrong_type"),
        (ConnectionKind.SMTP, {"host": 5}, "settings.host", "wrong_type"),
        (ConnectionKind.SMTP, {"host": "x" * 2001}, "settings.host", "too_long"),
        (ConnectionKind.SMTP, {"security": "rot13"}, "settings.security", "unknown"),
        (ConnectionKind.SMTP, {"account": "a\r\nb"}, "settings.account", "control_character"),
        (ConnectionKind.UNKNOWN, {}, "kind", "unknown"),
    ],
)
def test_what_is_wrong_is_named(kind: ConnectionKind, more: dict[str, Any], field: str, problem: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked(kind, {**MAIL, **more})
    assert refused.value.details == {"field": field, "problem": problem}


def test_lines_are_names_with_texts() -> None:
    settings = {"url": "https://sms.example/", "sender": "Firma", "fields": "to: {to}\n\ntext: a: {text}"}
    assert checked(ConnectionKind.SMS_HTTP, settings) == settings
    assert lines(settings["fields"]) == {"to": "{to}", "text": "a: {text}"}
    with pytest.raises(Invalid):
        checked(ConnectionKind.SMS_HTTP, {**settings, "headers": "nothing"})


def test_a_choice_is_one_of_those_there_are() -> None:
    assert checked(ConnectionKind.SMTP, {**MAIL, "security": "tls"})["security"] == "tls"


def test_secrets_are_not_shown() -> None:
    assert shown(ONE) == {"host": "mail.firma.example", "sender": "pbx@firma.example"}
    assert secret_names(ConnectionKind.SMS_HTTP) == {"password", "headers"}
    assert secret_values(ONE) == ("hemmelig",) and "hemmelig" not in repr(ONE)


def test_a_kind_of_a_newer_version_is_for_nothing_known() -> None:
    newer = replace(ONE, kind=ConnectionKind.UNKNOWN)
    assert newer.purpose is Purpose.UNKNOWN and secret_names(newer.kind) == frozenset()
    assert ONE.purpose is Purpose.MAIL and ONE.text("host") == "mail.firma.example" and ONE.text("port") == ""


def test_what_a_server_is_told_in_secret_is_told_again_to_another() -> None:
    assert changed(ONE, {"sender": "ny@firma.example"})["password"] == "hemmelig"
    with pytest.raises(Invalid) as refused:
        changed(ONE, {"host": "strangers.example"})
    assert refused.value.details == {"field": "settings.password", "problem": "again"}
    assert changed(ONE, {"host": "other.example", "password": "ny"})["password"] == "ny"
    assert "password" not in changed(ONE, {"host": "other.example", "password": ""})


def test_how_it_stands_goes_on_since_it_began() -> None:
    away = failed(Standing(), NOW, Trouble.UNREACHABLE, "no route")
    assert away == Standing(ConnectionState.FAILING, NOW, Trouble.UNREACHABLE, "no route", NOW)
    assert failed(away, LATER, Trouble.TIME_OUT, "").since == NOW
    well = worked(away, LATER)
    assert well == Standing(ConnectionState.OK, LATER, checked_at=LATER)
    assert worked(well, LATER + timedelta(hours=1)).since == LATER


def test_reaching_a_server_does_not_mend_a_password() -> None:
    refused = failed(Standing(), NOW, Trouble.SIGN_IN_REFUSED, "403")
    assert reached(refused, LATER).trouble is Trouble.SIGN_IN_REFUSED
    assert reached(failed(Standing(), NOW, Trouble.UNREACHABLE, ""), LATER).state is ConnectionState.OK


def test_a_refused_password_is_left_alone_for_a_while() -> None:
    refused = failed(Standing(), NOW, Trouble.SIGN_IN_REFUSED, "")
    assert left_alone(refused, LATER) and not left_alone(refused, NOW + LEFT_ALONE)
    assert not left_alone(Standing(), NOW) and not left_alone(failed(Standing(), NOW, Trouble.BUSY, ""), NOW)


def test_a_server_s_words_are_shown_without_secrets_and_in_bounds() -> None:
    assert clean("wrong password\r\n 'hemmelig' for me\x1b", ("hemmelig", "a")) == "wrong password '…' for me"
    assert len(clean("x" * 500, ())) == 200
    asked = "no such page: /send?user=firma&pass=p%40ss%2Fw+rd&key=p%40ss/w%20rd&old=p%40ss%2Fw%20rd&to=1"
    assert clean(asked, ("p@ss/w rd",)) == "no such page: /send?user=firma&pass=…&key=…&old=…&to=1"


def test_secret_headers_are_secrets_each_for_itself() -> None:
    settings = {"url": "https://sms.example/", "sender": "Firma", "headers": "X-Key: abc123\nAuthorization: App hush"}
    values = secret_values(replace(ONE, kind=ConnectionKind.SMS_HTTP, settings=settings))
    assert clean("no access for abc123 or hush", values) == "no access for … or …"


def test_every_kind_is_for_something_and_says_to_whom_its_secrets_go() -> None:
    for kind in KINDS.values():
        assert kind.purpose in Purpose.known() and any(one.where for one in kind.settings)
