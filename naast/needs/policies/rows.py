"""Who knows of what follows from a signal, and who may go on with it."""

from typing import TypeVar

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.companionship.policies import matches
from naast.core.decisions import ALLOW, Decision, deny
from naast.needs.models import Asking, Carer, Favour, Limit, Need, Obstacle
from naast.needs.states import Agreed
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Owned
from naast.people.models import Person
from naast.people.policies import participants_visible_to
from naast.signals.models import Signal
from naast.signals.policies import reading
from naast.signals.states import Path

M = TypeVar("M", bound=Owned)
# Whoever tells something in their own name, and reads what came of it.
TELLERS = (Function.VOLUNTEER, Function.PARTICIPANT)


def _here(actor: Actor, model: type[M]) -> QuerySet[M]:
    return model._default_manager.filter(organisation_id=actor.organisation_id)


def _for_coordinators(actor: Actor, model: type[M]) -> QuerySet[M]:
    rows = _here(actor, model)
    return rows if actor.is_coordinator else rows.none()


def _told_by(actor: Actor, model: type[M], path: str = "told_by_id") -> QuerySet[M]:
    rows = _here(actor, model)
    if actor.person_id is None or not actor.has(*TELLERS):
        return rows.none()
    return rows.filter(**{path: actor.person_id})


def limits_visible_to(actor: Actor) -> QuerySet[Limit]:
    """Coordinators: all. A professional or coach: those of the matches they answer for or coach (S2-10). Nobody
    those that are about themselves."""
    limits = _here(actor, Limit)
    if actor.person_id is not None:
        limits = limits.exclude(about_id=actor.person_id)
    if actor.is_coordinator:
        return limits
    own = matches.as_staff(actor)
    if own is None:
        return limits.none()
    known = Match.objects.filter(own, organisation_id=actor.organisation_id)
    return limits.filter(match_id__in=known.values("pk"))


def own_limits(actor: Actor) -> QuerySet[Limit]:
    """What the reader told themselves: what happens with it."""
    return _told_by(actor, Limit)


def limits_about_me(actor: Actor) -> QuerySet[Limit]:
    """Where a service was asked to help the participant who reads, and they agreed to that. Until then it tells
    only that a volunteer said something, and that stays with us."""
    limits = _here(actor, Limit)
    if actor.person_id is None or not actor.has(Function.PARTICIPANT):
        return limits.none()
    return limits.filter(
        Exists(agreed_askings().filter(limit=OuterRef("pk"))), about_id=actor.person_id
    )


def agreed_askings() -> QuerySet[Asking]:
    """The times that a service was asked with the agreement of the person."""
    return Asking.objects.filter(agreed=Agreed.YES)


def obstacles_visible_to(actor: Actor) -> QuerySet[Obstacle]:
    """Coordinators answer them."""
    return _for_coordinators(actor, Obstacle)


def own_obstacles(actor: Actor) -> QuerySet[Obstacle]:
    """What the volunteer told or asked themselves."""
    return _told_by(actor, Obstacle)


def carers_visible_to(actor: Actor) -> QuerySet[Carer]:
    """Coordinators, except where they are the carer or the participant themselves."""
    carers = _for_coordinators(actor, Carer)
    if actor.person_id is None:
        return carers
    return carers.exclude(Q(relative_id=actor.person_id) | Q(person_id=actor.person_id))


def own_carers(actor: Actor) -> QuerySet[Carer]:
    """What the reader told: that we offered something, not what."""
    return _told_by(actor, Carer)


def favours_visible_to(actor: Actor) -> QuerySet[Favour]:
    """Coordinators, except where it was tried through themselves."""
    favours = _for_coordinators(actor, Favour)
    return favours.exclude(person_id=actor.person_id) if actor.person_id else favours


def own_favours(actor: Actor) -> QuerySet[Favour]:
    """What was tried through the volunteer who reads."""
    return _told_by(actor, Favour, "person_id")


def needs_visible_to(actor: Actor) -> QuerySet[Need]:
    """The lines of the register, with their words: coordinators only. Others read counts."""
    return _for_coordinators(actor, Need)


def own_needs(actor: Actor) -> QuerySet[Need]:
    """The lines that the reader told."""
    return _told_by(actor, Need)


def signals_to_follow(actor: Actor) -> QuerySet[Signal]:
    """The signals of every day that this coordinator reads: what follows from them is read by all coordinators,
    so never one of the safeguarding path, and never one about a colleague."""
    if not actor.is_coordinator:
        return Signal.objects.none()
    rows = reading.visible_to(actor)
    return rows.filter(path=Path.DAILY, colleague__isnull=True)


def matches_to_name(actor: Actor) -> QuerySet[Match]:
    """The matches that this actor may name: coordinators all, a volunteer their living ones."""
    if actor.is_coordinator:
        return Match.objects.filter(organisation_id=actor.organisation_id)
    return matches.own_as_volunteer(actor)


def participants_to_name(actor: Actor) -> QuerySet[Person]:
    """Participants whose file this coordinator opens."""
    people = Person.objects.filter(organisation_id=actor.organisation_id)
    if not actor.is_coordinator:
        return people.none()
    return people.filter(participant__in=participants_visible_to(actor))


def can_follow_up(actor: Actor) -> Decision:
    """Handing on, answering, offering, counting: a coordinator, by name."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can do this."))
    if actor.membership_id is None:
        return deny(_("This needs somebody who does it."))
    return ALLOW


def can_change(actor: Actor, row: models.Model) -> Decision:
    """The same, about a row of this organisation."""
    if getattr(row, "organisation_id", None) != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    return can_follow_up(actor)


def can_ask_us(actor: Actor) -> Decision:
    """A volunteer asks us to speak up, to come along or to take over."""
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return deny(_("This is for volunteers: colleagues ask each other."))
    return ALLOW
