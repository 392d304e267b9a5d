"""How long things are kept, and who sees sickness (spec 12.4d)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.privacy import LONGEST, Privacy, before, checked

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


def test_sickness_is_another_absence_where_it_is_not_shown() -> None:
    hidden = Privacy(sickness_shown=False)
    assert hidden.reason(Reason.SICK) is Reason.OTHER and hidden.reason(Reason.LUNCH) is Reason.LUNCH
    assert hidden.reason(None) is None and Privacy().reason(Reason.SICK) is Reason.SICK


def test_what_is_older_than_its_days_goes_and_without_days_nothing_does() -> None:
    assert before(30, NOW) == datetime(2026, 10, 30, 12, tzinfo=UTC)
    assert before(None, NOW) is None


@pytest.mark.parametrize("field", ["calls_days", "messages_days", "sent_days", "audit_days"])
@pytest.mark.parametrize("days", [0, -1, LONGEST + 1])
def test_days_that_cannot_be_are_refused_by_name(field: str, days: int) -> None:
    with pytest.raises(Invalid) as refusal:
        checked(Privacy(**{field: days}))
    assert refusal.value.details == {"field": field, "problem": "out_of_range"}
    assert checked(Privacy(**{field: LONGEST})) == Privacy(**{field: LONGEST})
