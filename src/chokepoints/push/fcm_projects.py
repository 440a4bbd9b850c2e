"""Who may send through FCM: projects with their apps, and the tokens with which they prove who they are.

Google takes an access token of OAuth 2.0, got from another of its services with the key of an account, good for about
an hour (firebase.google.com, Migrate from legacy FCM APIs to HTTP v1). That exchange is left out: the gateway hands a
project its token itself, drawn by the operating system, and it is good for an hour too.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from chokepoints.errors import KitError
from chokepoints.push.apns_token import topics_of
from chokepoints.push.fcm import Refused

LASTS = 3600


@dataclass(frozen=True, slots=True)
class Project:
    """A provider's project: `id` stands in the address, `access` is its token, `apps` are what it may send to."""

    id: str
    access: str = field(repr=False)
    apps: frozenset[str]
    made: float = field(repr=False)

    @property
    def path(self) -> str:
        """Where its messages are sent."""
        return f"/v1/projects/{self.id}/messages:send"

    @property
    def bearer(self) -> str:
        """The field `authorization` of its requests."""
        return f"Bearer {self.access}"


class Projects:
    """The projects that a gateway knows."""

    def __init__(self) -> None:
        self._by_access: dict[str, Project] = {}

    def register(self, apps: str | Iterable[str], unix_now: float) -> Project:
        """A new project that may send to these apps. Raises KitError where none is named."""
        return self._keep(Project(f"project-{secrets.token_hex(3)}", "", topics_of(apps), unix_now))

    def renew(self, project: Project, unix_now: float) -> Project:
        """The same project with a new token; the old one stays good for its hour. Raises KitError."""
        if self._by_access.get(project.access) != project:
            raise KitError(f"The gateway has no {project.id}: take one that `project` was given.")
        return self._keep(replace(project, made=unix_now))

    def check(self, header: str | None, project_id: str, unix_now: float) -> Project:
        """Whose request this is. Raises Refused: 401 without a good token, 403 where it is another project's."""
        scheme, _, access = (header or "").partition(" ")
        if scheme.lower() != "bearer" or not access.strip():
            raise Refused(401, "UNAUTHENTICATED", "The request has no access token.")
        project = self._by_access.get(access.strip())
        if project is None or unix_now >= project.made + LASTS:
            raise Refused(401, "UNAUTHENTICATED", "The access token is none of the service's, or too old.")
        if project.id != project_id:
            raise Refused(403, "PERMISSION_DENIED", "This access token is not for this project, or there is none.")
        return project

    def _keep(self, project: Project) -> Project:
        made = replace(project, access=secrets.token_urlsafe(32))
        self._by_access[made.access] = made
        return made
