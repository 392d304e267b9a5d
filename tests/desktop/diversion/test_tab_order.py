"""Tab goes through the form as it is read (design, section 7.6)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.diversion.view import DiversionView
from onepresence_desktop.desktop.shell.tab_chain import tab_chain
from onepresence_desktop.domain.diversion import DestinationKind


def test_tab_comes_to_reason_times_destination_and_texts_in_this_order(view: DiversionView) -> None:
    form = view.form
    wanted: list[QWidget] = [
        form.more,
        form.times.starts,
        form.times.ends,
        form.times.open_end,
        form.colleagues.split,
        form.cards[DestinationKind.VOICEMAIL],
        form.note,
        form.reception_note,
        form.remember,
    ]
    stops = tab_chain([view])
    assert [stop for stop in stops if stop in wanted] == wanted
    assert stops.index(form.remember) < stops.index(view.divert)
