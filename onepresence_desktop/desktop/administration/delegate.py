"""Paints a person's row in administration: avatar, name, number and department, a mark for what is special."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from onepresence_desktop.desktop.administration.model import PERSON, spaced
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import focus_ring, painters
from onepresence_desktop.domain.people import Role
from onepresence_desktop.wire.views import PersonView

ROW = 52
INSET = 8


def mark_of(person: PersonView) -> tuple[str, Color, Color] | None:
    """Words, ground and ink of the mark, or None for a plain user."""
    if person.closed:
        return translate("Administration", "Closed"), Color.BG_TRACK, Color.TEXT_SECONDARY
    if person.role is Role.ADMINISTRATOR:
        return translate("Administration", "Admin"), Color.ACCENT_TINT, Color.ACCENT_TEXT
    if person.role is Role.RECEPTIONIST:
        return translate("Administration", "Reception"), Color.ACCENT_TINT, Color.ACCENT_TEXT
    return None


class PersonDelegate(QStyledItemDelegate):
    """One row, 52 high."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the list."""
        return QSize(200, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, avatar, two lines, mark."""
        person: PersonView = index.data(PERSON)
        rect = QRectF(option.rect)
        state = option.state
        ratio = option.widget.devicePixelRatioF()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = rect.adjusted(INSET, 0, -INSET, 0)
        if state & QStyle.StateFlag.State_Selected:
            active = state & QStyle.StateFlag.State_Active
            self._fill(painter, ground, Color.BG_SELECTED if active else Color.BG_SELECTED_INACTIVE)
            if state & QStyle.StateFlag.State_HasFocus and focus_ring.keyboard_used():
                painter.setPen(color(Color.ACCENT_FOCUS))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(ground.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            self._fill(painter, ground, Color.BG_HOVER)
        else:
            painter.setPen(color(Color.LINE_SOFT))
            painter.drawLine(int(ground.left()) + 46, int(rect.bottom()), int(ground.right()), int(rect.bottom()))
        disc = QRectF(ground.left() + INSET, rect.center().y() - 18, 36, 36)
        painters.avatar(painter, disc, person.name, person.id, ratio)
        left, right = disc.right() + 10, ground.right() - INSET
        line = " · ".join(part for part in (spaced(person.local_number), person.department) if part)
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        end, mark = right, mark_of(person)
        if mark is not None:
            wide = painters.width(mark[0], fonts.font(fonts.Text.MICRO)) + 14
            crowded = painters.width(line, small) > right - wide - 8 - left
            # Beside the name alone when the line below needs its room.
            right = self._mark(painter, rect.center().y() - (9 if crowded else 0), right, *mark) - 8
            end = end if crowded else right
        ink = Color.TEXT_SECONDARY if person.closed else Color.TEXT_PRIMARY
        name = QRectF(left, rect.top() + 8, right - left, 18)
        painters.text(painter, name, person.name, fonts.font(weight=fonts.SEMIBOLD), color(ink))
        second = QRectF(left, rect.top() + 27, end - left, 16)
        painters.text(painter, second, line, small, color(Color.TEXT_SECONDARY))
        painter.restore()

    def _fill(self, painter: QPainter, rect: QRectF, ground: Color) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        painter.drawRoundedRect(rect, 6, 6)

    def _mark(self, painter: QPainter, middle: float, right: float, words: str, ground: Color, ink: Color) -> float:
        font = fonts.font(fonts.Text.MICRO)
        wide = painters.width(words, font) + 14
        pill = QRectF(right - wide, middle - 9, wide, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        painter.drawRoundedRect(pill, 9, 9)
        painters.text(painter, pill, words, font, color(ink), painters.CENTER)
        return pill.left()
