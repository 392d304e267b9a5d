"""The roster on disk."""

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from onepresence_desktop.client.local_copy import PART, LocalCopy, parts_of
from onepresence_desktop.client.phonebook import Phonebook
from onepresence_desktop.domain.messages import CutShort, Message, MessageId, MessageKind
from tests.client.samples import ME, NOW, snapshot
from tests.client.test_phonebook import contact, told

DEEP = b'{"x": ' + b"[" * 100_000
"""Nested beyond what any reader goes into."""


def copy(folder: Path, number: str = "1002100", address: str = "http://here") -> LocalCopy:
    return LocalCopy(folder / "copies", address, number)


def test_what_was_kept_is_what_is_loaded(tmp_path: Path) -> None:
    copy(tmp_path).save(snapshot())
    assert copy(tmp_path).load() == snapshot()


def test_a_copy_of_before_whose_messages_have_no_mark_is_loaded_and_a_mark_is_kept(tmp_path: Path) -> None:
    message = Message(MessageId("m"), ME, MessageKind.VOICEMAIL, "", "N", NOW, 3.5, cut_short=CutShort.DISK_FULL)
    marked = snapshot()
    marked.private.messages.append(message)
    copy(tmp_path).save(marked)
    assert copy(tmp_path).load() == marked
    (file,) = (tmp_path / "copies").iterdir()
    old = json.loads(file.read_bytes())
    del old["private"]["messages"][0]["cut_short"]
    file.write_text(json.dumps(old))
    loaded = copy(tmp_path).load()
    assert loaded is not None and loaded.private.messages == [replace(message, cut_short=None)]


def test_another_user_and_the_same_number_elsewhere_get_nothing(tmp_path: Path) -> None:
    copy(tmp_path).save(snapshot())
    assert copy(tmp_path, "1002101").load() is None
    assert copy(tmp_path, address="http://there").load() is None


@pytest.mark.parametrize("damage", [b"", b"{", b"null", b'{"event_id": 3}', b"\xff\xfe\x00", DEEP])
def test_a_damaged_copy_is_none_and_is_replaced(tmp_path: Path, damage: bytes) -> None:
    copy(tmp_path).save(snapshot())
    (file,) = (tmp_path / "copies").iterdir()
    file.write_bytes(damage)
    assert copy(tmp_path).load() is None
    copy(tmp_path).save(snapshot())
    assert copy(tmp_path).load() == snapshot()


def test_it_is_for_its_owner_alone_and_leaves_no_drafts(tmp_path: Path) -> None:
    copy(tmp_path).save(snapshot())
    (file,) = (tmp_path / "copies").iterdir()
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "copies").write_text("a file where the folder should be")
    copy(tmp_path).save(snapshot())
    assert copy(tmp_path).load() is None


def test_signing_out_removes_it(tmp_path: Path) -> None:
    copy(tmp_path).save(snapshot())
    copy(tmp_path).remove()
    assert copy(tmp_path).load() is None


def book() -> Phonebook:
    made = Phonebook()
    made.own.take(told(7, *(contact(f"o{n}", f"Own {n}", f"+45{n:08}") for n in range(450)), whole=True))
    made.shared.take(told(9, contact("s", "Kunde ApS", "+4570101155", shared=True), whole=True))
    return made


def test_contacts_are_kept_in_parts_and_come_back_whole(tmp_path: Path) -> None:
    copy(tmp_path).save_contacts(parts_of(book()))
    again = Phonebook()
    parts = copy(tmp_path).load_contacts()
    assert max(len(part.changes.contacts) for part in parts) == PART
    for part in parts:
        again.shelf(shared=part.shared).take(part.changes)
    assert list(again) == list(book())
    assert (again.own.version, again.shared.version) == (7, 9)


def test_an_empty_phonebook_is_known_to_be_empty_and_one_never_told_is_not_kept(tmp_path: Path) -> None:
    made = Phonebook()
    made.shared.take(told(4, whole=True))
    copy(tmp_path).save_contacts(parts_of(made))
    (part,) = copy(tmp_path).load_contacts()
    assert part.shared and part.changes.whole and part.changes.version == 4 and not part.changes.contacts


@pytest.mark.parametrize("damage", [b"{", b"\xff\xfe\x00", DEEP, b'{"shared": 3}\n'])
def test_contacts_that_are_damaged_anywhere_count_as_none(tmp_path: Path, damage: bytes) -> None:
    copy(tmp_path).save_contacts(parts_of(book()))
    (file,) = (tmp_path / "copies").iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole + damage)
    assert copy(tmp_path).load_contacts() == []
    file.write_bytes(whole[: len(whole) // 2])
    assert copy(tmp_path).load_contacts() == []
    assert copy(tmp_path, "1002101").load_contacts() == []


def test_contacts_are_for_their_owner_alone_and_go_with_the_sign_out(tmp_path: Path) -> None:
    copy(tmp_path).save(snapshot())
    copy(tmp_path).save_contacts(parts_of(book()))
    files = list((tmp_path / "copies").iterdir())
    assert len(files) == 2 and all(stat.S_IMODE(os.stat(file).st_mode) == 0o600 for file in files)
    copy(tmp_path).remove()
    assert list((tmp_path / "copies").iterdir()) == []
    assert copy(tmp_path).load_contacts() == []
