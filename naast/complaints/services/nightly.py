"""What this room does at night: remind of the days that were promised. Each once, without a name or a word of what it
is about, and only on an account: letters to an address can be opened by every coordinator."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.accounts.models import User
from naast.complaints.models import Complaint
from naast.complaints.policies import complaints as policies
from naast.complaints.queries import complaints as queries
from naast.complaints.services.telling import user_on
from naast.complaints.states import ComplaintState, Side
from naast.core import night
from naast.core.text import Text
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Absence, Membership, Organisation

KIND = "complaint.day"
A_DAY = timedelta(days=1)
PROMISED: tuple[Text, Text] = (
    _("A day you promised is near"),
    _("Somebody waits for a word of you before a day you promised. Your page shows which one."),
)
TALK: tuple[Text, Text] = (
    _("Tomorrow there is a talk"),
    _("Tomorrow there is a talk you said yes to. Your page shows where and when."),
)
LOOK_BACK: tuple[Text, Text] = (
    _("How is it now?"),
    _("There was an answer some time ago. Your page asks how you look back on it."),
)
PEOPLE = (
    "receiver__user",
    "reporter__user",
    "reporter_member__user",
    "other__user",
    "other_member__user",
    "talk__mediator__user",
)
Told = Callable[[Actor, Complaint], Iterator[Reminding]]
Listening = Callable[[Complaint], list[User]]


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done."""
    houses = list(Organisation.objects.all())
    return {"reminders of complaints": night.each(houses, partial(_in_house, now))}


def _in_house(now: datetime, house: Organisation) -> int:
    actor = Actor.system(house, reason="nightly complaints")
    rows = Complaint.objects.filter(organisation=house, closed_on__isnull=True)
    rows = rows.defer(*queries.WORDS)
    day = localdate(now)
    listening = _listening(actor, day)
    jobs: tuple[tuple[QuerySet[Complaint], Told], ...] = (
        (
            queries.to_confirm(rows).filter(confirm_by__lte=day + A_DAY),
            partial(_promised, listening, "confirm"),
        ),
        (queries.term_near(rows, day=day), partial(_promised, listening, "answer")),
        (
            rows.filter(state=ComplaintState.TALK_PLANNED, talk__starts_at__date=day + A_DAY),
            _talk,
        ),
        (queries.to_look_back(rows, day=day), _look_back),
    )
    return sum(
        night.in_batches(found.select_related(*PEOPLE), partial(_remind, actor, told))
        for found, told in jobs
    )


def _remind(actor: Actor, told: Told, batch: list[Complaint]) -> int:
    return remind(actor=actor, rows=[each for row in batch for each in told(actor, row)])


def _one(
    row: Complaint, user: User | None, step: str, words: tuple[Text, Text], url: str
) -> Iterator[Reminding]:
    if user is not None:
        subject, body = words
        # Each of them once: who it is stands in the step.
        step = f"{step}:{str(user.pk)[-12:]}"
        yield Reminding(
            kind=KIND, subject_id=row.pk, step=step, subject=subject, body=body, user=user, url=url
        )


def _staff_url(actor: Actor, row: Complaint) -> str:
    return actor.url("complaints:complaint", complaint_id=row.pk)


def _user(member: Membership | None) -> User | None:
    return member.user if member is not None and member.ended_on is None else None


def _listening(actor: Actor, day: date) -> Listening:
    """Who listens to a complaint tonight: who was chosen, and who stands in for them and may (as `handled_by`)."""
    ears = {ear.who.membership_id: ear for ear in queries.ears(actor)}
    away = Absence.objects.filter(
        organisation_id=actor.organisation_id, from_on__lte=day, until_on__gte=day
    )
    deputies = list(away.values_list("membership_id", "deputy_id"))

    def users(row: Complaint) -> list[User]:
        chosen = _user(row.receiver)
        found = [ears[there] for who, there in deputies if who == row.receiver_id and there in ears]
        standing_in = [ear.user for ear in found if policies.can_listen(ear.who, row)]
        return ([chosen] if chosen is not None else []) + standing_in

    return users


def _promised(listening: Listening, step: str, actor: Actor, row: Complaint) -> Iterator[Reminding]:
    for user in listening(row):
        yield from _one(row, user, step, PROMISED, _staff_url(actor, row))


def _talk(actor: Actor, row: Complaint) -> Iterator[Reminding]:
    talk = queries.talk_of(row)
    if talk is None or not talk.suits_both:
        return
    step = f"talk-{localdate(talk.starts_at).isoformat()}"
    yield from _one(row, _user(talk.mediator), step, TALK, _staff_url(actor, row))
    yield from _of_sides(actor, row, step, TALK)


def _look_back(actor: Actor, row: Complaint) -> Iterator[Reminding]:
    yield from _of_sides(actor, row, "look-back", LOOK_BACK)


def _of_sides(
    actor: Actor, row: Complaint, step: str, words: tuple[Text, Text]
) -> Iterator[Reminding]:
    url = actor.url("complaints:my_complaint", complaint_id=row.pk)
    for side in Side:
        yield from _one(row, user_on(row, side), step, words, url)
