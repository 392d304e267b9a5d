"""Fusion with our measures: what neither the palette nor the style sheet can say."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleFactory,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

TOOLTIP_DELAY_MS = 500

HABITS = {
    QStyle.StyleHint.SH_ToolTip_WakeUpDelay: TOOLTIP_DELAY_MS,
    QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    QStyle.StyleHint.SH_EtchDisabledText: 0,
    QStyle.StyleHint.SH_Menu_MouseTracking: 1,
    QStyle.StyleHint.SH_ComboBox_ListMouseTracking: 1,
    QStyle.StyleHint.SH_ComboBox_Popup: 0,
}
"""The few that differ from Fusion's; a widget asks for dozens while it is made, so the answer must be quick."""


class OnePresenceStyle(QProxyStyle):
    """Tooltips after half a second, no icons on dialog buttons, menus that behave alike on all systems."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 (Qt calls it by this name)
    ) -> int:
        """Ours where we have one."""
        habit = HABITS.get(hint)
        return habit if habit is not None else int(super().styleHint(hint, option, widget, returnData))


def make() -> QStyle:
    """A fresh style over Fusion."""
    return OnePresenceStyle(QStyleFactory.create("Fusion"))
