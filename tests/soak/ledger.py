"""What the service has acknowledged, kept on the client's side, and what may or may not have been done."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

import httpx

Key = tuple[Hashable, ...]
GONE = None
"""Value of a key that is not there."""

FIRST_NEW = "5000"
"""Last four digits from which on people come and go."""


@dataclass
class Ledger:
    """One writer's own things. sure: acknowledged. asked: the one change that was sent and not yet answered."""

    sure: dict[Key, Any] = field(default_factory=dict)
    asked: tuple[Key, Any] | None = None
    acknowledged: int = 0

    def differences(self, actual: dict[Key, Any]) -> list[str]:
        """What contradicts an acknowledgement; the unanswered change may stand either way."""
        found = []
        for key in {*self.sure, *actual}:
            allowed = [self.sure.get(key, GONE)]
            if self.asked is not None and self.asked[0] == key:
                allowed.append(self.asked[1])
            if actual.get(key, GONE) not in allowed:
                found.append(f"{key}: acknowledged {allowed}, found {actual.get(key, GONE)}")
        return found

    def settle(self, actual: dict[Key, Any]) -> None:
        """From here on what is there counts."""
        self.sure, self.asked = dict(actual), None


class Writer:
    """A user who changes his own things, one after another, until the service is gone. rest: seconds between them."""

    def __init__(self, url: str, token: str, seed: int, *, administrator: bool, code: str, rest: float = 0.0) -> None:
        self.ledger = Ledger()
        self._url = url
        self._token = token
        self._random = random.Random(seed)
        self._administrator = administrator
        self._code = code
        self._rest = rest
        self._ids: dict[Key, str] = {}
        self._serial = 0

    def write(self) -> None:
        """Change things until the connection breaks. Any refusal is an error: what is asked for is always right."""
        choices: list[tuple[int, Callable[[httpx.Client], None]]] = [
            (4, self._divert),
            (3, self._change_diversion),
            (2, self._end_diversion),
            (4, self._mark),
            (1, self._delete_message),
            (2, self._voicemail),
            (1, self._favourites),
            (1, self._quick),
        ]
        if self._administrator:
            choices += [(4, self._add_person), (4, self._change_person), (2, self._remove_person)]
        weights = [weight for weight, _ in choices]
        try:
            with self._client() as client:
                while True:
                    self._random.choices(choices, weights)[0][1](client)
                    time.sleep(self._rest)
        except httpx.TransportError:
            return

    def read(self) -> dict[Key, Any]:
        """Everything of this writer as the service tells it now."""
        found: dict[Key, Any] = {}
        self._ids = {}
        with self._client() as client:
            standing = self._got(client, "/v1/me/diversions")
            for diversion in [*standing["current"], *standing["coming"]]:
                self._know(found, ("diversion", diversion["note"]), diversion["reception_note"], diversion["id"])
            for message in self._got(client, "/v1/me/messages"):
                self._know(found, ("message", message["id"]), (message["read"], message["kept"]), message["id"])
            me = self._got(client, "/v1/me")
            found["voicemail",] = me["voicemail"]["max_seconds"]
            found["favourites",] = tuple(me["favourites"])
            for quick in me["quick"]:
                self._know(found, ("quick", quick["name"]), quick["minutes"], quick["id"])
            if self._administrator:
                for person in self._got(client, "/v1/people"):
                    key = ("person", person["local_number"])
                    self._know(found, key, (person["name"], person["title"]), person["id"])
            for key in [key for key in found if key[0] == "message"][:3]:
                answer = client.get(f"/v1/me/messages/{key[1]}/recording")
                assert answer.status_code == 200 and answer.content[:4] == b"RIFF", f"{key}: no sound"
        return found

    def _client(self) -> httpx.Client:
        headers = {"Authorization": f"Bearer {self._token}"}
        return httpx.Client(base_url=self._url, headers=headers, trust_env=False, timeout=20)

    def _got(self, client: httpx.Client, path: str) -> Any:
        answer = client.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text}"
        return answer.json()

    def _know(self, found: dict[Key, Any], key: Key, value: object, id_: str) -> None:
        found[key] = value
        self._ids[key] = id_

    def _ask(self, client: httpx.Client, key: Key, value: object, method: str, path: str, body: object = None) -> Any:
        self.ledger.asked = (key, value)
        answer = client.request(method, path, json=body) if body is not None else client.request(method, path)
        assert answer.status_code in (200, 201, 204), f"{method} {path} {body}: {answer.status_code} {answer.text}"
        self.ledger.asked = None
        if value is GONE:
            self.ledger.sure.pop(key, None)
        else:
            self.ledger.sure[key] = value
        self.ledger.acknowledged += 1
        return answer.json() if answer.content else None

    def _one(self, kind: str) -> Key | None:
        known = [key for key in self.ledger.sure if key[0] == kind and key in self._ids]
        return self._random.choice(known) if known else None

    def _new(self, kind: str) -> Key:
        while True:
            self._serial += 1
            if (key := (kind, f"n{self._serial}")) not in self.ledger.sure:
                return key

    def _divert(self, client: httpx.Client) -> None:
        if sum(key[0] == "diversion" for key in self.ledger.sure) > 60:
            self._end_diversion(client)
            return
        key, secret = self._new("diversion"), f"r{self._random.random()}"
        body = {
            "reason": "other",
            "duration": "P1D",
            "destination": {"kind": "voicemail"},
            "note": key[1],
            "reception_note": secret,
        }
        self._ids[key] = self._ask(client, key, secret, "POST", "/v1/me/diversions", body)["id"]

    def _change_diversion(self, client: httpx.Client) -> None:
        if (key := self._one("diversion")) is not None:
            secret = f"c{self._random.random()}"
            path = f"/v1/me/diversions/{self._ids[key]}"
            self._ask(client, key, secret, "PATCH", path, {"reception_note": secret})

    def _end_diversion(self, client: httpx.Client) -> None:
        if (key := self._one("diversion")) is not None:
            self._ask(client, key, GONE, "DELETE", f"/v1/me/diversions/{self._ids[key]}")

    def _mark(self, client: httpx.Client) -> None:
        if (key := self._one("message")) is not None:
            read, kept = self._random.random() < 0.5, self._random.random() < 0.5
            body = {"read": read, "kept": kept}
            self._ask(client, key, (read, kept), "PATCH", f"/v1/me/messages/{self._ids[key]}", body)

    def _delete_message(self, client: httpx.Client) -> None:
        if (key := self._one("message")) is not None:
            self._ask(client, key, GONE, "DELETE", f"/v1/me/messages/{self._ids[key]}")

    def _voicemail(self, client: httpx.Client) -> None:
        seconds = self._random.randint(10, 600)
        self._ask(
            client, ("voicemail",), seconds, "PUT", "/v1/me/voicemail", {"language": "da", "max_seconds": seconds}
        )

    def _favourites(self, client: httpx.Client) -> None:
        everyone = self._got(client, "/v1/snapshot")["public"]["people"]
        people = [person["id"] for person in everyone if person["local_number"][3:] < FIRST_NEW]
        some = self._random.sample(people, min(len(people), 3))
        self._ask(client, ("favourites",), tuple(some), "PUT", "/v1/me/favourites", {"user_ids": some})

    def _quick(self, client: httpx.Client) -> None:
        if sum(key[0] == "quick" for key in self.ledger.sure) >= 10:
            key = self._one("quick")
            assert key is not None
            self._ask(client, key, GONE, "DELETE", f"/v1/me/quick-diversions/{self._ids[key]}")
            return
        key, minutes = self._new("quick"), self._random.randint(1, 500)
        body = {"name": key[1], "destination": {"kind": "voicemail"}, "minutes": minutes}
        self._ids[key] = self._ask(client, key, minutes, "POST", "/v1/me/quick-diversions", body)["id"]

    def _add_person(self, client: httpx.Client) -> None:
        key = ("person", f"{self._code}{self._random.randint(int(FIRST_NEW), 8999)}")
        if key in self.ledger.sure or sum(k[0] == "person" for k in self.ledger.sure) > 80:
            self._remove_person(client)
            return
        body = {"local_number": key[1], "name": f"Person {key[1]}", "title": "new"}
        made = self._ask(client, key, (body["name"], "new"), "POST", "/v1/people", body)
        self._ids[key] = made["person"]["id"]

    def _change_person(self, client: httpx.Client) -> None:
        key = self._one("person")
        if key is not None and str(key[1])[3:] >= FIRST_NEW:
            title = f"t{self._random.random()}"
            value = (self.ledger.sure[key][0], title)
            self._ask(client, key, value, "PATCH", f"/v1/people/{self._ids[key]}", {"title": title})

    def _remove_person(self, client: httpx.Client) -> None:
        key = self._one("person")
        if key is not None and str(key[1])[3:] >= FIRST_NEW:
            self._ask(client, key, GONE, "DELETE", f"/v1/people/{self._ids[key]}")
