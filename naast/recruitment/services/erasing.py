"""Forgetting who did not start: told two weeks before, and then truly gone (Organisation.candidate_months)."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.audit import log
from naast.core import clock, drafts
from naast.core.errors import StateConflict
from naast.messaging import services as messaging
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people import api as people
from naast.recruitment import letters, links
from naast.recruitment.models import Application, Outcome, StopReason
from naast.recruitment.policies import applications as policies
from naast.recruitment.services import moving
from naast.recruitment.states import LIVING, Status

TOLD_BEFORE = timedelta(days=14)
A_BATCH = 500


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
    today = localdate(now)
    told = Q(email="") | Q(erase_told_on__lte=today - TOLD_BEFORE)
    return _each(lambda rows: rows.filter(told, erase_on__lte=today), _erase, now)


def _each(
    chosen: Callable[[QuerySet[Application]], QuerySet[Application]],
    one: Callable[[Actor, UUID, date], int],
    now: datetime,
) -> int:
    """Each organisation and application on its own: what goes wrong with one leaves the others alone."""
    done = 0
    for organisation in Organisation.objects.all():
        actor = Actor.system(organisation, reason="forgets who did not start")
        closed = Application.objects.filter(organisation=organisation, status=Status.CLOSED)
        ids = list(chosen(closed).order_by("erase_on", "pk").values_list("pk", flat=True)[:A_BATCH])
        done += sum(one(actor, pk, localdate(now)) for pk in ids)
    return done


@transaction.atomic
def _tell(actor: Actor, application_id: UUID, today: date) -> int:
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
        letter=messaging.Letter(
            address=application.email,
            kind=letters.FORGETTING.code,
            language=application.language,
            values={"first_name": application.first_name, "day": day},
            about_id=application.pk,
            url=links.link_of(application, actor.slug),
        ),
    )
    log.record("application.erase-told", actor=actor, target=application)
    return 1


@transaction.atomic
def _erase(actor: Actor, application_id: UUID, today: date) -> int:
    found = Application.objects.filter(organisation_id=actor.organisation_id, pk=application_id)
    application = found.select_for_update(of=("self",)).first()
    if application is None or application.erase_on is None or application.erase_on > today:
        return 0
    forget(actor, application)
    return 1


def forget(actor: Actor, application: Application) -> None:
    """Everything that belongs to a locked application goes: talks, notes, questions, referral, letters,
    drafts, and the person that was made for it and never started. Its journey stays, without the person."""
    person_id = application.person_id if application.made_person else None
    log.record(
        "application.erased",
        actor=actor,
        target=application,
        changes={"journey": str(application.journey_id)},
    )
    messaging.forget_about(actor=actor, about_id=application.pk)
    drafts.forget_about(str(application.pk))
    application.delete()
    if person_id is not None and not Application.objects.filter(person_id=person_id).exists():
        people.forget_newcomer(actor=actor, person_id=person_id)


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
    figures stay true. Who started is a volunteer by now, and asks their coordinator.

    Raises Application.DoesNotExist, NotAllowed or StateConflict.
    """
    locked = moving.lock(actor, application.pk)
    policies.can_keep(actor, locked).require()
    if locked.status == Status.STARTED:
        raise StateConflict(_("You volunteer here by now. Ask your coordinator: they arrange it."))
    if locked.status in LIVING:
        locked.outcome, locked.stop_reason = Outcome.OWN_CHOICE, StopReason.RATHER_NOT_SAY
        moving.end_journey(locked)
    forget(actor, locked)
