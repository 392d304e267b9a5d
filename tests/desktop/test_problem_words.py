"""A value that is refused is refused in a sentence that says what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.texts.problems import value_problem
from onepresence_desktop.domain.errors import Invalid

PACKAGE = Path(__file__).resolve().parents[2] / "onepresence_desktop"
ROOMS = [PACKAGE / "domain", PACKAGE / "pbx" / "services"]
SAID_ELSEWHERE = {
    "which_of_several": "the administrator's command line",
    "missing_column": "the import's report",
    "column_twice": "the import's report",
    "day_and_time": "the administrator's command line",
    "not_a_telephone_link": "nothing is done with a link that is none",
    "unknown_setting": "a program's mistake, not a user's",
    "unknown_customer_code": "the operator's command line",
    "one_of_two": "a program's mistake, not a user's",
    "one_of_three": "a program's mistake, not a user's",
    "own": "a program's mistake, not a user's",
}


def words() -> list[str]:
    """The words of all problems with values in the rules and the services."""
    found: set[str] = set()
    for room in ROOMS:
        for file in room.rglob("*.py"):
            found |= set(re.findall(r'Invalid\([^()]*?problem="([a-z_]+)"', file.read_text("utf-8")))
    return sorted(found)


@pytest.mark.parametrize("problem", [word for word in words() if word not in SAID_ELSEWHERE])
def test_each_problem_with_a_value_has_a_sentence_of_its_own(problem: str) -> None:
    assert value_problem("", problem).endswith(".")


def test_an_address_that_is_none_is_called_so() -> None:
    assert texts.error(Invalid(field="email", problem="malformed")) == "That isn't an e-mail address."
    assert texts.error(Invalid(field="contact.emails[1]", problem="malformed")) == "That isn't an e-mail address."


def test_a_problem_that_this_version_does_not_know_asks_to_look_again() -> None:
    assert texts.error(Invalid(field="x", problem="of_tomorrow")) == "That can't be right: check what you have typed."
