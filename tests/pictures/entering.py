"""The first run, signing in, the first password, a company of one's own."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog

from onepresence_desktop.desktop.settings.appearance import language
from onepresence_desktop.desktop.sign_in.first_password import FirstPassword
from onepresence_desktop.desktop.sign_in.first_run import FirstRun
from onepresence_desktop.desktop.sign_in.local_company import LocalCompanyPage
from onepresence_desktop.desktop.sign_in.sign_in import SignIn
from onepresence_desktop.domain.errors import AddressInUse, ServerAway, SignInError, Throttled
from tests.pictures.camera import Camera


async def shown(camera: Camera, dialog: QDialog, name: str) -> None:
    """A dialog alone on the screen, in its picture."""
    camera.window.hide()
    dialog.move(QPoint(120, 80))
    dialog.show()
    dialog.activateWindow()
    await camera.take(name, dialog, only=True)


async def first_run(camera: Camera) -> None:
    dialog = FirstRun(language(camera.desktop.settings))
    await shown(camera, dialog, "04-first-run")
    dialog.close()


def _sign_in(camera: Camera) -> SignIn:
    dialog = SignIn(language(camera.desktop.settings), server="telefoni.demo.example", local_number="1002141")
    dialog.show_server(True)
    dialog.set_encrypted(True)
    return dialog


async def sign_in(camera: Camera) -> None:
    dialog = _sign_in(camera)
    await shown(camera, dialog, "04-sign-in")
    dialog.password.setText("123456")
    dialog.show_error(SignInError())
    await camera.take("04-sign-in-refused", dialog, only=True)
    dialog.show_error(Throttled(retry_after=45))
    await camera.take("04-sign-in-locked", dialog, only=True)
    dialog.close()
    away = _sign_in(camera)
    await shown(camera, away, "04-sign-in-away")
    away.show_error(ServerAway())
    await camera.take("04-sign-in-away", away, only=True)
    away.close()


async def first_password(camera: Camera) -> None:
    dialog = FirstPassword("1002141")
    await shown(camera, dialog, "04-first-password")
    camera.press(dialog.focusWidget(), "1234")
    await camera.take("04-sign-in-password", dialog, only=True)
    dialog.close()


async def own_company(camera: Camera) -> None:
    dialog = LocalCompanyPage()
    await shown(camera, dialog, "04-own-company")
    dialog.show_error(AddressInUse())
    await camera.take("04-own-company-refused", dialog, only=True)
    dialog.close()


SCENES = {
    "first-run": first_run,
    "sign-in": sign_in,
    "first-password": first_password,
    "own-company": own_company,
}
