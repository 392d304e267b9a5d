"""`make bench`: every bench in this folder, a table of each, one of all limits, and JSON in bench-out/."""

from __future__ import annotations

import importlib
import json
import os
import platform
import sys
import time
import traceback
from dataclasses import asdict, replace
from pathlib import Path

from tests.bench.limits import Limit, table
from tests.bench.packaged import PROGRAM
from tests.bench.references import References, measure_psi, measure_r

FOLDER = Path(__file__).parent
OUT = FOLDER.parents[1] / "bench-out"


def benches() -> list[str]:
    """Modules of this folder that have a `main`; the packaged program where there is one."""
    names = [file.stem for file in sorted(FOLDER.glob("*.py")) if not file.stem.startswith("_")]
    with_main = [name for name in names if "\ndef main(" in (FOLDER / f"{name}.py").read_text("utf-8")]
    return [name for name in with_main if name != "packaged" or PROGRAM.exists()]


def main(wanted: list[str]) -> int:
    """Run those named, or all; a bench that breaks doesn't stop the others."""
    if unknown := set(wanted) - set(benches()):
        print(f"usage: python -m tests.bench [{'] ['.join(benches())}]   (not known: {', '.join(sorted(unknown))})")
        return 2
    OUT.mkdir(exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} CPUs, load {os.getloadavg()}\n")
    with_starts = not wanted or bool({"demo_start", "desktop", "packaged"} & set(wanted))
    references = References(measure_r(), measure_psi() if with_starts else None)
    print(f"R {references.r:.2f} s at first: limits of times are those for 0.40 s times {references.factor:.2f}")
    if with_starts:
        how = "" if references.psi else " (reckoned: not installed)"
        print(f"psi-plus's window after {references.start:.2f} s{how}\n")
    broken = []
    reached: list[Limit] = []
    measured: dict[str, float] = {}
    before = references.r
    for name in wanted or benches():
        begun = time.monotonic()
        try:
            module = importlib.import_module(f"tests.bench.{name}")
            figures = module.main()
            # The machine may be another by now: what stands beside a bench was measured right before and after it.
            after = measure_r()
            measured[name], before = (before + after) / 2, after
            reached += [one.beside(replace(references, r=measured[name])) for one in module.limits(figures)]
        except Exception:  # noqa: BLE001  (told below)
            traceback.print_exc()
            broken.append(name)
            continue
        (OUT / f"{name}.json").write_text(json.dumps(figures, indent=1, default=str), "utf-8")
        print(f"  ({name}: {time.monotonic() - begun:.0f} s, R {measured[name]:.2f} s)\n")
    if reached:
        print("all that has a limit\n" + table(reached))
        summary = [{**asdict(one), "reached": one.reached} for one in reached]
        told = {"references": asdict(references), "r": measured, "limits": summary}
        (OUT / "summary.json").write_text(json.dumps(told, indent=1), "utf-8")
    if broken:
        print("could not be measured:", ", ".join(broken))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
