"""Where a service is, as others must write it."""

from __future__ import annotations

import ipaddress
import socket
import struct
import sys

ANY = {"0.0.0.0", "::", ""}
SIOCGIFADDR = 0x8915
"""Asks Linux for an interface's address (netdevice(7))."""


def url(sock: socket.socket, *, tls: bool) -> str:
    """The URL of a bound socket."""
    host, port = sock.getsockname()[:2]
    return f"{'https' if tls else 'http'}://{bracketed(host)}:{port}"


def on_this_machine(address: str) -> str:
    """The same URL for programs here: a wildcard can't be connected to everywhere."""
    return address.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:")


def on_the_network(address: str) -> str:
    """The same URL for other machines: a wildcard as this machine's address."""
    four, six = network_address(), bracketed(network_address(v6=True))
    return address.replace("//0.0.0.0:", f"//{four}:").replace("//[::]:", f"//{six}:")


def for_phones(address: str | None) -> tuple[str, int] | None:
    """Host and port to type into a phone: for a wildcard, this machine's address on the network."""
    if address is None:
        return None
    host, _, port = address.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    return (network_address(v6=":" in host) if host in ANY else host), int(port)


def network_address(*, v6: bool = False) -> str:
    """The address that others on the network reach this machine by; nothing is sent to find it."""
    family, far = (socket.AF_INET6, "2001:db8::1") if v6 else (socket.AF_INET, "192.0.2.1")
    with socket.socket(family, socket.SOCK_DGRAM) as sock:
        try:
            sock.connect((far, 9))
            found: str = sock.getsockname()[0]
        except OSError:
            return "::1" if v6 else _of_an_interface() or "127.0.0.1"
    return found


def _of_an_interface() -> str | None:
    """In a network that leads nowhere else: the first address of this machine that isn't its own loop."""
    if sys.platform != "linux":
        return None
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        for _, name in socket.if_nameindex():
            try:
                told = fcntl.ioctl(sock, SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
            except OSError:
                continue  # it has none
            address = socket.inet_ntoa(told[20:24])
            if not ipaddress.ip_address(address).is_loopback:
                return address
    return None


def bracketed(host: str) -> str:
    """An address as it stands in a URL."""
    try:
        return f"[{host}]" if ipaddress.ip_address(host).version == 6 else host
    except ValueError:
        return host
