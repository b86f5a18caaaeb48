"""Putting a tension on the table, hearing both sides, agreeing, looking back, closing (S1-129)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.accounts.models import User
from naast.audit import log
from naast.companionship.models import Match
from naast.companionship.services.steps import locked
from naast.core import clock
from naast.core.text import Text
from naast.division.errors import WordsMissing
from naast.division.models import Tension
from naast.division.policies import matches as match_policies
from naast.division.policies import tensions as policies
from naast.division.queries import tensions as queries
from naast.division.services.telling import tell_each
from naast.division.states import AGREE, CLOSE, LOOK_BACK, TENSION
from naast.organisations.actors import Actor
from naast.organisations.taps import same_words

View = Tension.View
ON_THE_TABLE: tuple[Text, Text] = (
    gettext_lazy("Something to talk about together"),
    gettext_lazy(
        "Somebody put something on the table about working together. Read it, and write how you see it yourself, in your own words."
    ),
)
SOMETHING_NEW: tuple[Text, Text] = (
    gettext_lazy("What we talk about together"),
    gettext_lazy("There is something new about what you talk about together."),
)


def may_tell_of(actor: Actor, match: Match) -> bool:
    """Whether this actor may put something on the table about this match."""
    return bool(match_policies.can_work_on(actor, match))


@transaction.atomic
def open_tension(*, actor: Actor, match_id: UUID, happened: str, own_view: str = "") -> Tension:
    """Put something on the table about working together in a match. One of the two may write at once how they see
    it. Raises Match.DoesNotExist (also without a professional), NotAllowed or WordsMissing."""
    match = locked(queries.matches_to_tell_of(actor), match_id)
    match_policies.can_work_on(actor, match).require()
    if not happened.strip():
        raise WordsMissing(_("Write in a few words what happened."), field="happened")
    side, professional = match_policies.side_of(actor, match), match.professional
    if professional is None:
        raise Match.DoesNotExist
    said_already = _same_today(actor, match, happened)
    if said_already is not None:
        return said_already
    tension = Tension(
        organisation_id=match.organisation_id,
        programme_id=match.programme_id,
        match=match,
        volunteer_id=match.volunteer_id,
        professional=professional,
        state_since=clock.now(),
        happened=happened.strip(),
        told_by_id=actor.membership_id,
    )
    if side and own_view.strip():
        _say(tension, side, View.OWN, own_view)
    tension.save()
    log.record("tension.opened", actor=actor, target=tension, changes={"match": str(match.pk)})
    _tell(actor, tension, ON_THE_TABLE)
    return tension


def _same_today(actor: Actor, match: Match, happened: str) -> Tension | None:
    """What this actor put on the table today in the same words: a second tap is no second tension."""
    rows = Tension.objects.filter(
        match=match, told_by_id=actor.membership_id, closed_on__isnull=True
    ).filter(created_at__date=clock.today())
    return same_words(rows, happened=happened)


def _say(tension: Tension, side: str, how: str, words: str) -> None:
    """Raises WordsMissing for words that are not there."""
    if how != View.DID_NOT_WANT and not words.strip():
        raise WordsMissing(
            _("Write it in a few words, or choose that they rather did not say."), field="words"
        )
    setattr(tension, f"{side}_how", how)
    setattr(tension, f"{side}_view", "" if how == View.DID_NOT_WANT else words.strip())


@transaction.atomic
def say_view(*, actor: Actor, tension_id: UUID, words: str) -> Tension:
    """One of the two writes how they see it, or nothing: that they would rather not say. They may change it until
    it is closed. Raises Tension.DoesNotExist or NotAllowed."""
    tension = queries.lock_tension(actor, tension_id)
    policies.can_say(actor, tension).require()
    side = policies.side_of(actor, tension)
    _say(tension, side, View.OWN if words.strip() else View.DID_NOT_WANT, words)
    tension.save(update_fields=[f"{side}_how", f"{side}_view"])
    log.record("tension.view-given", actor=actor, target=tension, changes={"side": side})
    return tension


@dataclass(frozen=True, slots=True)
class Heard:
    """What one side told a coordinator."""

    side: str
    how: str
    words: str = ""


@transaction.atomic
def write_view_down(*, actor: Actor, tension_id: UUID, heard: Heard) -> Tension:
    """A coordinator writes down how one side sees it, with that mark; what somebody wrote themselves stays.

    Raises Tension.DoesNotExist, NotAllowed or WordsMissing.
    """
    tension = queries.lock_tension(actor, tension_id)
    policies.can_write_down(actor, tension).require()
    if getattr(tension, f"{heard.side}_how") == View.OWN:
        raise WordsMissing(_("They wrote this themselves: it stays as it is."), field="words")
    _say(tension, heard.side, heard.how, heard.words)
    tension.save(update_fields=[f"{heard.side}_how", f"{heard.side}_view"])
    changes = {"side": heard.side, "written_down": True}
    log.record("tension.view-given", actor=actor, target=tension, changes=changes)
    return tension


@dataclass(frozen=True, slots=True)
class StepInput:
    """What a step carries: words, and for an agreement the day on which they look back."""

    words: str = ""
    review_on: date | None = None


@transaction.atomic
def take_step(*, actor: Actor, tension_id: UUID, step: str, given: StepInput) -> Tension:
    """Agree, look back or close.

    Raises Tension.DoesNotExist, NotAllowed, StateConflict, KeyError for an unknown step, or WordsMissing: both
    views come before an agreement, an agreement has words and a day to come, looking back has words.
    """
    tension = queries.lock_tension(actor, tension_id)
    policies.can_lead(actor, tension).require()
    target = TENSION.target(step, source=tension.state)
    _TAKE[step](tension, given)
    tension.state, tension.state_since = target, clock.now()
    tension.save()
    log.record("tension.step-taken", actor=actor, target=tension, changes={"step": step})
    _tell(actor, tension, SOMETHING_NEW)
    return tension


def _agree(tension: Tension, given: StepInput) -> None:
    if not tension.is_heard:
        raise WordsMissing(
            _("First hear how both see it, or write down that somebody rather did not say.")
        )
    if not given.words.strip():
        raise WordsMissing(_("Write down what you agreed together."), field="words")
    if given.review_on is None or given.review_on <= clock.today():
        raise WordsMissing(_("Choose the day on which you look back together."), field="review_on")
    tension.agreed, tension.review_on = given.words.strip(), given.review_on


def _look_back(tension: Tension, given: StepInput) -> None:
    if not given.words.strip():
        raise WordsMissing(_("Write in a few words how it went since."), field="words")
    tension.looked_back, tension.review_on = given.words.strip(), None


def _close(tension: Tension, given: StepInput) -> None:
    tension.closed_on, tension.review_on = clock.today(), None


_TAKE = {AGREE: _agree, LOOK_BACK: _look_back, CLOSE: _close}


def _tell(actor: Actor, tension: Tension, words: tuple[Text, Text]) -> None:
    """Both it concerns, without what it is about."""
    subject, body = words
    tell_each(
        actor,
        _users(tension),
        kind="division.tension",
        subject=subject,
        body=body,
        url=actor.url("division:my_tension", tension_id=tension.pk),
    )


def _users(tension: Tension) -> list[User]:
    found = [tension.volunteer.user, tension.professional.user]
    return [user for user in found if user is not None]
