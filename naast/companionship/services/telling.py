"""Telling both sides and who looks after them. Never a name or the content of a file in a message."""

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from naast.accounts.models import User
from naast.companionship.models import Match
from naast.core.text import Text
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.queries import colleagues
from naast.people.models import Person

MOST_COORDINATORS = 5
# For who can't open the page of the match: the address that sends everybody to their own home.
HOME = "desk:me"
# Pages that are not about one match.
OF_NO_MATCH = frozenset({"companionship:duty_lines"})


@dataclass(frozen=True, slots=True)
class Notice:
    """What to tell: a kind, a subject and a sentence without names, and the page that says more."""

    kind: str
    subject: Text
    body: Text
    page: str = "companionship:my_match"
    # What the page's address needs when it is not the match.
    place: dict[str, UUID] = field(default_factory=dict)


PLEASE_PHONE = Notice(
    "match.please-phone",
    _("Somebody would rather hear this by phone"),
    _(
        "Something changed in a match, and one of the two has no account or prefers the phone. Please ring. The page says what it is about."
    ),
    "companionship:match",
)


def owners(actor: Actor, match: Match) -> list[Membership]:
    """Who looks after this match: its coach, otherwise the coordinator of the programme or of the
    wish, otherwise the coordinators of the organisation."""
    wish = match.request
    for membership in (
        match.coach,
        match.programme.coordinator,
        wish.coordinator if wish is not None else None,
    ):
        if membership is not None and membership.ended_on is None:
            return [membership]
    return list(colleagues(actor, Function.COORDINATOR)[:MOST_COORDINATORS])


def tell_owners(actor: Actor, match: Match, notice: Notice) -> None:
    """Tell who looks after the match, except who did it themselves."""
    for membership in owners(actor, match):
        _tell(actor, match, membership.user, notice)


def tell_person(actor: Actor, match: Match, person: Person, notice: Notice) -> None:
    """Tell one of the two; without an account or with a wish for paper, somebody is asked to phone."""
    if person.user is None or person.prefers_paper:
        for membership in _who_phones(actor, match):
            _tell(actor, match, membership.user, PLEASE_PHONE)
    else:
        _tell(actor, match, person.user, notice)


def _who_phones(actor: Actor, match: Match) -> list[Membership]:
    """Who looks after this match, as long as they coordinate: the page that says why opens for nobody else."""
    coordinating = list(colleagues(actor, Function.COORDINATOR))
    owning = {membership.pk for membership in owners(actor, match)}
    found = [each for each in coordinating if each.pk in owning]
    return found or coordinating[:MOST_COORDINATORS]


def tell_member(actor: Actor, match: Match, membership: Membership | None, notice: Notice) -> None:
    """Tell a colleague, when there is one."""
    if membership is not None and membership.ended_on is None:
        _tell(actor, match, membership.user, notice)


def _tell(actor: Actor, match: Match, user: User, notice: Notice) -> None:
    if user.pk == actor.user_id:
        return
    tell(
        actor=actor,
        user=user,
        kind=notice.kind,
        subject=notice.subject,
        body=notice.body,
        url=_address(actor, match, notice),
    )


def _address(actor: Actor, match: Match, notice: Notice) -> str:
    if not notice.page:
        return actor.url(HOME)
    if notice.page in OF_NO_MATCH:
        return actor.url(notice.page)
    return actor.url(notice.page, **(notice.place or {"match_id": match.pk}))
