"""`onepresence-pbx … set`: people, lines, connections, groups; what somebody else changed is not written over unseen.

On the store alone, and through a running service.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import Cli, published

WHERE = ("--customer", "100")
MAIL = ("--set", "host=mail.firma.example", "--set", "port=587", "--set", "sender=pbx@firma.example")


def person(cli: Cli, number: str) -> dict[str, Any]:
    """As `list` tells."""
    (customer,) = cli("list", *WHERE)["customers"]
    return next(one for one in customer["users"] if one["local_number"] == number)


def test_what_the_page_sets_of_a_person_is_set_bit_by_bit(cli: Cli) -> None:
    cli("user", "add", "1002102", "--name", "Birk Ø")
    now = cli(
        "user", "set", "1002102", "--name", "Birk Øster", "--email", "birk@firma.example", "--mobile", "20 12 34 56",
        "--onenumber", "33 12 21 02", "--title", "Sælger", "--department", "Salg", "--manager", "1002101",
        "--role", "receptionist", "--language", "en",
    )  # fmt: skip
    assert (now["name"], now["email"], now["mobile"], now["one_number"]) == (
        "Birk Øster", "birk@firma.example", "+4520123456", "+4533122102",
    )  # fmt: skip
    assert (now["title"], now["department"], now["manager"]) == ("Sælger", "Salg", "1002101")
    assert (now["role"], now["language"], now["closed"]) == ("receptionist", "en", False)
    cli("user", "set", "1002102", "--title", "", "--email", "", "--mobile", "", "--onenumber", "", "--manager", "")
    left = person(cli, "1002102")
    assert (left["title"], left["email"], left["mobile"], left["one_number"], left["manager"]) == ("", *[None] * 4)
    assert (left["name"], left["department"]) == ("Birk Øster", "Salg"), "what isn't named stays as it is"
    said = cli.says("user", "set", "1002102", "--becomes", "1002109", "--closed")
    assert said.strip() == "1002109 Birk Øster (receptionist); department Salg; access closed"
    assert not cli("user", "set", "1002109", "--no-closed")["closed"]
    assert "not_found" in cli.refused("user", "set", "1002102", "--title", "x")


def test_a_person_whom_somebody_else_changed_is_not_written_over(cli: Cli) -> None:
    seen = person(cli, "1002101")["version"]
    cli("user", "set", "1002101", "--title", "Chef", "--version", seen)
    refused = cli.refused("user", "set", "1002101", "--title", "Direktør", "--version", seen)
    assert "somebody has made it another meanwhile" in refused
    assert person(cli, "1002101")["title"] == "Chef"


def test_what_cannot_be_set_of_a_person_is_refused(cli: Cli) -> None:
    cli("user", "add", "1002102", "--name", "Birk", "--role", "administrator")
    assert "last_administrator" in cli.refused("user", "set", "1002102", "--role", "user")
    assert "email" in cli.refused("user", "set", "1002102", "--email", "nobody")
    assert "missing" in cli.refused("user", "set", "1002102")
    assert "conflict" in cli.refused("user", "set", "1002102", "--becomes", "1002101")
    assert "not_found" in cli.refused("user", "set", "1002102", "--manager", "1002999")
    assert "picture" in cli.refused("user", "remove-picture", "1002102")


def test_a_phones_settings_are_shown_once_more_and_that_is_written_down(cli: Cli) -> None:
    made = cli("device", "add", "1002101", "desk")
    shown = cli("device", "show", made["sip_user"])
    assert shown == made
    assert f"password {made['sip_password']}" in cli.says("device", "show", made["sip_user"])
    assert cli("audit", *WHERE)["entries"][0]["action"] == "sip_settings_shown"
    assert "not_found" in cli.refused("device", "show", "nobody")


def test_a_line_becomes_another_and_its_password_is_in_no_argument(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("s3cret\n")
    cli("trunk", "add", "Vest", "--server", "sip.vest.example", "--user", "u", "--password-file", str(secret), *WHERE)
    cli("trunk", "add", "Fjord", "--server", "sip.fjord.example", *WHERE)
    line = cli("trunk", "list")["trunks"][0]
    assert line["has_password"] and "s3cret" not in str(line)
    now = cli(
        "trunk", "set", "Vest", "--becomes", "Vest 2", "--server", "sip2.vest.example:5070", "--transport", "tcp",
        "--register", "--number", "+4533122101", "33122102", "--format", "00", "--main", "33122100",
        "--from", "192.0.2.7", "--max-calls", "4", "--abroad", "eu", "--premium", "--caller-id", "from", "--follow",
        "--calls-an-hour", "20", "--version", line["version"], *WHERE,
    )  # fmt: skip
    assert (now["name"], now["server"], now["transport"], now["register"]) == (
        "Vest 2", "sip2.vest.example:5070", "tcp", True,
    )  # fmt: skip
    assert (now["numbers"], now["main"], now["format"]) == (["+4533122101", "+4533122102"], "+4533122100", "00")
    assert (now["sources"], now["max_calls"], now["abroad"], now["premium"]) == (["192.0.2.7"], 4, "eu", True)
    assert (now["caller_id"], now["follow"], now["calls_an_hour"], now["user"]) == ("from", True, 20, "u")
    assert now["has_password"], "none named keeps the one before"
    refused = cli.refused("trunk", "set", "Vest 2", "--no-premium", "--version", line["version"], *WHERE)
    assert "somebody has made it another meanwhile" in refused
    monkeypatch.setattr("sys.stdin", io.StringIO("another\n"))
    bare = ("--no-register", "--number", "--main", "", "--from", "--max-calls", "0", "--no-premium", "--no-follow")
    left = cli("trunk", "set", "Vest 2", "--password-file", "-", *bare, *WHERE)
    assert (left["numbers"], left["main"], left["sources"], left["max_calls"]) == ([], None, [], None)
    assert not left["premium"] and not left["follow"] and left["has_password"]
    ordered = cli("trunk", "order", "Fjord", "Vest 2", *WHERE)["trunks"]
    assert [one["name"] for one in ordered] == ["Fjord", "Vest 2"]
    assert "changed" in cli.refused("trunk", "order", "Fjord", *WHERE)
    assert "missing" in cli.refused("trunk", "set", "Fjord", *WHERE)
    assert "trunk" in cli.refused("trunk", "set", "Fjord", "--becomes", "Vest 2", *WHERE)
    assert "not_found" in cli.refused("trunk", "set", "Nowhere", "--premium", *WHERE)


def test_a_connection_becomes_another_and_no_secret_is_in_an_argument(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("s3cret\n")
    account = ("--set", "account=pbx", "--set-file", f"password={secret}")
    made = cli("connection", "add", "Mail", "smtp", *MAIL, *account, *WHERE)
    assert (made["secrets"], made["settings"]["port"]) == (["password"], 587) and "s3cret" not in str(made)
    now = cli(
        "connection", "set", "Mail", "--becomes", "Post", "--set", "sender=firma@firma.example",
        "--set", "reply_to=svar@x.example", "--off", "--version", made["version"], *WHERE,
    )  # fmt: skip
    assert (now["name"], now["enabled"], now["secrets"]) == ("Post", False, ["password"])
    assert (now["settings"]["sender"], now["settings"]["reply_to"]) == ("firma@firma.example", "svar@x.example")
    refused = cli.refused("connection", "set", "Post", "--on", "--version", made["version"], *WHERE)
    assert "somebody has made it another meanwhile" in refused
    assert "again" in cli.refused("connection", "set", "Post", "--set", "port=465", *WHERE)
    monkeypatch.setattr("sys.stdin", io.StringIO("another\n"))
    moved = cli("connection", "set", "Post", "--set", "port=465", "--set", "password=-", "--set", "reply_to=", *WHERE)
    assert moved["settings"]["port"] == 465 and "reply_to" not in moved["settings"]
    assert cli("connection", "set", "Post", "--on", *WHERE)["enabled"]
    for verb in (("set", "Post"), ("add", "Other", "smtp", *MAIL)):
        refused = cli.refused("connection", *verb, "--set", "password=s3cret", *WHERE)
        assert "others on this machine see" in refused and "s3cret" not in refused
    assert "missing" in cli.refused("connection", "set", "Post", *WHERE)
    assert "missing" in cli.refused("connection", "set", "Post", "--set", "port", *WHERE)
    assert "not_found" in cli.refused("connection", "set", "Nowhere", "--on", *WHERE)
    code, _, err = cli.run("connection", "set", "Post", "--set-file", "password=/nowhere", *WHERE)
    assert code == 1 and "No such file" in err


def test_a_pickup_group_is_called_something_else_and_keeps_its_members(cli: Cli) -> None:
    (made,) = cli("pickup-group", "set", "100", "Etage 2", "--members", "1002101")["groups"]
    (now,) = cli("pickup-group", "set", "100", "Etage 2", "--becomes", "Etage 3", "--version", made["version"])[
        "groups"
    ]
    assert (now["name"], now["members"]) == ("Etage 3", ["1002101"])
    old = ("pickup-group", "set", "100", "Etage 3", "--becomes", "Etage 4", "--version", made["version"])
    assert "somebody has made it another meanwhile" in cli.refused(*old)
    assert "not_found" in cli.refused("pickup-group", "set", "100", "Etage 9", "--becomes", "Etage 4")
    assert cli("pickup-group", "remove", "100", "Etage 3")["groups"] == []


def test_a_group_that_somebody_else_changed_is_not_written_over(cli: Cli) -> None:
    (group,) = cli("list", *WHERE)["customers"][0]["groups"]
    cli("group", "set", "1002050", "--name", "Salg", "--version", group["version"])
    refused = cli.refused("group", "set", "1002050", "--name", "Kunder", "--version", group["version"])
    assert "somebody has made it another meanwhile" in refused


def test_a_directory_is_listed_and_read_when_one_wants(cli: Cli) -> None:
    assert cli.says("directory", "list", *WHERE).strip() == "no directories"
    address = ("--set", "address=http://127.0.0.1:1/", *WHERE)
    cli("connection", "add", "Katalog", "carddav", *address)
    (one,) = cli("directory", "read", "Katalog", *WHERE)["directories"]
    assert one["trouble"] and one["people"] == 0
    assert cli.says("directory", "list", *WHERE).startswith("Katalog (carddav http://127.0.0.1:1/) 0 people, not read")
    assert "not_found" in cli.refused("directory", "read", "Nowhere", *WHERE)


def test_when_calls_come_back_is_not_written_over_unseen(cli: Cli) -> None:
    seen = cli("customer", "reception-times", "100")["version"]
    now = cli("customer", "reception-times", "100", "--back-after", "40", "--version", seen)
    assert now["back_after"] == 40 and now["version"] != seen
    refused = cli.refused("customer", "reception-times", "100", "--parked-for", "90", "--version", seen)
    assert "somebody has made it another meanwhile" in refused


def test_what_of_a_calendar_colleagues_see_is_set_and_its_password_is_in_a_file(cli: Cli, tmp_path: Path) -> None:
    text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nEND:VCALENDAR\r\n"
    secret = tmp_path / "secret"
    secret.write_text("s3cret\n")
    with published(text) as address:
        (one,) = cli(
            "calendar", "add", "1002101", "ics", address, "--account", "anna", "--password-file", str(secret),
            "--subjects", "--no-out-of-office",
        )["calendars"]  # fmt: skip
        assert (one["has_password"], one["show_subject"], one["out_of_office"]) == (True, True, False)
        (one,) = cli("calendar", "set", "1002101", one["id"], "--account", "anna", "--no-subjects")["calendars"]
        assert (one["has_password"], one["show_subject"]) == (True, False)


def test_days_and_texts_that_somebody_else_changed_are_not_written_over(cli: Cli) -> None:
    cli("holiday", "add", "2027-12-24", "Juleaften", "--version", "not_said", *WHERE)
    for change in (("add", "2027-12-24", "Jul"), ("open", "2027-12-24"), ("remove", "2027-12-24")):
        assert "somebody has made it another meanwhile" in cli.refused(
            "holiday", *change, "--version", "not_said", *WHERE
        )
    days = cli("holiday", "list", "--year", "2027", *WHERE)["days"]
    seen = next(one["version"] for one in days if one["day"] == "2027-12-24")
    cli("holiday", "remove", "2027-12-24", "--version", seen, *WHERE)
    (text,) = cli("standard-message", "add", "Ring tilbage", *WHERE)["messages"]
    (now,) = cli("standard-message", "set", text["id"], "Ring", "--version", text["version"], *WHERE)["messages"]
    assert now["text"] == "Ring" and now["version"] != text["version"]
    for change in (("set", text["id"], "Skriv"), ("remove", text["id"])):
        refused = cli.refused("standard-message", *change, "--version", text["version"], *WHERE)
        assert "somebody has made it another meanwhile" in refused
    assert "missing" in cli.refused("standard-message", "set", text["id"], " ", *WHERE)
    assert "not_found" in cli.refused("standard-message", "set", "nowhere", "Ring", *WHERE)
