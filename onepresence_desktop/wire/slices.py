"""What a word of the live stream is. One declaration says where it stands in the snapshot, by which events it changes
and who may see it; snapshot, event registry, ring keys, mirror and desktop signals follow from the list of them
(`wire.stream`).

A slice has one of three shapes: `Single` (one value, replaced as a whole), `Keyed` (values by id) and `Newest` (a
bounded list, newest first). What the mirror holds for a slice is its `H`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter
from typing import Any, Generic, TypeVar

import msgspec

H = TypeVar("H")
K = TypeVar("K", bound=str)
V = TypeVar("V")


class View(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all views."""


class Audience(Enum):
    """Who may see a slice: everyone in the company, those who attend to its reception, or only the user whose it is."""

    EVERYONE = "everyone"
    RECEPTIONISTS = "receptionists"
    OWNER = "owner"


@dataclass(frozen=True, slots=True, eq=False)
class Slice(ABC, Generic[H]):
    """One word of the live stream.

    word: its field in the snapshot (in the public part for everyone, else in the private part) and in the mirror.
    event: the SSE name under which a value travels. view: the type of that value.
    """

    word: str
    event: str
    view: type[Any]
    audience: Audience

    @property
    def public(self) -> bool:
        """Whether it is the same for every client of a company, and so encoded once for all."""
        return self.audience is Audience.EVERYONE

    @property
    def events(self) -> dict[str, type[Any]]:
        """SSE name → type, of all events that change it."""
        return {self.event: self.view}

    @property
    @abstractmethod
    def field(self) -> tuple[str, Any] | tuple[str, Any, Any]:
        """Its field in the snapshot: name, type and default; without a default the service must give it."""

    @abstractmethod
    def key(self, event: Any) -> str:
        """What an event replaces: of two with the same key the later one is enough."""

    @abstractmethod
    def empty(self) -> H:
        """What the mirror holds before the first snapshot."""

    @abstractmethod
    def load(self, value: Any) -> H:
        """From its field in a snapshot to what the mirror holds."""

    @abstractmethod
    def dump(self, held: H) -> Any:
        """From what the mirror holds to its field in a snapshot."""

    @abstractmethod
    def take(self, held: H, event: Any) -> H:
        """What the mirror holds after an event; `held` itself may be changed and given back."""


@dataclass(frozen=True, slots=True, eq=False)
class Single(Slice["V | None"], Generic[V]):
    """One value, replaced as a whole. required: a snapshot without it can't be used."""

    required: bool = False

    @property
    def field(self) -> tuple[str, Any] | tuple[str, Any, Any]:
        """A value, or none from an older service."""
        return (self.word, self.view) if self.required else (self.word, self.view | None, None)

    def key(self, event: Any) -> str:
        """There is only one."""
        return ""

    def empty(self) -> V | None:
        """Not known yet."""
        return None

    def load(self, value: V | None) -> V | None:
        """As it is."""
        return value

    def dump(self, held: V | None) -> V | None:
        """As it is."""
        return held

    def take(self, held: V | None, event: Any) -> V | None:
        """The new one."""
        new: V = event
        return new


def _list_of(view: type[Any]) -> Any:
    return list[view]  # type: ignore[valid-type]


@dataclass(frozen=True, slots=True, eq=False)
class Keyed(Slice[dict[K, V]], Generic[K, V]):
    """Values by key; a list in the snapshot.

    key_field: the attribute of the view that is its key. removed: the type of the event that takes one away; it has
    the key as `id` and travels as `<event>_removed`. over: tells of a value that it is the last word and nothing is to
    be held. follows: what is taken away there is taken away here too.
    """

    key_field: str = "id"
    removed: type[Any] | None = None
    over: Callable[[V], bool] | None = None
    follows: Keyed[K, Any] | None = None

    @property
    def events(self) -> dict[str, type[Any]]:
        """A new value, and the end of one."""
        return {self.event: self.view} | ({f"{self.event}_removed": self.removed} if self.removed is not None else {})

    @property
    def field(self) -> tuple[str, Any] | tuple[str, Any, Any]:
        """A list; empty from an older service."""
        return (self.word, _list_of(self.view), [])

    def key(self, event: Any) -> str:
        """The key of a value or of what was taken away."""
        key: str = event.id if self._removes(event) else getattr(event, self.key_field)
        return key

    def empty(self) -> dict[K, V]:
        """None."""
        return {}

    def load(self, value: list[V]) -> dict[K, V]:
        """By key."""
        key = attrgetter(self.key_field)
        return {key(view): view for view in value if self.over is None or not self.over(view)}

    def dump(self, held: dict[K, V]) -> list[V]:
        """In the order in which they came."""
        return list(held.values())

    def take(self, held: dict[K, V], event: Any) -> dict[K, V]:
        """One set or taken away, in place: an event costs the same however many there are."""
        key: Any = self.key(event)
        if self._removes(event) or (self.over is not None and self.over(event)):
            held.pop(key, None)
        else:
            held[key] = event
        return held

    def _removes(self, event: Any) -> bool:
        return self.removed is not None and isinstance(event, self.removed)


@dataclass(frozen=True, slots=True, eq=False)
class Newest(Slice[list[V]], Generic[V]):
    """Values that stay as they are, newest first by `at`; `most` of them are held, the rest is asked for by page."""

    most: int = 1000

    @property
    def field(self) -> tuple[str, Any] | tuple[str, Any, Any]:
        """A list; empty from an older service."""
        return (self.word, _list_of(self.view), [])

    def key(self, event: Any) -> str:
        """Its id."""
        key: str = event.id
        return key

    def empty(self) -> list[V]:
        """None."""
        return []

    def load(self, value: list[V]) -> list[V]:
        """As they are."""
        return list(value)

    def dump(self, held: list[V]) -> list[V]:
        """As they are."""
        return held

    def take(self, held: list[V], event: Any) -> list[V]:
        """One more; one that is there already (a resumed stream) changes nothing."""
        if any(self.key(one) == event.id for one in held[:20]):
            return held
        held.append(event)
        held.sort(key=attrgetter("at"), reverse=True)
        del held[self.most :]
        return held
