"""A tray as KDE's panels offer it (StatusNotifierItem), on the session's bus, and what can be read and pressed there.

Started as a program it registers the watcher's name and prints a line for every icon that comes: ``icon NAME``.
"""

from __future__ import annotations

import sys
from typing import Any

from jeepney import DBusAddress, MessageType, new_error, new_method_call, new_method_return
from jeepney.io.blocking import open_dbus_connection
from jeepney.low_level import HeaderFields

WATCHER = "org.kde.StatusNotifierWatcher"
_PROPERTIES = {
    "IsStatusNotifierHostRegistered": ("b", True),
    "ProtocolVersion": ("i", 0),
    "RegisteredStatusNotifierItems": ("as", []),
}


class Icon:
    """One icon of a program, asked over the bus. name: as the watcher was told."""

    def __init__(self, bus: str, name: str) -> None:
        self._connection = open_dbus_connection(bus)
        self._item = DBusAddress("/StatusNotifierItem", name, "org.kde.StatusNotifierItem")
        self._menu = DBusAddress("/MenuBar", name, "com.canonical.dbusmenu")

    def close(self) -> None:
        """Leave the bus."""
        self._connection.close()

    def there(self) -> bool:
        """Whether the program still offers it."""
        return (
            "ToolTip"
            in self._reply(
                DBusAddress(self._item.object_path, self._item.bus_name, "org.freedesktop.DBus.Properties"),
                "GetAll",
                "s",
                self._item.interface,
            ).body[0]
        )

    def tooltip(self) -> str:
        """What is shown when the pointer rests on it."""
        kind, value = self._asked(
            self._item, "org.freedesktop.DBus.Properties", "Get", "ss", self._item.interface, "ToolTip"
        )
        assert kind == "(sa(iiay)ss)"
        return str(value[2])

    def rows(self) -> dict[str, int]:
        """The menu's rows that can be chosen, by their words, and their ids."""
        _, (_, _, children) = self._call(self._menu, "GetLayout", "iias", 0, 1, [])
        found = {}
        for _, (number, properties, _) in children:
            if properties.get("enabled", ("b", True))[1] and "label" in properties:
                found[str(properties["label"][1]).replace("_", "")] = number
        return found

    def press(self, words: str) -> None:
        """Choose a row of the menu."""
        self._call(self._menu, "Event", "isvu", self.rows()[words], "clicked", ("i", 0), 0)

    def activate(self) -> None:
        """A click on the icon itself."""
        self._call(self._item, "Activate", "ii", 0, 0)

    def _asked(self, address: DBusAddress, interface: str, member: str, signature: str, *body: Any) -> Any:
        return self._call(DBusAddress(address.object_path, address.bus_name, interface), member, signature, *body)[0]

    def _call(self, address: DBusAddress, member: str, signature: str, *body: Any) -> Any:
        reply = self._reply(address, member, signature, *body)
        assert reply.header.message_type is MessageType.method_return, reply.body
        return reply.body

    def _reply(self, address: DBusAddress, member: str, signature: str, *body: Any) -> Any:
        return self._connection.send_and_get_reply(new_method_call(address, member, signature, body), timeout=60)


def main() -> None:
    connection = open_dbus_connection("SESSION")
    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    connection.send_and_get_reply(new_method_call(bus, "RequestName", "su", (WATCHER, 0)))
    print("watching", flush=True)
    while True:
        message = connection.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        member = message.header.fields.get(HeaderFields.member)
        if member == "RegisterStatusNotifierItem":
            print("icon", message.body[0], flush=True)
            reply = new_method_return(message)
        elif member == "Get":
            reply = new_method_return(message, "v", (_PROPERTIES[message.body[1]],))
        elif member == "GetAll":
            reply = new_method_return(message, "a{sv}", (_PROPERTIES,))
        else:
            reply = new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
        connection.send(reply)


if __name__ == "__main__":
    sys.exit(main())
