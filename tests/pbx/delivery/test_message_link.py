"""The link in a mail of a voicemail: a page that opens the app, and tells nobody anything (spec 6.7)."""

from __future__ import annotations

from pathlib import Path

import pytest

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.pbx.config import load
from onepresence_desktop.pbx.prompts.link_page import preferred
from tests.pbx.delivery.test_mail import anders_in, left, one, settings, text_of
from tests.pbx.office import running
from tests.support.mail_server import MailHost


async def test_the_mail_s_link_leads_to_a_page_that_opens_the_message_in_the_app(
    tmp_path: Path, host: MailHost
) -> None:
    async with running(tmp_path / "data", mail=settings(host), public_url="https://telefon.firma.example/") as office:
        anders, owner = await anders_in(office)
        await anders.put("/v1/me/voicemail", {"language": "da", "email": True})
        await left(office, owner)
        mail = await one(host)
        (message,) = (await anders.get("/v1/me/messages")).json()
        its_id = message["id"]
        link = f"https://telefon.firma.example/m/{its_id}"
        assert f"Åbn den i OnePresence: {link} " in text_of(mail).replace("\r\n", " ")
        assert f'<a href="{link}">' in text_of(mail, "html")

        page = await office.http.get(f"/m/{its_id}", headers={"Accept-Language": "da-DK,en;q=0.5"})
        assert page.status_code == 200 and f'href="onepresence://message/{its_id}"' in page.text
        assert "Du skal være logget ind" in page.text and "Åse" not in page.text and "Anders" not in page.text
        other = await office.http.get("/m/neverwas", headers={"Accept-Language": "da"})
        assert other.text.replace("neverwas", its_id) == page.text
        assert other.headers["cache-control"] == "no-store"
        assert (await office.http.get("/m/a%22%3E%3Cscript%3E")).status_code == 404
        assert (await office.http.get(f"/v1/me/messages/{its_id}/recording")).status_code == 401


@pytest.mark.parametrize(
    ("header", "language"),
    [("sv-SE,sv;q=0.9,en;q=0.8", "sv"), ("de, da;q=0.7, en;q=0.9", "en"), ("", "en"), ("da;q=x", "en"), ("*", "en")],
)
def test_the_page_speaks_the_reader_s_language(header: str, language: str) -> None:
    assert preferred(header) == language


@pytest.mark.parametrize(
    "url", ["telefon.example", "ftp://x.example", "https://x.example/?a=1", "https://x y", "http://[1"]
)
def test_an_address_that_can_t_be_linked_to_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(Invalid) as refused:
        load({"data": str(tmp_path), "public_url": url})
    assert refused.value.details["field"] == "public_url"
