"""The demo company's contacts: Sofie's own, and those that all share; some of them call."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.phonebook import (
    Contact,
    ContactEmail,
    ContactId,
    ContactNumber,
    EmailKind,
    PhoneKind,
)

OWN = (
    ("Birk Salgård", "Vindrosen Transport", "Indkøb", "+4520123471", "+4533123470", "birk@vindrosen.example"),
    ("Dorthea Klintberg", "Lyngkær Tryk", "Kontor", "+4520123472", "+4533123482", "dorthea@lyngkaer.example"),
    ("Ivar Stenholt", "Havblik Logistik", "Drift", "+4520123473", "", "ivar@havblik.example"),
    ("Kirstine Aagren", "Blåtind Bolig", "Leverandør", "+4520123474", "", ""),
    ("Marianne Tofte", "Fjordens Tryk", "Ordrer", "+4570109911", "", "marianne@fjordens-tryk.example"),
    ("Rigmor Valdby", "Blåtind Bolig", "Jurist", "+4520123475", "+4533123495", "rigmor@blaatind.example"),
    ("Tage Ørnhøj", "Vindrosen Transport", "Chauffør", "+4520123476", "", ""),
)
SHARED = (
    ("Havblik Logistik", "Havblik Logistik", "Hovednummer", "+4533123460", "", "post@havblik.example"),
    ("Nordic Marine A/S", "Nordic Marine A/S", "Hovednummer", "+4570109933", "", "info@nordicmarine.example"),
    ("Jens Ole Berg", "Bergs Pakkeri", "", "+4570109922", "", "jens@bergspakkeri.example"),
    ("Birgitta Ström", "Göteborgs Handel", "Inköp", "+46770109944", "", "birgitta@handel.example"),
    ("Vagttelefon", "Vagttelefon", "", "+4533123499", "", ""),
)
STARRED = ("demo-k0", "demo-k2", "demo-f1")
_NOTES = {"Birk Salgård": "Træffes bedst før kl. 14. Afløser: Tage Ørnhøj."}


def contacts(customer_id: CustomerId, owner: UserId, now: datetime) -> list[Contact]:
    """The contacts of one user, and those that their company shares."""
    found = []
    for of, prefix, rows in ((owner, "k", OWN), (None, "f", SHARED)):
        for n, (name, company, title, first, second, address) in enumerate(rows):
            main = name == company
            numbers = [ContactNumber(first, PhoneKind.MAIN if main else PhoneKind.MOBILE)]
            if second:
                numbers.append(ContactNumber(second, PhoneKind.WORK))
            emails = (ContactEmail(address, EmailKind.WORK),) if address else ()
            contact_id = ContactId(f"demo-{prefix}{n}")
            contact = Contact(
                contact_id, customer_id, of, name, now, company, title, tuple(numbers), emails, _NOTES.get(name, "")
            )
            found.append(contact)
    return found
