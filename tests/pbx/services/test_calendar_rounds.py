"""Whose calendars are read next: by themselves, or as many together as one request may be of (spec 5.2)."""

from __future__ import annotations

from onepresence_desktop.domain.connections import Connection, ConnectionId, ConnectionKind, Trouble
from onepresence_desktop.domain.meetings import COMPANYS, CalendarKind, CalendarSource
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.ports.calendars import CalendarAccess
from onepresence_desktop.pbx.services.calendar_rounds import Watch, rounds

NOW = 1000.0
TWENTY, ONE = ConnectionKind.GRAPH, ConnectionKind.EWS


def together(connection: Connection) -> int:
    return 20 if connection.kind is TWENTY else 1


def watch(due: float, kind: ConnectionKind | None = TWENTY, *, customer: str = "f", trouble: bool = False) -> Watch:
    """Of somebody. due: from now."""
    connection = None if kind is None else Connection(ConnectionId(customer), CustomerId(customer), "K", kind, {})
    access = CalendarAccess(CalendarSource(UserId("u"), CalendarKind.COMPANY, ""), connection=connection)
    return Watch(CustomerId(customer), access, NOW + due, trouble=Trouble.NOT_FOUND if trouble else None)


def of(*watches: Watch) -> list[list[str]]:
    """Who is read, by their places."""
    people = {(UserId(f"{n}"), COMPANYS): one for n, one in enumerate(watches)}
    return sorted(sorted((who for who, _ in some), key=int) for some in rounds(people, NOW, together))


def test_two_hundred_people_who_are_due_are_ten_requests() -> None:
    found = of(*[watch(-1) for _ in range(200)])
    assert [len(some) for some in found] == [20] * 10 and len({one for some in found for one in some}) == 200


def test_who_is_asked_for_by_themselves_and_whose_calendar_is_elsewhere_is_not_put_together() -> None:
    assert of(watch(-1, ONE), watch(-1, None), watch(1, ONE), watch(1, None), watch(-1, ONE)) == [["0"], ["1"], ["4"]]


def test_companies_are_kept_apart() -> None:
    assert of(watch(-1), watch(-1, customer="g"), watch(-1), watch(-1, customer="g")) == [["0", "2"], ["1", "3"]]


def test_a_request_that_is_not_full_takes_along_who_is_due_soonest_and_well() -> None:
    later = [watch(50 - n) for n in range(30)]
    (some,) = of(watch(-1), watch(10, trouble=True), *later)
    assert some == ["0", *(f"{n}" for n in range(13, 32))]  # the nineteen who are due soonest
    full = [watch(-1) for _ in range(20)]
    assert of(*full, *later) == [[f"{n}" for n in range(20)]]
    assert of(*later) == []


def test_who_is_being_asked_for_is_not_asked_for_again() -> None:
    asked = watch(-1)
    asked.asked = True
    assert of(asked, watch(-1)) == [["1"]]
    alone = watch(-1, ONE)
    alone.asked = True
    assert of(alone) == []
