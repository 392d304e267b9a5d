"""The theme in use: light, dark, or as the system is; told to everyone who paints."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop.theme import fonts, icons, style, stylesheet
from onepresence_desktop.desktop.theme.tokens import Color, Palette, Scheme, palette


class Choice(StrEnum):
    """What the user has chosen under Appearance."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The one theme of the process; made by `install`, found by `current`.

    changed: the colours are others now; painted widgets repaint by themselves, own caches must be dropped.
    """

    changed = Signal()

    def __init__(self, app: QApplication | None = None) -> None:
        super().__init__(app)
        self._app = app
        self.choice = Choice.LIGHT
        self.palette: Palette = palette(Scheme.LIGHT)
        self.reduced_motion = False
        self.high_contrast = False

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self.palette.scheme is Scheme.DARK

    def choose(self, choice: Choice) -> None:
        """Follow the user's choice from now on."""
        self.choice = choice
        self._apply(self._scheme())

    def set_reduced_motion(self, reduced: bool) -> None:
        """Whether things move; with True every duration is 0."""
        self.reduced_motion = reduced

    def set_high_contrast(self, strong: bool) -> None:
        """Whether text and edges are as strong as they can be."""
        if strong != self.high_contrast:
            self.high_contrast = strong
            self._apply(self.palette.scheme)

    def motion(self, milliseconds: int) -> int:
        """`milliseconds`, or 0 when motion is reduced."""
        return 0 if self.reduced_motion else milliseconds

    def follow_system(self) -> None:
        """Swap live when the system goes dark or light."""
        if self._app is not None:
            self._app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        if self.choice is Choice.SYSTEM:
            self._apply(Scheme.DARK if scheme is Qt.ColorScheme.Dark else Scheme.LIGHT)

    def _scheme(self) -> Scheme:
        if self.choice is not Choice.SYSTEM:
            return Scheme(self.choice.value)
        system = self._app.styleHints().colorScheme() if self._app is not None else Qt.ColorScheme.Unknown
        return Scheme.DARK if system is Qt.ColorScheme.Dark else Scheme.LIGHT

    def _apply(self, scheme: Scheme) -> None:
        wanted = palette(scheme, strong=self.high_contrast)
        if self.palette is wanted and self._app is not None and bool(self._app.styleSheet()):
            return
        self.palette = wanted
        icons.forget()
        if self._app is not None:
            self._app.setPalette(qt_palette(self.palette))
            self._app.setStyleSheet(stylesheet.build(self.palette))
        self.changed.emit()


_current: Theme | None = None


def install(app: QApplication, choice: Choice = Choice.SYSTEM) -> Theme:
    """Dress `app`: fonts, style, palette, style sheet; follows the system from now on."""
    global _current
    fonts.load()
    app.setStyle(style.make())
    app.setFont(fonts.font())
    _current = Theme(app)
    _current.choose(choice)
    _current.follow_system()
    return _current


def current() -> Theme:
    """The theme in use; a light one, not attached to any application, when none was installed."""
    global _current
    if _current is None:
        _current = Theme()
    return _current


def color(name: Color) -> QColor:
    """A colour of the theme in use."""
    return current().palette[name]


def qt_palette(colors: Palette) -> QPalette:
    """The roles of Qt's own palette, for what isn't painted by us."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, name in {
        roles.Window: Color.BG_WINDOW,
        roles.WindowText: Color.TEXT_PRIMARY,
        roles.Base: Color.BG_FIELD,
        roles.AlternateBase: Color.BG_HEADER,
        roles.Text: Color.TEXT_PRIMARY,
        roles.Button: Color.BG_CARD,
        roles.ButtonText: Color.TEXT_PRIMARY,
        roles.BrightText: Color.TEXT_ON_ACCENT,
        roles.Highlight: Color.ACCENT_SOLID,
        roles.HighlightedText: Color.TEXT_ON_ACCENT,
        roles.ToolTipBase: Color.BG_TOOLTIP,
        roles.ToolTipText: Color.TEXT_ON_TOOLTIP,
        roles.PlaceholderText: Color.TEXT_TERTIARY,
        roles.Link: Color.ACCENT_TEXT,
        roles.LinkVisited: Color.ACCENT_TEXT,
        roles.Mid: Color.LINE_STRONG,
        roles.Midlight: Color.LINE_HAIRLINE,
        roles.Light: Color.BG_CARD,
        roles.Dark: Color.LINE_CONTROL,
        roles.Shadow: Color.LINE_STRONG,
        roles.Accent: Color.ACCENT_SOLID,
    }.items():
        made.setColor(role, colors[name])
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colors[Color.TEXT_DISABLED])
    return made
