"""A real LDAP server (OpenLDAP's slapd) of its own on a free port, which gives nobody more than 500 people at once."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import ldap3

from tests.support import tls
from tests.support.free_port import free_port
from tests.support.waiting import STARTING, soon

SUFFIX = "dc=firma,dc=example"
READER, PASSWORD = f"cn=reader,{SUFFIX}", "secret"
PEOPLE = f"ou=People,{SUFFIX}"
AT_MOST = 500

SCHEMAS = ("core", "cosine", "inetorgperson")

_CONFIG = """
{schemas}
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile {folder}/slapd.pid
TLSCertificateFile {certificate}
TLSCertificateKeyFile {key}
sizelimit {most}
database mdb
maxsize 104857600
suffix "{suffix}"
directory {folder}/db
rootdn "cn=admin,{suffix}"
rootpw admin
index objectClass,entryUUID,cn,sn eq
dbnosync
{hidden}access to attrs=userPassword by anonymous auth
access to * by dn.exact="{reader}" read
"""

_FIRST = f"""dn: {SUFFIX}
objectClass: dcObject
objectClass: organization
o: Firma
dc: firma

dn: {READER}
objectClass: organizationalRole
objectClass: simpleSecurityObject
cn: reader
userPassword: {PASSWORD}

dn: {PEOPLE}
objectClass: organizationalUnit
ou: People
"""


def missing() -> bool:
    """Whether it isn't installed."""
    return shutil.which("slapd", path="/usr/sbin:/usr/bin") is None


def person(uid: str, name: str, **attributes: str) -> str:
    """An entry below `PEOPLE`, as LDIF."""
    lines = [f"dn: uid={uid},{PEOPLE}", "objectClass: inetOrgPerson", f"uid: {uid}", f"cn: {name}"]
    lines += [f"sn: {name.rpartition(' ')[2]}", *(f"{key}: {value}" for key, value in attributes.items())]
    return "\n".join(lines) + "\n"


class Slapd:
    """Started and stopped by `with`; `stop` and `start` play a server that goes away and comes back."""

    def __init__(self, people: Iterable[str]) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="slapd"))
        self.shown = tls.for_address(self._folder / "tls", "127.0.0.1")
        self._config = self._folder / "slapd.conf"
        self.fill(people)
        self.port, secure = free_port(), free_port()
        self.address, self.secure = f"ldap://127.0.0.1:{self.port}", f"ldaps://127.0.0.1:{secure}"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Slapd:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def fill(self, people: Iterable[str], schemas: Iterable[str] = SCHEMAS) -> None:
        """Have these people and no others, in these schemas; while it doesn't run."""
        shutil.rmtree(self._folder / "db", ignore_errors=True)
        (self._folder / "db").mkdir()
        self._configure(schemas)
        (self._folder / "people.ldif").write_text("\n".join([_FIRST, *people]), encoding="utf-8")
        self._run("slapadd", "-q", "-f", str(self._config), "-l", str(self._folder / "people.ldif"))

    def hide(self, what: Iterable[str]) -> None:
        """Let nobody read some things, named as in slapd.access(5); while it doesn't run."""
        self._configure(SCHEMAS, what)

    def _configure(self, schemas: Iterable[str], hidden: Iterable[str] = ()) -> None:
        self._config.write_text(
            _CONFIG.format(
                schemas="\n".join(f"include /etc/ldap/schema/{name}.schema" for name in schemas),
                folder=self._folder,
                most=AT_MOST,
                suffix=SUFFIX,
                reader=READER,
                certificate=self.shown.certificate,
                key=self.shown.key,
                hidden="".join(f"access to {one} by * none\n" for one in hidden),
            ),
            encoding="utf-8",
        )

    def start(self) -> None:
        """Start, and wait until it answers."""
        self._process = subprocess.Popen(
            ["/usr/sbin/slapd", "-f", str(self._config), "-h", f"{self.address} {self.secure}", "-d", "0"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        soon(self._answers, within=STARTING, every=0.02)

    def stop(self) -> None:
        """Stop it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(60)
            self._process = None

    def administer(self) -> ldap3.Connection:
        """A connection that may change everything."""
        server = ldap3.Server("127.0.0.1", self.port, get_info=ldap3.NONE)
        return ldap3.Connection(server, f"cn=admin,{SUFFIX}", "admin", auto_bind=True, raise_exceptions=True)

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run([f"/usr/sbin/{program}", *arguments], check=True, capture_output=True)
