"""Who reads or writes. Every query and service names one; there is no anonymous actor."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.urls import reverse

from naast.organisations.models import Function, Organisation


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in one organisation with their functions, or the system with a reason."""

    organisation_id: UUID
    slug: str
    functions: frozenset[str]
    user_id: UUID | None
    person_id: UUID | None = None
    membership_id: UUID | None = None
    reason: str = ""
    # Reads along in this staff session (ADR 0021); nothing is written.
    session_id: UUID | None = None

    @classmethod
    def system(cls, organisation: Organisation, *, reason: str) -> "Actor":
        """The house itself (a nightly run, the command line): named by its reason in the history."""
        return cls(
            organisation_id=organisation.pk,
            slug=organisation.slug,
            functions=frozenset({"system"}),
            user_id=None,
            reason=reason,
        )

    @classmethod
    def visitor(cls, organisation: Organisation, *, reason: str) -> "Actor":
        """Somebody on a public page or behind a personal link: no account, no function, and so the
        fewest rights. The reason («public form», «own link») stands in the history."""
        return cls(
            organisation_id=organisation.pk,
            slug=organisation.slug,
            functions=frozenset({"visitor"}),
            user_id=None,
            reason=reason,
        )

    def reading_along(self, session_id: UUID) -> "Actor":
        """The same user with the eyes of a coordinator, named in the history with their session."""
        return replace(
            self,
            functions=self.functions | {Function.COORDINATOR.value},
            reason=f"staff session {session_id}",
            session_id=session_id,
        )

    def has(self, *functions: Function) -> bool:
        """Whether this actor holds one of these functions."""
        return not self.functions.isdisjoint(functions)

    @property
    def is_coordinator(self) -> bool:
        """Coordinators (and the system on their behalf) look after everything in the organisation."""
        return bool(self.functions & {Function.COORDINATOR.value, "system"})

    def url(self, name: str, **kwargs: Any) -> str:
        """The address of a page within this actor's organisation."""
        return reverse(name, kwargs={"organisation": self.slug, **kwargs})
