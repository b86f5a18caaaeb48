"""What this room does by itself every night. Running it twice does nothing twice."""

from datetime import datetime
from functools import partial

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.audit import log
from naast.capacity import keeping
from naast.capacity.models import SelfCheck, StepBack, WorthAsking
from naast.capacity.services.asking import look_at
from naast.capacity.services.quarterly import ask_quarterly
from naast.capacity.services.stepping_back import begin_break
from naast.core import night, retention
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, Organisation
from naast.organisations.nights import Job, in_each_house
from naast.people.api import reach_of
from naast.people.models import Person, VolunteerProfile

BACK_SUBJECT = _("Your break")
BACK_BODY = _(
    "Your break was until about now. How would you like to go on? A longer break is fine too."
)


def run(now: datetime) -> dict[str, int]:
    """Ask the self-check, begin breaks and ask who is back, look whom it is worth asking, and erase what need
    not be kept, in each organisation on its own. Returns how many of each."""
    return in_each_house(JOBS, now, reason="nightly load")


def _ask_volunteers(actor: Actor, house: Organisation, now: datetime) -> int:
    active = VolunteerProfile.objects.filter(
        organisation=house, status=VolunteerProfile.Status.ACTIVE
    ).select_related("person__user")
    return night.in_batches(active, partial(_ask_batch, actor, house, now))


def _ask_batch(
    actor: Actor, house: Organisation, now: datetime, profiles: list[VolunteerProfile]
) -> int:
    people = {
        profile.person_id: (profile.person, profile.since_on or localdate(profile.created_at))
        for profile in profiles
    }
    hat, today = SelfCheck.Hat.VOLUNTEER, localdate(now)
    return ask_quarterly(actor=actor, house=house, people=people, hat=hat, today=today)


def _ask_coordinators(actor: Actor, house: Organisation, now: datetime) -> int:
    members = Membership.objects.filter(
        organisation=house, ended_on__isnull=True, roles__function=Function.COORDINATOR
    )
    since = {row.person_id: localdate(row.created_at) for row in members}
    found = Person.objects.filter(organisation=house, pk__in=[pk for pk in since if pk])
    return night.in_batches(
        found.select_related("user"),
        lambda batch: ask_quarterly(
            actor=actor,
            house=house,
            people={person.pk: (person, since[person.pk]) for person in batch},
            hat=SelfCheck.Hat.COORDINATOR,
            today=localdate(now),
        ),
    )


def _begin_breaks(actor: Actor, house: Organisation, now: datetime) -> int:
    today = localdate(now)
    starting = StepBack.objects.filter(
        organisation=house,
        kind=StepBack.Kind.PAUSE,
        from_on__lte=today,
        until_on__gte=today,
        taken_back_on__isnull=True,
        began_on__isnull=True,
        back_on__isnull=True,
        person__volunteer__status=VolunteerProfile.Status.ACTIVE,
    ).select_related("person__volunteer")
    return night.in_batches(
        starting,
        lambda batch: sum(begin_break(actor=actor, step_back=row, today=today) for row in batch),
    )


def _end_breaks(actor: Actor, house: Organisation, now: datetime) -> int:
    """Who began again on their card is back, whatever day was meant."""
    rows = StepBack.objects.filter(
        organisation=house,
        kind=StepBack.Kind.PAUSE,
        began_on__isnull=False,
        back_on__isnull=True,
        person__volunteer__status=VolunteerProfile.Status.ACTIVE,
    )
    return rows.filter(taken_back_on__isnull=True).update(back_on=localdate(now))


def _ask_who_is_back(actor: Actor, house: Organisation, now: datetime) -> int:
    over = StepBack.objects.filter(
        organisation=house,
        kind=StepBack.Kind.PAUSE,
        until_on__lte=localdate(now),
        taken_back_on__isnull=True,
        back_on__isnull=True,
        person__volunteer__status__in=(
            VolunteerProfile.Status.ACTIVE,
            VolunteerProfile.Status.PAUSED,
        ),
    ).select_related("person__user")
    return night.in_batches(over, partial(_ask_back, actor, house))


def _ask_back(actor: Actor, house: Organisation, batch: list[StepBack]) -> int:
    rows = [
        Reminding(
            kind="load.back",
            subject_id=row.pk,
            step=f"until {row.until_on}",
            subject=BACK_SUBJECT,
            body=BACK_BODY,
            url=actor.url("capacity:come_back", step_back_id=row.pk),
            **reach_of(row.person, language=house.language),
        )
        for row in batch
        if row.person.user_id
    ]
    return remind(actor=actor, rows=rows)


def _look(actor: Actor, house: Organisation, now: datetime) -> int:
    active = VolunteerProfile.objects.filter(
        organisation=house, status=VolunteerProfile.Status.ACTIVE
    ).only("id", "person_id")
    return night.in_batches(
        active,
        lambda batch: look_at(
            actor=actor, person_ids=[row.person_id for row in batch], today=localdate(now)
        ),
    )


def _let_questions_go(actor: Actor, house: Organisation, now: datetime) -> int:
    """About who is not active any more there is nothing to ask here, and of who takes a break nothing either: a
    self-check that stayed open then was not let go by them."""
    rows = WorthAsking.objects.filter(organisation=house, talked_on__isnull=True)
    active = VolunteerProfile.Status.ACTIVE
    number: int = rows.exclude(person__volunteer__status=active).delete()[0]
    checks = SelfCheck.objects.filter(
        organisation=house,
        hat=SelfCheck.Hat.VOLUNTEER,
        answered_on__isnull=True,
        let_go_on__isnull=True,
    )
    number += checks.exclude(person__volunteer__status=active).delete()[0]
    return number


def _erase_old(actor: Actor, house: Organisation, now: datetime) -> int:
    day = localdate(now)
    number = sum(retention.sweep(kind, house.pk, day=day) for kind in keeping.KINDS)
    if number:
        log.record("load.old-erased", actor=actor, target=house, changes={"number": number})
    return number


JOBS: dict[str, Job] = {
    "breaks begun": _begin_breaks,
    "breaks ended on a card": _end_breaks,
    "self-checks asked": _ask_volunteers,
    "coordinators asked how they are": _ask_coordinators,
    "breaks that end asked about": _ask_who_is_back,
    "questions about load": _look,
    "questions about load let go": _let_questions_go,
    "old answers about load erased": _erase_old,
}
