"""What goes wrong with one caller in a menu stays with that caller."""

from __future__ import annotations

from pathlib import Path

from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.diversion import Forwarding
from onepresence_desktop.domain.errors import CallGone
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.routing import Voicemail
from onepresence_desktop.pbx.ports import MenuReached, Recorded
from tests.pbx.voice.test_mailbox_call import ANDERS, CALLER, CUSTOMER, Scene
from tests.support.waiting import eventually


async def test_whoever_is_removed_while_their_phone_rings_costs_other_callers_nothing(tmp_path: Path) -> None:
    async with Scene(tmp_path) as scene:
        await eventually(lambda: scene.driver.said)
        scene.calls.take(MenuReached(CallId("l"), CUSTOMER.id, CALLER, Voicemail(UserId("gone"), Forwarding.CFNR)))
        await eventually(lambda: "hangup" in scene.driver.done)
        scene.driver.listening.set()
        await eventually(lambda: scene.box.stored)


async def test_trouble_at_the_end_of_one_conversation_ends_no_other(tmp_path: Path) -> None:
    async with Scene(tmp_path) as scene:
        await eventually(lambda: scene.driver.said)

        async def broken(_: MessageId) -> None:
            raise OSError("the disk is gone")

        async def gone(*_: object, **__: object) -> Recorded:
            raise CallGone

        record, scene.driver.record = scene.driver.record, gone  # type: ignore[method-assign]
        scene.box.discard = broken  # type: ignore[method-assign]
        scene.driver.listening.set()
        await eventually(lambda: not scene.calls._callers)
        scene.driver.record = record  # type: ignore[method-assign]
        scene.calls.take(MenuReached(CallId("l"), CUSTOMER.id, CALLER, Voicemail(ANDERS.id, Forwarding.CFNR)))
        await eventually(lambda: scene.box.stored)
