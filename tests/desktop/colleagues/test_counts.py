"""The numbers beside the filters follow what changes, without counting everybody anew (spec 2.3)."""

from __future__ import annotations

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop.colleagues.free_now import FreeNow
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.people import PersonView
from onepresence_desktop.wire.presence import PresenceView

METTE, FREJA = UserId("mette"), UserId("freja")


def mirror_of(**states: Presence) -> Mirror:
    mirror = Mirror()
    for name, state in states.items():
        user = UserId(name)
        mirror.people[user] = PersonView(id=user, name=name.title(), local_number="1000001")
        mirror.presence[user] = PresenceView(user_id=user, presence=state, devices=())
    return mirror


def test_those_who_become_free_or_busy_are_told_apart_at_once() -> None:
    mirror, free = mirror_of(mette=Presence.AVAILABLE, freja=Presence.BUSY), FreeNow()
    assert free.users(mirror) == {METTE}
    mirror.presence[FREJA] = PresenceView(user_id=FREJA, presence=Presence.AVAILABLE, devices=())
    mirror.presence[METTE] = PresenceView(user_id=METTE, presence=Presence.MEETING, devices=())
    free.changed([METTE, FREJA], mirror)
    assert free.users(mirror) == {FREJA}


def test_who_has_left_is_free_no_more() -> None:
    mirror, free = mirror_of(mette=Presence.AVAILABLE), FreeNow()
    assert free.users(mirror) == {METTE}
    del mirror.people[METTE]
    free.changed([METTE], mirror)
    assert free.users(mirror) == set()


def test_after_a_reset_everybody_is_looked_at_again() -> None:
    free = FreeNow()
    assert free.users(mirror_of(mette=Presence.AVAILABLE)) == {METTE}
    free.forget()
    assert free.users(mirror_of(freja=Presence.AVAILABLE)) == {FREJA}
