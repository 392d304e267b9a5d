"""Facts: what the rooms tell one another."""

from __future__ import annotations

import dataclasses
from typing import get_args

from onepresence_desktop.domain import events


def test_every_fact_is_frozen_and_names_its_customer_or_call() -> None:
    facts = get_args(events.Fact)
    assert {fact.__name__ for fact in facts} == {
        name
        for name, value in vars(events).items()
        if dataclasses.is_dataclass(value) and getattr(value, "__module__", "") == events.__name__
    }
    for fact in facts:
        assert fact.__dataclass_params__.frozen, fact
        names = {field.name for field in dataclasses.fields(fact)}
        assert names & {"customer_id", "call"}, fact
