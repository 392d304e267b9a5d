"""A program that leaves messages in a mailbox as calls do and tells each that is kept: to be traced and killed.

`python -m tests.support.depositing DATA MOST`: prints `ready`, then `kept ID` after each deposit.
"""

from __future__ import annotations

import asyncio
import random
import sys
import wave
from pathlib import Path

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.pbx.adapters import SystemClock
from onepresence_desktop.pbx.facts import FactBus
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.messages import Inbox, MailboxService
from onepresence_desktop.pbx.services.notices import Notices
from onepresence_desktop.pbx.services.outbox import Outbox
from onepresence_desktop.pbx.store.recordings import FileRecordings
from onepresence_desktop.pbx.store.spool import FileSpool
from onepresence_desktop.pbx.store.sql import SqlStore, url_of
from onepresence_desktop.pbx.telephony.demo import DemoTelephony


async def leave(data: Path, most: int) -> None:
    """Recover what an earlier life left behind, then go on and on."""
    store, recordings = SqlStore(url_of(data)), FileRecordings(data / "recordings")
    await store.open()
    live, nobody = LiveState(store), FactBus()
    await live.load()
    inbox = Inbox(store, recordings, DemoTelephony(lively=False), live, nobody)
    clock = SystemClock()
    notices = Notices(Outbox(store, {}, clock), clock)
    mailbox = MailboxService(store, recordings, FileSpool(data / "spool"), inbox, live, clock, nobody, notices)
    await mailbox.recover()
    owners = [user for company in live.companies.values() for user in company.dial_plan.users]
    print("ready", flush=True)
    for _ in range(most):
        owner = random.choice(owners)
        message_id, draft = await mailbox.new_draft(owner)
        with wave.open(str(draft), "wb") as sound:
            sound.setparams((1, 2, 8000, 0, "NONE", ""))
            for _ in range(random.randint(1, 20)):
                sound.writeframes(bytes(800))
                await asyncio.sleep(0.001)
        await mailbox.deposit(owner, message_id, Party("+4533123456", "Somebody"), 0.5)
        print(f"kept {message_id}", flush=True)
    await store.close()


if __name__ == "__main__":
    asyncio.run(leave(Path(sys.argv[1]), int(sys.argv[2])))
