"""People from a sheet: read and judged whole beside who is there, then all of it is written, or nothing (spec 12.4)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from onepresence_desktop.domain.errors import Conflict, Invalid, OnePresenceError, TooLarge
from onepresence_desktop.domain.managers import in_loops
from onepresence_desktop.domain.names import cleaned_name
from onepresence_desktop.domain.password import FIRST_PASSWORD
from onepresence_desktop.domain.people import CustomerId, Role, User, UserId
from onepresence_desktop.domain.people_sheet import COLUMNS
from onepresence_desktop.domain.text_files import decoded
from onepresence_desktop.pbx.ports import Credential
from onepresence_desktop.pbx.services import asked, people_csv
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.passwords import Passwords
from onepresence_desktop.pbx.services.people import Actor, PeopleService, new_user
from onepresence_desktop.pbx.services.people_csv import Sheet
from onepresence_desktop.pbx.services.people_edits import Change
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire.commands import MOST_TEXT, BadLine, Imported
from onepresence_desktop.wire.people_import import ImportedLine, LineVerdict, PeopleImportReport
from onepresence_desktop.wire.privacy import CHANGES
from onepresence_desktop.wire.versions import version_of

MOST_NAME = 120


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line makes of somebody; before: None for somebody new."""

    number: int
    before: User | None
    user: User

    @property
    def fields(self) -> list[str]:
        """The columns in which they become another."""
        return [name for name in COLUMNS if getattr(self.before, name, None) != getattr(self.user, name)]


@dataclass(slots=True)
class _Judged:
    """A sheet beside who was there when it was judged."""

    lines: list[_Line] = field(default_factory=list)
    bad: list[BadLine] = field(default_factory=list)


class _Refused(Exception):
    """The sheet has bad lines: the unit ends without a trace."""

    def __init__(self, judged: _Judged) -> None:
        super().__init__(f"{len(judged.bad)} bad lines")
        self.judged = judged


class PeopleImport:
    """Worker threads read and judge: a sheet of a hundred thousand lines takes seconds."""

    def __init__(self, live: LiveState, people: PeopleService, passwords: Passwords) -> None:
        self._live = live
        self._people = people
        self._passwords = passwords

    async def of_one(
        self, principal: Principal, data: bytes, *, dry_run: bool, version: str | None = None
    ) -> PeopleImportReport:
        """An administrator's sheet for their own company; version: of the report they have seen, None: not asked.

        Raises `Invalid` for a file that is no sheet, `TooLarge`, `PasswordNeeded` (an administrator comes to be, or is
        one no longer), and `Conflict` (changed) when it would by now do something else than that report says.
        """
        if len(data) > MOST_TEXT:
            raise TooLarge(limit=MOST_TEXT)
        sheet = await asyncio.to_thread(_read, data)
        company = self._live.company(principal.customer_id)
        state = _state(company)
        judged = await asyncio.to_thread(self._judge, sheet, lambda _number: company, principal)
        if dry_run or (judged.bad and version is None):
            return await asyncio.to_thread(_report, sheet, judged, dry_run=dry_run)
        first = await self._passwords.hash(FIRST_PASSWORD)
        async with self._people.changing_one(principal.customer_id, principal) as (now, change):
            if any(a is not b for a, b in zip(_state(now), state, strict=True)):
                judged = await asyncio.to_thread(self._judge, sheet, lambda _number: now, principal)
            report = await asyncio.to_thread(_report, sheet, judged, dry_run=False)
            subjects = {line.user.local_number for line in judged.lines}
            await refuse_unseen(change.unit, now, version, report.version, CHANGES["person"], *subjects)
            if not judged.bad:
                await self._write(change, judged, principal, first)
        return report

    async def of_all(self, text: str, actor: str) -> Imported:
        """A sheet with people of any company, by somebody who needs no session (the command line)."""
        sheet = await asyncio.to_thread(people_csv.read, text)
        codes = {values["local_number"][:3] for _, values in sheet.lines}
        companies = [company for code in codes if (company := self._live.company_by_code(code)) is not None]
        if not companies:
            judged = await asyncio.to_thread(self._judge, sheet, lambda _number: None, actor)
            return Imported(bad=judged.bad)
        first = await self._passwords.hash(FIRST_PASSWORD)
        try:
            async with self._people.changing(company.customer.id for company in companies) as change:
                judged = await asyncio.to_thread(
                    self._judge, sheet, lambda number: self._live.company_by_code(number[:3]), actor
                )
                if judged.bad:
                    raise _Refused(judged)
                await self._write(change, judged, actor, first)
        except _Refused as exc:
            return Imported(bad=exc.judged.bad)
        added = sum(line.before is None for line in judged.lines)
        return Imported(added=added, changed=sum(bool(line.fields) for line in judged.lines) - added)

    def _judge(self, sheet: Sheet, company_of: Callable[[str], Company | None], actor: Actor) -> _Judged:
        """Each line merged with the person as they are now. company_of: by local number."""
        judged = _Judged(bad=list(sheet.bad))
        for number, values in sheet.lines:
            company = company_of(values["local_number"])
            if company is None:
                judged.bad.append(BadLine(line=number, field="local_number", problem="unknown_customer_code"))
                continue
            user_id = company.dial_plan.by_number.get(values["local_number"])
            before = company.dial_plan.users.get(user_id) if user_id is not None else None
            try:
                user = self._people.checked(company, _merged(company, before, values))
            except (Invalid, Conflict) as exc:
                judged.bad.append(_bad(number, exc))
                continue
            if isinstance(actor, Principal) and actor.user_id == user.id and user.role is not Role.ADMINISTRATOR:
                judged.bad.append(BadLine(line=number, field="role", problem="self"))
                continue
            judged.lines.append(_Line(number, before, user))
        judged.bad.extend(_twice(judged.lines))
        _set_managers(sheet, judged, company_of)
        judged.bad.sort(key=lambda line: line.line)
        return judged

    async def _write(self, change: Change, judged: _Judged, actor: Actor, first: str) -> None:
        for line in judged.lines:
            if not line.fields:
                continue
            asked.need_proof_for(line.before, line.user)
            await change.put_user(line.user)
            if line.before is None:
                await change.unit.credentials.put_credential(Credential(line.user.id, first, must_change=True))
            action = "user_added" if line.before is None else "user_changed"
            await self._people.audit(change.unit, line.user.customer_id, actor, action, line.user.local_number)


def _read(data: bytes) -> Sheet:
    """A file as a sheet. Raises `Invalid` for one that holds nothing, or no text."""
    text = decoded(data)
    if not text.strip():
        raise Invalid(field="", problem="empty_file")
    return people_csv.read(text)


def _state(company: Company) -> tuple[object, ...]:
    """Others after each edit of people, groups or the company: these are replaced, never changed in place."""
    return company.dial_plan.users, company.dial_plan.groups_by_number, company.customer


def _merged(company: Company, before: User | None, values: dict[str, str]) -> User:
    """The user of a line: the one there is with the line's values, or a new one."""
    user = before or new_user(company.customer, values["local_number"], values["name"])
    empty_is_none = ("email", "mobile", "one_number")
    given = {
        name: (value or None) if name in empty_is_none else value
        for name, value in values.items()
        if name not in {"local_number", "role", "manager"}
    }
    return replace(user, **given, role=Role(values["role"]) if values.get("role") else user.role)  # type: ignore[arg-type]


def _set_managers(sheet: Sheet, judged: _Judged, company_of: Callable[[str], Company | None]) -> None:
    """Whom the sheet's people report to, once all are known: by local number, nobody where the cell is empty."""
    named = {number: values["manager"] for number, values in sheet.lines if "manager" in values}
    companies = {company.customer.id: company for line in judged.lines if (company := company_of(_number(line)))}
    in_sheet = {_number(line): line.user.id for line in judged.lines}
    lines: list[_Line] = []
    for line in judged.lines:
        wanted = named.get(line.number)
        plan = companies[line.user.customer_id].dial_plan
        manager = line.user.manager
        if wanted is not None:
            in_company = wanted[:3] == _number(line)[:3]
            manager = (in_sheet.get(wanted) or plan.by_number.get(wanted)) if in_company else None
        if wanted and manager is None:
            judged.bad.append(BadLine(line=line.number, field="manager", problem="unknown_number"))
        else:
            lines.append(replace(line, user=replace(line.user, manager=manager)))
    managers = {user.id: user.manager for company in companies.values() for user in company.dial_plan.users.values()}
    looped = in_loops(managers | {line.user.id: line.user.manager for line in lines})
    for line in lines:
        if line.user.id in looped:
            judged.bad.append(BadLine(line=line.number, field="manager", problem="own_manager"))
    judged.lines = [line for line in lines if line.user.id not in looped]


def _number(line: _Line) -> str:
    return line.user.local_number


def _bad(line: int, error: OnePresenceError) -> BadLine:
    if isinstance(error, Conflict):
        return BadLine(line=line, field=str(error.details.get("what", "")), problem="in_use")
    return BadLine(line=line, field=str(error.details.get("field")), problem=str(error.details.get("problem")))


def _twice(lines: Iterable[_Line]) -> list[BadLine]:
    """Lines with a public number that an earlier line of the same company has, too."""
    found: list[BadLine] = []
    seen: set[tuple[CustomerId, str]] = set()
    for line in lines:
        if line.user.one_number is None:
            continue
        key = line.user.customer_id, line.user.one_number
        if key in seen:
            found.append(BadLine(line=line.number, field="one_number", problem="twice"))
        seen.add(key)
    return found


def _report(sheet: Sheet, judged: _Judged, *, dry_run: bool) -> PeopleImportReport:
    """In words of the wire; what is refused first, each in the order of the sheet."""
    names = sheet.names | {number: values["name"] for number, values in sheet.lines}
    refused = [
        ImportedLine(
            line=bad.line,
            name=cleaned_name(names.get(bad.line, ""))[:MOST_NAME],
            verdict=LineVerdict.REFUSED,
            field=bad.field,
            problem=bad.problem,
        )
        for bad in judged.bad
    ]
    taken = [
        ImportedLine(
            line=line.number,
            name=line.user.name,
            verdict=LineVerdict.NEW if line.before is None else LineVerdict.CHANGED,
            fields=line.fields if line.before is not None else [],
        )
        for line in judged.lines
        if line.fields
    ]
    added = sum(line.verdict is LineVerdict.NEW for line in taken)
    numbers = {line.user.id: line.user.local_number for line in judged.lines}  # ids of new ones are new each time
    kept = [_seen(user, numbers) for one in judged.lines for user in _both(one)]
    return PeopleImportReport(
        dry_run=dry_run,
        lines=[*refused, *taken],
        added=added,
        changed=len(taken) - added,
        unchanged=len(judged.lines) - len(taken),
        refused=len({bad.line for bad in judged.bad}),
        version=version_of([kept, judged.bad]),
    )


def _seen(user: User | None, numbers: Mapping[UserId, str]) -> list[str | None]:
    if user is None:
        return []
    manager = numbers.get(user.manager, user.manager) if user.manager is not None else None
    return [*(getattr(user, name) for name in COLUMNS if name != "manager"), manager]


def _both(line: _Line) -> tuple[User | None, User]:
    return line.before, line.user
