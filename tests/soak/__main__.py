"""The long runs: `python -m tests.soak [NAME …]`. Prints what each did and writes bench-out/soak.json."""

from __future__ import annotations

import argparse
import importlib
import inspect
import json
import sys
import time
from pathlib import Path

OUT = Path(__file__).resolve().parents[2] / "bench-out" / "soak.json"


def names() -> list[str]:
    """Every module beside this one that has a `main`."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return [file.stem for file in files if "\ndef main(" in file.read_text("utf-8") and file.stem != "__main__"]


def main() -> int:
    """Run them one after another; 1 when one of them failed."""
    given = argparse.ArgumentParser("tests.soak", description=__doc__)
    given.add_argument("name", nargs="*", choices=[*names(), []], default=[], metavar="NAME", help=", ".join(names()))
    given.add_argument("--minutes", type=float, help="how long those run that have a length (an hour)")
    given.add_argument("--calls", type=int, help="how many those make that call (20,000)")
    given.add_argument("--rate", type=float, help="calls a second, for a machine that has other work (100)")
    given.add_argument("--hours", type=float, help="how long the office is open (4)")
    given.add_argument("--kills", type=int, help="how often the service is killed meanwhile (30 times)")
    given.add_argument("--seed", type=int, help="what is random happens again as it did (an arbitrary one)")
    options = vars(given.parse_args())
    wanted = options.pop("name") or names()
    results: dict[str, object] = json.loads(OUT.read_text("utf-8")) if OUT.exists() else {}
    failed = []
    for name in wanted:
        module = importlib.import_module(f"tests.soak.{name}")
        print(f"{name}: {(module.__doc__ or '').splitlines()[0]}", flush=True)
        begun = time.monotonic()
        try:
            known = inspect.signature(module.main).parameters
            figures = module.main(
                **{key: value for key, value in options.items() if value is not None and key in known}
            )
        except AssertionError as exc:
            print(f"  FAILED: {exc}", flush=True)
            failed.append(name)
            figures = {"failed": str(exc)}
        results[name] = {**figures, "seconds": round(time.monotonic() - begun, 1)}
        print(f"  {results[name]}", flush=True)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(results, indent=1), "utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
