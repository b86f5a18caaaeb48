"""Writes about call-backs: a promise is made the moment it is asked."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from naast.audit import log
from naast.companionship.models import CallBack, Match
from naast.companionship.policies import callbacks as policies
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.core.working_days import add_working_days
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, Organisation
from naast.organisations.queries import colleagues
from naast.organisations.taps import a_moment_ago, same_words, wait_in_line
from naast.people.models import Person

PROMISED_WORKING_DAYS = 2
MOST_COORDINATORS = 5


@transaction.atomic
def ask_call_back(
    *,
    actor: Actor,
    kind: str,
    text: str,
    match: Match | None = None,
    person: Person | None = None,
) -> CallBack:
    """Ask to be called: a coordinator calls within two working days (S0-35, S2-29). `person` when the actor
    writes down what somebody else asked. Raises NotAllowed."""
    asking_id = person.pk if person is not None else actor.person_id
    if asking_id is None:
        raise NotAllowed(
            _("We don’t know yet whom to call: ask a coordinator to complete your account.")
        )
    twice = _just_asked(actor, kind, text, match, asking_id)
    if twice is not None:
        return twice
    organisation = Organisation.objects.get(pk=actor.organisation_id)
    asked = CallBack.objects.create(
        organisation_id=actor.organisation_id,
        person_id=asking_id,
        match=match,
        kind=kind,
        text=text,
        promised_on=add_working_days(clock.today(), PROMISED_WORKING_DAYS, organisation.country),
    )
    log.record("call-back.asked", actor=actor, target=asked, changes={"kind": kind})
    for membership in _who_calls(actor, match):
        tell(
            actor=actor,
            user=membership.user,
            kind="call-back",
            subject=_("Somebody would like a call"),
            body=_("Somebody you look after would like to talk. Naast tells who, and before when."),
            url=actor.url("companionship:call_back", call_back_id=asked.pk),
        )
    return asked


def _just_asked(
    actor: Actor, kind: str, text: str, match: Match | None, person_id: UUID
) -> CallBack | None:
    """The same question a moment ago: a second tap promises no second call. Two at once queue here."""
    wait_in_line(actor)
    rows = CallBack.objects.filter(
        organisation_id=actor.organisation_id,
        person_id=person_id,
        kind=kind,
        match=match,
        handled_on__isnull=True,
        created_at__gt=a_moment_ago(),
    )
    return same_words(rows, text=text)


def _who_calls(actor: Actor, match: Match | None) -> list[Membership]:
    """The coach of the match, as long as they coordinate here: nobody else can open it. Otherwise some
    coordinators."""
    coordinating = colleagues(actor, Function.COORDINATOR)
    if match is not None and match.coach_id is not None:
        coach = coordinating.filter(pk=match.coach_id).first()
        if coach is not None:
            return [coach]
    return list(coordinating[:MOST_COORDINATORS])


@transaction.atomic
def answer_call_back(*, actor: Actor, call_back_id: UUID, answer: str, spoke_on: date) -> CallBack:
    """Note down that you spoke and what you agreed; the person who asked reads it too.

    Raises CallBack.DoesNotExist, NotAllowed, or StateConflict when a colleague called already.
    """
    asked = policies.visible_to(actor).select_for_update().get(pk=call_back_id)
    policies.can_answer(actor).require()
    if asked.handled_on is not None:
        raise StateConflict(_("A colleague wrote this down already."))
    asked.answer = answer
    asked.handled_on = spoke_on
    asked.handled_by_id = actor.membership_id
    asked.save(update_fields=["answer", "handled_on", "handled_by"])
    log.record("call-back.answered", actor=actor, target=asked)
    return asked
