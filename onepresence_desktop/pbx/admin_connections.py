"""The command line's arguments for connections, and what it prints of them (`onepresence-pbx connection …`)."""

from __future__ import annotations

import argparse

from onepresence_desktop.domain.connections import KINDS, SECRETS, ConnectionKind, Trouble, Value, secret_names
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.pbx.admin_verbs import from_file, version
from onepresence_desktop.wire import commands as wire

ADDING = "a connection to a server of the company's; of several for one purpose the first is used"
SETTING = "change what is named of a connection; NAME= takes a setting away"
SECRET_NAMES = frozenset().union(*map(secret_names, KINDS))
"""Settings that are secret in every kind that has them."""


def add(command: argparse.ArgumentParser) -> None:
    """`connection add`."""
    command.add_argument("name", metavar="NAME", help="what it is called here")
    command.add_argument("kind", choices=[kind.value for kind in KINDS])
    _settings(command)
    command.add_argument("--off", action="store_true", help="not to be used yet")
    command.add_argument("--customer", metavar="CODE", help="whose, where there are several companies")
    _explain(command)


def setting(command: argparse.ArgumentParser) -> None:
    """`connection set`."""
    command.add_argument("name", metavar="NAME")
    command.add_argument("--becomes", metavar="NAME", help="another name")
    _settings(command)
    used = command.add_mutually_exclusive_group()
    used.add_argument("--on", action="store_true", default=None, help="use it")
    used.add_argument("--off", dest="on", action="store_false", help="don't use it for now")
    version(command)
    command.add_argument("--customer", metavar="CODE", help="whose, where there are several companies")
    _explain(command)


def _settings(command: argparse.ArgumentParser) -> None:
    value = "a setting of its kind, as often as needed; with - for VALUE a line of standard input"
    command.add_argument("--set", dest="settings", action="append", default=[], metavar="NAME=VALUE", help=value)
    secret = "a setting whose value is in a file; secrets are taken so, or from standard input"
    command.add_argument("--set-file", dest="files", action="append", default=[], metavar="NAME=FILE", help=secret)


def _explain(command: argparse.ArgumentParser) -> None:
    command.formatter_class = argparse.RawDescriptionHelpFormatter
    command.epilog = "settings:\n" + "\n".join(f"  {kind.value}: {', '.join(_names(kind))}" for kind in KINDS)


def _names(kind: ConnectionKind) -> list[str]:
    return [
        one.name + (" (needed)" if one.required else "") + (" (secret)" if one.type in SECRETS else "")
        for one in KINDS[kind].settings
    ]


def added(given: argparse.Namespace) -> wire.ConnectionAdd:
    """What was asked for. Raises as `_given`."""
    return wire.ConnectionAdd(
        name=given.name,
        kind=ConnectionKind(given.kind),
        settings=_given(given),
        enabled=not given.off,
        customer=given.customer,
    )


def changed(given: argparse.Namespace) -> wire.ConnectionSet:
    """What was asked for. Raises as `_given`, `Invalid` where nothing is named."""
    settings = _given(given)
    if not settings and given.becomes is None and given.on is None:
        raise Invalid(field="connection", problem="missing")
    return wire.ConnectionSet(
        name=given.name,
        becomes=given.becomes,
        settings=settings,
        enabled=given.on,
        version=given.version,
        customer=given.customer,
    )


def _given(given: argparse.Namespace) -> dict[str, Value]:
    """The settings that are named. Raises `OSError` of a file, `Invalid` without a value, or for a secret among the
    arguments, which everybody on the machine can see.
    """
    settings: dict[str, Value] = {}
    for text in given.settings:
        name, value = _pair(text)
        if value == "-":
            value = from_file("-")
        elif value and name in SECRET_NAMES:
            raise Invalid(field=f"settings.{name}", problem="seen_by_others")
        settings[name] = value.replace("\\n", "\n")
    return settings | {name: from_file(path) for name, path in map(_pair, given.files)}


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise Invalid(field=f"settings.{name}", problem="missing")
    return name, value


def which(command: argparse.ArgumentParser) -> None:
    """`connection remove`."""
    command.add_argument("name", metavar="NAME")
    command.add_argument("--customer", metavar="CODE")


def removed(given: argparse.Namespace) -> wire.ConnectionRemove:
    """What was asked for."""
    return wire.ConnectionRemove(name=given.name, customer=given.customer)


def trying(command: argparse.ArgumentParser) -> None:
    """`connection try`."""
    which(command)
    command.add_argument("--to", default="", metavar="ADDRESS|NUMBER", help="send a trial there, or read that calendar")


def attempted(given: argparse.Namespace) -> wire.ConnectionTry:
    """What was asked for."""
    return wire.ConnectionTry(name=given.name, to=given.to, customer=given.customer)


TROUBLES: dict[str, str] = {
    Trouble.UNREACHABLE: "nobody answers there",
    Trouble.TIME_OUT: "no answer in time",
    Trouble.CERTIFICATE: "its certificate isn't believed",
    Trouble.SIGN_IN_REFUSED: "account or password isn't accepted",
    Trouble.NOT_FOUND: "what was asked for isn't there",
    Trouble.BUSY: "it asks to be left in peace for now",
    Trouble.SERVER_FAILED: "the server has a fault",
    Trouble.NOT_UNDERSTOOD: "what it answers can't be read",
    Trouble.TOO_LARGE: "it answers more than is read",
    Trouble.NOT_ALLOWED: "an address that may not be asked",
    Trouble.REFUSED: "the server says no",
}
"""Why a server can't be used, behind the stable word."""


def trouble_words(code: str) -> str:
    """The stable word, and what it means; another word as it is."""
    words = TROUBLES.get(code)
    return f"{code}, {words}" if words else code


def described(one: wire.ListedConnection) -> str:
    """One on a line."""
    state = one.state.value if one.enabled else "off"
    why = f": {trouble_words(one.trouble)}" if one.trouble else ""
    since = f" since {one.since:%Y-%m-%d %H:%M} UTC" if one.since is not None and one.trouble else ""
    return f"{one.customer} {one.name} ({one.kind}) {state}{why}{since}{f' ({one.said})' if one.said else ''}"


def tried(one: wire.TriedConnection) -> str:
    """What happened, and of a calendar connection with whom."""
    people = [f"\n  {who.name}: {_outcome(who.code, who.said)}" for who in one.people]
    return f"{one.name}: {_outcome(one.code, one.said)}{''.join(people)}"


def _outcome(code: str, said: str) -> str:
    return f"{trouble_words(code)}{f' ({said})' if said else ''}"
