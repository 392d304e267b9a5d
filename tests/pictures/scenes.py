"""The screens, by the name of their picture, in the order in which they are taken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tests.pictures import administering, besides, calling, entering, listing, paging
from tests.pictures.camera import Camera

Scene = Callable[[Camera], Awaitable[None]]

SCENES: dict[str, Scene] = {
    **entering.SCENES,
    **listing.SCENES,
    **paging.SCENES,
    **administering.SCENES,
    **besides.SCENES,
    **calling.SCENES,
}
