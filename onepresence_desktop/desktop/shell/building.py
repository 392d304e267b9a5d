"""A page of the window that is built in steps."""

from __future__ import annotations

from onepresence_desktop.desktop.pages import Page, Steps


class Building:
    """A page on its way."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._page: Page | None = None
        self._dropped = False

    def step(self) -> bool:
        """Take one more step; False once the page is there, or nobody wants it any more."""
        if self._page is not None or self._dropped:
            return False
        try:
            next(self._steps)
        except StopIteration as end:
            self._page = end.value
        return self._page is None

    def finish(self) -> Page:
        """Take all that are left."""
        while self._page is None:
            self.step()
        return self._page

    def drop(self) -> None:
        """Leave off; what there is of it goes."""
        self._dropped = True
        self._steps.close()
        if self._page is not None:
            self._page.deleteLater()
