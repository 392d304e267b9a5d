"""Between rows and the domain's values."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, TypeVar

import msgspec
from sqlalchemy import RowMapping

from onepresence_desktop.domain.calls import CallRecord, Cause, Direction, TraceEntry
from onepresence_desktop.domain.diversion import Destination, Diversion, Origin, Reason
from onepresence_desktop.domain.messages import CutShort, Message, MessageKind
from onepresence_desktop.domain.people import Device, DeviceKind, HuntGroup, RingStrategy, Role, User, WorkingHours

T = TypeVar("T")


def to_json(value: object) -> str:
    """A small value as JSON text."""
    return msgspec.json.encode(value).decode()


def from_json(text: str, kind: type[T]) -> T:
    """And back."""
    return msgspec.json.decode(text, type=kind)


def user_row(user: User) -> dict[str, Any]:
    return {
        "id": user.id,
        "customer_id": user.customer_id,
        "local_number": user.local_number,
        "name": user.name,
        "email": user.email,
        "mobile": user.mobile,
        "one_number": user.one_number,
        "title": user.title,
        "department": user.department,
        "role": user.role.value,
        "language": user.language,
        "hours": to_json(user.hours),
        "closed": user.closed,
    }


def user_of(row: RowMapping) -> User:
    return User(**{**row, "role": Role(row["role"]), "hours": from_json(row["hours"], WorkingHours)})


def device_row(device: Device) -> dict[str, Any]:
    return {
        "id": device.id,
        "customer_id": device.customer_id,
        "user_id": device.user_id,
        "kind": device.kind.value,
        "sip_user": device.sip_user,
        "name": device.name,
        "number": device.number,
        "relay": device.relay,
    }


def device_of(row: RowMapping) -> Device:
    values = {key: value for key, value in row.items() if key != "password"}
    return Device(**{**values, "kind": DeviceKind(row["kind"])})


def group_of(row: RowMapping, members: tuple[Any, ...]) -> HuntGroup:
    return HuntGroup(**{**row, "strategy": RingStrategy(row["strategy"]), "members": members})


def diversion_row(diversion: Diversion) -> dict[str, Any]:
    return {
        "id": diversion.id,
        "user_id": diversion.user_id,
        "reason": diversion.reason.value,
        "starts_at": diversion.starts_at,
        "ends_at": diversion.ends_at,
        "destination": to_json(diversion.destination),
        "created_at": diversion.created_at,
        "note": diversion.note,
        "reception_note": diversion.reception_note,
        "origin": diversion.origin.value,
        "preset": diversion.preset,
    }


def diversion_of(row: RowMapping) -> Diversion:
    return Diversion(
        **{
            **row,
            "reason": Reason(row["reason"]),
            "destination": from_json(row["destination"], Destination),
            "origin": Origin(row["origin"]),
        }
    )


def message_row(message: Message) -> dict[str, Any]:
    return {
        "id": message.id,
        "user_id": message.user_id,
        "kind": message.kind.value,
        "number": message.number,
        "name": message.name,
        "at": message.at,
        "seconds": message.seconds,
        "read": message.read,
        "kept": message.kept,
        "text": message.text,
        "cut_short": message.cut_short.value if message.cut_short is not None else None,
    }


def message_of(row: RowMapping) -> Message:
    cut_short = CutShort(row["cut_short"]) if row["cut_short"] is not None else None
    return Message(**{**row, "kind": MessageKind(row["kind"]), "cut_short": cut_short})


def record_row(record: CallRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "call_id": record.call_id,
        "user_id": record.user_id,
        "direction": record.direction.value,
        "number": record.number,
        "name": record.name,
        "at": record.at,
        "duration_ms": round(record.duration.total_seconds() * 1000),
        "cause": record.cause.value,
        "device": record.device,
        "forwarded_by": record.forwarded_by,
        "voicemail": record.voicemail,
        "trace": to_json(record.trace),
    }


def record_of(row: RowMapping) -> CallRecord:
    values = dict(row)
    duration = timedelta(milliseconds=values.pop("duration_ms"))
    return CallRecord(
        **{
            **values,
            "direction": Direction(row["direction"]),
            "cause": Cause(row["cause"]),
            "duration": duration,
            "trace": from_json(row["trace"], tuple[TraceEntry, ...]),
        }
    )
