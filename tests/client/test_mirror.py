"""The mirror takes in a snapshot and deltas."""

from dataclasses import replace
from datetime import timedelta

from msgspec import structs

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.domain.calls import CallId, CallRecord, CallState, Cause, Direction
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.people import GroupId, UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire import views
from onepresence_desktop.wire.calls import CALLS
from onepresence_desktop.wire.diversions import DIVERSIONS
from onepresence_desktop.wire.groups import GROUPS, GroupView
from onepresence_desktop.wire.history import HISTORY
from onepresence_desktop.wire.me import ME as ME_SLICE
from onepresence_desktop.wire.messages import MESSAGES
from onepresence_desktop.wire.people import PEOPLE
from onepresence_desktop.wire.presence import PRESENCE
from onepresence_desktop.wire.reception_notes import RECEPTION_NOTES
from onepresence_desktop.wire.stream import SLICES
from tests.client.samples import ME, NOW, me, person, presence, snapshot


def mirror() -> Mirror:
    m = Mirror()
    assert m.apply(snapshot()) is None
    return m


def record(n: int) -> CallRecord:
    return CallRecord(
        f"r{n}",
        CallId(f"c{n}"),
        ME,
        Direction.MISSED,
        "33123456",
        "",
        NOW + timedelta(seconds=n),
        timedelta(),
        Cause.NO_ANSWER,
    )


def call(state: CallState) -> views.CallView:
    return views.CallView(id=CallId("c"), state=state, outgoing=True, number="33123456", started_at=NOW)


def test_every_slice_is_an_attribute_by_its_word() -> None:
    m = mirror()
    assert m[PEOPLE] is m.people and m[HISTORY] is m.history and m[ME_SLICE] is m.me
    for one in SLICES:
        assert getattr(m, one.word) is m[one]


def test_a_snapshot_replaces_everything() -> None:
    m = mirror()
    m.apply(person(9))
    m.apply(snapshot(2, "e:7"))
    assert list(m.people) == ["u0", "u1"]
    assert m.event_id == "e:7"


def test_before_the_first_snapshot_there_is_none_to_keep() -> None:
    assert Mirror().snapshot() is None


def test_a_mirror_gives_back_the_snapshot_it_was_given() -> None:
    m = mirror()
    m.apply(views.ReceptionNote(user_id=UserId("u1"), note="ask her"))
    again = Mirror()
    kept = m.snapshot()
    assert kept is not None
    again.apply(kept)
    assert again == m


def test_presence_people_and_groups_come_and_go() -> None:
    m = mirror()
    assert m.apply(presence(1, Presence.BUSY)) is PRESENCE
    assert m.presence[UserId("u1")].presence is Presence.BUSY
    assert m.apply(person(1, "Renamed")) is PEOPLE
    assert m.people[UserId("u1")].name == "Renamed"
    m.apply(views.ReceptionNote(user_id=UserId("u1"), note="x"))
    assert m.apply(views.PersonRemoved(id=UserId("u1"))) is PEOPLE
    assert UserId("u1") not in m.people and UserId("u1") not in m.presence and not m.reception_notes
    group = views.GroupView(id=GroupId("g"), local_number="1002199", name="Sales")
    assert m.apply(group) is GROUPS
    assert m.groups == {"g": group}
    m.apply(views.GroupRemoved(id=GroupId("g")))
    assert m.groups == {}


def test_an_emptied_reception_note_is_gone() -> None:
    m = mirror()
    m.apply(views.ReceptionNote(user_id=UserId("u1"), note="x"))
    assert [n.note for n in m.reception_notes.values()] == ["x"]
    assert m.apply(views.ReceptionNote(user_id=UserId("u1"), note="")) is RECEPTION_NOTES
    assert m.reception_notes == {}


def test_own_things_are_replaced() -> None:
    m = mirror()
    assert m.apply(me()) is ME_SLICE
    assert m.apply(views.DiversionsView(current=[], coming=[])) is DIVERSIONS
    message = Message(MessageId("m"), ME, MessageKind.VOICEMAIL, "33123456", "", NOW)
    assert m.apply(message) is MESSAGES
    m.apply(replace(message, read=True))
    assert m.messages[MessageId("m")].read
    m.apply(views.MessageRemoved(id=MessageId("m")))
    assert m.messages == {}


def test_a_call_lives_until_it_has_ended() -> None:
    m = mirror()
    assert m.apply(call(CallState.RINGING)) is CALLS
    assert list(m.calls) == ["c"]
    m.apply(call(CallState.ENDED))
    assert m.calls == {}


def test_history_is_newest_first_without_doubles_and_bounded() -> None:
    m = mirror()
    for n in [2, 1, 3, 3]:
        assert m.apply(record(n)) is HISTORY
    assert [r.id for r in m.history] == ["r3", "r2", "r1"]
    for n in range(10, HISTORY.most + 20):
        m.apply(record(n))
    assert len(m.history) == HISTORY.most
    assert m.history[0].id == f"r{HISTORY.most + 19}"


def test_a_number_is_a_colleagues_or_whose_it_last_was() -> None:
    m = mirror()
    m.apply(structs.replace(person(1, "Mette Holm"), one_number="+4533122102", mobile="+4520123456"))
    known = m.people[UserId("u1")]
    for number in (known.local_number, known.local_number[-4:], "+4533122102", "+4520123456"):
        assert m.whose(number) == ("Mette Holm", UserId("u1"))
    m.apply(replace(record(1), number="+4670109944", name="Nordic Marine"))
    m.apply(replace(record(2), number="+4670109944", name=""))
    m.apply(replace(record(3), number="", name="Somebody withheld"))
    assert m.whose("+4670109944") == ("Nordic Marine", None)
    m.apply(GroupView(id=GroupId("g1"), local_number="1002050", name="Reception"))
    assert m.whose("1002050") == ("Reception", None)
    assert m.whose("+4699999999") == ("", None)
    assert m.whose("") == ("", None)


def test_a_department_has_those_who_came_left_moved_or_were_told_anew() -> None:
    m = mirror()

    def of(name: str) -> set[str]:
        assert set(m.in_department(name)) == {one.id for one in m.people.values() if one.department == name}
        return set(m.in_department(name))

    assert of("Kitchen") == set()
    m.apply(structs.replace(person(1), department="Kitchen"))
    m.apply(structs.replace(person(9), department="Kitchen"))
    assert of("Kitchen") == {"u1", "u9"}
    m.apply(structs.replace(person(9), department="Garden"))
    m.apply(structs.replace(person(1), department="Kitchen", title="Cook"))
    assert of("Kitchen") == {"u1"} and of("Garden") == {"u9"}
    m.apply(views.PersonRemoved(id=UserId("u9")))
    m.apply(views.PersonRemoved(id=UserId("u9")))
    assert of("Garden") == set()
    m.apply(snapshot())
    assert of("Kitchen") == set() and "u1" in of(m.people[UserId("u1")].department)


def test_a_session_that_was_ended_is_no_longer_live() -> None:
    m = mirror()
    m.live = True
    assert m.apply(views.SignedOut()) is None
    assert not m.live
