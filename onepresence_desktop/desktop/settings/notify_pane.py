"""Which events may show a notification (spec 10.7)."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.desktop.settings import keys
from onepresence_desktop.desktop.settings.keys import Setting, Settings
from onepresence_desktop.desktop.settings.rows import Pane, Row
from onepresence_desktop.desktop.widgets.switches import Switch

EVENTS: tuple[tuple[Setting[bool], str, str], ...] = (
    (
        keys.NOTIFY_INCOMING,
        QT_TRANSLATE_NOOP("Settings", "Incoming call"),
        QT_TRANSLATE_NOOP("Settings", "Who calls, and where to send the call"),
    ),
    (keys.NOTIFY_MISSED, QT_TRANSLATE_NOOP("Settings", "Missed call"), ""),
    (keys.NOTIFY_VOICEMAIL, QT_TRANSLATE_NOOP("Settings", "New voicemail"), ""),
    (
        keys.NOTIFY_CONNECTION,
        QT_TRANSLATE_NOOP("Settings", "Connection lost and found again"),
        QT_TRANSLATE_NOOP("Settings", "Only when it lasts longer than a moment"),
    ),
)


class NotifyPane(Pane):
    """One switch for each event."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.switches: dict[str, Switch] = {}
        self._event_rows: list[Row] = []
        for setting, _words, line in EVENTS:
            switch = self.switches[setting.key] = Switch()
            switch.toggled.connect(lambda on, setting=setting: settings.set(setting, on))
            self._event_rows.append(Row(switch, two_lines=bool(line)))
        self.add_group(*self._event_rows)
        self.end()
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """What is set now."""
        for setting, _words, _line in EVENTS:
            self.switches[setting.key].setChecked(self._settings.get(setting))

    def retranslate(self) -> None:
        """All texts again."""
        self.say(translate("Settings", "Notifications"), translate("Settings", "When OnePresence may disturb you."))
        for row, (_setting, words, line) in zip(self._event_rows, EVENTS, strict=True):
            row.say(translate("Settings", words), translate("Settings", line) if line else "")
