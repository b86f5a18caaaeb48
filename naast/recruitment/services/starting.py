"""The end of the way: the candidate's own free choice, and the start."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.people import api as people
from naast.people.models import Person, VolunteerProfile
from naast.programmes import services as programmes
from naast.programmes.models import Engagement
from naast.programmes.path import path_of
from naast.recruitment.inputs_path import Start
from naast.recruitment.models import Application, Waits
from naast.recruitment.models.application import YES
from naast.recruitment.policies import applications as policies
from naast.recruitment.queries import applications as queries
from naast.recruitment.queries.still_missing import (
    Item,
    of_which_missing,
    still_missing,
    terms_of,
)
from naast.recruitment.services import moving, shown
from naast.recruitment.services.referrals import tell_referrer
from naast.recruitment.states import Status


class NotYet(DomainError):
    """Something that must be in place before a start is missing (S0-45)."""


@transaction.atomic
def choose(*, actor: Actor, application_id: UUID, day: date) -> Application:
    """The candidate told us that they chose freely to start here, on this day (S1-29); on their own page
    they say so themselves. After our yes: taking part in the talks obliges to nothing.

    Raises Application.DoesNotExist, NotAllowed, NotYet, or moving.DayMissing for a day to come.
    """
    application = moving.lock(actor, application_id)
    policies.can_write_choice(actor, application).require()
    if application.outcome not in YES:
        raise NotYet(_("First decide together whether it fits. Then the last word is theirs."))
    if day > clock.today():
        raise moving.DayMissing(_("A choice has been made: today or before."))
    moving.owe(application, Waits.US)
    application.chose_on = day
    application.save(update_fields=["chose_on", *moving.OWED])
    log.record(
        "application.chose", actor=actor, target=application, changes={"on": day.isoformat()}
    )
    return application


@transaction.atomic
def start(*, actor: Actor, application_id: UUID, new: Start) -> Engagement:
    """Somebody starts: they take part in the programme under the name of what it is, and the way ends.

    Everything that must be in place is; what may wait is waited for with a reason and the name of who
    decided so (S0-45). Guidance from outside and the free choice never wait (S1-16, S1-29). What the way
    has shown is not asked again.

    Raises Application.DoesNotExist, NotAllowed, StateConflict, NotYet, and as programmes.services.engage.
    """
    application = moving.lock(actor, application_id)
    policies.can_take(actor, application, "start").require()
    items = missing_of(application, new.day)
    _require_everything(items, new.override.strip())
    person = _person(actor, application)
    engagement = programmes.engage(
        actor=actor,
        person=person,
        programme=application.programme,
        terms=terms_of(application, new.day),
        answers=new.answers,
    )
    shown.carry_over(actor=actor, application=application, engagement=engagement, items=items)
    if person.volunteer.status == VolunteerProfile.Status.INTERESTED:
        people.take_step(actor=actor, person_id=person.pk, hat="volunteer", step="begin")
    moving.take(
        application,
        "start",
        actor=actor,
        waits_for=Waits.NOBODY,
        touched_on=clock.today(),
        override=new.override.strip(),
        override_by_id=actor.membership_id if new.override.strip() else None,
    )
    moving.end_journey(application, started_on=new.day)
    tell_referrer(actor=actor, application=application)
    return engagement


@transaction.atomic
def look_back(*, actor: Actor, application_id: UUID) -> Application:
    """Somebody asked how it is, three months after the start; the day is kept, and the desk asks no more.
    Twice is once. Raises Application.DoesNotExist, NotAllowed or StateConflict."""
    application = moving.lock(actor, application_id)
    policies.can_move(actor, application).require()
    if application.status != Status.STARTED:
        raise moving.conflict()
    journey = application.journey
    if journey.looked_back_on is None:
        journey.looked_back_on = clock.today()
        journey.save(update_fields=["looked_back_on"])
        log.record("application.looked-back", actor=actor, target=application)
    return application


def missing_of(application: Application, day: date | None = None) -> list[Item]:
    """What must be in place before this application becomes a start on that day (today when none is
    given); a few queries unless prefetched."""
    return still_missing(
        application,
        path_of(application.programme),
        queries.passed_kinds(application),
        list(application.programme.entryconditions.all()),
        day=day or clock.today(),
    )


def _require_everything(items: list[Item], override: str) -> None:
    missing = of_which_missing(items)
    blocking = [item for item in missing if not (item.may_wait and override)]
    if blocking:
        raise NotYet(
            _("Still missing: %(what)s.")
            % {"what": "; ".join(str(item.label) for item in blocking)}
        )


def _person(actor: Actor, application: Application) -> Person:
    if application.person_id is None:
        raise NotYet(
            _("This person is not on the list of volunteers yet. Write down again that it fits.")
        )
    return people.get_person(actor, application.person_id)
