"""Forgetting who did not start or rests without a day: told two weeks before, and then truly gone
(Organisation.candidate_months)."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from naast.audit import log
from naast.core import clock, drafts, night, retention
from naast.core.errors import StateConflict
from naast.messaging import services as messaging
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people import api as people
from naast.recruitment import letters
from naast.recruitment.keeping import CANDIDATES, TOLD_BEFORE
from naast.recruitment.models import Application, Outcome, StopReason
from naast.recruitment.policies import applications as policies
from naast.recruitment.services import moving, talks
from naast.recruitment.services.telling import tell_coordinator
from naast.recruitment.services.writing import letter_to
from naast.recruitment.states import FADING, LIVING, Status

A_BATCH = 500
# What rooms above keep with an application goes along with it; they say so in AppConfig.ready().
_along: list[Callable[[Actor, UUID], object]] = []


def register(part: Callable[[Actor, UUID], object]) -> None:
    """Called with the actor and the id of every application that is forgotten, before it goes. A second time
    changes nothing."""
    if part not in _along:
        _along.append(part)


def tell_before(now: datetime) -> int:
    """Tell those who are forgotten within two weeks, once, in their own language. Who has no address is
    told by their coordinator: the desk shows them. For the night; returns how many were told."""
    today = localdate(now)
    return _each(
        lambda rows: rows.filter(erase_on__lte=today + TOLD_BEFORE, erase_told_on=None).exclude(
            email=""
        ),
        _tell,
        now,
    )


def erase_due(now: datetime) -> int:
    """Erase those whose day has come, each with everything that belongs to them. Who has an address was
    told at least two weeks before. For the night; returns how many."""
    return sum(_erase_in(house, now) for house in Organisation.objects.all())


def _erase_in(house: Organisation, now: datetime) -> int:
    actor, day = Actor.system(house, reason="forgets who did not start"), localdate(now)
    over = retention.going(CANDIDATES, house.pk, day=day).order_by("erase_on", "pk")
    ids = list(over.values_list("pk", flat=True)[:A_BATCH])
    return retention.went(CANDIDATES, house.pk, night.each(ids, partial(_erase, actor, day)))


def _each(
    chosen: Callable[[QuerySet[Application]], QuerySet[Application]],
    one: Callable[[Actor, date, UUID], int],
    now: datetime,
) -> int:
    """Each organisation and application on its own: what goes wrong with one leaves the others alone."""
    done = 0
    for organisation in Organisation.objects.all():
        actor = Actor.system(organisation, reason="forgets who did not start")
        fading = Application.objects.filter(organisation=organisation, status__in=FADING)
        ids = list(chosen(fading).order_by("erase_on", "pk").values_list("pk", flat=True)[:A_BATCH])
        done += night.each(ids, partial(one, actor, localdate(now)))
    return done


@transaction.atomic
def _tell(actor: Actor, today: date, application_id: UUID) -> int:
    application = moving.lock(actor, application_id)
    # Two nights may run at once, or somebody opened it again: whoever comes second does nothing.
    if application.erase_told_on is not None or application.erase_on is None:
        return 0
    # Told late (the house was closed, or the term was shortened)? Then the two weeks begin now.
    erase_on = max(application.erase_on, today + TOLD_BEFORE)
    moving.save(application, erase_told_on=today, erase_on=erase_on)
    with override(application.language):
        day = date_format(erase_on, "j F Y")
    messaging.write(
        actor=actor,
        letter=letter_to(actor, application, letters.FORGETTING, values={"day": day}),
    )
    log.record("application.erase-told", actor=actor, target=application)
    return 1


@transaction.atomic
def _erase(actor: Actor, today: date, application_id: UUID) -> int:
    found = Application.objects.filter(organisation_id=actor.organisation_id, pk=application_id)
    application = found.select_for_update(of=("self",)).first()
    if application is None or application.erase_on is None or application.erase_on > today:
        return 0
    if application.status in LIVING:
        _end(actor, application, Outcome.NOT_NOW)
    forget(actor, application)
    return 1


def forget(actor: Actor, application: Application) -> None:
    """Everything that belongs to a locked application goes: talks, notes, questions, referral, letters,
    drafts, what rooms above keep with it, and the person that was made for it and never started. Its
    journey stays, without the person."""
    person_id = application.person_id if application.made_person else None
    _forget_row(actor, application)
    if person_id is not None and not Application.objects.filter(person_id=person_id).exists():
        people.forget_newcomer(actor=actor, person_id=person_id)


def forget_all(ids: list[UUID]) -> int:
    """Somebody is erased altogether: their applications go, and who was still on the way ends it, so that the
    figures stay true. The person is for who calls this, inside one transaction. Returns how many went."""
    rows = Application.objects.select_for_update(of=("self",)).filter(pk__in=ids)
    for application in rows.select_related("organisation").order_by("pk"):
        actor = Actor.system(application.organisation, reason="forgets somebody who asked for it")
        if application.status in LIVING:
            _end(actor, application, Outcome.OWN_CHOICE)
        _forget_row(actor, application)
    return len(ids)


def _forget_row(actor: Actor, application: Application) -> None:
    log.record(
        "application.erased",
        actor=actor,
        target=application,
        changes={"journey": str(application.journey_id)},
    )
    messaging.forget_about(actor=actor, about_id=application.pk)
    drafts.forget_about(str(application.pk))
    for part in _along:
        part(actor, application.pk)
    application.delete()


@transaction.atomic
def stay(*, actor: Actor, application: Application) -> Application:
    """Keep it a while longer, because the candidate asks so: their coordinator, or they themselves behind
    their own link. Raises Application.DoesNotExist, NotAllowed or StateConflict."""
    locked = moving.lock(actor, application.pk)
    policies.can_keep(actor, locked).require()
    if locked.erase_on is None:
        raise StateConflict(_("Nothing is about to be erased."))
    house = Organisation.objects.get(pk=actor.organisation_id)
    longer = clock.today() + relativedelta(months=house.candidate_months)
    moving.save(locked, erase_on=max(longer, locked.erase_on), erase_told_on=None)
    log.record(
        "application.stays",
        actor=actor,
        target=locked,
        changes={"until": str(locked.erase_on)},
    )
    return locked


@transaction.atomic
def erase_now(*, actor: Actor, application: Application) -> None:
    """The candidate asks to be forgotten at once. The way of who was still on it ends first, so that the
    figures stay true and nobody waits for them at a talk. Who started is a volunteer by now, and asks their
    coordinator.

    Raises Application.DoesNotExist, NotAllowed or StateConflict, also while a legal hold stands.
    """
    locked = moving.lock(actor, application.pk)
    policies.can_keep(actor, locked).require()
    if retention.is_held(locked.organisation_id, locked.person_id):
        raise StateConflict(_("We may not erase this for now. Ask your coordinator why."))
    if locked.status == Status.STARTED:
        raise StateConflict(_("You volunteer here by now. Ask your coordinator: they arrange it."))
    if locked.status in LIVING:
        _end(actor, locked, Outcome.OWN_CHOICE)
        tell_coordinator(
            actor,
            locked,
            kind="application.forgotten",
            subject=gettext_lazy("A candidate asked to be forgotten"),
            body=gettext_lazy("It is done: nothing about them is kept. You need to do nothing."),
            is_gone=True,
        )
    forget(actor, locked)


def _end(actor: Actor, application: Application, outcome: Outcome) -> None:
    """The way of who is still on it ends, so that the figures stay true and nobody waits at a talk."""
    application.outcome, application.stop_reason = outcome, StopReason.RATHER_NOT_SAY
    moving.end_journey(application)
    talks.let_go(actor=actor, application=application)
