"""Which events may show a notification (spec 10.7)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.desktop.settings.rows import Pane, Row
from onepresence_desktop.desktop.stored_settings import Setting, Settings
from onepresence_desktop.desktop.widgets.switches import CheckBox, Switch

EVENTS: tuple[tuple[Setting[bool], str, str], ...] = (
    (
        keys.NOTIFY_INCOMING,
        QT_TRANSLATE_NOOP("Settings", "Incoming call"),
        QT_TRANSLATE_NOOP("Settings", "Who calls, and where to send the call"),
    ),
    (keys.NOTIFY_MISSED, QT_TRANSLATE_NOOP("Settings", "Missed call"), ""),
    (keys.NOTIFY_VOICEMAIL, QT_TRANSLATE_NOOP("Settings", "New voicemail"), ""),
    (keys.NOTIFY_TEXT, QT_TRANSLATE_NOOP("Settings", "New text message"), ""),
    (
        keys.NUDGE,
        QT_TRANSLATE_NOOP("Settings", "Back from lunch or a break"),
        QT_TRANSLATE_NOOP("Settings", "Offers to open the phone when you use the computer or the desk phone"),
    ),
    (
        keys.NUDGE_OPENS,
        QT_TRANSLATE_NOOP("Settings", "Open the phone without asking"),
        QT_TRANSLATE_NOOP("Settings", "As soon as you are back from lunch or a break"),
    ),
    (
        keys.NOTIFY_CONNECTION,
        QT_TRANSLATE_NOOP("Settings", "Connection lost and restored"),
        QT_TRANSLATE_NOOP("Settings", "Only when it lasts longer than a moment"),
    ),
)


SOUNDS = {
    keys.NOTIFY_INCOMING: keys.SOUND_INCOMING,
    keys.NOTIFY_MISSED: keys.SOUND_MISSED,
    keys.NOTIFY_VOICEMAIL: keys.SOUND_VOICEMAIL,
    keys.NOTIFY_TEXT: keys.SOUND_TEXT,
}
"""Events that can be heard as well."""


class NotifyPane(Pane):
    """One switch for each event, and a tick for its sound."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.switches: dict[str, Switch] = {}
        self.sounds: dict[str, CheckBox] = {}
        self._event_rows: list[Row] = []
        for setting, _words, line in EVENTS:
            switch = self.switches[setting.key] = Switch()
            switch.toggled.connect(lambda on, setting=setting: settings.set(setting, on))
            controls: list[QWidget] = [switch]
            if setting in SOUNDS:
                tick = self.sounds[setting.key] = CheckBox()
                tick.toggled.connect(lambda on, heard=SOUNDS[setting]: settings.set(heard, on))
                controls.append(tick)
            row = Row(*controls, two_lines=bool(line))
            self._event_rows.append(row)
        self.add_group(*self._event_rows)
        self.end()
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """What is set now."""
        for setting, _words, _line in EVENTS:
            self.switches[setting.key].setChecked(self._settings.get(setting))
            if setting in SOUNDS:
                self.sounds[setting.key].setChecked(self._settings.get(SOUNDS[setting]))

    def retranslate(self) -> None:
        """All texts again."""
        self.say(translate("Settings", "Notifications"), translate("Settings", "When OnePresence may disturb you."))
        for row, (_setting, words, line) in zip(self._event_rows, EVENTS, strict=True):
            row.say(translate("Settings", words), translate("Settings", line) if line else "")
            if _setting in SOUNDS:
                tick, said = self.sounds[_setting.key], translate("Settings", words)
                tick.setText(translate("Settings", "Sound"))
                tick.setAccessibleName(translate("Settings", "Sound: {event}").format(event=said))
                tick.updateGeometry()
