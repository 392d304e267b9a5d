"""Where wishes to be connected are kept, in the store."""

from __future__ import annotations

from typing import Protocol

from onepresence_desktop.domain.completion import Completion, CompletionId
from onepresence_desktop.domain.people import CustomerId


class Completions(Protocol):
    """Calls to be made when both are free."""

    async def all(self, customer_id: CustomerId) -> list[Completion]: ...
    async def put(self, completion: Completion) -> None: ...
    async def remove(self, completion_id: CompletionId) -> None: ...
