"""The customer card and colleagues' texts in the settings (spec 4.11, 6.7)."""

from __future__ import annotations

from typing import Any

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.settings.calls_pane import CallsPane
from onepresence_desktop.desktop.settings.view import SettingsView
from onepresence_desktop.desktop.stored_settings import Settings
from tests.desktop.look.test_look_settings import machine, ports, view

__all__ = ["machine", "ports", "view"]


def test_an_address_for_customer_cards_is_kept_only_when_it_leads_somewhere(
    view: SettingsView, settings: Settings
) -> None:
    view.show_pane("calls")
    pane = view.pane
    assert isinstance(pane, CallsPane)
    rows = pane.customer
    for typed, words in (
        ("crm.example", "begins with http"),
        ("https://crm.example/", "{number} must stand in it"),
        ("https://crm.example/" + "x" * 2_000, "too long"),
    ):
        rows.address.setText(typed)
        rows.address.editingFinished.emit()
        assert words in rows.rows[0].words and rows.address.text() == typed
        assert settings.get(keys.CUSTOMER_CARD) == ""
    pane.refresh()
    assert rows.address.text().startswith("https://crm.example/x"), "what is wrong stays to be mended"
    rows.address.setText(" https://crm.example/{number} ")
    rows.address.editingFinished.emit()
    rows.opens.picked.emit("answer")
    assert settings.get(keys.CUSTOMER_CARD) == "https://crm.example/{number}"
    assert settings.get(keys.CUSTOMER_CARD_OPENS) == "answer"


def test_how_texts_of_colleagues_arrive_is_sent(view: SettingsView, actions: Any) -> None:
    view.show_pane("messages")
    pane: Any = view.pane
    assert pane.arrival.key == "as_sent"
    pane.arrival.set_key("both")
    pane.arrival.picked.emit("both")
    assert actions.asked[-1][1][0].arrival == "both"
