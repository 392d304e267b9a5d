"""The tabs of Administration after People and Devices, in their order; a new one is a line here."""

from __future__ import annotations

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.pane import AdminPane, PaneKind
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session

DOCTOR = "doctor"


def _doctor(session: Session, actions: Actions) -> AdminPane:
    from onepresence_desktop.desktop.administration.doctor_pane import DoctorPane
    from onepresence_desktop.desktop.administration.doctor_verbs import DoctorVerbs

    return DoctorVerbs(session, actions, DoctorPane()).pane


def _groups(session: Session, actions: Actions) -> AdminPane:
    from onepresence_desktop.desktop.administration.groups.groups_pane import GroupsPane

    return GroupsPane(session, actions)


def _lines(session: Session, actions: Actions) -> AdminPane:
    from onepresence_desktop.desktop.administration.lines.lines_pane import LinesPane

    return LinesPane(session, actions)


def _company(session: Session, actions: Actions) -> AdminPane:
    from onepresence_desktop.desktop.administration.company.company_pane import CompanyPane

    return CompanyPane(session, actions)


def _telephony(session: Session, actions: Actions) -> AdminPane:
    from onepresence_desktop.desktop.administration.telephony_pane import TelephonyPane

    return TelephonyPane(actions)


def _connections(session: Session, actions: Actions) -> AdminPane:
    from onepresence_desktop.desktop.administration.connections.connections_pane import ConnectionsPane

    return ConnectionsPane(session, actions)


def _privacy(session: Session, actions: Actions) -> AdminPane:
    from onepresence_desktop.desktop.administration.privacy_pane import PrivacyPane

    return PrivacyPane(session, actions)


def _audit(session: Session, actions: Actions) -> AdminPane:
    from onepresence_desktop.desktop.administration.audit_pane import AuditPane

    return AuditPane(session, actions)


PANES: tuple[PaneKind, ...] = (
    PaneKind("groups", lambda: translate("Administration", "Groups"), _groups),
    PaneKind("company", lambda: translate("Administration", "Company number"), _company),
    PaneKind("lines", lambda: translate("Administration", "Lines"), _lines),
    PaneKind("telephony", lambda: translate("Administration", "Telephony"), _telephony),
    PaneKind("connections", lambda: translate("Administration", "Connections"), _connections),
    PaneKind("privacy", lambda: translate("Administration", "Personal data"), _privacy),
    PaneKind("audit", lambda: translate("Administration", "Log"), _audit),
    PaneKind(DOCTOR, lambda: translate("Administration", "Check"), _doctor),
)
