"""The only JSON of the product (msgspec): unknown fields are ignored, a wrong one is named."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec

from onepresence_desktop.domain.errors import Invalid

T = TypeVar("T")

_encoder = msgspec.json.Encoder()
_PATH = re.compile(r"`\$\.?([^`]*)`")


def encode(value: Any) -> bytes:
    """JSON bytes of a view, a body or a domain value."""
    return _encoder.encode(value)


def decode(data: bytes | str, kind: type[T]) -> T:
    """Read JSON into `kind`; raises `Invalid` naming the field (empty for the document itself)."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as exc:
        found = _PATH.search(str(exc))
        raise Invalid(field=found.group(1) if found else "", problem="wrong_type") from exc
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise Invalid(field="", problem="malformed") from exc
