"""A keyring that asks people something and waits for an answer that never comes, as a locked one does."""

from __future__ import annotations

import threading

from keyring.backend import KeyringBackend


class Keyring(KeyringBackend):
    """Chosen by PYTHON_KEYRING_BACKEND."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        threading.Event().wait()
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        threading.Event().wait()

    def delete_password(self, service: str, username: str) -> None:
        threading.Event().wait()
