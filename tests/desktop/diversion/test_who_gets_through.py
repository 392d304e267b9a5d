"""Who gets through and where colleagues go: chips, the draft they give, and the sentence (spec 3.11, 3.6a)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.diversion.sentence import route_sentence
from onepresence_desktop.desktop.diversion.view import DiversionView
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.domain.diversion import RECEPTION, VOICEMAIL, DestinationKind
from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.domain.people import GroupId
from onepresence_desktop.domain.preview import PartKind, RoutePart, RoutePreview
from onepresence_desktop.wire.views import GroupView
from tests.support.dressing import speak

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
MAILBOX = (RoutePart(PartKind.VOICEMAIL, "1002101", "Anders"),)


@pytest.mark.parametrize(
    ("language", "exceptions", "words"),
    [
        (Language.ENGLISH, (Passing.FAVOURITES,), "Calls now → OneVoicemail; favourites ring"),
        (Language.DANISH, (Passing.FAVOURITES,), "Opkald nu → OneVoicemail; favoritter ringer"),
        (Language.SWEDISH, (Passing.FAVOURITES,), "Samtal nu → OneVoicemail; favoriter ringer"),
        (
            Language.ENGLISH,
            (Passing.COLLEAGUES, Passing.LIST),
            "Calls now → OneVoicemail; colleagues and numbers of my list ring",
        ),
    ],
)
def test_the_sentence_says_who_gets_through(
    qapp: QApplication, language: Language, exceptions: tuple[Passing, ...], words: str
) -> None:
    load_translations(qapp, language)
    try:
        assert route_sentence(RoutePreview(MAILBOX, exceptions=exceptions), NOW) == words
    finally:
        speak(qapp)


def test_the_sentence_counts_destinations_first_and_then_exceptions(qapp: QApplication) -> None:
    speak(qapp)
    inside = (RoutePart(PartKind.PERSON, "1002102", "Mette"), *MAILBOX)
    seen = RoutePreview(MAILBOX, internal=inside, exceptions=(Passing.FAVOURITES,))
    assert route_sentence(seen, NOW) == "Calls now → OneVoicemail, colleagues → Mette; favourites ring"
    through = RoutePreview(MAILBOX, internal=inside, exceptions=(Passing.COLLEAGUES,))
    assert route_sentence(through, NOW) == "Calls now → OneVoicemail; colleagues ring"
    rings = RoutePreview(MAILBOX, internal=(RoutePart(PartKind.PHONE, "1002101", "Anders"),))
    assert route_sentence(rings, NOW) == "Calls now → OneVoicemail, colleagues → your phone"


def test_chips_make_the_exceptions_of_the_draft(view: DiversionView) -> None:
    passes = view.form.passes
    assert view.form.draft.exceptions is None, "as usual: nobody"
    passes.head.click()
    passes.chips[Passing.FAVOURITES].click()
    passes.chips[Passing.TWICE].click()
    assert view.form.draft.exceptions == (Passing.FAVOURITES, Passing.TWICE)
    assert view.form.draft.request().exceptions == [Passing.FAVOURITES, Passing.TWICE]
    assert "favourites" in passes.head.text()
    assert not passes.add.isVisibleTo(passes)
    passes.chips[Passing.LIST].click()
    assert passes.add.isVisibleTo(passes)


def test_colleagues_are_sent_elsewhere_only_once_that_is_split_off(view: DiversionView, qtbot: QtBot) -> None:
    colleagues = view.form.colleagues
    assert view.form.draft.destination_internal is None
    colleagues.split.click()
    assert not colleagues.chips[DestinationKind.RECEPTION].isVisible(), "the company has none"
    assert not view.form.cards[DestinationKind.RECEPTION].isVisible()
    group = GroupView(id=GroupId("r"), local_number="1002199", name="Reception", reception=True)
    view._session.take(group, "e:2")
    qtbot.waitUntil(lambda: view.form.cards[DestinationKind.RECEPTION].isVisible())
    colleagues.chips[DestinationKind.RECEPTION].click()
    draft = view.form.draft
    assert (draft.destination, draft.destination_internal) == (VOICEMAIL, RECEPTION)
    assert draft.preview_request(None).destination_internal == RECEPTION
    colleagues.chips[DestinationKind.NUMBER].click()
    assert not view.form.draft.complete
    colleagues.split.click()
    assert view.form.draft.destination_internal is None
