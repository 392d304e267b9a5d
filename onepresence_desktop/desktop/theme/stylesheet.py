"""The style sheet for plain widgets: fields, menus, lists, scroll bars, tooltips. Buttons are painted (`widgets/`)."""

from __future__ import annotations

from PySide6.QtGui import QColor

from onepresence_desktop.desktop.theme.tokens import Color, Palette

SHEET = """
QWidget#pane, QDialog, QMainWindow { background: {bg.window}; }
QLabel { background: transparent; color: {text.primary}; }
QLabel[tone="secondary"] { color: {text.secondary}; }
QLabel[tone="tertiary"] { color: {text.tertiary}; }
QLabel[tone="danger"] { color: {danger.text}; }
QLabel[tone="warning"] { color: {warning.text}; }
QLabel[tone="available"] { color: {available.text}; }
QLabel[tone="accent"] { color: {accent.text}; }
QLabel[tone="on_tooltip"] { color: {text.onTooltip}; }
QLineEdit { lineedit-password-character: 8226; placeholder-text-color: {text.tertiary}; }
QLineEdit, QPlainTextEdit, QTextEdit {
  background: {bg.field}; color: {text.primary}; border: 1px solid {line.control}; border-radius: 6px; padding: 0 9px;
  selection-background-color: {accent.solid}; selection-color: {text.onAccent}; }
QPlainTextEdit, QTextEdit { padding: 6px 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid {accent.focus}; padding: 0 8px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 5px 5px; }
QLineEdit[error="true"], QPlainTextEdit[error="true"] { border: 2px solid {danger.text}; padding: 0 8px; }
QLineEdit:disabled, QLineEdit[readOnly="true"], QPlainTextEdit:disabled {
  background: {bg.track}; border: 1px solid {bg.track}; color: {text.tertiary}; }
QLineEdit[shape="search"] { border-radius: 8px; }
QLineEdit[shape="bare"], QLineEdit[shape="bare"]:focus { border: none; background: transparent; padding: 0; }
QMenu { background: {bg.popover}; color: {text.primary}; border: 1px solid {line.popoverEdge}; border-radius: 10px;
  padding: 5px; }
QMenu::item { height: 30px; border-radius: 6px; padding: 0 10px 0 8px; margin: 0; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: {accent.solid}; color: {text.onAccent}; }
QMenu::item:disabled { color: {text.disabled}; background: transparent; }
QMenu::separator { height: 1px; background: {line.popover}; margin: 5px 8px; }
QToolTip { background: {bg.tooltip}; color: {text.onTooltip}; border: 1px solid {bg.tooltip}; padding: 3px 6px; }
QAbstractItemView { background: {bg.window}; border: none; outline: 0; color: {text.primary};
  selection-background-color: {bg.window}; selection-color: {text.primary}; }
QComboBoxPrivateContainer { background: {bg.popover}; border: 1px solid {line.popoverEdge}; border-radius: 8px; }
QComboBox QAbstractItemView { background: {bg.popover}; padding: 4px; border: 1px solid {line.popoverEdge}; }
QListView#completer { background: {bg.popover}; border: 1px solid {line.popoverEdge}; padding: 2px; }
QListView#completer::item { min-height: 28px; border-radius: 6px; padding: 0 8px; }
QListView#completer::item:selected { background: {accent.solid}; color: {text.onAccent}; }
QComboBox QAbstractItemView::item { min-height: 28px; border-radius: 6px; padding: 0 8px; }
QComboBox QAbstractItemView::item:selected { background: {accent.solid}; color: {text.onAccent}; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:vertical { background: {line.strong}; border-radius: 3px; min-height: 32px; margin: 2px; }
QScrollBar::handle:horizontal { background: {line.strong}; border-radius: 3px; min-width: 32px; margin: 2px; }
QScrollBar::handle:hover { background: {line.control}; border-radius: 4px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: {line.hairline}; }
"""


def build(colors: Palette) -> str:
    """The sheet with the colours of one scheme."""
    made = SHEET
    for color in Color:
        made = made.replace("{" + color.value + "}", _css(colors[color]))
    return made


def _css(color: QColor) -> str:
    return color.name()
