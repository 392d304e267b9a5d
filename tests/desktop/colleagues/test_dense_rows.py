"""Rows of colleagues one line high, when the setting says so (design, section 7.3)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSettings
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.colleagues.delegate import HEAD_HEIGHT, Places
from onepresence_desktop.desktop.colleagues.row_height import FollowedHeight
from onepresence_desktop.desktop.colleagues.view import ColleaguesView
from onepresence_desktop.desktop.stored_settings import Settings
from tests.desktop.colleagues.test_colleagues_view import actions, session, view

__all__ = ["actions", "session", "view"]


def heights(view: ColleaguesView) -> set[int]:
    heads = set(view.model.heads())
    return {view.list.rowHeight(place) for place in range(view.model.rowCount()) if place not in heads}


def test_rows_follow_the_setting_at_once_and_heads_keep_their_height(
    view: ColleaguesView, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    FollowedHeight(settings, view.list.set_dense, view)
    assert heights(view) == {52}
    settings.set(keys.DENSE_ROWS, True)
    assert heights(view) == {40}
    assert view.list.rowHeight(0) == HEAD_HEIGHT
    view.take_search("mette")
    assert heights(view) == {40} and not view.grab().isNull()
    settings.set(keys.DENSE_ROWS, False)
    assert heights(view) == {52}


def test_the_situation_stands_behind_the_name_or_not_at_all() -> None:
    places = Places(QRectF(0, 0, 764, 40))
    assert places.dense and not Places(QRectF(0, 0, 764, 52)).dense
    beside = places.line_beside("Mette")
    assert beside.left() > places.name.left() + 20 and beside.right() <= places.name.right()
    assert places.row.top() <= places.avatar.top() and places.avatar.bottom() <= places.row.bottom()
    assert places.line_beside("Mette Lundgaard-Riis of the Very Long Names" * 3).width() == 0
