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


class OnePresenceStyle(QProxyStyle):
    """Tooltips after half a second, no icons on dialog buttons, menus that behave alike on all systems."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 (Qt calls it by this name)
    ) -> int:
        """The few habits that differ from Fusion's."""
        match hint:
            case QStyle.StyleHint.SH_ToolTip_WakeUpDelay:
                return TOOLTIP_DELAY_MS
            case QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons | QStyle.StyleHint.SH_EtchDisabledText:
                return 0
            case QStyle.StyleHint.SH_Menu_MouseTracking | QStyle.StyleHint.SH_ComboBox_ListMouseTracking:
                return 1
            case QStyle.StyleHint.SH_ComboBox_Popup:
                return 0
            case _:
                return int(super().styleHint(hint, option, widget, returnData))


def make() -> QStyle:
    """A fresh style over Fusion."""
    return OnePresenceStyle(QStyleFactory.create("Fusion"))
