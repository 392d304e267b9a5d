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
from onepresence_desktop.pbx.app import Sinks, SystemClock
from onepresence_desktop.pbx.services.messages import Inbox, MailboxService
from onepresence_desktop.pbx.services.office import Office
from onepresence_desktop.pbx.store.recordings import FileRecordings
from onepresence_desktop.pbx.store.sql import SqlStore, url_of
from onepresence_desktop.pbx.telephony.demo import DemoTelephony


async def leave(data: Path, most: int) -> None:
    """Recover what an earlier life left behind, then go on and on."""
    store, recordings = SqlStore(url_of(data)), FileRecordings(data / "recordings")
    await store.open()
    office, nobody = Office(store), Sinks()
    await office.load()
    inbox = Inbox(store, recordings, DemoTelephony(lively=False), office, nobody)
    mailbox = MailboxService(store, recordings, inbox, office, SystemClock(), nobody)
    await mailbox.recover()
    owners = [user for company in office.companies.values() for user in company.directory.users]
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
