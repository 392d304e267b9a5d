"""The only JSON of the product (msgspec): unknown fields are ignored, a wrong one is named."""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec
from msgspec import inspect

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.words import UNKNOWN

T = TypeVar("T")

_encoder = msgspec.json.Encoder()
_PATH = re.compile(r"`\$\.?([^`]*)`")

_BOUNDS = {
    "too_long": re.compile(r"^Expected `str` of length <="),
    "too_many": re.compile(r"^Expected `\w+` of length <="),
    "missing": re.compile(r"^Expected `\w+` of length >="),
    "out_of_range": re.compile(r"^Expected `(?:int|float)` [<>]"),
}
"""What msgspec says of a value of the right type that is beyond its bounds."""


def encode(value: Any) -> bytes:
    """JSON bytes of a view, a body or a domain value."""
    return _encoder.encode(value)


def encode_for_people(value: Any) -> bytes:
    """The same, laid out in lines."""
    return msgspec.json.format(_encoder.encode(value), indent=2)


def decode(data: bytes | str, kind: type[T]) -> T:
    """Read JSON into `kind`; raises `Invalid` naming the field (empty for the document itself)."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as exc:
        raise _misfit(exc) from exc
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise Invalid(field="", problem="malformed") from exc


def read(data: bytes | str, kind: type[T]) -> T:
    """Read what a service says that may be newer: as `decode`, but a word nobody knows here is read as `unknown`."""
    try:
        return decode(data, kind)
    except Invalid as misfit:
        if misfit.details["problem"] == "malformed":
            raise
    try:
        return msgspec.convert(_with_known_words(msgspec.json.decode(data), _shape(cast("Hashable", kind))), kind)
    except msgspec.ValidationError as exc:
        raise _misfit(exc) from exc
    except RecursionError as exc:
        raise Invalid(field="", problem="malformed") from exc


def _misfit(exc: msgspec.ValidationError) -> Invalid:
    said = str(exc)
    found = _PATH.search(said)
    problem = next((problem for problem, words in _BOUNDS.items() if words.search(said)), "wrong_type")
    return Invalid(field=found.group(1) if found else "", problem=problem)


@cache
def _shape(kind: Any) -> inspect.Type:
    return inspect.type_info(kind)


def _with_known_words(value: Any, shape: inspect.Type) -> Any:
    """`value`, a JSON document, with every word that an enum of `shape` doesn't have replaced by its `unknown`."""
    match shape:
        case inspect.EnumType(cls=cls):
            words = {word.value for word in cls}
            return UNKNOWN if isinstance(value, str) and value not in words and UNKNOWN in words else value
        case inspect.StructType(fields=fields) | inspect.DataclassType(fields=fields):
            if not isinstance(value, dict):
                return value
            shapes = {field.encode_name: field.type for field in fields}
            return {key: _with_known_words(one, shapes[key]) if key in shapes else one for key, one in value.items()}
        case inspect.ListType(item_type=item) | inspect.VarTupleType(item_type=item):
            return [_with_known_words(one, item) for one in value] if isinstance(value, list) else value
        case inspect.TupleType(item_types=items):
            return list(map(_with_known_words, value, items)) if isinstance(value, list) else value
        case inspect.UnionType(types=types):
            for one in types:
                value = _with_known_words(value, one)
            return value
        case _:
            return value
