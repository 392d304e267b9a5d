"""`onepresence`: the tray app and its commands for scripts; `--pbx` is the service, `--keyring` a child of the app."""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onepresence_desktop.desktop.commands.request import Reply, Request

DONE, REFUSED, USAGE, NOT_RUNNING = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["--pbx"]:
        from onepresence_desktop.pbx.__main__ import main as pbx

        return pbx(words[1:])
    if words == ["--keyring"]:
        from onepresence_desktop.desktop.platform.keyring_access import main as keyring

        return keyring()
    _find_console()
    options = _parser().parse_args(words)
    if options.verb == "numbers":
        return _numbers(options)
    if options.verb is None:
        return _start(options)
    return _command(options)


def _find_console() -> None:
    """On Windows the packaged program has no console of its own; it writes to the one it is called from."""
    if sys.platform == "win32" and sys.stdout is None:
        import ctypes

        if ctypes.windll.kernel32.AttachConsole(-1):  # of the parent
            sys.stdout = open("CONOUT$", "w", encoding="utf-8", errors="replace")  # noqa: SIM115
            sys.stderr = open("CONOUT$", "w", encoding="utf-8", errors="replace")  # noqa: SIM115


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="onepresence",
        description="Colleagues with live phone status, diversions in one click, voicemail and click-to-call.",
        epilog="Commands exit with 0 done, 1 refused (the reason is on standard error), 2 usage, 3 app not running.",
    )
    parser.add_argument("--demo", action="store_true", help="start with the simulated company: no account, no phones")
    parser.add_argument("--profile", type=_profile, default="", metavar="NAME", help="settings and folders of its own")
    parser.add_argument("--minimized", action="store_true", help="start in the tray")
    verbs = parser.add_subparsers(dest="verb", metavar="COMMAND")
    numbers = verbs.add_parser("numbers", help="what would be dialled from a text, as JSON lines")
    numbers.add_argument("text", nargs="?", help="the text; standard input when left out")
    numbers.add_argument("--region", default="DK", metavar="CODE", help="country for numbers without one (DK)")
    call = verbs.add_parser("call", help="ring your phone, then the number")
    call.add_argument("subject", metavar="NUMBER")
    marked = verbs.add_parser("dial-selection", help="call the number that is marked in the program in front")
    divert = verbs.add_parser(
        "divert", help="set a quick diversion: lunch, break, gone_home, meeting_1h, … or your own"
    )
    divert.add_argument("subject", metavar="PRESET")
    end = divert.add_mutually_exclusive_group()
    end.add_argument("--for", dest="seconds", type=_seconds, metavar="30m", help="how long: 30m, 1h30m, 2d")
    end.add_argument("--until", type=_clock, metavar="12:30", help="until that time of day")
    open_phone = verbs.add_parser("open-phone", help="end the diversions that run")
    status = verbs.add_parser("status", help="how you stand")
    status.add_argument("--json", action="store_true", help="as one JSON object")
    quit_ = verbs.add_parser("quit", help="end the program")
    link = verbs.add_parser("open-link", help="ask about the number of a tel:, callto: or sip: link")
    link.add_argument("subject", metavar="URL", type=_link)
    do = verbs.add_parser("do", help="give any command of the program: keys, go.calls, divert.lunch, …")
    do.add_argument("subject", metavar="COMMAND")
    listed = verbs.add_parser("commands", help="list the commands there are now")
    for verb in (call, marked, divert, open_phone, status, quit_, link, do, listed):
        verb.add_argument("--profile", type=_profile, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def _profile(text: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}|", text) is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no name for a profile: letters, digits, - _ .")
    return text


def _seconds(text: str) -> int:
    from onepresence_desktop.desktop.commands.request import span

    try:
        return int(span(text).total_seconds())
    except ValueError as exc:
        raise argparse.ArgumentTypeError(str(exc)) from None


def _clock(text: str) -> str:
    from onepresence_desktop.desktop.commands.request import clock

    try:
        clock(text)
    except ValueError as exc:
        raise argparse.ArgumentTypeError(str(exc)) from None
    return text


def _link(text: str) -> str:
    if text.partition(":")[0].lower() not in ("tel", "callto", "sip", "sips"):
        raise argparse.ArgumentTypeError(f"{text!r} is no tel:, callto: or sip: link")
    return text


def _start(options: argparse.Namespace, link: str = "") -> int:
    """Be the running program, or have the one that runs come to the front."""
    from onepresence_desktop.desktop.platform.lean_pyside import leave_features_out

    leave_features_out()
    from onepresence_desktop.desktop.commands import caller
    from onepresence_desktop.desktop.commands.instance import Instance
    from onepresence_desktop.desktop.commands.place import place
    from onepresence_desktop.desktop.commands.request import Request, Verb
    from onepresence_desktop.desktop.platform import display

    greeting: Request | None = Request(Verb.SHOW, activation=caller.activation())
    if link:
        greeting = Request(Verb.OPEN_LINK, subject=link)
    elif options.minimized:
        greeting = None
    try:
        instance = Instance(place(options.profile))
    except OSError as exc:
        return _failed(str(exc))
    said = instance.claim(greeting)
    if said is not None:
        return _told(said)
    try:
        if not display.reachable():
            return _failed("there is no screen to show windows on (DISPLAY, WAYLAND_DISPLAY)")
        from onepresence_desktop.desktop.options import Options
        from onepresence_desktop.desktop.start import run

        return run(Options(demo=options.demo, profile=options.profile, minimized=options.minimized, link=link))
    finally:
        instance.release()


def _command(options: argparse.Namespace) -> int:
    """Ask the running program; a link starts it when it doesn't run."""
    from onepresence_desktop.desktop.commands import caller
    from onepresence_desktop.desktop.commands.place import place
    from onepresence_desktop.desktop.commands.request import Request, Verb

    verb = Verb(options.verb)
    if verb is Verb.OPEN_LINK:
        return _start(options, options.subject)
    request = Request(
        verb,
        subject=getattr(options, "subject", ""),
        seconds=getattr(options, "seconds", None),
        until=getattr(options, "until", None),
        json=getattr(options, "json", False),
    )
    try:
        where = place(options.profile)
        said = caller.ask(where, request)
    except caller.NotRunning:
        print("onepresence: OnePresence isn't running", file=sys.stderr)
        return NOT_RUNNING
    except OSError as exc:
        return _failed(str(exc))
    if verb is Verb.QUIT and said.code == DONE and not caller.wait_for_end(where):
        return _failed("OnePresence takes long to end")
    return _told(said)


def _told(said: Reply) -> int:
    if said.text:
        _any_letter()
        print(said.text)
    if said.reason:
        print(f"onepresence: {said.reason}", file=sys.stderr)
    return said.code


def _failed(reason: str) -> int:
    print(f"onepresence: {reason}", file=sys.stderr)
    return REFUSED


def _any_letter() -> None:
    # Whatever the locale: names come from everywhere, and scripts read the answer as JSON.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")


def _numbers(options: argparse.Namespace) -> int:
    from onepresence_desktop.domain.numbering import find_numbers, is_region

    if not is_region(options.region):
        print(f"onepresence numbers: {options.region!r} is not a country code such as DK", file=sys.stderr)
        return USAGE
    text = options.text if options.text is not None else sys.stdin.buffer.read().decode("utf-8", "replace")
    _any_letter()
    for found in find_numbers(text, options.region):
        line = {"number": found.number, "text": found.text, "kind": found.kind.value, "certain": found.certain}
        print(json.dumps(line, ensure_ascii=False))
    return DONE


if __name__ == "__main__":
    sys.exit(main())
