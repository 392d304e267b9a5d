"""Which days are holidays: those of a company's country, and what the company itself says (spec 12.4f)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onepresence_desktop.domain.people import Customer


@lru_cache(maxsize=256)
def calendar(region: str, language: str, year: int) -> Mapping[date, str]:
    """A country's public holidays of a year with their names; none for a country that isn't known."""
    import holidays  # 60 ms, and only where somebody asks for a holiday
    from holidays.countries.sweden import Sweden

    try:
        speaks = holidays.country_holidays(region).supported_languages
    except NotImplementedError:
        return {}
    wanted = {"en": "en_US"}.get(language, language)
    spoken = wanted if wanted in speaks else None
    if region == "SE":  # the law counts every Sunday; nobody calls that a holiday
        return dict(Sweden(years=year, language=spoken, include_sundays=False))
    return dict(holidays.country_holidays(region, years=year, language=spoken))


@dataclass(frozen=True, slots=True)
class Days:
    """The holidays of a company as a container of days. own: what it says itself of days."""

    customer: Customer
    own: Mapping[date, str | None]

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date):
            return False
        if day in self.own:
            return self.own[day] is not None
        return day in calendar(self.customer.region, self.customer.language, day.year)
