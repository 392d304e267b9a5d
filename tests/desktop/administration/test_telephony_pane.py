"""The tab Telephony."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.administration.telephony_pane import TelephonyPane
from onepresence_desktop.domain.errors import Conflict
from onepresence_desktop.domain.shown_kinds import ShownKind
from onepresence_desktop.wire.company import CompanySoundView
from onepresence_desktop.wire.devices import SecurePhonesView
from onepresence_desktop.wire.number_shown import NumbersShownBody, NumbersShownView
from tests.desktop.administration.test_administration import Now, Server, click
from tests.support.dressing import dress


class Kept(Server):
    """possible: phones can come in over TLS."""

    def __init__(self, *, possible: bool = True) -> None:
        super().__init__()
        self.kinds, self.secure, self.possible = list(ShownKind.known()), False, possible
        self.music = 0.0

    async def numbers_shown(self) -> NumbersShownView:
        return NumbersShownView(kinds=self.kinds, version=" ".join(self.kinds))

    async def save_numbers_shown(self, body: NumbersShownBody) -> NumbersShownView:
        self.asked.append(("kinds", body.kinds))
        if body.version != " ".join(self.kinds):
            raise Conflict(what="changed", by="Line", at="2026-11-29T10:00:00+00:00")
        self.kinds = body.kinds
        return NumbersShownView(kinds=self.kinds)

    async def secure_phones(self) -> SecurePhonesView:
        return SecurePhonesView(secure=self.secure, possible=self.possible)

    async def save_secure_phones(self, secure: bool) -> SecurePhonesView:
        self.asked.append(("secure", secure))
        if secure and not self.possible:
            raise Conflict(what="no_tls")
        self.secure = secure
        return await self.secure_phones()

    async def company_sounds(self) -> list[CompanySoundView]:
        return [CompanySoundView(place="music", seconds=self.music)] if self.music else []

    async def company_sound(self, place: str) -> bytes:
        return place.encode()

    async def remove_company_sound(self, place: str) -> None:
        self.music = 0.0


def shown(qtbot: QtBot, server: Kept) -> TelephonyPane:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    pane = TelephonyPane(Now(server))
    pane.retranslate()
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.load()
    return pane


def test_the_numbers_that_may_be_shown_and_encryption_are_set_and_only_what_differs_is_sent(qtbot: QtBot) -> None:
    server = Kept()
    pane = shown(qtbot, server)
    assert all(box.isChecked() for box in pane.form.shown.values()) and not pane.form.save_button.isEnabled()
    click(qtbot, pane.form.shown[ShownKind.WITHHELD])
    pane.save()
    assert server.asked == [("kinds", [ShownKind.OWN, ShownKind.COMPANY, ShownKind.GROUP])]
    click(qtbot, pane.form.secure)
    assert pane.form.changed
    pane.save()
    assert server.asked[1:] == [("secure", True)] and server.secure and not pane.form.changed
    click(qtbot, pane.form.shown[ShownKind.OWN])
    assert pane.leave() and pane.form.shown[ShownKind.OWN].isChecked(), "Esc takes back what wasn't saved"


def test_what_another_administrator_set_meanwhile_is_shown_beside_mine(qtbot: QtBot) -> None:
    server = Kept()
    pane = shown(qtbot, server)
    server.kinds = [ShownKind.OWN]
    click(qtbot, pane.form.shown[ShownKind.WITHHELD])
    pane.save()
    assert server.kinds == [ShownKind.OWN] and "Line" in pane.form.conflict.words.text()
    click(qtbot, pane.form.conflict.mine_button)
    assert server.kinds == [ShownKind.OWN, ShownKind.COMPANY, ShownKind.GROUP] and not pane.form.changed
    server.kinds = []
    click(qtbot, pane.form.shown[ShownKind.OWN])
    pane.save()
    click(qtbot, pane.form.conflict.theirs_button)
    assert not server.kinds and not pane.form.shown[ShownKind.GROUP].isChecked() and not pane.form.changed


@pytest.mark.parametrize("late", [False, True], ids=["known before", "found out when saving"])
def test_encryption_is_not_demanded_where_phones_cannot_come_in_encrypted(qtbot: QtBot, late: bool) -> None:
    server = Kept(possible=late)
    pane = shown(qtbot, server)
    server.possible = False
    if late:
        click(qtbot, pane.form.secure)
        pane.save()
        assert pane.form.band.isVisible() and "--sips" in pane.form.band.words
        assert pane.form.changed and not server.secure, "what was ticked is not lost"
    else:
        assert not pane.form.secure.isEnabled() and not server.asked


def test_the_companys_music_is_heard_and_deleted(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    server = Kept()
    pane = shown(qtbot, server)
    heard: list[bytes] = []
    monkeypatch.setattr(pane.player, "play", heard.append)
    assert pane.form.upload.isVisible() and not pane.form.play.isVisible()
    server.music = 75.0
    pane.load()
    click(qtbot, pane.form.play)
    assert heard == [b"music"]
    click(qtbot, pane.form.delete)
    assert not server.music and not pane.form.play.isVisible() and not pane.form.changed
