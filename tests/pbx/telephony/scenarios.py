"""Calls told as tables: what people do at their phones, and what the telephony port tells of it, whatever drives it."""

from __future__ import annotations

from dataclasses import dataclass

Deeds = list[tuple[float, str]]
"""(seconds after the one before, deed): ring, answer, busy, decline, hold, resume, refer NUMBER, bye."""

RING_AND_ANSWER: Deeds = [(0.1, "ring"), (1.0, "answer")]


@dataclass(frozen=True)
class Scenario:
    """One person calls another. told: the states of the call in their order.

    called: what the called one does from the first ring on; caller: what the caller does once it is answered.
    gives_up: seconds after which the caller does; away: nobody's phone is there; dialled: the number, else the other's.
    """

    called: Deeds
    caller: Deeds
    told: list[str]
    gives_up: float | None = None
    away: bool = False
    dialled: str = ""


SCENARIOS = {
    "answered, the caller hangs up": Scenario(RING_AND_ANSWER, [(5, "bye")], ["ringing", "connected", "ended"]),
    "answered, the called one hangs up": Scenario(
        [*RING_AND_ANSWER, (4, "bye")], [], ["ringing", "connected", "ended"]
    ),
    "busy goes to the mailbox": Scenario([(0.1, "busy")], [], ["ringing", "voicemail", "ended"]),
    "declined goes to the mailbox": Scenario([(0.1, "ring"), (1, "decline")], [], ["ringing", "voicemail", "ended"]),
    "nobody lifts": Scenario([(0.1, "ring")], [], ["ringing", "voicemail", "ended"]),
    "nobody is there": Scenario([], [], ["voicemail", "ended"], away=True),
    "nobody has the number": Scenario([], [], ["ended"], dialled="2999"),
    "the caller gives up": Scenario([(0.1, "ring")], [], ["ringing", "ended"], gives_up=3.0),
    "held and resumed": Scenario(
        RING_AND_ANSWER, [(1, "hold"), (2, "resume"), (2, "bye")],
        ["ringing", "connected", "held", "connected", "ended"],
    ),
    "held by the called one": Scenario(
        [*RING_AND_ANSWER, (1, "hold"), (2, "resume"), (2, "bye")], [],
        ["ringing", "connected", "held", "connected", "ended"],
    ),
    "transferred by the called one": Scenario(
        [*RING_AND_ANSWER, (1, "refer 2103")], [(9, "bye")], ["ringing", "connected", "held", "connected", "ended"]
    ),
    "transferred by the caller": Scenario(
        [*RING_AND_ANSWER, (9, "bye")], [(1, "refer 2103")], ["ringing", "connected", "held", "connected", "ended"]
    ),
}  # fmt: skip
