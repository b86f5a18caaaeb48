"""Carers with too much to carry (S1-34), and favours tried through a volunteer (S1-139)."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import Match
from naast.core import clock, night
from naast.core.errors import DomainError, Incomplete, StateConflict
from naast.needs.inputs import CarerInput, FavourInput, LookInput
from naast.needs.models import Carer, Favour
from naast.needs.policies import rows as policies
from naast.needs.queries import rows as queries
from naast.needs.rules import TALK_WITHIN
from naast.needs.services import telling
from naast.needs.services.register import Origin, lock_signal, only_theme, register
from naast.needs.services.taps import just_noted
from naast.needs.states import Load, Source, Theme
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.signals.models import Signal
from naast.support.inputs import TalkPlan
from naast.support.models import Talk
from naast.support.services import talks
from naast.support.states import TalkKind

FURTHEST = timedelta(days=366)


@transaction.atomic
def note_carer(*, actor: Actor, given: CarerInput) -> Carer:
    """Who carries too much, what we offered, and when we look back. Raises NotAllowed, Person.DoesNotExist,
    Signal.DoesNotExist or Incomplete."""
    policies.can_follow_up(actor).require()
    person = policies.participants_to_name(actor).get(pk=given.person_id)
    signal = lock_signal(actor, given.signal_id)
    before = Carer.objects.filter(signal=signal).first() if signal is not None else None
    if before is not None:
        return before
    _check_carer(person, given)
    if signal is None:
        same = Carer.objects.filter(signal__isnull=True, person=person)
        before = just_noted(actor, same, {"words": given.words, "who": given.who})
        if before is not None:
            return before
    told_by_id = signal.reporter_id if signal else None
    carer = Carer(
        organisation_id=actor.organisation_id,
        signal=signal,
        person=person,
        line_id=given.line_id,
        relative_id=given.relative_id,
        who=given.who.strip(),
        told_by_id=told_by_id,
        noted_by_id=actor.membership_id,
        words=given.words.strip(),
        noted_on=clock.today(),
        offered=given.offered.strip(),
        offered_on=clock.today(),
        look_back_on=given.look_back_on,
    )
    if given.theme:
        origin = Origin(Source.CARER, signal, told_by_id)
        carer.need = register(actor, origin, only_theme(given.theme))
    carer.save()
    log.record("carer.noted", actor=actor, target=person, changes={"carer": str(carer.pk)})
    telling.tell_person(
        actor, signal.reporter if signal else None, telling.MOVED, kind="needs.carer"
    )
    return carer


def _check_carer(person: Person, given: CarerInput) -> None:
    wrong = _who(person, given)
    if not given.words.strip():
        wrong["words"] = _("Write in a few words what weighs.")
    if not given.offered.strip():
        wrong["offered"] = _("Write what you offered: listening counts.")
    if not _is_ahead(given.look_back_on):
        wrong["look_back_on"] = _("Choose a day that is still to come.")
    if given.theme and given.theme not in Theme.values:
        wrong["theme"] = _("Choose one of the themes.")
    if wrong:
        raise Incomplete(wrong)


def _who(person: Person, given: CarerInput) -> dict[str, str]:
    wrong = {}
    if not (given.line_id or given.relative_id or given.who.strip()):
        wrong["who"] = _("Choose who it is, or describe them in a few words.")
    if given.line_id and not queries.lines_around(person).filter(pk=given.line_id).exists():
        wrong["line"] = _("This person does not stand around the participant any more.")
    if given.relative_id and not queries.relatives_of(person).filter(pk=given.relative_id).exists():
        wrong["relative"] = _("This person does not live in the same home any more.")
    return wrong


def _is_ahead(day: date) -> bool:
    return clock.today() < day <= clock.today() + FURTHEST


@transaction.atomic
def look_back(*, actor: Actor, carer_id: UUID, given: LookInput) -> Carer:
    """How it goes now; with a day we look back once more, without one it is closed. Raises Carer.DoesNotExist,
    NotAllowed, StateConflict or Incomplete."""
    rows = policies.carers_visible_to(actor)
    carer = rows.select_for_update(of=("self",)).get(pk=carer_id)
    policies.can_change(actor, carer).require()
    if carer.closed_on is not None:
        raise StateConflict(_("A colleague closed this in the meantime. Look again."))
    wrong = {}
    if given.load not in Load.values:
        wrong["load"] = _("Choose how it goes now.")
    if given.load == Load.HEAVIER and given.again_on is None:
        wrong["again_on"] = _("It got heavier: choose when you look back again.")
    if given.again_on is not None and not _is_ahead(given.again_on):
        wrong["again_on"] = _("Choose a day that is still to come.")
    if wrong:
        raise Incomplete(wrong)
    carer.load, carer.after = given.load, given.after.strip()
    carer.looked_back_on, carer.look_back_on = clock.today(), given.again_on
    if given.offered.strip():
        carer.offered, carer.offered_on = given.offered.strip(), clock.today()
    if given.again_on is None:
        carer.closed_on = clock.today()
    carer.save()
    log.record("carer.looked-back", actor=actor, target=carer, changes={"load": given.load})
    return carer


@transaction.atomic
def note_favour(*, actor: Actor, given: FavourInput) -> Favour:
    """Somebody tried to get a favour through a volunteer: a talk follows within two weeks of telling it. Raises
    NotAllowed, Signal.DoesNotExist, Match.DoesNotExist, Incomplete, or DomainError when nobody knows through whom."""
    policies.can_follow_up(actor).require()
    signal = lock_signal(actor, given.signal_id)
    before = Favour.objects.filter(signal=signal).first() if signal is not None else None
    if before is not None:
        return before
    match = signal.match if signal is not None else None
    if given.match_id is not None:
        match = policies.matches_to_name(actor).get(pk=given.match_id)
    person = _through_whom(actor, signal, match, given)
    if signal is None:
        same = Favour.objects.filter(signal__isnull=True, person=person, tried_on=given.tried_on)
        before = just_noted(actor, same, {"words": given.words})
        if before is not None:
            return before
    favour = Favour.objects.create(
        organisation_id=actor.organisation_id,
        signal=signal,
        person=person,
        match=match,
        noted_by_id=actor.membership_id,
        words=given.words.strip(),
        tried_on=given.tried_on,
        talk_due_on=(localdate(signal.created_at) if signal else clock.today()) + TALK_WITHIN,
    )
    log.record("favour.noted", actor=actor, target=favour)
    return favour


def _through_whom(
    actor: Actor, signal: Signal | None, match: Match | None, given: FavourInput
) -> Person:
    """The volunteer who told it, or of the match, or whom it is about."""
    if not clock.today() - FURTHEST <= given.tried_on <= clock.today():
        raise Incomplete({"tried_on": _("Choose today or a day in the past year.")})
    known = [
        signal.reporter_id if signal else None,
        match.volunteer_id if match else None,
        signal.about_id if signal else None,
    ]
    here = Person.objects.filter(organisation_id=actor.organisation_id, volunteer__isnull=False)
    found = here.in_bulk([each for each in known if each is not None])
    person = next((found[each] for each in known if each is not None and each in found), None)
    if person is None:
        raise DomainError(_("We don’t know through whom: write it down on the page of a match."))
    return person


def _lock_favour(actor: Actor, favour_id: UUID) -> Favour:
    rows = policies.favours_visible_to(actor).select_related("person__user")
    favour = rows.select_for_update(of=("self",)).get(pk=favour_id)
    policies.can_change(actor, favour).require()
    if favour.closed_on is not None:
        raise StateConflict(_("A colleague closed this in the meantime. Look again."))
    return favour


@transaction.atomic
def plan_talk(*, actor: Actor, favour_id: UUID, planned_on: date, place: str = "") -> Favour:
    """Plan the talk, within two weeks; it is a talk of support, which the volunteer reads. Raises
    Favour.DoesNotExist, NotAllowed, StateConflict, or Incomplete for a day too far away."""
    favour = _lock_favour(actor, favour_id)
    if favour.talk_id is not None:
        raise StateConflict(_("A talk is planned already."))
    plan = TalkPlan(kind=TalkKind.INCIDENT, planned_on=planned_on, place=place)
    favour.talk = talks.plan_talk(actor=actor, person_id=favour.person_id, given=plan)
    favour.save(update_fields=["talk"])
    log.record("favour.talk-planned", actor=actor, target=favour)
    return favour


@transaction.atomic
def close_favour(*, actor: Actor, favour_id: UUID) -> Favour:
    """The volunteer would rather not talk about it, or you spoke on the way. Raises Favour.DoesNotExist, NotAllowed
    or StateConflict."""
    favour = _lock_favour(actor, favour_id)
    favour.closed_on = clock.today()
    favour.save(update_fields=["closed_on"])
    log.record("favour.closed", actor=actor, target=favour)
    return favour


def close_talked(actor: Actor, now: datetime) -> int:
    """A favour whose talk took place is closed; one whose talk was called off waits for another. Returns how
    many."""
    open_ones = Favour.objects.filter(
        organisation_id=actor.organisation_id, closed_on__isnull=True, talk__isnull=False
    ).select_related("talk")
    held = open_ones.filter(talk__held_on__isnull=False)
    off = open_ones.filter(talk__cancelled_on__isnull=False)
    day = localdate(now)
    return night.in_batches(held, lambda some: _closed(actor, some, day)) + night.in_batches(
        off, _let_go
    )


def _closed(actor: Actor, some: list[Favour], day: date) -> int:
    ids = [each.pk for each in some]
    for each in some:
        log.record("favour.talked", actor=actor, target=each)
    return Favour.objects.filter(pk__in=ids, closed_on__isnull=True).update(closed_on=day)


def _let_go(some: list[Favour]) -> int:
    called_off = Talk.objects.filter(cancelled_on__isnull=False).values("pk")
    rows = Favour.objects.filter(pk__in=[each.pk for each in some], talk__in=called_off)
    return rows.update(talk=None)
