"""Who stands behind a match, and what the two agree with each other."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.companionship.models import Match
from naast.companionship.policies import matches as policies
from naast.companionship.services import notices
from naast.companionship.services.steps import lock, require_words, save, write_down
from naast.companionship.services.telling import tell_member, tell_person
from naast.companionship.states import FINAL_STATES, Noted
from naast.core.errors import DomainError, StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Membership

ROLES = ("coach", "fallback", "professional", "volunteer_contact", "participant_contact")
# A change of these forces a hand-over (S3-29).
HANDED_OVER = ("coach", "professional")


@dataclass(frozen=True, slots=True)
class Backers:
    """Everybody who stands behind a match: ids of memberships, None where nobody is named."""

    coach: UUID | None = None
    fallback: UUID | None = None
    professional: UUID | None = None
    volunteer_contact: UUID | None = None
    participant_contact: UUID | None = None


@transaction.atomic
def name_people(*, actor: Actor, match_id: UUID, backers: Backers, hand_over: str = "") -> Match:
    """Name coach, fallback, professional and the two contacts (S1-33, S1-98, S1-199, S3-28).

    Somebody else as coach or professional needs a note of what was handed over, and both sides hear of
    it (S3-29). Raises Match.DoesNotExist, NotAllowed, StateConflict, WordsMissing or DomainError.
    """
    match = lock(actor, match_id)
    policies.can_arrange(actor, match).require()
    _require_open(match)
    _require_colleagues(actor, backers)
    wanted = asdict(backers)
    changed = [role for role in ROLES if getattr(match, f"{role}_id") != wanted[role]]
    replaced = [
        role for role in HANDED_OVER if role in changed and getattr(match, f"{role}_id") is not None
    ]
    if replaced:
        require_words(
            hand_over,
            _(
                "Somebody else takes over. Write down what you handed over: what is going on, what was agreed, what is still open."
            ),
        )
    if not changed:
        return match
    for role in changed:
        setattr(match, f"{role}_id", wanted[role])
    match.save(update_fields=changed)
    write_down(
        match, Noted.HANDED_OVER if replaced else Noted.PEOPLE_NAMED, actor=actor, note=hand_over
    )
    if replaced:
        _tell_the_new_names(actor, match)
    return match


def _tell_the_new_names(actor: Actor, match: Match) -> None:
    for person in (match.volunteer, match.participant):
        tell_person(actor, match, person, notices.NEW_NAME)
    for membership in (match.coach, match.professional):
        tell_member(actor, match, membership, notices.NEW_NAME)


def _require_colleagues(actor: Actor, backers: Backers) -> None:
    named = {value for value in asdict(backers).values() if value is not None}
    found = Membership.objects.filter(
        pk__in=named, organisation_id=actor.organisation_id, ended_on__isnull=True
    ).count()
    if found != len(named):
        raise DomainError(_("One of these people does not work here any more. Choose again."))


@dataclass(frozen=True, slots=True)
class Agreements:
    """What the two agree. Who carries what, the pattern, moves in the room `division`."""

    agreed_volunteer: str = ""
    agreed_participant: str = ""
    shared_with_volunteer: str = ""
    contact_kind: str = ""
    rhythm: int | None = None
    weight: int = 2
    knew_each_other: bool | None = None
    intended_end_on: date | None = None


@transaction.atomic
def change_agreements(*, actor: Actor, match_id: UUID, agreements: Agreements) -> Match:
    """Write down what both agreed, for both to read.

    Raises Match.DoesNotExist, NotAllowed or StateConflict.
    """
    match = lock(actor, match_id)
    policies.can_arrange(actor, match).require()
    _require_open(match)
    before = {name: getattr(match, name) for name in asdict(agreements)}
    save(match, **asdict(agreements))
    changed = sorted(name for name, value in before.items() if getattr(match, name) != value)
    if changed:
        write_down(match, Noted.AGREEMENTS_CHANGED, actor=actor)
    return match


def _require_open(match: Match) -> None:
    if match.state in FINAL_STATES:
        raise StateConflict(_("This match has ended: it stays as it was."))
