"""Colleagues' pictures on the screen: asked for when seen, kept within bounds, made from files (spec 9.1)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.picture_keeper import AT_ONCE, PictureKeeper
from onepresence_desktop.desktop.profile.own_picture import OwnPicture
from onepresence_desktop.desktop.profile.picture_file import prepared
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.widgets import gallery as gallery_room
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.gallery import MOST_IMAGES, MOST_ROUND, Gallery, decoded
from onepresence_desktop.domain.errors import Invalid, NotFound, ServerAway
from onepresence_desktop.domain.pictures import LARGEST, MOST_BYTES, PictureKind, examined
from tests.client.samples import snapshot
from tests.support.dressing import dress

RED = QColor(200, 10, 10)


def image(width: int, height: int, ink: QColor = RED, form: str = "PNG") -> bytes:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(ink)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made.save(buffer, form)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


class Asked(Actions):
    """Notes what is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.replies: list[Callable[[Any], None]] = []

    def ask(self, name: str, verb: Any, reply: Any) -> None:
        self.replies.append(reply)


class Office:
    """Everybody has a picture; gallery and keeper of the test's own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gallery = Gallery()
        monkeypatch.setattr(gallery_room, "_gallery", [self.gallery])
        self.session, self.actions = Session(), Asked()
        first = snapshot(8)
        people = [structs.replace(person, picture=f"d-{person.id}") for person in first.public.people]
        self.people = [str(person.id) for person in people]
        self.session.take(structs.replace(first, public=structs.replace(first.public, people=people)), "e:0")
        self.session.set_connection(Connection(ConnectionState.LIVE))
        self.keeper = PictureKeeper(self.session, self.actions, self.gallery)

    def paint(self, person: str) -> QColor:
        """The middle of somebody's disc."""
        ground = QImage(40, 40, QImage.Format.Format_RGB32)
        ground.fill(QColor(255, 255, 255))
        painter = QPainter(ground)
        painters.avatar(painter, QRectF(2, 2, 36, 36), "", person, 1.0)
        painter.end()
        return ground.pixelColor(8, 20)


@pytest.fixture
def office(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Office:
    dress(qapp)
    return Office(monkeypatch)


def test_a_picture_is_asked_for_when_first_painted_and_painted_when_it_came(office: Office, qtbot: QtBot) -> None:
    person = office.people[0]
    before = office.paint(person)
    assert office.paint(person) == before and before != RED
    qtbot.waitUntil(lambda: len(office.actions.replies) == 1)
    office.actions.replies[0](image(64, 64))
    assert office.paint(person) == RED
    assert len(office.actions.replies) == 1


def test_few_are_asked_for_at_a_time_and_what_fails_is_asked_for_again(office: Office, qtbot: QtBot) -> None:
    for person in office.people[:4]:
        office.paint(person)
    qtbot.waitUntil(lambda: len(office.actions.replies) == AT_ONCE)
    office.actions.replies[0](ServerAway())
    office.actions.replies[1](NotFound(what="picture"))
    qtbot.waitUntil(lambda: len(office.actions.replies) == 4)
    office.paint(office.people[1])
    office.paint(office.people[0])
    office.actions.replies[2](image(64, 64))
    office.actions.replies[3](b"GIF89a")
    qtbot.waitUntil(lambda: len(office.actions.replies) == 5)


def test_another_picture_takes_the_place_and_initials_that_of_none(office: Office, qtbot: QtBot) -> None:
    person = office.session.mirror.people[next(iter(office.session.mirror.people))]
    initials = office.paint(person.id)
    qtbot.waitUntil(lambda: len(office.actions.replies) == 1)
    office.actions.replies[0](image(64, 64))
    assert office.paint(person.id) == RED
    office.session.take(structs.replace(person, picture="other"), "")
    office.session._flush()
    assert office.paint(person.id) == initials
    qtbot.waitUntil(lambda: len(office.actions.replies) == 2)
    office.session.take(structs.replace(person, picture=""), "")
    office.session._flush()
    office.actions.replies[1](image(64, 64))
    assert office.paint(person.id) == initials


def test_memory_is_bounded(qapp: QApplication) -> None:
    made = Gallery()
    many = [str(n) for n in range(MOST_IMAGES + 50)]
    made.set_which(dict.fromkeys(many, "d"))
    data = image(16, 16)
    for person in many:
        made.put(person, data)
        for side in (36, 72, 112):
            assert made.picture(person, side) is not None
    assert len(made._images) == MOST_IMAGES and len(made._round) <= MOST_ROUND
    assert made.picture("nobody", 36) is None


def test_what_a_service_sends_is_decoded_only_when_it_is_small_enough(qapp: QApplication) -> None:
    assert decoded(image(256, 256, form="JPEG")) is not None
    assert decoded(image(2_000, 2_000)) is None
    assert decoded(image(16, 16, form="BMP")) is None
    assert decoded(image(64, 64)[:40]) is None


@pytest.mark.parametrize(("size", "form"), [((3000, 1200), "JPEG"), ((40, 90), "PNG"), ((256, 256), "BMP")])
def test_a_file_is_cut_to_a_small_square(size: tuple[int, int], form: str, tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "me"
    path.write_bytes(image(*size, form=form))
    data, kind = prepared(path)
    assert examined(data) is kind and len(data) <= MOST_BYTES
    found = QImage.fromData(data)
    assert found.width() == found.height() == min(*size, LARGEST)


def test_transparency_stays_and_noise_is_made_to_fit(tmp_path: Path, qapp: QApplication) -> None:
    clear = QImage(300, 300, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    clear.save(str(tmp_path / "clear.png"))
    assert prepared(tmp_path / "clear.png")[1] is PictureKind.PNG
    noise = QImage(256, 256, QImage.Format.Format_ARGB32)
    for x in range(256):
        for y in range(256):
            noise.setPixel(x, y, (x * 2654435761 ^ y * 40503 * x) & 0xFFFFFFFF)
    noise.save(str(tmp_path / "noise.png"))
    data, kind = prepared(tmp_path / "noise.png")
    assert kind is PictureKind.JPEG and len(data) <= MOST_BYTES


def test_files_that_are_no_pictures_are_refused_in_words(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "text.png").write_text("not a picture")
    for name, problem in (("text.png", "no_picture"), ("gone.png", "unreadable")):
        with pytest.raises(Invalid) as refused:
            prepared(tmp_path / name)
        assert refused.value.details["problem"] == problem


def test_the_page_offers_to_choose_and_to_remove(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    row = OwnPicture(office.session, office.actions)
    qtbot.addWidget(row)
    row.retranslate()
    row.show()
    me = office.session.mirror.me
    assert me is not None and (me.id in office.session.mirror.people) == row.remove.isVisible()
    told: list[str] = []
    row.refused.connect(told.append)
    row.take(tmp_path / "x.png")
    assert not row.choose.isEnabled()
    office.actions.replies[-1](Invalid(field="picture", problem="no_picture"))
    assert row.choose.isEnabled() and told[0] == "" and "picture" in told[1]
    with qtbot.waitSignal(row.saved):
        row.take(tmp_path / "x.png")
        office.actions.replies[-1](None)
