"""`onepresence-pbx` for what holds for a whole company: on the store alone, and through a running service."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.pbx.admin_run import main
from tests.support.command_line import Cli, published

NUMBER = "+4570101000"
ENTRIES = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20261101T000000Z
DTSTART:20261201T090000Z
DTEND:20261201T100000Z
SUMMARY:Møde
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def test_a_company_number_is_made_changed_shown_and_taken_away(cli: Cli) -> None:
    made = cli(
        "company-number", "add", NUMBER, "--name", "Hovednummer", "--number", "1002050", "--customer", "100",
        "--language", "da", "en", "--greeting", "Velkommen.", "--hours", "mon-fri 08:00-16:00", "--no-holidays",
        "--closed", "Vi har lukket.", "--closed-to", "1002101", "--menu-text", "Tryk 1 for salg.",
        "--key", "1=1002101", "--key", "2=say:Vi bor Havnegade 5.", "--key", "5=language:en",
    )["numbers"][0]  # fmt: skip
    assert made["hours"] == "mon-fri 08:00-16:00"
    number = made["number"]
    assert (number["greeting"], number["closed"]) == (
        {"da": "Velkommen."}, {"text": {"da": "Vi har lukket."}, "number": "1002101"},
    )  # fmt: skip
    assert [(key["key"], key["leads"]) for key in number["menus"][0]["keys"]] == [
        ("1", "number"), ("2", "message"), ("5", "language"),
    ]  # fmt: skip
    which = ("company-number", "set", "70 10 10 00", "--customer", "100")
    cli(*which, "--in", "en", "--greeting", "Welcome.", "--closed-to", "", "--hours", "always")
    cli(*which, "--key", "2=", "--menu-text", "Tryk 1 eller 3.")
    now = cli(*which, "--menu", "sted", "--under", "3", "--menu-text", "Tryk 1.", "--key", "1=1002050")["numbers"][0]
    number = now["number"]
    assert now["hours"] == "always" and number["greeting"] == {"da": "Velkommen.", "en": "Welcome."}
    assert number["closed"] == {"text": {"da": "Vi har lukket."}, "number": ""} and not number["holidays"]
    assert [(key["key"], key["menu"]) for key in number["menus"][0]["keys"]] == [("1", ""), ("5", ""), ("3", "sted")]
    assert number["menus"][1]["keys"][0]["number"] == "1002050"
    cli(*which, "--menu", "dybere", "--under", "sted:9", "--menu-text", "Farvel.")
    assert "unknown_menu" in cli.refused(*which, "--without-menu", "dybere"), "a key leads there"
    cli(*which, "--menu", "sted", "--key", "9=", "--without-menu", "dybere")
    assert "unknown_menu" in cli.refused(*which, "--menu", "x", "--under", "y:1")
    refused = cli.refused(*which, "--without-menu", "nowhere")
    assert refused.startswith("onepresence-pbx: invalid") and "unknown_menu" in refused


def test_a_company_number_that_somebody_else_changed_is_not_written_over(cli: Cli) -> None:
    where = ("--customer", "100")
    cli("company-number", "add", NUMBER, "--name", "N", "--number", "1002050", "--menu-text", "Tryk 1.",
        "--key", "1=1002101", *where)  # fmt: skip
    assert "not_reached" in cli.refused(
        "company-number", "set", NUMBER, "--menu", "sted", "--menu-text", "Her.", *where
    )
    assert "unknown_menu" in cli.refused("company-number", "set", NUMBER, "--key", "3=menu:sted", *where)
    assert "key" in cli.refused("company-number", "set", NUMBER, "--key", "nonsense", *where)
    assert "loop" in cli.refused("company-number", "set", NUMBER, "--number", NUMBER, *where)
    shown = cli.says("company-number", "show", NUMBER, *where)
    assert "menu main (da): Tryk 1." in shown and "1 1002101" in shown and "hours always" in shown
    version = cli("company-number", "show", NUMBER, *where)["numbers"][0]["number"]["version"]
    cli("company-number", "set", NUMBER, "--name", "Andet", "--version", version, *where)
    refused = cli.refused("company-number", "set", NUMBER, "--name", "Tredje", "--version", version, *where)
    assert "somebody has made it another meanwhile" in refused
    cli("company-number", "set", NUMBER, "--becomes", "+4570102000", *where)
    assert [one["number"]["one_number"] for one in cli("company-number", "list", *where)["numbers"]] == ["+4570102000"]
    cli("company-number", "remove", "+4570102000", *where)
    assert "not_found" in cli.refused("company-number", "show", NUMBER, *where)
    assert cli.says("company-number", "list", *where).strip() == "no company number yet"


def test_closing_days_are_made_worked_through_and_given_back_to_the_calendar(cli: Cli) -> None:
    where = ("--customer", "100")

    def day(which: str) -> dict[str, Any] | None:
        days = cli("holiday", "list", "--year", "2027", *where)["days"]
        found: dict[str, Any] | None = next((one for one in days if one["day"] == which), None)
        return {key: value for key, value in found.items() if key != "version"} if found is not None else None

    cli("holiday", "add", "2027-12-24", "Juleaften", *where)
    assert day("2027-12-24") == {"day": "2027-12-24", "name": "Juleaften", "closed": True, "own": True}
    assert "2027-12-24 Fri Juleaften: closed (own)" in cli.says("holiday", "list", "--year", "2027", *where)
    cli("holiday", "open", "2027-12-26", *where)
    assert day("2027-12-26") == {"day": "2027-12-26", "name": "Anden juledag", "closed": False, "own": True}
    cli("holiday", "remove", "2027-12-26", *where)
    cli("holiday", "remove", "2027-12-24", *where)
    assert day("2027-12-24") is None and day("2027-12-26") is not None
    assert "not_found" in cli.refused("holiday", "remove", "2027-12-24", *where)
    assert "out_of_range" in cli.refused("holiday", "list", "--year", "1900", *where)


def test_callers_are_let_in_no_more_and_again(cli: Cli) -> None:
    where = ("--customer", "100")
    cli("blocked", "add", "33 12 34 56", "+46812345678", *where)
    now = cli("blocked", "withheld", "block", *where)["blocked"]
    assert (now["numbers"], now["anonymous"]) == (["+4533123456", "+46812345678"], True)
    cli("blocked", "remove", "33123456", "--version", now["version"], *where)
    assert "changed" in cli.refused("blocked", "withheld", "allow", "--version", now["version"], *where)
    assert "33123456" in cli.refused("blocked", "remove", "33123456", *where)
    assert "numbers[1]" in cli.refused("blocked", "add", "nonsense", *where)
    assert cli.says("blocked", "list", *where).splitlines() == [
        "+46812345678", "callers without a number are blocked",
    ]  # fmt: skip


def test_how_long_things_are_kept_is_set_bit_by_bit(cli: Cli) -> None:
    where = ("--customer", "100")
    cli("privacy", "set", "--calls", "90", "--sickness", "hidden", *where)
    now = cli("privacy", "set", "--sent", "30", *where)["privacy"]
    assert (now["calls_days"], now["sent_days"], now["audit_days"], now["sickness_shown"]) == (90, 30, None, False)
    cli("privacy", "set", "--calls", "ever", "--version", now["version"], *where)
    assert "changed" in cli.refused("privacy", "set", "--calls", "7", "--version", now["version"], *where)
    assert "out_of_range" in cli.refused("privacy", "set", "--calls", "99999", *where)
    assert "missing" in cli.refused("privacy", "set", *where)
    said = cli.says("privacy", "show", *where).splitlines()
    assert (
        said[0] == "calls: for ever" and said[2] == "sent: 30 days" and said[-1] == "sickness: hidden from colleagues"
    )


def test_numbers_shown_last_contacts_and_texts_are_set_and_the_log_tells_of_all(cli: Cli) -> None:
    where = ("--customer", "100")
    assert cli("customer", "numbers-shown", "100")["kinds"] == ["own", "company", "group", "withheld"]
    seen = cli("customer", "numbers-shown", "100", "own", "group")
    assert seen["kinds"] == ["own", "group"]
    cli("customer", "numbers-shown", "100", "--none", "--version", seen["version"])
    assert "changed" in cli.refused("customer", "numbers-shown", "100", "own", "--version", seen["version"])
    assert "unknown" in cli.refused("customer", "numbers-shown", "100", "everything")
    assert cli("customer", "last-contacts", "100")["seen_by"] == "members"
    before = cli("customer", "last-contacts", "100", "nobody")["version"]
    cli("customer", "last-contacts", "100", "everyone")
    assert "changed" in cli.refused("customer", "last-contacts", "100", "members", "--version", before)
    text = cli("standard-message", "add", "Ring venligst tilbage", *where)["messages"][0]
    assert cli.says("standard-message", "list", *where).strip() == f"{text['id']} Ring venligst tilbage"
    assert cli("standard-message", "remove", text["id"], *where)["messages"] == []
    assert "not_found" in cli.refused("standard-message", "remove", text["id"], *where)
    log = cli("audit", *where)["entries"]
    assert {one["who"] for one in log} == {"command_line"}
    assert [one["action"] for one in log[:6]] == [
        "standard_message_removed", "standard_message_added", "contacts_seen_by", "contacts_seen_by",
        "numbers_shown", "numbers_shown",
    ]  # fmt: skip
    assert len(cli("audit", "--text", "numbers_shown", *where)["entries"]) == 2
    assert "command_line: contacts_seen_by everyone" in cli.says("audit", "--before", str(log[2]["id"] + 1), *where)


@pytest.fixture
def calendar() -> Iterator[str]:
    with published(ENTRIES) as address:
        yield address


def test_a_persons_calendars_are_listed_added_set_and_forgotten(cli: Cli, calendar: str) -> None:
    assert cli("calendar", "list", "1002101")["calendars"] == []
    assert cli.says("calendar", "list", "1002101").strip() == "1002101 has no calendar"
    (one,) = cli("calendar", "add", "1002101", "ics", calendar, "--meetings", "divert", "--password", "x")["calendars"]
    assert (one["address"], one["use"], one["has_password"]) == (calendar, "divert", True)
    (kept,) = cli("calendar", "set", "1002101", one["id"], "--account", "")["calendars"]
    assert (kept["use"], kept["has_password"]) == ("divert", True), "what isn't named stays as it is"
    where, version = ("calendar", "set", "1002101", one["id"], "--address"), ("--version", kept["version"])
    (moved,) = cli(*where, calendar + "?2", *version)["calendars"]
    assert not moved["has_password"], "a password is never handed to another address"
    assert "changed" in cli.refused(*where, calendar, *version)
    _, other = cli("calendar", "add", "1002101", "ics", calendar, "--diverts")["calendars"]
    assert (other["use"], other["diverts"]) == ("divert", True)
    said = cli.says("calendar", "list", "1002101").splitlines()
    assert said[0].startswith(f"{one['id']}: ics {calendar}?2; meetings: show; ")
    assert said[1].startswith(f"{other['id']}: ics {calendar}; meetings: divert (the one that may divert); ")
    assert "no calendar connection" in cli.refused("calendar", "set", "1002101", "company", "--meetings", "show")
    assert "not_found" in cli.refused("calendar", "set", "1002101", "nothing", "--meetings", "show")
    away = cli.refused("calendar", "add", "1002101", "ics", "http://127.0.0.1:1/x.ics")
    assert "the server was asked" in away and "unreachable" in away
    cli("calendar", "remove", "1002101", one["id"])
    assert [left["id"] for left in cli("calendar", "list", "1002101")["calendars"]] == [other["id"]]
    assert "not_found" in cli.refused("calendar", "remove", "1002101", one["id"])


def test_words_in_calendars_are_set_and_dropped(cli: Cli) -> None:
    where = ("--customer", "100")
    cli("calendar-word", "set", "messe", "travel", "--to", "reception", *where)
    cli("calendar-word", "set", "MESSE", "visit", "--to", "1002050", *where)
    words = cli("calendar-word", "list", *where)["words"]
    assert [(one["word"], one["reason"], one["destination"]["number"]) for one in words] == [
        ("MESSE", "visit", "1002050")
    ]
    assert cli.says("calendar-word", "list", *where).strip() == "MESSE: visit, 1002050"
    cli("calendar-word", "remove", "messe", *where)
    assert "not_found" in cli.refused("calendar-word", "remove", "messe", *where)


def test_help_says_how_and_wrong_usage_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for arguments, words in (
        (["company-number", "add"], "onepresence-pbx company-number add +4570101000"),
        (["holiday", "add"], "YYYY-MM-DD"),
        (["blocked", "add"], "let these in no more"),
        (["privacy", "set"], "how long"),
        (["calendar", "set"], "standard input"),
    ):
        with pytest.raises(SystemExit) as ended:
            main([*arguments, "--help"])
        assert ended.value.code == 0 and words in " ".join(capsys.readouterr().out.split())
    for arguments in (["privacy", "set", "--calls", "0"], ["holiday", "add", "24.12", "Jul"], ["blocked", "withheld"]):
        with pytest.raises(SystemExit) as ended:
            main([*arguments, "--data", str(tmp_path)])
        assert ended.value.code == 2
        assert "Traceback" not in capsys.readouterr().err
