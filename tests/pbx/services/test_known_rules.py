"""Rules whose days are known, through the API: those of RFC 5545 (3.8.5.3), and what libraries test besides.

The RFC's begin in 1997; here they are 28 years later, when the calendar is the same again.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from onepresence_desktop.wire import routes
from tests.pbx.office import As, running
from tests.pbx.services.test_schedules import LUNCH, two

ZONE = "America/New_York"
WORKDAYS = "MO,TU,WE,TH,FR"
KNOWN = (
    # the day it begins, the rule, its first days: years and months stand until others follow
    ("2025-09-02", "FREQ=DAILY;COUNT=10", "2025-09 2 3 4 5 6 7 8 9 10 11"),
    ("2025-09-02", "FREQ=DAILY;INTERVAL=2", "2025-09 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 2025-10 2"),
    ("2025-09-02", "FREQ=DAILY;INTERVAL=10;COUNT=5", "2025-09 2 12 22 2025-10 2 12"),
    ("2025-12-20", "FREQ=DAILY;UNTIL=20251224T000000Z", "2025-12 20 21 22 23"),
    ("2026-01-30", "FREQ=YEARLY;UNTIL=20280131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
     "2026-01 30 31 2027-01 1"),
    ("2025-09-02", "FREQ=WEEKLY;COUNT=10", "2025-09 2 9 16 23 30 2025-10 7 14 21 28 2025-11 4"),
    ("2025-12-02", "FREQ=WEEKLY;UNTIL=20251224T000000Z", "2025-12 2 9 16 23"),
    ("2025-09-02", "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "2025-09 2 16 30 2025-10 14 28 2025-11 11 25 2025-12 9 23"),
    ("2025-09-02", "FREQ=WEEKLY;UNTIL=20251007T000000Z;WKST=SU;BYDAY=TU,TH",
     "2025-09 2 4 9 11 16 18 23 25 30 2025-10 2"),
    ("2025-09-02", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "2025-09 2 4 9 11 16 18 23 25 30 2025-10 2"),
    (
        "2025-09-01",
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=20251224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
        "2025-09 1 3 5 15 17 19 29 2025-10 1 3 13 15 17 27 29 31 2025-11 10 12 14 24 26 28 2025-12 8 10 12 22",
    ),
    ("2025-09-02", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "2025-09 2 4 16 18 30 2025-10 2 14 16"),
    ("2025-09-05", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "2025-09 5 2025-10 3 2025-11 7 2025-12 5 2026-01 2 2026-02 6"),
    ("2025-09-05", "FREQ=MONTHLY;UNTIL=20251224T000000Z;BYDAY=1FR", "2025-09 5 2025-10 3 2025-11 7 2025-12 5"),
    ("2025-09-07", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
     "2025-09 7 28 2025-11 2 30 2026-01 4 25 2026-03 1 29"),
    ("2025-09-22", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
     "2025-09 22 2025-10 20 2025-11 17 2025-12 22 2026-01 19 2026-02 16"),
    ("2025-09-28", "FREQ=MONTHLY;BYMONTHDAY=-3", "2025-09 28 2025-10 29 2025-11 28 2025-12 29 2026-01 29 2026-02 26"),
    ("2025-09-02", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
     "2025-09 2 15 2025-10 2 15 2025-11 2 15 2025-12 2 15 2026-01 2 15"),
    ("2025-09-30", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
     "2025-09 30 2025-10 1 31 2025-11 1 30 2025-12 1 31 2026-01 1 31 2026-02 1"),
    ("2025-09-10", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
     "2025-09 10 11 12 13 14 15 2027-03 10 11 12 13"),
    ("2025-09-02", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
     "2025-09 2 9 16 23 30 2025-11 4 11 18 25 2026-01 6 13 20 27 2026-03 3"),
    ("2025-06-10", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "2025-06 10 2025-07 10 2026-06 10 2026-07 10"),
    ("2025-03-10", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "2025-03 10 2027-01 10 2027-02 10 2027-03 10"),
    ("2025-01-01", "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
     "2025-01 1 2025-04 10 2025-07 19 2028-01 1 2028-04 9 2028-07 18"),
    ("2025-05-19", "FREQ=YEARLY;BYDAY=20MO", "2025-05 19 2026-05 18 2027-05 17"),
    ("2025-05-12", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "2025-05 12 2026-05 11 2027-05 17"),
    ("2025-03-13", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "2025-03 13 20 27 2026-03 5 12 19 26"),
    ("2025-06-05", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
     "2025-06 5 12 19 26 2025-07 3 10 17 24 31 2025-08 7 14 21 28 2026-06 4"),
    ("2025-09-02", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2026-02 13 2026-03 13 2026-11 13 2027-08 13"),
    ("2025-09-13", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
     "2025-09 13 2025-10 11 2025-11 8 2025-12 13 2026-01 10 2026-02 7"),
    ("2024-11-05", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "2024-11 5 2028-11 7"),
    ("2025-09-04", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "2025-09 4 2025-10 7 2025-11 6"),
    ("2025-09-29", f"FREQ=MONTHLY;BYDAY={WORKDAYS};BYSETPOS=-2",
     "2025-09 29 2025-10 30 2025-11 27 2025-12 30 2026-01 29 2026-02 26"),
    ("2025-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "2025-08 5 10 19 24"),
    ("2025-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "2025-08 5 17 19 31"),
    ("2035-01-15", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2035-01 15 30 2035-02 15 2035-03 15 30"),
    # months without a 31st, years without a leap day or a week 53, days counted from the end
    ("2026-01-31", "FREQ=MONTHLY;COUNT=4", "2026-01 31 2026-03 31 2026-05 31 2026-07 31"),
    ("2024-02-29", "FREQ=YEARLY;COUNT=2", "2024-02 29 2028-02 29"),
    ("2020-12-28", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "2020-12 28 2026-12 28"),
    ("2024-12-31", "FREQ=YEARLY;BYYEARDAY=366", "2024-12 31 2028-12 31"),
    ("2025-12-31", "FREQ=YEARLY;BYYEARDAY=-1", "2025-12 31 2026-12 31 2027-12 31"),
    ("2026-01-01", "FREQ=MONTHLY;BYDAY=5FR", "2026-01 30 2026-05 29 2026-07 31"),
    ("2026-01-01", f"FREQ=YEARLY;BYDAY={WORKDAYS};BYSETPOS=-1", "2026-12 31 2027-12 31"),
    ("2026-01-05", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO;WKST=SU;COUNT=4", "2026-01 5 25 26 2026-02 15"),
    ("2026-01-05", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO;WKST=MO;COUNT=4", "2026-01 5 11 26 2026-02 1"),
)  # fmt: skip


def days(text: str) -> list[str]:
    """ "2025-09 2 30 2025-10 1" as days."""
    found, month = [], ""
    for word in text.split():
        if "-" in word:
            month = word
        else:
            found.append(f"{month}-{int(word):02}")
    return found


async def told(who: As, begin: str, last: str) -> list[str]:
    """Local starts that the service tells from the day a rule begins to the last one that is known of it."""
    zone = ZoneInfo(ZONE)
    at = datetime.fromisoformat(begin).replace(tzinfo=zone)
    end = datetime.fromisoformat(last).replace(tzinfo=zone) + timedelta(days=1)
    starts: list[str] = []
    while at < end:
        upto = min(end, at + timedelta(days=390))
        answer = await who.get(routes.MY_OCCURRENCES, params={"from": at.isoformat(), "to": upto.isoformat()})
        assert answer.status_code == 200, answer.text
        found = answer.json()["occurrences"]
        starts += [datetime.fromisoformat(one["from"]).astimezone(zone).strftime("%Y-%m-%d %H:%M") for one in found]
        at = upto
    return starts


async def test_rules_come_on_the_days_that_are_known_of_them(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await two(office)
        anders = await office.caller("1002101")
        for begin, rule, known in KNOWN:
            expected = days(known)
            body = {**LUNCH, "start": f"{begin}T09:00:00", "rrule": rule, "time_zone": ZONE}
            made = await anders.post(routes.MY_SCHEDULES, body)
            assert made.status_code == 201, (rule, made.text)
            assert await told(anders, begin, expected[-1]) == [f"{day} 09:00" for day in expected], rule
            if "COUNT" in rule and len(expected) == int(rule.partition("COUNT=")[2].partition(";")[0]):
                later = f"{int(expected[-1][:4]) + 1}-12-31"
                assert len(await told(anders, begin, later)) == len(expected), rule
            assert (await anders.delete(f"{routes.MY_SCHEDULES}/{made.json()['id']}")).status_code == 204
