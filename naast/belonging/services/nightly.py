"""What this room does by itself every night. Running it twice does nothing twice."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.belonging import keeping
from naast.belonging.models import (
    Debrief,
    FirstDay,
    IdeaMember,
    Mentoring,
    MentorMoment,
)
from naast.belonging.services.asking import ask_due, let_go
from naast.belonging.services.mentoring import end_mentoring
from naast.belonging.services.welcoming import prepare_first_days
from naast.belonging.states import OPEN, MentoringState
from naast.companionship.models import Visit
from naast.companionship.states import LIVING_STATES
from naast.core import night, retention
from naast.core.text import Text
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.organisations.nights import Job, in_each_house
from naast.people.api import reach_of
from naast.people.models import Person, VolunteerProfile

# Who welcomes, and who is welcomed, hear of it some days before.
BEFORE_A_FIRST_DAY = timedelta(days=3)
# A visit that is told later than this was not heavy since yesterday.
TOLD_WITHIN = timedelta(days=31)


def run(now: datetime) -> dict[str, int]:
    """Prepare first days, remind, ask what is due, end what is over with thanks, and erase what need not be kept:
    in each organisation on its own. Returns how many of each."""
    return in_each_house(JOBS, now, reason="nightly belonging")


def _prepare(actor: Actor, house: Organisation, now: datetime) -> int:
    return prepare_first_days(actor=actor)


def _announce(actor: Actor, house: Organisation, now: datetime) -> int:
    """The host and the new volunteer, a few days before; another day or host is told anew."""
    today = localdate(now)
    days = FirstDay.objects.filter(
        organisation=house,
        received_on__isnull=True,
        host__isnull=False,
        day__gte=today,
        day__lte=today + BEFORE_A_FIRST_DAY,
        engagement__ended_on__isnull=True,
    ).select_related("host__user", "engagement__person__user")
    return night.in_batches(days, partial(_announce_batch, actor, house))


def _announce_batch(actor: Actor, house: Organisation, batch: Sequence[FirstDay]) -> int:
    rows = []
    for each in batch:
        reach = reach_of(each.engagement.person, language=house.language)
        step = f"{each.day.isoformat()} {each.host_id}"
        rows.append(
            Reminding(
                kind="first-day.newcomer",
                subject_id=each.pk,
                step=step,
                subject=_("See you soon"),
                body=_("Your first day is near. Your page tells who awaits you, where and when."),
                **reach,
                url=actor.url("belonging:mine") if reach["user"] else "",
            )
        )
        if each.host is not None:
            rows.append(
                Reminding(
                    kind="first-day.host",
                    subject_id=each.pk,
                    step=step,
                    subject=_("Somebody new is coming"),
                    body=_("Soon you welcome somebody. Your page tells who and when."),
                    user=each.host.user,
                    url=actor.url("belonging:hosting"),
                )
            )
    return remind(actor=actor, rows=rows)


def _ask(actor: Actor, house: Organisation, now: datetime) -> int:
    return ask_due(actor, house, localdate(now))


def _let_go(actor: Actor, house: Organisation, now: datetime) -> int:
    return let_go(actor, house, localdate(now))


def _moments(actor: Actor, house: Organisation, now: datetime) -> int:
    """A mentor hears of each moment once, on its day or the first night after."""
    due = MentorMoment.objects.filter(
        organisation=house,
        spoke_on__isnull=True,
        due_on__lte=localdate(now),
        mentoring__state=MentoringState.RUNNING,
        mentoring__engagement__ended_on__isnull=True,
    ).select_related("mentoring__mentor__user")

    def tell(batch: Sequence[MentorMoment]) -> int:
        return remind(
            actor=actor,
            rows=[
                _to_person(actor, house, each.mentoring.mentor, ("mentor.moment", each), MOMENT)
                for each in batch
            ],
        )

    return night.in_batches(due, tell)


MOMENT: tuple[Text, Text, str] = (
    _("A moment together"),
    _("It is time for a talk with who you walk along with. Five minutes are enough."),
    "belonging:mine",
)
HEAVY: tuple[Text, Text, str] = (
    _("How are you today?"),
    _("Yesterday was heavy. If you like, somebody talks it over with you."),
    "desk:volunteer_home",
)


def _to_person(
    actor: Actor,
    house: Organisation,
    person: Person,
    about: tuple[str, MentorMoment | Visit],
    words: tuple[Text, Text, str],
) -> Reminding:
    (kind, row), (subject, body, name) = about, words
    reach = reach_of(person, language=house.language)
    return Reminding(
        kind=kind,
        subject_id=row.pk,
        step="once",
        subject=subject,
        body=body,
        user=reach["user"],
        language=reach["language"],
        url=actor.url(name),
    )


def _heavy(actor: Actor, house: Organisation, now: datetime) -> int:
    """The day after a heavy visit, when nothing was chosen yet."""
    chosen = Debrief.objects.filter(visit=OuterRef("pk"))
    visits = Visit.objects.filter(
        ~Exists(chosen),
        organisation=house,
        mood=Visit.Mood.HARD,
        # By the index of visits, so that a million of them stay closed.
        visited_on__gte=localdate(now) - TOLD_WITHIN,
        created_at__gte=now - timedelta(days=2),
        created_at__lt=now,
        match__state__in=LIVING_STATES,
        match__volunteer__user__isnull=False,
    ).select_related("match__volunteer__user")

    def tell(batch: Sequence[Visit]) -> int:
        return remind(
            actor=actor,
            rows=[
                _to_person(actor, house, each.match.volunteer, ("debrief.offer", each), HEAVY)
                for each in batch
            ],
        )

    return night.in_batches(visits, tell)


def _end(actor: Actor, house: Organisation, now: datetime) -> int:
    """A mentor's time is over by itself, with thanks, also when who was new stopped there; a question nobody
    answered goes too."""
    over = Mentoring.objects.filter(
        Q(until_on__lt=localdate(now)) | Q(engagement__ended_on__isnull=False),
        organisation=house,
        state__in=OPEN,
    )
    ids = list(over.order_by("id").values_list("pk", flat=True))
    return night.each(ids, lambda pk: bool(end_mentoring(actor=actor, mentoring_id=pk)))


def _erase(actor: Actor, house: Organisation, now: datetime) -> int:
    day = localdate(now)
    return sum(retention.sweep(kind, house.pk, day=day) for kind in keeping.KINDS)


def _leave_ideas(actor: Actor, house: Organisation, now: datetime) -> int:
    """Who said goodbye does not stand with an idea any more; the others go on with it."""
    gone = IdeaMember.objects.filter(
        organisation=house, person__volunteer__status=VolunteerProfile.Status.FORMER
    )
    return gone.delete()[0]


JOBS: dict[str, Job] = {
    "first days prepared": _prepare,
    "first days announced": _announce,
    "questions of belonging asked": _ask,
    "questions of belonging let go": _let_go,
    "moments of mentors announced": _moments,
    "heavy visits followed": _heavy,
    "mentors thanked": _end,
    "ideas left": _leave_ideas,
    "old answers of belonging erased": _erase,
}
