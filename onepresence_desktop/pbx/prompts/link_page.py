"""The small page that a mail's link leads to: it opens a message in the app, and tells nothing of it (spec 6.7)."""

from __future__ import annotations

from html import escape

WORDS = {
    "da": (
        "Åbn beskeden i OnePresence",
        "Beskeden åbnes i OnePresence på denne computer. Du skal være logget ind for at høre den.",
        "Åbn beskeden",
        "Sker der ikke noget? Åbn OnePresence, og find beskeden under Beskeder.",
    ),
    "sv": (
        "Öppna meddelandet i OnePresence",
        "Meddelandet öppnas i OnePresence på den här datorn. Du behöver vara inloggad för att höra det.",
        "Öppna meddelandet",
        "Händer ingenting? Öppna OnePresence och leta upp meddelandet under Meddelanden.",
    ),
    "en": (
        "Open the message in OnePresence",
        "The message opens in OnePresence on this computer. You need to be signed in to hear it.",
        "Open the message",
        "Nothing happens? Open OnePresence, and find the message under Messages.",
    ),
}

_PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0;url={link}">
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 15vh auto 0; max-width: 26em; padding: 0 1.5em;
color: #1b1d22; background: #fff }}
a {{ display: inline-block; padding: .6em 1.2em; border-radius: 6px; background: #2456c9; color: #fff;
text-decoration: none }}
small {{ color: #5c6270 }}
@media (prefers-color-scheme: dark) {{ body {{ color: #e8e9ed; background: #16181d }} small {{ color: #a3a9b6 }} }}
</style></head>
<body><h1>OnePresence</h1><p>{text}</p><p><a href="{link}">{button}</a></p><p><small>{hint}</small></p></body></html>
"""


def link_page(language: str, message_id: str) -> str:
    """The page in da, sv or en (any other: en), the same for every id."""
    known = language if language in WORDS else "en"
    title, text, button, hint = WORDS[known]
    link = escape(f"onepresence://message/{message_id}", quote=True)
    return _PAGE.format(language=known, title=title, text=text, button=button, hint=hint, link=link)


def preferred(header: str) -> str:
    """The language of a page for who sends this Accept-Language (RFC 9110 section 12.5.4); the first known one."""
    ranked = []
    for place, part in enumerate(header.split(",")[:20]):
        name, _, weight = part.partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            quality = 0.0
        language = name.strip().lower().partition("-")[0]
        if language in WORDS and quality > 0:
            ranked.append((-quality, place, language))
    return min(ranked)[2] if ranked else "en"
