"""What this room adds to the homes of volunteers and professionals: one question at a time, and who awaits whom."""

from collections.abc import Callable, Container, Mapping
from datetime import datetime, timedelta

from django.db.models import Case, Q, QuerySet, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.belonging.models import FirstDay, Mentoring
from naast.belonging.policies import first_days as day_policies
from naast.belonging.policies import mentoring as mentor_policies
from naast.belonging.queries import first_days, people, questions
from naast.belonging.services import debriefing
from naast.belonging.services.asking import BODIES
from naast.belonging.states import MentoringState
from naast.core import clock
from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link
from naast.organisations.actors import Actor

VOLUNTEER, PROFESSIONAL = "volunteer", "professional"
LINKS: Mapping[str, tuple[Link, ...]] = {
    VOLUNTEER: (
        Link(gettext_lazy("How I find my feet here"), "belonging:mine"),
        Link(gettext_lazy("Ideas of volunteers"), "belonging:ideas"),
    ),
    PROFESSIONAL: (Link(gettext_lazy("Whom I welcome"), "belonging:hosting"),),
}
HEAVY, MINE, HOST, MENTOR, MOMENT, QUESTION = (
    "belonging.heavy-visit",
    "belonging.own-first-day",
    "belonging.hosting",
    "belonging.mentor-asked",
    "belonging.moment",
    "belonging.question",
)
# A host sees who comes this week, and whom they did not confirm yet.
HOST_SEES = timedelta(days=7)


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    if hat == PROFESSIONAL:
        return {HOST: _hosting(actor)}
    if hat != VOLUNTEER:
        return {}
    return {
        HEAVY: debriefing.offered_to(actor),
        MINE: _own_first_day(actor),
        HOST: _hosting(actor),
        MENTOR: _mentor_asked(actor),
        MOMENT: people.moments_due(actor),
        QUESTION: questions.own_waiting(actor),
    }


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; one query a kind that is `there`."""
    kinds = {HOST: _host} if hat == PROFESSIONAL else KINDS if hat == VOLUNTEER else {}
    found = (ask(actor) for name, ask in kinds.items() if name in there)
    return [each for each in found if each is not None]


def _own_first_day(actor: Actor) -> QuerySet[FirstDay]:
    rows = day_policies.own_of(actor).filter(received_on__isnull=True, host__isnull=False)
    return rows.filter(day__gte=clock.today())


def _hosting(actor: Actor) -> QuerySet[FirstDay]:
    today = clock.today()
    return day_policies.hosted_by(actor).filter(
        received_on__isnull=True,
        day__gte=today - first_days.ASKED_UNTIL,
        day__lte=today + HOST_SEES,
    )


def _mentor_asked(actor: Actor) -> QuerySet[Mentoring]:
    open_to_me = Q(mentor_id=actor.person_id, mentor_answer="") | Q(
        newcomer_id=actor.person_id, newcomer_answer=""
    )
    return mentor_policies.own_of(actor).filter(open_to_me, state=MentoringState.ASKED)


def _heavy(actor: Actor) -> Ask | None:
    visit = debriefing.offered_to(actor).order_by("-id").first()
    if visit is None:
        return None
    return Ask(
        sentence=_("That visit was heavy. You don’t have to carry it alone: what helps now?"),
        url=actor.url("belonging:after_visit", visit_id=visit.pk),
        action=_("Choose what helps"),
        tone="attention",
    )


def _mine(actor: Actor) -> Ask | None:
    day = _own_first_day(actor).select_related("host__user").order_by("day").first()
    if day is None or day.host is None:
        return None
    return Ask(
        sentence=_("%(name)s awaits you on your first day.") % {"name": day.host.user.name},
        url=actor.url("belonging:mine"),
        action=_("Where and when"),
    )


def _host(actor: Actor) -> Ask | None:
    rows = _hosting(actor).select_related("engagement__person").order_by("day")
    day = rows.first()
    if day is None:
        return None
    return Ask(
        sentence=_("%(name)s counts on you for a welcome.")
        % {"name": day.engagement.person.first_name},
        url=actor.url("belonging:host_day", first_day_id=day.pk),
        action=_("Open"),
        tone="attention" if day.day <= clock.today() else "calm",
    )


def _mentor(actor: Actor) -> Ask | None:
    row = _mentor_asked(actor).order_by("id").first()
    if row is None:
        return None
    is_mentor = row.mentor_id == actor.person_id
    return Ask(
        sentence=_("Would you walk along with somebody new for a while?")
        if is_mentor
        else _("Would you like somebody experienced to walk along with you?"),
        url=actor.url("belonging:mentoring", mentoring_id=row.pk),
        action=_("Read and answer"),
        tone="attention",
    )


def _moment(actor: Actor) -> Ask | None:
    row = people.moments_due(actor).select_related("mentoring__newcomer").order_by("due_on").first()
    if row is None:
        return None
    return Ask(
        sentence=_("It is time for a talk with %(name)s. Five minutes are enough.")
        % {"name": row.mentoring.newcomer.first_name},
        url=actor.url("belonging:mentoring", mentoring_id=row.mentoring_id),
        action=_("Open"),
    )


def _question(actor: Actor) -> Ask | None:
    """One at a time, the oldest first; the others wait. An end that passed without an answer stands in nobody's way."""
    passed = When(end_on__lt=clock.today(), then=Value(1))
    rows = questions.own_waiting(actor).alias(later=Case(passed, default=Value(0)))
    row = rows.order_by("later", "id").first()
    if row is None:
        return None
    return Ask(
        sentence=BODIES[row.kind],
        url=actor.url("belonging:question", question_id=row.pk),
        action=_("Answer"),
    )


KINDS: dict[str, Callable[[Actor], Ask | None]] = {
    HEAVY: _heavy,
    MINE: _mine,
    HOST: _host,
    MENTOR: _mentor,
    MOMENT: _moment,
    QUESTION: _question,
}
