"""CardDAV address books (RFC 6352): the list of cards, then the cards some at a time, read on a thread.

What a server finds by a number depends on how it was written; so everything is read, and found here.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncGenerator, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from urllib.parse import urljoin, urlsplit
from xml.sax.saxutils import escape

from onepresence_desktop.domain import vcard
from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.directory import LONGEST_KEY, DirectoryPerson
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.pbx.ports.directories import DirectoryAccess, Page
from onepresence_desktop.pbx.webdav.asking import WebDav, local, responses

PAGE = 100
"""Cards that are asked for at once."""

MOST_CARDS = 50_000
MOST_BYTES = 20 * 1024 * 1024
"""Of one answer; a card with a picture has some hundred thousand, and there are no pictures asked for."""

_STANDS = """<?xml version="1.0" encoding="utf-8"?>
<d:propfind xmlns:d="DAV:" xmlns:cs="http://calendarserver.org/ns/">
<d:prop><cs:getctag/><d:sync-token/></d:prop></d:propfind>"""

_LIST = """<?xml version="1.0" encoding="utf-8"?>
<d:propfind xmlns:d="DAV:"><d:prop><d:getetag/><d:resourcetype/></d:prop></d:propfind>"""

_CARDS = """<?xml version="1.0" encoding="utf-8"?>
<c:addressbook-multiget xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav">
<d:prop><c:address-data>{properties}</c:address-data></d:prop>{cards}</c:addressbook-multiget>"""

_PROPERTIES = "".join(
    f'<c:prop name="{name}"/>' for name in ("VERSION", "UID", "FN", "N", "ORG", "TITLE", "TEL", "EMAIL", "X-ABLABEL")
)


class CardDavDirectory:
    """The `Directory` port for CardDAV. here: also from this machine."""

    def __init__(self, *, here: bool) -> None:
        self._server = WebDav(here=here, most_bytes=MOST_BYTES)
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="address books")

    async def close(self) -> None:
        """Let connections and thread go."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        await self._server.close()

    async def read(self, access: DirectoryAccess, mark: str) -> AsyncGenerator[Page, None]:
        """Everybody, unless the collection's tag is still the one that was told."""
        loop = asyncio.get_running_loop()
        body = await self._ask("PROPFIND", access, "0", _STANDS)
        now = "|".join(
            node.text or ""
            for answer in responses(body)
            for node in answer.iter()
            if local(node) in ("getctag", "sync-token")
        )
        if mark and now == mark:
            yield Page(same=True, mark=mark)
            return
        body = await self._ask("PROPFIND", access, "1", _LIST)
        cards = await loop.run_in_executor(self._threads, _hrefs, body, access.source.address)
        if len(cards) > MOST_CARDS:
            raise ConnectionFailed(reason=Trouble.TOO_LARGE)
        remaining = iter(cards)
        while some := list(islice(remaining, PAGE)):
            wanted = "".join(f"<d:href>{escape(href)}</d:href>" for href in some)
            body = await self._ask("REPORT", access, "1", _CARDS.format(properties=_PROPERTIES, cards=wanted))
            yield await loop.run_in_executor(self._threads, _page, body, some)
        yield Page(mark=now)

    async def search(self, access: DirectoryAccess, words: Sequence[str], most: int) -> Sequence[DirectoryPerson]:
        """Nobody: no reading of an address book is cut, so that there are no more than were read."""
        return ()

    async def _ask(self, method: str, access: DirectoryAccess, depth: str, content: str) -> bytes:
        source = access.source
        _, _, body = await self._server.ask(
            method,
            source.address,
            account=source.account,
            password=access.password,
            headers={"Depth": depth},
            content=content,
        )
        return body


def _hrefs(body: bytes, address: str) -> list[str]:
    """The cards of a collection, as the server names them; neither itself nor collections in it.

    Raises `ConnectionFailed` for an answer in which not even the collection is.
    """
    own = urlsplit(address).path.rstrip("/")
    found = []
    answers = responses(body)
    if not answers:
        raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD)
    for answer in answers:
        href = next((node.text or "" for node in answer if local(node) == "href"), "").strip()
        within = any(local(node) in ("collection", "addressbook") for node in answer.iter())
        if href and not within and urlsplit(urljoin(address, href)).path.rstrip("/") != own:
            found.append(href)
    return found


def _page(body: bytes, asked: Sequence[str]) -> Page:
    """Those of the cards that can be read; who was asked for is there all the same, unless the answer says 404."""
    found: list[DirectoryPerson] = []
    unread = {_key(href) for href in asked}
    for answer in responses(body):
        href = next((node.text or "" for node in answer if local(node) == "href"), "").strip()
        status = next((node.text or "" for node in answer if local(node) == "status"), "")
        texts = (node.text or "" for node in answer.iter() if local(node) == "address-data")
        cards = [card for text in texts for card in vcard.read(text) if card.name and not card.problem]
        found.extend(_with_keys(href, cards))
        if cards or " 404" in status or " 410" in status:
            unread.discard(_key(href))
    return Page(found, unread=sorted(unread))


def _key(href: str) -> str:
    name = href.rstrip("/").rpartition("/")[2]
    return name if len(name) <= LONGEST_KEY - 10 else hashlib.sha256(name.encode()).hexdigest()


def _with_keys(href: str, cards: Iterable[vcard.Card]) -> list[DirectoryPerson]:
    key = _key(href)
    return [
        DirectoryPerson(
            f"{key}/{place}" if place else key,
            card.name,
            card.company,
            card.title,
            tuple(card.numbers),
            tuple(card.emails),
        )
        for place, card in enumerate(cards)
    ]
