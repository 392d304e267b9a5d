"""All that routing knows of one customer, as one unchanging value."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from onepresence_desktop.domain.blocking import Blocking
from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.company_number import CompanyNumber, CompanyNumberId
from onepresence_desktop.domain.diversion import Diversion, ForwardingDefaults
from onepresence_desktop.domain.messages import VoicemailOptions
from onepresence_desktop.domain.passing import Caller, Passing, PassList, passes
from onepresence_desktop.domain.people import Customer, Device, GroupId, HuntGroup, User, UserId
from onepresence_desktop.domain.shown_kinds import ALL_KINDS, NumberShown, ShownKind, ShownOnce


@dataclass(frozen=True, slots=True)
class DialPlan:
    """All that routing knows of one customer; replaced as a whole when anything changes.

    Keys of the maps: user ids; `by_number`: local numbers and OneNumbers (E.164) to users; `groups_by_number` likewise.
    line_out: whether numbers outside the company can be reached. last_calls: when each user last hung up, for groups
    that ring whoever has been idle longest; a view of what is live, so it may go on changing. passing: whom each user
    lets through. diverted: when the last diverted call of a number to a user ended; a view of what is live, too.
    may_show: which numbers the administrator lets callers show; shown_by: which one each user chose (spec 4.9);
    shown_once: for their next call alone.
    """

    customer: Customer
    users: Mapping[UserId, User] = field(default_factory=dict)
    devices: Mapping[UserId, tuple[Device, ...]] = field(default_factory=dict)
    diversions: Mapping[UserId, tuple[Diversion, ...]] = field(default_factory=dict)
    defaults: Mapping[UserId, ForwardingDefaults] = field(default_factory=dict)
    voicemail: Mapping[UserId, VoicemailOptions] = field(default_factory=dict)
    groups: Mapping[GroupId, HuntGroup] = field(default_factory=dict)
    by_number: Mapping[str, UserId] = field(default_factory=dict)
    groups_by_number: Mapping[str, GroupId] = field(default_factory=dict)
    line_out: bool = True
    last_calls: Mapping[UserId, datetime] = field(default_factory=dict)
    company_numbers: Mapping[CompanyNumberId, CompanyNumber] = field(default_factory=dict)
    holidays: Container[date] = frozenset()
    blocking: Blocking = field(default_factory=Blocking)
    blocked_by: Mapping[UserId, Blocking] = field(default_factory=dict)
    passing: Mapping[UserId, PassList] = field(default_factory=dict)
    diverted: Mapping[tuple[UserId, str], datetime] = field(default_factory=dict)
    may_show: frozenset[ShownKind] = ALL_KINDS
    shown_by: Mapping[UserId, NumberShown] = field(default_factory=dict)
    shown_once: Mapping[UserId, ShownOnce] = field(default_factory=dict)

    def find(self, number: str) -> User | HuntGroup | None:
        """Whose number this is: 7 digits, the last four alone, or E.164; None when it is nobody's here."""
        keys = [number]
        if len(number) == 4 and number.isdigit():
            keys = [self.customer.code + number]
        for key in keys:
            if key in self.by_number:
                return self.users[self.by_number[key]]
            if key in self.groups_by_number:
                return self.groups[self.groups_by_number[key]]
        return None

    def caller(self, party: Party) -> Caller:
        """Who calls, with all the numbers they are known by."""
        user = self.users.get(party.user_id) if party.user_id is not None else None
        known = (party.number, *((user.local_number, user.one_number, user.mobile) if user is not None else ()))
        return Caller(party.number, party.user_id, frozenset(number for number in known if number))

    def pass_list(self, user_id: UserId) -> PassList:
        """Whom a user lets through, with the mobiles of the colleagues among their favourites."""
        own = self.passing.get(user_id, PassList())
        mobiles = {user.mobile for each in own.colleagues if (user := self.users.get(each)) is not None and user.mobile}
        return replace(own, contacts=own.contacts | mobiles) if mobiles else own

    def lets_through(self, user_id: UserId, diversion: Diversion, caller: Caller, now: datetime) -> Passing | None:
        """By which exception a caller gets through a user's diversion (spec 3.11); None: by none."""
        own = self.pass_list(user_id)
        exceptions = diversion.exceptions if diversion.exceptions is not None else own.usual
        return passes(caller, exceptions, own, self.diverted.get((user_id, caller.number)), now)

    def company_at(self, number: str) -> CompanyNumber | None:
        """The company number that a public number (E.164) is."""
        return next((each for each in self.company_numbers.values() if each.one_number == number), None)

    def holder(self, number: str) -> User | HuntGroup | CompanyNumber | None:
        """Who or what has a number here: nobody else may be given it."""
        return self.find(number) or self.company_at(number)

    def serves(self, group: HuntGroup, at: datetime) -> bool:
        """Whether a group answers itself; without hours always, else within them and on no holiday."""
        if not group.hours.used:
            return True
        zone = self.customer.zone
        return group.hours.open_at(at, zone) and at.astimezone(zone).date() not in self.holidays

    @property
    def reception(self) -> HuntGroup | None:
        """The group that answers for the company, if one is set."""
        return next((g for g in self.groups.values() if g.reception), None)
