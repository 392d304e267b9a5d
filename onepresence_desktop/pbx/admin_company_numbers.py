"""The command line's arguments for company numbers (`onepresence-pbx company-number …`), and what it prints."""

from __future__ import annotations

import argparse
from typing import Any

from onepresence_desktop.domain.company_number import MAIN, Leads, MenuKey
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.pbx.admin_verbs import command, group, version, whose
from onepresence_desktop.wire import commands as wire

ABOUT = "the company's own numbers: hours, what is said, menus of keys: add, set, show, list, remove"
CHANGING = "change what is named; all else stays as it is"

EXAMPLES = """\
A number that says hello, offers two keys and is closed at night:

  onepresence-pbx company-number add +4570101000 --name Hovednummer --number 1002050 \\
      --greeting "Velkommen til Firma." --hours "mon-fri 08:00-16:00" --closed "Vi har lukket." \\
      --menu-text "Tryk 1 for salg, 2 for at høre vores adresse, 5 for engelsk." \\
      --language da en --key 1=1002051 --key "2=say:Vi bor Havnegade 5." --key 5=language:en
  onepresence-pbx company-number set +4570101000 --in en --greeting "Welcome." --closed "We are closed."
  onepresence-pbx company-number set +4570101000 --menu support --under 3 --key 1=1002052 \\
      --menu-text "Tryk 1 for drift."

A key leads to a number (1=1002051, 1=+4533123456), another menu (3=menu:support), words (2=say:…) or a language
(5=language:en); without anything behind the = it leads nowhere any more (1=).
"""

PLACES = ("greeting", "queue", "closed", "holiday", "nobody")


def add(verbs: Any) -> None:
    """All of them."""
    numbers = group(verbs, "company-number", ABOUT, epilog=EXAMPLES)
    listing = command(numbers, "list", "all of a company's, and how each stands now", _listing)
    whose(listing)
    showing = command(numbers, "show", "one of them, with its texts and menus", _listing)
    showing.add_argument("one_number", metavar="NUMBER")
    whose(showing)
    adding = command(numbers, "add", "a new one: it answers at once", _added, epilog=EXAMPLES)
    adding.add_argument("one_number", metavar="NUMBER", help="the public number")
    adding.add_argument("--name", required=True, help="what it is called here")
    answers = "who answers without a menu, or when no key is pressed: a group, a person, a number outside"
    adding.add_argument("--number", required=True, metavar="LOCALNUMBER|NUMBER", help=answers)
    _changes(adding)
    setting = command(numbers, "set", CHANGING, _set, epilog=EXAMPLES)
    setting.add_argument("one_number", metavar="NUMBER")
    setting.add_argument("--name")
    setting.add_argument("--number", metavar="LOCALNUMBER|NUMBER", help=answers)
    setting.add_argument("--becomes", metavar="NUMBER", help="another public number")
    _changes(setting)
    gone = "a menu that goes, as often as needed"
    setting.add_argument("--without-menu", dest="without", action="append", default=[], metavar="NAME", help=gone)
    version(setting)
    removing = command(numbers, "remove", "it answers no longer; its recordings go, too", _removed)
    removing.add_argument("one_number", metavar="NUMBER")
    whose(removing)


def _changes(made: argparse.ArgumentParser) -> None:
    spoken = "in which it speaks; the first unless a key changes it (default da)"
    made.add_argument("--language", dest="languages", nargs="+", choices=("da", "sv", "en"), help=spoken)
    made.add_argument("--hours", metavar="HOURS", help='"mon-fri 08:00-16:00, sat 10:00-14:00", or "always"')
    days = "closed on the company's holidays (usual)"
    made.add_argument("--holidays", action=argparse.BooleanOptionalAction, default=None, help=days)
    made.add_argument("--in", dest="language", choices=("da", "sv", "en"), help="of the texts here (default the first)")
    said = {
        "greeting": "said first when open",
        "queue": "said before the phones ring",
        "closed": "said outside the hours",
        "holiday": "said on a holiday; without, as when closed",
        "nobody": "said when nobody answers",
    }
    for place, words in said.items():
        made.add_argument(f"--{place}", metavar="TEXT", help=words)
    for place in PLACES[2:]:
        where = 'where the caller goes then; "" for nowhere'
        made.add_argument(f"--{place}-to", metavar="NUMBER", help=where)
    made.add_argument("--menu", default=MAIN, metavar="NAME", help="whose text and keys are meant (default main)")
    made.add_argument("--menu-text", metavar="TEXT", help="what the menu says; without any menu the phones ring")
    under = "the key that leads to that menu: of main, or MENU:KEY"
    made.add_argument("--under", metavar="KEY", help=under)
    made.add_argument("--key", dest="keys", action="append", default=[], metavar="KEY=WHERE", help="see below")
    whose(made)


def _listing(given: argparse.Namespace) -> wire.CompanyNumberList:
    return wire.CompanyNumberList(one_number=getattr(given, "one_number", None), customer=given.customer)


def _added(given: argparse.Namespace) -> wire.CompanyNumberAdd:
    return wire.CompanyNumberAdd(**_named(given))


def _set(given: argparse.Namespace) -> wire.CompanyNumberSet:
    return wire.CompanyNumberSet(**_named(given), becomes=given.becomes, without=given.without, version=given.version)


def _removed(given: argparse.Namespace) -> wire.CompanyNumberRemove:
    return wire.CompanyNumberRemove(one_number=given.one_number, customer=given.customer)


def _named(given: argparse.Namespace) -> dict[str, Any]:
    said = {place: getattr(given, place) for place in PLACES if getattr(given, place) is not None}
    if given.menu_text is not None:
        said["menu"] = given.menu_text
    to = {place: getattr(given, f"{place}_to") for place in PLACES[2:] if getattr(given, f"{place}_to") is not None}
    same = ("one_number", "name", "number", "languages", "hours", "holidays", "language", "menu", "under", "customer")
    return {name: getattr(given, name) for name in same} | {
        "said": said,
        "to": to,
        "keys": [read_key(text) for text in given.keys],
    }


def read_key(text: str) -> wire.KeySet:
    """A key and where it leads, as it is typed. Raises `Invalid` (key)."""
    key, equals, to = text.partition("=")
    if not equals or len(key) != 1:
        raise Invalid(field="key", problem="malformed", key=text)
    for word, leads in (("menu:", "menu"), ("say:", "message"), ("language:", "language")):
        if to.startswith(word):
            return wire.KeySet(key=key, leads=leads, to=to.removeprefix(word))  # type: ignore[arg-type]
    return wire.KeySet(key=key, leads="number" if to else "nowhere", to=to)


def described(result: wire.ListedCompanyNumbers) -> str:
    """Each with what it says and where its keys lead."""
    return "\n".join(line for one in result.numbers for line in _lines(one)) or "no company number yet"


def _lines(one: wire.ListedCompanyNumber) -> list[str]:
    view = one.number
    lines = [
        f"{one.customer} {view.one_number} {view.name}: {view.opening}",
        f"  answered by {view.number}, {' '.join(view.languages)}",
        f"  hours {one.hours}, {'closed' if view.holidays else 'open'} on holidays",
    ]
    said = {"greeting": view.greeting, "queue": view.queue}
    for place, answer in (("closed", view.closed), ("holiday", view.holiday), ("nobody", view.nobody)):
        said[place] = answer.text
        if answer.number:
            lines.append(f"  {place}: to {answer.number}")
    lines += [f"  {place} ({language}): {words}" for place, text in said.items() for language, words in text.items()]
    for menu in view.menus:
        lines += [f"  menu {menu.name} ({language}): {words}" for language, words in menu.text.items()]
        lines += [f"    {key.key} {_leads(key)}" for key in menu.keys]
    return lines


def _leads(key: MenuKey) -> str:
    match key.leads:
        case Leads.MENU:
            return f"menu {key.menu}"
        case Leads.MESSAGE:
            return "says " + "; ".join(f"({language}) {words}" for language, words in key.text.items())
        case Leads.LANGUAGE:
            return f"language {key.language}"
        case _:
            return key.number
