"""Writes about mentors: asking both, their answers, what they note, and an end with thanks (S1-196, S1-76)."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.belonging import rhythm
from naast.belonging.errors import DayRefused, HasMentor
from naast.belonging.inputs import MentorAsk
from naast.belonging.models import Mentoring, MentorMoment, MentorReady
from naast.belonging.models.first_day import usual_mentor_weeks
from naast.belonging.policies import mentoring as policies
from naast.belonging.states import OPEN, Answer, MentoringState
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.core.text import Text
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.queries import get_membership
from naast.people.models import Person
from naast.programmes.models import Engagement
from naast.programmes.policies import engagements_visible_to

# After the last moment they have a little time left.
AFTERWARDS = timedelta(days=14)
LONGEST_AHEAD = timedelta(days=366)
SIDES = ("mentor", "newcomer")


@transaction.atomic
def ask_mentor(*, actor: Actor, ask: MentorAsk) -> Mentoring:
    """Ask an experienced volunteer and somebody new whether they want to walk together for a while. Both answer
    for themselves. Raises Engagement.DoesNotExist, Person.DoesNotExist, NotAllowed, HasMentor, DayRefused or DomainError."""
    rows = engagements_visible_to(actor).open().select_related("programme__welcome", "person__user")
    engagement = rows.select_for_update(of=("self",)).get(pk=ask.engagement_id)
    people = Person.objects.select_related("volunteer", "user")
    mentor = people.get(pk=ask.mentor_id, organisation_id=actor.organisation_id)
    policies.can_link(actor, engagement, mentor).require()
    _check_start(ask.from_on)
    if ask.backup_id is not None and get_membership(actor, ask.backup_id) is None:
        raise DomainError(_("This colleague is no longer here. Choose somebody else."))
    if Mentoring.objects.filter(engagement=engagement, state__in=OPEN).exists():
        raise HasMentor(_("Somebody was asked already, or walks along."))
    last_week = max(weeks_of(engagement), default=0)
    mentoring = Mentoring.objects.create(
        organisation_id=actor.organisation_id,
        engagement=engagement,
        newcomer=engagement.person,
        mentor=mentor,
        backup_id=ask.backup_id,
        from_on=ask.from_on,
        until_on=ask.from_on + timedelta(weeks=last_week) + AFTERWARDS,
    )
    log.record("mentoring.asked", actor=actor, target=mentoring)
    for person in (mentor, engagement.person):
        _tell(
            actor,
            person,
            gettext_lazy("A question for you"),
            gettext_lazy("We have a question about walking along with somebody. A no is fine."),
            mentoring,
        )
    return mentoring


def _check_start(day: date) -> None:
    if not clock.today() <= day <= clock.today() + LONGEST_AHEAD:
        raise DayRefused("from_on", _("Choose today or a day within the coming year."))


def weeks_of(engagement: Engagement) -> list[int]:
    """The weeks of a mentor's moments in this programme."""
    welcome = getattr(engagement.programme, "welcome", None)
    return list(welcome.mentor_weeks) if welcome is not None else usual_mentor_weeks()


def _tell(actor: Actor, person: Person, subject: Text, body: Text, mentoring: Mentoring) -> None:
    if person.user is not None:
        tell(
            actor=actor,
            user=person.user,
            kind="mentoring",
            subject=subject,
            body=body,
            url=actor.url("belonging:mentoring", mentoring_id=mentoring.pk),
        )


def lock_mentoring(actor: Actor, mentoring_id: UUID) -> Mentoring:
    """The mentoring, locked. Raises Mentoring.DoesNotExist."""
    rows = policies.visible_to(actor).select_related(
        "engagement__programme__welcome", "mentor__user", "newcomer__user"
    )
    return rows.select_for_update(of=("self",)).get(pk=mentoring_id)


@transaction.atomic
def answer(*, actor: Actor, mentoring_id: UUID, word: str, shares_phone: bool) -> Mentoring:
    """One of the two says yes or no. With two times yes they begin; a no needs no reason, and the other is not
    told who said it. Raises Mentoring.DoesNotExist, NotAllowed or StateConflict."""
    mentoring = lock_mentoring(actor, mentoring_id)
    policies.can_answer(actor, mentoring).require()
    side = "mentor" if actor.person_id == mentoring.mentor_id else "newcomer"
    return _answered(actor, mentoring, side, word, shares_phone=shares_phone)


@transaction.atomic
def answer_for(
    *, actor: Actor, mentoring_id: UUID, side: str, word: str, shares_phone: bool
) -> Mentoring:
    """A coordinator writes down what the «mentor» or the «newcomer» said by phone or on paper. Raises as `answer`,
    and DomainError without a yes or a no."""
    mentoring = lock_mentoring(actor, mentoring_id)
    if side not in SIDES or word not in Answer.values:
        raise DomainError(_("Choose who answered, and what they said."))
    policies.can_answer_for(actor, mentoring, getattr(mentoring, side)).require()
    return _answered(actor, mentoring, side, word, shares_phone=shares_phone)


def _answered(
    actor: Actor, mentoring: Mentoring, side: str, word: str, *, shares_phone: bool
) -> Mentoring:
    if mentoring.state != MentoringState.ASKED:
        raise StateConflict(_("This was answered already."))
    setattr(mentoring, f"{side}_answer", word)
    setattr(mentoring, f"{side}_shares_phone", shares_phone and word == Answer.YES)
    if word == Answer.NO:
        mentoring.state = MentoringState.NOT_STARTED
    elif mentoring.mentor_answer == mentoring.newcomer_answer == Answer.YES:
        _begin(actor, mentoring)
    mentoring.save()
    log.record("mentoring.answered", actor=actor, target=mentoring)
    return mentoring


def _begin(actor: Actor, mentoring: Mentoring) -> None:
    # Who said yes late begins late: the moments count from the day they both want it.
    start = max(mentoring.from_on, clock.today())
    days = rhythm.moments(start, weeks_of(mentoring.engagement))
    mentoring.state, mentoring.from_on = MentoringState.RUNNING, start
    mentoring.until_on = max([start, *days.values()]) + AFTERWARDS
    MentorMoment.objects.bulk_create(
        MentorMoment(
            organisation_id=mentoring.organisation_id, mentoring=mentoring, week=week, due_on=day
        )
        for week, day in days.items()
    )
    for person in (mentoring.mentor, mentoring.newcomer):
        _tell(
            actor,
            person,
            gettext_lazy("You walk along together"),
            gettext_lazy("You both said yes. Your page tells how you reach each other."),
            mentoring,
        )


@transaction.atomic
def note_moment(*, actor: Actor, moment_id: UUID, spoke_on: date, line: str = "") -> MentorMoment:
    """«We spoke», with a line for the coordinator if there is one. Raises MentorMoment.DoesNotExist, NotAllowed,
    DayRefused or StateConflict."""
    moment = (
        MentorMoment.objects.select_for_update(of=("self",))
        .select_related("mentoring")
        .get(pk=moment_id, mentoring__in=policies.visible_to(actor))
    )
    policies.can_note(actor, moment.mentoring).require()
    if moment.mentoring.state != MentoringState.RUNNING:
        raise StateConflict(_("You don’t walk along together now."))
    if spoke_on > clock.today():
        raise DayRefused("spoke_on", _("Choose today or a day in the past."))
    moment.spoke_on, moment.line = spoke_on, line
    moment.save(update_fields=["spoke_on", "line"])
    log.record("mentoring.spoke", actor=actor, target=moment.mentoring)
    return moment


@transaction.atomic
def end_mentoring(*, actor: Actor, mentoring_id: UUID) -> Mentoring:
    """It ends before its day, with thanks all the same. Raises Mentoring.DoesNotExist, NotAllowed or
    StateConflict."""
    policies.can_arrange(actor).require()
    mentoring = lock_mentoring(actor, mentoring_id)
    if mentoring.state not in OPEN:
        raise StateConflict(_("This has ended already."))
    was_running = mentoring.state == MentoringState.RUNNING
    mentoring.state, mentoring.ended_on = MentoringState.ENDED, clock.today()
    mentoring.save(update_fields=["state", "ended_on"])
    log.record("mentoring.ended", actor=actor, target=mentoring)
    if was_running:
        thank(actor, mentoring)
    return mentoring


def thank(actor: Actor, mentoring: Mentoring) -> None:
    """A thank-you to the mentor, and a word to who was new. Call inside the transaction of the end."""
    for person, body in (
        (mentoring.mentor, gettext_lazy("Thank you for walking along. Somebody feels at home.")),
        (mentoring.newcomer, gettext_lazy("Your mentor steps back. Our door stays open.")),
    ):
        if person.user is not None:
            tell(
                actor=actor,
                user=person.user,
                kind="mentoring",
                subject=gettext_lazy("Thank you"),
                body=body,
                url=actor.url("belonging:mine"),
            )


@transaction.atomic
def see_not_started(*, actor: Actor, mentoring_id: UUID) -> Mentoring:
    """A coordinator saw that it does not go on. Raises Mentoring.DoesNotExist, NotAllowed or
    StateConflict."""
    policies.can_arrange(actor).require()
    mentoring = lock_mentoring(actor, mentoring_id)
    if mentoring.state != MentoringState.NOT_STARTED:
        raise StateConflict(_("This goes on: there is nothing to look further for."))
    mentoring.seen_on = clock.today()
    mentoring.save(update_fields=["seen_on"])
    log.record("mentoring.seen", actor=actor, target=mentoring)
    return mentoring


@transaction.atomic
def set_ready(*, actor: Actor, person_id: UUID, word: str) -> MentorReady:
    """Whether a mentor did what the house asks of mentors. Raises Person.DoesNotExist or NotAllowed."""
    policies.can_arrange(actor).require()
    person = Person.objects.get(
        Q(volunteer__isnull=False), pk=person_id, organisation_id=actor.organisation_id
    )
    ready, _made = MentorReady.objects.update_or_create(
        person=person,
        organisation_id=actor.organisation_id,
        defaults={"word": word, "since_on": clock.today()},
    )
    log.record("mentor.ready", actor=actor, target=person, changes={"word": word})
    return ready
