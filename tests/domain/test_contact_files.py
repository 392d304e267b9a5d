"""vCards in the shapes of telephones and mail programs, and sheets in those of Outlook and Google (spec 8.2)."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onepresence_desktop.domain import contact_sheet, vcard
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.phonebook import (
    Contact,
    ContactEmail,
    ContactId,
    ContactNumber,
    EmailKind,
    PhoneKind,
    cleaned,
)
from onepresence_desktop.domain.text_files import cell, csv_line, decoded, from_cell
from onepresence_desktop.domain.vcard import Card
from tests.domain.company import CUSTOMER

PICTURE = base64.b64encode(b"\xff\xd8\xff" + b"x" * 3000).decode()

IPHONE = f"""BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.1//EN
N:Lundgaard;Mette;;;
FN:Mette Lundgaard
ORG:Nordisk Papir A/S;
TITLE:Indkøbschef
item1.EMAIL;type=INTERNET;type=pref:mette@papir.example
item1.X-ABLabel:_$!<Work>!$_
TEL;type=CELL;type=VOICE;type=pref:+45 20 12 34 56
TEL;type=IPHONE;type=CELL;type=VOICE:20 12 34 57
item2.TEL:33 12 34 56
item2.X-ABLabel:Hoved
item3.ADR;type=WORK;type=pref:;;Hvidovrevej 12;Hvidovre;;2650;Danmark
item3.X-ABADR:dk
BDAY:1970-01-24
PHOTO;ENCODING=b;TYPE=JPEG:{PICTURE[:70]}
 {PICTURE[70:140]}
 {PICTURE[140:200]}
NOTE:Ringer helst\\nom formiddagen\\, altid
END:VCARD
"""
ANDROID = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85g=C3=A5rd;S=C3=B8ren;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:S=C3=B8ren =C3=85g=C3=A5rd
TEL;CELL:+4520123456
TEL;WORK:33123456
TEL;FAX;WORK:33123457
EMAIL;HOME:soren@example.dk
ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:K=C3=B8bmand =
=C3=85g=C3=A5rd & S=C3=B8n
END:VCARD
"""
OUTLOOK = """BEGIN:VCARD\r
VERSION:2.1\r
N;LANGUAGE=da:Holm;Anders\r
FN:Anders Holm\r
ORG:Holm VVS;Salg\r
TITLE:Direktør\r
TEL;WORK;VOICE:33 12 34 56\r
TEL;CELL;VOICE:20 12 34 56\r
ADR;WORK;PREF:;;Vej 1;By;;1234;Danmark\r
LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Vej 1=0D=0A=\r
1234 By\r
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2\r
EMAIL;PREF;INTERNET:anders@holm.example\r
PHOTO;TYPE=JPEG;ENCODING=BASE64:\r
 /9j/4AAQSkZJRgABAQEAYABgAAD\r
 AAAA\r
\r
X-MS-OL-DESIGN;CHARSET=utf-8:<card><fld name="x" prop="y"/></card>\r
REV:20261124T100000Z\r
END:VCARD\r
"""
GMAIL = """BEGIN:VCARD
VERSION:3.0
FN:Łukasz Żółć
N:Żółć;Łukasz;;;
EMAIL;TYPE=INTERNET;TYPE=WORK:lukasz@example.pl
TEL;TYPE=MAIN:+48 22 123 45 67
item1.URL:https\\://www.google.com/profiles/1
item1.X-ABLabel:PROFILE
CATEGORIES:myContacts,starred
END:VCARD
"""
THUNDERBIRD = """BEGIN:VCARD
VERSION:4.0
EMAIL;PREF=1;TYPE=work:ida@example.se
FN:Ida Ström
N:Ström;Ida;;;
TEL;TYPE="work,voice";VALUE=uri:tel:+46-8-123-456-78
TEL;VALUE=TEXT;TYPE=cell:070-174 06 35
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
PHOTO;VALUE=uri:data:image/jpeg;base64,/9j/4AAQ
END:VCARD
"""
NOKIA = """BEGIN:VCARD\r
VERSION:2.1\r
REV:20080424T195243Z\r
UID:1234abcd-1\r
N;ENCODING=8BIT:Jensen;Bo;;;\r
TEL;PREF;CELL:+4521222324\r
TEL;VOICE:75123456\r
X-CLASS:private\r
END:VCARD\r
"""


def only(text: str) -> Card:
    (card,) = vcard.read(text)
    return card


def numbers(card: Card) -> list[tuple[str, str]]:
    return [(n.number, n.kind.value) for n in card.numbers]


def test_an_iphones_card() -> None:
    card = only(IPHONE)
    assert (card.name, card.company, card.title) == ("Mette Lundgaard", "Nordisk Papir A/S", "Indkøbschef")
    assert numbers(card) == [("+45 20 12 34 56", "mobile"), ("20 12 34 57", "mobile"), ("33 12 34 56", "main")]
    assert card.emails == [ContactEmail("mette@papir.example", EmailKind.WORK)]
    assert card.note == "Ringer helst\nom formiddagen, altid"
    assert "BDAY:1970-01-24" in card.more
    assert "ADR;TYPE=PREF,WORK:;;Hvidovrevej 12;Hvidovre;;2650;Danmark" in card.more
    assert not any("PHOTO" in line or PICTURE[:20] in line for line in card.more)


def test_an_androids_card_of_version_2_1() -> None:
    card = only(ANDROID)
    assert (card.name, card.company) == ("Søren Ågård", "Købmand Ågård & Søn")
    assert numbers(card) == [("+4520123456", "mobile"), ("33123456", "work"), ("33123457", "fax")]
    assert card.emails == [ContactEmail("soren@example.dk", EmailKind.HOME)]


def test_outlooks_card() -> None:
    card = only(OUTLOOK)
    assert (card.name, card.company, card.title) == ("Anders Holm", "Holm VVS", "Direktør")
    assert numbers(card) == [("33 12 34 56", "work"), ("20 12 34 56", "mobile")]
    assert card.emails == [ContactEmail("anders@holm.example")]
    assert "ORG:Holm VVS;Salg" in card.more
    assert any(line.startswith("LABEL;TYPE=PREF,WORK:Vej 1\\n1234 By") for line in card.more)


def test_gmails_thunderbirds_and_an_old_nokias_cards() -> None:
    gmail, bird, nokia = only(GMAIL), only(THUNDERBIRD), only(NOKIA)
    assert (gmail.name, numbers(gmail)) == ("Łukasz Żółć", [("+48 22 123 45 67", "main")])
    assert "CATEGORIES:myContacts,starred" in gmail.more
    assert (bird.name, bird.uid) == ("Ida Ström", "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1")
    assert numbers(bird) == [("+46-8-123-456-78", "work"), ("070-174 06 35", "mobile")]
    assert bird.emails == [ContactEmail("ida@example.se", EmailKind.WORK)]
    assert (nokia.name, nokia.uid, numbers(nokia)) == (
        "Bo Jensen",
        "1234abcd-1",
        [("+4521222324", "mobile"), ("75123456", "other")],
    )


def test_several_cards_in_a_file_with_one_that_is_broken() -> None:
    text = IPHONE + "rubbish between\n" + ANDROID.replace("END:VCARD\n", "") + GMAIL + "BEGIN:VCARD\nFN:Halv"
    assert [(c.name, c.problem) for c in vcard.read(text)] == [
        ("Mette Lundgaard", ""),
        ("Søren Ågård", "cut_off"),
        ("Łukasz Żółć", ""),
        ("Halv", "cut_off"),
    ]


def test_a_card_within_a_card_is_passed_over_and_an_empty_one_says_so() -> None:
    agent = "BEGIN:VCARD\nFN:Chef\nAGENT:\nBEGIN:VCARD\nFN:Sekretær\nTEL:1\nEND:VCARD\nTEL:33123456\nEND:VCARD\n"
    card = only(agent)
    assert (card.name, numbers(card)) == ("Chef", [("33123456", "other")])
    assert only("BEGIN:VCARD\nVERSION:3.0\nNOTE:x\nEND:VCARD").problem == "empty"


def test_a_huge_picture_costs_nothing_and_is_dropped() -> None:
    huge = "\n".join(" " + PICTURE[:74] for _ in range(30_000))
    card = only(f"BEGIN:VCARD\nFN:A\nPHOTO;ENCODING=b:\n{huge}\nTEL:33123456\nEND:VCARD")
    assert numbers(card) == [("33123456", "other")]
    assert card.more == []
    assert only("BEGIN:VCARD\nFN:A\nX-LONG:" + "x" * 200_000 + "\nEND:VCARD").more == []
    assert only("BEGIN:VCARD\nFN:A\nX-LONG:" + "x" * 5_000 + "\nEND:VCARD").more == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=F8rgen", "Jørgen"),
        ("FN;CHARSET=NOSUCH;ENCODING=QUOTED-PRINTABLE:J=C3=B8rgen", "Jørgen"),
        ("FN;ENCODING=QUOTED-PRINTABLE:J=F8rgen", "Jørgen"),
        ("FN;CHARSET=UTF-8;QUOTED-PRINTABLE:J=81=F8", "J\x81ø"),
        ("fn:Jørgen\\;Ib", "Jørgen;Ib"),
        ("N:Larsen;Jørgen;Ib;Dr.;", "Dr. Jørgen Ib Larsen"),
        ("N:Larsen", "Larsen"),
        ("FN:slut\\", "slut\\"),
        ('X-A;X="a:b;c":d\nFN:Ib', "Ib"),
        ("no colon here\nFN:Ib", "Ib"),
        ("TEL:\nEMAIL:\nFN:Ib", "Ib"),
        ("F\n N:Ib", "Ib"),
    ],
)
def test_a_name_is_read_however_it_is_written(line: str, name: str) -> None:
    assert only(f"BEGIN:VCARD\n{line}\nEND:VCARD").name == name


def contact(card: Card) -> Contact:
    return cleaned(
        Contact(
            ContactId("c1"),
            CustomerId("x"),
            None,
            card.name,
            datetime(2026, 11, 24, tzinfo=UTC),
            card.company,
            card.title,
            tuple(card.numbers),
            tuple(card.emails),
            card.note,
            card.uid,
            tuple(card.more),
        ),
        CUSTOMER,
    )


@pytest.mark.parametrize("text", [IPHONE, ANDROID, OUTLOOK, GMAIL, THUNDERBIRD, NOKIA])
def test_a_card_goes_out_again_without_loss(text: str) -> None:
    once = contact(only(text))
    written = vcard.write([once])
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    again = contact(only(written))
    assert (again.name, again.company, again.title, again.note) == (once.name, once.company, once.title, once.note)
    assert (again.numbers, again.emails) == (once.numbers, once.emails)
    assert set(again.more) >= set(once.more)
    assert vcard.write([again]) == written


def test_a_long_line_is_folded_and_read_whole_again() -> None:
    note = "Ring altid på mobilen først; " * 12
    once = contact(only(f"BEGIN:VCARD\nVERSION:3.0\nFN:Åse Lund\nNOTE:{note}\nEND:VCARD\n"))
    written = vcard.write([once])
    assert "\r\n " in written and all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert contact(only(written)).note == once.note


def test_a_name_or_company_that_was_changed_is_written_as_it_is_now() -> None:
    from dataclasses import replace

    card = only(vcard.write([replace(contact(only(OUTLOOK)), name="Anders Berg", company="Berg VVS")]))
    assert (card.name, card.company) == ("Anders Berg", "Berg VVS")
    assert "N:Berg;Anders;;;" in card.more
    assert not any("Holm" in line for line in card.more)


def test_a_company_keeps_the_signs_that_are_escaped_in_it() -> None:
    (card,) = vcard.read("BEGIN:VCARD\nFN:A\nORG:Holm\\; Berg\\, VVS;Salg\nEND:VCARD\n")
    assert card.company == "Holm; Berg, VVS" and card.more == ["ORG:Holm\\; Berg\\, VVS;Salg"]


def test_a_text_without_a_card_is_refused() -> None:
    with pytest.raises(Invalid) as refused:
        vcard.refuse_what_is_none("hello")
    assert refused.value.details["problem"] == "no_vcard"
    vcard.refuse_what_is_none("\nbegin:vcard")


@given(st.text(alphabet='BEGINVCARDFTLON:;=,\\"\n\r \t0aø', max_size=120))
def test_any_text_is_read(text: str) -> None:
    for card in vcard.read("BEGIN:VCARD\n" + text + "\nEND:VCARD"):
        assert isinstance(card.name, str)


PLAIN = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf", "Zs")), min_size=1, max_size=40)


@given(PLAIN, PLAIN, st.lists(st.sampled_from(PhoneKind.known()), max_size=4), st.text(max_size=80))
def test_what_is_written_is_read_the_same(name: str, company: str, kinds: list[PhoneKind], note: str) -> None:
    card = Card(name=name, company=company, note=note)
    card.numbers = [ContactNumber(f"+4520{n}12345"[:11], kind) for n, kind in enumerate(kinds)]
    once = contact(card)
    again = contact(only(vcard.write([once])))
    assert (again.name, again.company, again.numbers, again.note) == (
        once.name,
        once.company,
        once.numbers,
        once.note.strip(),
    )


# --- sheets ---

OUTLOOK_SHEET = (
    "First Name,Last Name,Company,Job Title,Business Phone,Mobile Phone,Business Fax,E-mail Address,Notes,Birthday\r\n"
    'Mette,Lundgaard,"Papir, A/S",Chef,33 12 34 56,20 12 34 56,33 12 34 57,mette@papir.example,"to\r\nlinjer",1970\r\n'
    ",,,,,,,,,\r\n"
)
GOOGLE_SHEET = (
    "Name,Given Name,Family Name,E-mail 1 - Value,Phone 1 - Value,Organization 1 - Name\n"
    "Anders Holm,Anders,Holm,a@h.example ::: b@h.example,+45 33 12 34 56 ::: +45 20 12 34 56,Holm VVS\n"
)
DANISH_SHEET = "Navn;Firma;Telefon;Mobil;Mail;Bemærkninger\nSøren Ågård;Ågård ApS;33123456;20123456;s@a.example;=1+1\n"


def sheet(text: str) -> list[Card]:
    return list(contact_sheet.read(text, contact_sheet.fields_of(contact_sheet.head_line(text))))


def test_sheets_of_other_programs_are_known_by_their_heads() -> None:
    (mette,) = sheet(OUTLOOK_SHEET)
    assert (mette.name, mette.company, mette.title, mette.note) == (
        "Mette Lundgaard",
        "Papir, A/S",
        "Chef",
        "to\r\nlinjer",
    )
    assert numbers(mette) == [("33 12 34 56", "work"), ("20 12 34 56", "mobile"), ("33 12 34 57", "fax")]
    (anders,) = sheet(GOOGLE_SHEET)
    assert (anders.name, anders.company) == ("Anders Holm", "Holm VVS")
    assert [n.number for n in anders.numbers] == ["+45 33 12 34 56", "+45 20 12 34 56"]
    assert [e.address for e in anders.emails] == ["a@h.example", "b@h.example"]
    (soren,) = sheet(DANISH_SHEET)
    assert (soren.name, soren.note, numbers(soren)) == (
        "Søren Ågård",
        "=1+1",
        [("33123456", "other"), ("20123456", "mobile")],
    )


def test_columns_can_be_told_by_hand_and_nonsense_is_refused() -> None:
    text = "a\tb\tc\nIb\t?\t33123456\n\t\t\n \tx\t\n"
    cards = list(contact_sheet.read(text, ["name", "", "phone_work"]))
    assert [(c.name, c.problem, numbers(c)) for c in cards] == [
        ("Ib", "", [("33123456", "work")]),
        ("", "empty", []),
    ]
    for columns, problem in ((["", ""], "none_known"), (["name", "shoe_size"], "unknown")):
        with pytest.raises(Invalid) as refused:
            list(contact_sheet.read(text, columns))
        assert refused.value.details["problem"] == problem
    with pytest.raises(Invalid):
        list(contact_sheet.read("name\n" + "x" * 200_000, ["name"]))


def test_a_sheet_of_our_own_is_read_the_same_and_runs_nothing() -> None:
    card = Card(name='=HYPERLINK("http://evil")', company="@cmd", note='-2+3"\n;x')
    card.numbers = [ContactNumber("+4533123456", PhoneKind.WORK), ContactNumber("+4533123457", PhoneKind.WORK)]
    card.emails = [ContactEmail("a@b.example", EmailKind.HOME)]
    once = contact(card)
    text = contact_sheet.write([once])
    assert "'=HYPERLINK" in text and ",'@cmd," in text and "\n=" not in text
    (again,) = sheet(text)
    assert (again.name, again.company, again.note) == (card.name, card.company, card.note)
    assert (again.numbers, again.emails) == (card.numbers, card.emails)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1", "'=1"),
        ("+A1", "'+A1"),
        ("-x", "'-x"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("+4533123456", "+4533123456"),
        ("x", "x"),
        ("", ""),
        ("-12", "-12"),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_marked_as_text(text: str, shown: str) -> None:
    assert cell(text) == shown
    assert from_cell(shown) == text


def test_a_line_is_quoted_where_needed() -> None:
    assert csv_line(["a", 'b"c', "d,e", "f;g", "'"]) == 'a,"b""c","d,e","f;g",\'\r\n'


@pytest.mark.parametrize(
    "data",
    [
        "Søren".encode(),
        b"\xef\xbb\xbf" + "Søren".encode(),
        "Søren".encode("cp1252"),
        b"\xff\xfe" + "Søren".encode("utf-16-le"),
        b"\xfe\xff" + "Søren".encode("utf-16-be"),
        "Søren".encode("utf-16-le"),
        "Søren".encode("utf-16-be"),
    ],
)
def test_a_file_is_read_in_its_encoding(data: bytes) -> None:
    assert decoded(data) == "Søren"


def test_files_that_were_put_together_lose_no_card() -> None:
    one, two = ANDROID.replace("=C3=B8", "ø"), "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bøje\r\nEND:VCARD\r\n"
    marked = b"\xef\xbb\xbf" + GMAIL.encode() + b"\xef\xbb\xbf" + two.encode()
    assert [card.name for card in vcard.read(decoded(marked))] == ["Łukasz Żółć", "Bøje"]
    of_two_times = GMAIL.encode() + two.encode("cp1252") + one.encode() + b"\x81"
    assert [card.name for card in vcard.read(decoded(of_two_times))] == ["Łukasz Żółć", "Bøje", "Søren Ågård"]


def test_a_file_cut_in_the_middle_of_a_letter_keeps_those_before_it() -> None:
    assert decoded("Søren Å".encode()[:-1]) == "Søren "
    assert decoded(b"\xef\xbb\xbf" + "Søren Å".encode()[:-1]) == "Søren "
    assert decoded("Soren \xe5".encode("latin-1")) == "Soren å", "nothing says that it is cut"


def test_a_sheet_may_say_above_its_heads_what_stands_between_the_cells() -> None:
    (ib,) = sheet("sep=;\r\nNavn;Telefon\r\nHolm, Ib;33123456\r\n")
    assert (ib.name, numbers(ib)) == ("Holm, Ib", [("33123456", "other")])
    (bo,) = sheet('Navn;"Tlf. (fast, mobil, direkte)";Telefon\nBo;;33123456\n')
    assert (bo.name, numbers(bo)) == ("Bo", [("33123456", "other")])


def test_two_columns_of_notes_are_both_kept() -> None:
    (ib,) = sheet("Name,Notes,Comments\nIb,Ringer tidligt,Kunde siden 2019\n")
    assert ib.note == "Ringer tidligt\nKunde siden 2019"


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Befattning", "title"),
        ("Jobtitel", "title"),
        ("Stillingsbetegnelse", "title"),
        ("Notater", "note"),
        ("Arbejdstelefon", "phone_work"),
        ("Direkte nr.", "phone_work"),
        ("Direktnummer", "phone_work"),
        ("Work number", "phone_work"),
        ("Hjemmetelefon", "phone_home"),
        ("Home number", "phone_home"),
        ("Mobile number", "phone_mobile"),
        ("Privat mobil", "phone_mobile"),
        ("Primær telefon", "phone_other"),
        ("Skostørrelse", ""),
    ],
)
def test_a_column_is_known_by_the_words_people_write_above_it(head: str, field: str) -> None:
    assert contact_sheet.fields_of([head]) == [field]


def test_a_file_that_is_cut_in_the_middle_of_a_sign_or_is_none_is_told() -> None:
    assert decoded("Søren".encode("utf-16-le") + b"\x00\xd8\x41").startswith("Søren")
    assert decoded(b"\x81abc") == "\x81abc"
    with pytest.raises(Invalid) as refused:
        decoded(b"\x89PNG\r\n\x00\x00abcdefghijklmn")
    assert refused.value.details["problem"] == "not_text"
