"""`onepresence`: the tray app, its commands for scripts, and with `--pbx` the service (one program, two jobs)."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Sequence

DONE, REFUSED, USAGE, NOT_RUNNING = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["--pbx"]:
        from onepresence_desktop.pbx.__main__ import main as pbx

        return pbx(words[1:])
    options = _parser().parse_args(words)
    if options.verb == "numbers":
        return _numbers(options)
    if options.verb is None:
        from onepresence_desktop.desktop.app import Options, run

        return run(Options(demo=options.demo, profile=options.profile, minimized=options.minimized))
    return NOT_RUNNING


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="onepresence",
        description="Colleagues with live phone status, diversions in one click, voicemail and click-to-call.",
        epilog="Commands exit with 0 done, 1 refused (the reason is on standard error), 2 usage, 3 app not running.",
    )
    parser.add_argument("--demo", action="store_true", help="start with the simulated company: no account, no phones")
    parser.add_argument("--profile", default="", metavar="NAME", help="settings and folders of their own")
    parser.add_argument("--minimized", action="store_true", help="start in the tray")
    verbs = parser.add_subparsers(dest="verb", metavar="COMMAND")
    numbers = verbs.add_parser("numbers", help="what would be dialled from a text, as JSON lines")
    numbers.add_argument("text", nargs="?", help="the text; standard input when left out")
    numbers.add_argument("--region", default="DK", metavar="CODE", help="country for numbers without one (DK)")
    return parser


def _numbers(options: argparse.Namespace) -> int:
    from onepresence_desktop.domain.numbering import find_numbers, is_region

    if not is_region(options.region):
        print(f"onepresence numbers: {options.region!r} is not a country code such as DK", file=sys.stderr)
        return USAGE
    # Whatever the locale: marked text comes from everywhere, and scripts read the answer as JSON.
    text = options.text if options.text is not None else sys.stdin.buffer.read().decode("utf-8", "replace")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    for found in find_numbers(text, options.region):
        line = {"number": found.number, "text": found.text, "kind": found.kind.value, "certain": found.certain}
        print(json.dumps(line, ensure_ascii=False))
    return DONE


if __name__ == "__main__":
    sys.exit(main())
