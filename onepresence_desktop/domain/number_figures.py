"""Figures in a text that are no telephone number by their own look: dates, times, amounts, coordinates, cards, codes.

What can't be a number to call is blanked always; what might be one only unless a telephone word stands right before it,
and even then it is never certain (spec 4.3).
"""

from __future__ import annotations

import re

from onepresence_desktop.domain.number_labels import Label, label_before, without_labelled_figures
from onepresence_desktop.domain.number_text import BLANK, Plain

_NUMBER = r"\d+(?:[ .\-/']{1,2}\d+)*"
_CURRENCY = r"(?:kr\.?+|kron(?:er|or)|dkk|sek|nok|eur|euros?|usd|dollars?|gbp|pounds?|chf|[€$£])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_NO_LETTER = r"(?<![^\W\d_])"
_UNIT = (
    r"(?:[kmg]?wh|[km]w|[ck]?m[²³23]|[ckm]m|kg|tons?|ltr|lit(?:er|re)s?|[kmgt]b|bytes|px|stk|pcs|stück|ha|hektar|%|mio|mia|mkr|tkr"
    r"|indbyggere|invånare|einwohner|inhabitants|people|person(?:er|en)|timer|timmar|stunden|hours|dage|dagar|tage|days"
    r"|sid(?:er|or)|seiten|pages|medlemmer|medlemmar|mitglieder|members)"
)

_NEVER = tuple(
    re.compile(pattern)
    for pattern in (
        # Feature and MMI codes (3GPP TS 22.030): never a number to call, and the digits inside aren't either.
        r"[*#]{1,3}\d{1,3}(?:\*[^\s#]*)*#",
        r"[*#]{1,2}\d{2,3}\*\+?\d+",
        # Payment lines of Danish giro cards.
        r"\+7[135]<\d+(?:\+\d+)?<",
        # Ranges of days, and dates with any separators; two and no third tell 20.24.01.31 apart.
        rf"(?<![\d+.\-/]){_DAY}\.? ?- ?{_DAY}[./] ?{_MONTH}[. /\-]{{1,2}}(?:{_YEAR}|\d\d)(?!\d|[.\-/]\d)",
        rf"(?<![\d+.\-/]){_DAY} ?[.\-/] ?{_MONTH} ?[.\-/ ] ?{_YEAR}(?!\d|[.\-/]\d)",
        rf"(?<![\d+.\-/]){_DAY}/{_MONTH}[\-. ]{{1,2}}\d\d(?!\d|[ .\-/]\d)",
        rf"(?<![\d+.\-/]){_DAY}([\-./]){_DAY}\1(?:{_YEAR}|\d\d)(?!\d|[.\-/]\d)",
        rf"(?<![\d+.\-/]){_YEAR}([\-./]){_MONTH}\1{_DAY}(?!\d|[.\-/]\d)",
        rf"(?i){_NO_LETTER}(?:uger?|veck(?:a|or)|week|kw|woche) ?\d{{1,2}}(?: ?[\-/] ?\d{{1,2}})?"
        rf"(?:[ ,\-/]{{1,2}}{_YEAR})?(?!\d)",
        # Clock times, and from one to another.
        rf"(?<![\d+.:\-/]){_CLOCK} ?(?:-|til|till|to|bis) ?{_CLOCK}(?!\d|[.:\-/]\d)",
        rf"(?i){_NO_LETTER}(?:kl\.?|klokken|klockan|um) ?{_CLOCK}(?!\d)",
        r"(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])",
        # Amounts: a currency beside them, or decimals behind thousands.
        rf"(?i){_NO_LETTER}{_CURRENCY} ?{_NUMBER}(?:,\d\d|,-)?",
        rf"(?i)(?<![\d+])\d(?:[\d .']{{0,20}}\d)?(?:,\d\d|,-)? ?{_CURRENCY}(?![^\W\d_])(?! ?\d)",
        r"(?<![\d+])\d{1,3}(?:([.' ])\d{3})(?:\1\d{3})*,(?:\d\d(?!\d)|-)",
        r"(?<![\d+])\d{1,3}(?:,\d{3})+(?:\.\d\d)?(?!\d)",
        r"(?<![\d+])\d(?:[\d .']{0,20}\d)?[,:]-(?!\d)",
        r"(?<![\d+.,/\-])(?:0[.,]\d{3,}|\d{5,}[.,]\d\d)(?!\d|[.,\-/ ]\d)",
        # Places on earth, in degrees with decimals or with minutes.
        r"(?<![\d+.,])-?\d{1,3}[.,]\d{4,}°?[ ]?[A-ZØa-zø]{0,2}[,; ]{1,3}"
        r"(?:[A-Za-zøæåäö]{1,12}[ :.=]{1,2})?-?\d{1,3}[.,]\d{4,}(?!\d)",
        r"(?i)(?<![^\W\d_])(?:lat|lon|lng|long)(?:itude)?[ .:=]{1,3}-?\d{1,3}[.,]\d+",
        r"\d{1,3} ?[°º] ?\d{1,3}(?:[.,]\d+)?(?: ?['′’](?: ?\d{1,2}(?:[.,]\d+)?)?)?",
        r"(?<!\w)[NSEWØOV] ?\d{1,3}[ °] ?\d{1,2}[.,]\d{2,}",
        # Addresses on the web and of mailboxes; names of files.
        r"(?i)(?:https?://|www\.)[^\s<>\"')]+|[\w.%\-]+@[\w\-]+\.[\w.\-]+",
        r"(?i)(?<![\w.\-])[\w\-.]{1,80}\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|eml|msg|html?|xml|json|zip|jpe?g|png|gif|heic|mp[34]|wav)(?!\w)",
        # Versions and addresses of machines.
        r"(?i)(?<![^\W\d_])(?:ver(?:sion(?:en)?)?|build|release|rev|firmware|kernel|ip(?:v4)?(?:-add?ress?e?n?)?|host|server|dns)"
        r"[ .:/]{0,2}v?\d+(?:[.\-_]\d+)*",
        r"(?i)(?<!\w)v\d+(?:\.\d+)+",
        r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2}|:\d{2,5})(?!\d)",
        # A company's registration number has eight digits like a Danish telephone number.
        r"(?i)(?<![^\W\d_])(?:cvr|se|vat|moms|ust)[ .\-]?(?:reg\.? ?)?(?:id[ .\-]?)?(?:nr|no|nummer|number)?"
        r"[ .:\-]{0,3}(?:dk)?[ \-]?(?:\d[ .]?){7}\d(?!\d)",
        # Numbers of books, goods, accounts and cases, introduced by their name alone.
        r"(?i)(?<![^\W\d_])(?:isbn|issn|ismn|ean|gtin|gln|upc|imei|doi)(?:-1[03])?[ .:#\-]{0,3}(?:nr\.?|no\.?)?"
        r"[ :]{0,2}\d[\dx]*(?:[ .\-/][\dx]+)*",
        r"(?i)(?<![^\W\d_])(?:cpr|iban|swift|org|(?:bank)?konto|reg|bankgiro(?:t)?|plusgiro(?:t)?|giro|bg|pg"
        r"|faktura|invoice|rechnung|account|ocr|dnr|blz|kto|post(?:boks|box|fach)"
        r"|(?:ordre|order|sag|case|ticket|issue)(?= ?[\d#:]))"
        rf"[ .\-]?(?:nr|number|num|nummer|no|id)?[ .:#\-]{{0,3}}{_NUMBER}",
        r"\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b",
        r"(?i)(?<![^\W_])[a-z]{2}\d\d(?: ?\d{4}){3,7}(?: ?\d{1,4})?(?![^\W_])",
        # Cards, and references that begin with capitals and a hyphen.
        r"(?i)(?<![^\W\d_])(?:kort|dankort|card|visa|mastercard)[a-z .:]{0,12}\d{4}(?:[ \-]?\d{4}){3}(?!\d)",
        r"(?<![\d+])(?<!\d[ \-])\d{4}([ \-])\d{4}\1\d{4}\1\d{4}(?![ \-]?\d)",
        r"(?<![\d+])(?<!\d[ \-])\d{4}([ \-])\d{6}\1\d{5}(?![ \-]?\d)",
        r"(?<!\w)(?!TLF|TEL|MOB|FAX|DK|SE|NO|FI|DE)[A-Z]{2,8}-\d{4,}(?![\w])",
        r"(?<![\d.])\d{4}\.\d\d\.\d{5}(?![\d.])",
        r"(?i)(?<![\w\-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w\-])",
        # Civil registration numbers: six or eight digits, hyphen, four.
        r"(?<![\d+\-])(?:(?:19|20)\d{6}|\d{6})-\d{4}(?![\d\-])",
    )
)

_HARDLY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\d+.\-/]){_DAY} {_MONTH} {_YEAR}(?! ?\d)",
        rf"(?<![\d+.\-/]){_YEAR} {_MONTH} {_DAY}(?! ?\d)",
        rf"(?<![\d+.\-/]){_YEAR} ?[\-/] ?{_YEAR}(?!\d|[.\-/ ]\d)",
        r"(?<![\d+.:\-/])(?:[01]\d|2[0-4])[0-5][05] ?- ?(?:[01]\d|2[0-4])[0-5][05](?!\d|[.\-/ ]\d)",
        r"(?<![\d+.,\-/])\d{1,3}[.,]\d{4,}(?!\d|[.,\-/ ]\d)",
        r"(?<![\w)\]}.,/+\-])-\d{5,}(?!\d|[.\-/ ]\d)",
        rf"(?i)(?<![\d+])\d(?:[\d .,']{{0,20}}\d)? ?{_UNIT}(?![^\W_])",
    )
)


_NEAR = 24
"""Characters on either side of a number that can show what it is."""


def looks_like_another_figure(text: str, start: int, end: int) -> bool:
    """Whether the number at `text[start:end]` could as well be a date, years, times, a measure or a place on earth."""
    near = text[max(0, start - _NEAR) : end + _NEAR]
    start, end = min(start, _NEAR), min(start, _NEAR) + end - start
    return any(m.start() < end and m.end() > start for pattern in _HARDLY for m in pattern.finditer(near))


def without_other_figures(text: Plain) -> Plain:
    """The figures that are no telephone number, by their look or by the word before them, blanked."""
    for pattern in _NEVER:
        text = text.replace(pattern, lambda m: BLANK * len(m[0]))
    text = without_labelled_figures(text)
    for pattern in _HARDLY:
        text = text.replace(pattern, _unless_called)
    return text


def _unless_called(match: re.Match[str]) -> str:
    called = label_before(match.string[: match.start()]) is Label.TELEPHONE
    return match[0] if called else BLANK * len(match[0])
