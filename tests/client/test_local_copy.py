"""The roster on disk."""

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from onepresence_desktop.client.local_copy import LocalCopy
from onepresence_desktop.domain.messages import CutShort, Message, MessageId, MessageKind
from tests.client.samples import ME, NOW, snapshot

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
