"""Language, appearance and start."""

from __future__ import annotations

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.languages import Language, translate
from onepresence_desktop.desktop.ports import SettingsPorts
from onepresence_desktop.desktop.settings import appearance
from onepresence_desktop.desktop.settings.rows import Pane, Row
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented
from onepresence_desktop.desktop.widgets.switches import Switch

ROOMY, DENSE = "roomy", "dense"


class StartPane(Pane):
    """Everything applies at once."""

    def __init__(self, settings: Settings, ports: SettingsPorts) -> None:
        super().__init__()
        self._settings = settings
        self._ports = ports
        self.language = Select()
        self.language.setFixedWidth(180)
        self.language.set_rows([(language.value, language.own_name) for language in Language])
        self.language.picked.connect(lambda key: settings.set(keys.LANGUAGE, key))
        self.theme = Segmented(_themes())
        self.theme.chosen.connect(lambda key: settings.set(keys.THEME, key))
        self.heights = Segmented(_heights())
        self.heights.chosen.connect(lambda key: settings.set(keys.DENSE_ROWS, key == DENSE))
        self.panel = Segmented(_panels())
        self.panel.chosen.connect(lambda key: settings.set(keys.TRAY_PANEL, key))
        self.motion = Switch()
        self.motion.toggled.connect(lambda on: settings.set(keys.REDUCED_MOTION, on))
        self.contrast = Switch()
        self.contrast.toggled.connect(lambda on: settings.set(keys.HIGH_CONTRAST, on))
        self.scale = Segmented([Segment(str(percent), f"{percent} %") for percent in keys.SIZE.choices])
        self.scale.chosen.connect(lambda key: settings.set(keys.SIZE, int(key)))
        self._contrast_row = Row(self.contrast, two_lines=True)
        self._size_row = Row(self.scale, two_lines=True)
        self._language_row = Row(self.language)
        self._theme_row = Row(self.theme)
        self._rows_row = Row(self.heights)
        self._panel_row = Row(self.panel, two_lines=True)
        self._motion_row = Row(self.motion, two_lines=True)
        self.add_group(
            self._language_row,
            self._theme_row,
            self._rows_row,
            self._contrast_row,
            self._size_row,
            self._panel_row,
            self._motion_row,
        )
        self._start_head = self.add_head()
        self.first = Select()
        self.first.setFixedWidth(180)
        self.first.picked.connect(lambda key: settings.set(keys.START_SECTION, key))
        self._first_row = Row(self.first)
        self._build_start()
        self._problem = Label(tone="danger", wrap=True)
        self._problem.hide()
        self.column.addWidget(self._problem)
        self.end()
        self.retranslate()
        self.refresh()

    def _build_start(self) -> None:
        settings, ports = self._settings, self._ports
        rows: list[Row] = [self._first_row]
        self.autostart = Switch()
        self._autostart_row = Row(self.autostart)
        if ports.autostart is not None:
            self.autostart.clicked.connect(self._set_autostart)
            rows.append(self._autostart_row)
        self.hidden, self.closing, self.keep = Switch(), Switch(), Switch()
        self._hidden_row = Row(self.hidden, two_lines=True)
        self._closing_row = Row(self.closing, two_lines=True)
        self._keep_row = Row(self.keep, two_lines=True)
        self.hidden.toggled.connect(lambda on: settings.set(keys.START_HIDDEN, on))
        self.closing.toggled.connect(lambda on: settings.set(keys.CLOSE_HIDES, on))
        self.keep.toggled.connect(lambda on: settings.set(keys.KEEP_PBX_RUNNING, on))
        rows += [self._hidden_row, self._closing_row]
        if ports.local_pbx:
            rows.append(self._keep_row)
        self.add_group(*rows)

    def refresh(self) -> None:
        """What is set now."""
        self.language.set_key(appearance.language(self._settings).value)
        self.first.set_rows(self._ports.sections())
        self.first.set_key(self._settings.get(keys.START_SECTION))
        self.theme.set_chosen(self._settings.get(keys.THEME))
        self.heights.set_chosen(DENSE if self._settings.get(keys.DENSE_ROWS) else ROOMY)
        self.panel.set_chosen(self._settings.get(keys.TRAY_PANEL))
        self.motion.setChecked(self._settings.get(keys.REDUCED_MOTION))
        self.contrast.setChecked(self._settings.get(keys.HIGH_CONTRAST))
        self.scale.set_chosen(str(self._settings.get(keys.SIZE)))
        self.hidden.setChecked(self._settings.get(keys.START_HIDDEN))
        self.closing.setChecked(self._settings.get(keys.CLOSE_HIDES))
        self.keep.setChecked(self._settings.get(keys.KEEP_PBX_RUNNING))
        if self._ports.autostart is not None:
            self.autostart.setChecked(self._ports.autostart.enabled())

    def retranslate(self) -> None:
        """All texts again."""
        self.say(translate("Settings", "Language and start"), translate("Settings", "Applies to this computer only."))
        self._language_row.say(translate("Settings", "Language"))
        self._theme_row.say(translate("Settings", "Appearance"))
        self.theme.set_segments(_themes())
        self._rows_row.say(translate("Settings", "Row height in lists"))
        self.heights.set_segments(_heights())
        self.heights.setAccessibleName(translate("Settings", "Row height in lists"))
        self.panel.set_segments(_panels())
        self._panel_row.say(
            translate("Settings", "Panel behind the icon"), translate("Settings", "So that the icon stands out from it")
        )
        self._motion_row.say(translate("Settings", "Reduce motion"), translate("Settings", "Nothing slides or pulses"))
        self._contrast_row.say(translate("Settings", "High contrast"), translate("Settings", "Stronger text and lines"))
        self._size_row.say(
            translate("Settings", "Size"), translate("Settings", "Text and controls; counts from the next start")
        )
        self.scale.setAccessibleName(translate("Settings", "Size"))
        self._start_head.setText(translate("Settings", "Start"))
        self._first_row.say(translate("Settings", "First page"))
        self.first.set_rows(self._ports.sections())
        self.first.set_key(self._settings.get(keys.START_SECTION))
        self._autostart_row.say(translate("Settings", "Start OnePresence when I sign in to the computer"))
        self._hidden_row.say(
            translate("Settings", "Start hidden in the tray"),
            translate("Settings", "A click on the icon opens the window"),
        )
        self._closing_row.say(
            translate("Settings", "The close button hides the window"),
            translate("Settings", "Quit from the tray's menu"),
        )
        self._keep_row.say(
            translate("Settings", "Keep the telephone system running"),
            translate("Settings", "Phones go on working when OnePresence is quit"),
        )

    def _set_autostart(self, on: bool) -> None:
        if self._ports.autostart is None:
            return
        try:
            self._ports.autostart.set_enabled(on)
            self._problem.hide()
        except OSError as exc:
            words = translate("Settings", "The system refused: {reason}").format(reason=exc.strerror or str(exc))
            self._problem.setText(words)
            self._problem.show()
        self.autostart.setChecked(self._ports.autostart.enabled())


def _panels() -> list[Segment]:
    return [
        Segment("system", translate("Settings", "System default")),
        Segment("light", translate("Settings", "Light")),
        Segment("dark", translate("Settings", "Dark")),
    ]


def _heights() -> list[Segment]:
    return [Segment(ROOMY, translate("Settings", "Roomy")), Segment(DENSE, translate("Settings", "Dense"))]


def _themes() -> list[Segment]:
    return [
        Segment("system", translate("Settings", "System default")),
        Segment("light", translate("Settings", "Light")),
        Segment("dark", translate("Settings", "Dark")),
    ]
