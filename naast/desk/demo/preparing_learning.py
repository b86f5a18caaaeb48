"""Courses, sessions in every state, learning paths, what people did, and a log of one volunteer."""

from datetime import date, timedelta

from naast.core import clock
from naast.desk.demo.season import Season
from naast.learning.inputs import CoursePlan, Done, Learned, SessionPlan
from naast.learning.models import Category, Course, CourseForm, Growth, Session
from naast.learning.services import courses, log, paths, records, seats, sessions
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.people.models import Person
from naast.programmes.models import Competence, EntryCondition, Programme

THEMES = ("loneliness", "secrecy", "signal", "poverty", "experts")
FIRST_AID = CoursePlan(
    title="Eerste hulp: de basis",
    about="Wat doe je als iemand valt, zich verslikt of niet meer reageert? Je oefent het echt.",
    outcomes=["Je blijft rustig en belt de juiste hulp.", "Je oefende wat je met je handen doet."],
    minutes=360,
    languages=["nl"],
    is_external=True,
    provider="Hulpschool De Pleister (verzonnen)",
    valid_months=24,
)
AGAIN = CoursePlan(
    title="Eerste hulp: opfrissen",
    about="Een korte avond voor wie de basis al volgde.",
    form=CourseForm.TOGETHER,
    minutes=120,
    languages=["nl"],
    valid_months=24,
)
MATERIAL = (
    {"name": "Blad: zo open je het gesprek", "url": ""},
    {"name": "Drie korte verhalen om samen te lezen", "url": ""},
)
ENTRIES = (
    (Category.ATTITUDE, 6, "Ik hoef een stilte niet op te vullen.", "samen koffie drinken", False),
    (Category.TOGETHER, 40, "Wij spraken samen af wie belt als het niet gaat.", "overleg", True),
    (Category.KNOWING, 90, "Ik weet nu waar je een rolstoel kunt lenen.", "", False),
)


def fill(season: Season, volunteers: list[Person]) -> None:
    """Everything of learning; the first volunteer is one of the cast, so that their own pages have life."""
    made = {code: courses.add_theme(actor=season.actor, code=code) for code in THEMES}
    first_aid = courses.add_course(actor=season.actor, plan=FIRST_AID)
    courses.add_course(actor=season.actor, plan=_refreshing(first_aid))
    for note in ("", "Een verhaal erbij"):
        courses.new_package(
            actor=season.actor, course_id=made["loneliness"].pk, materials=MATERIAL, note=note
        )
    for programme in season.programmes:
        _path(season, programme, made)
    _past(season, made, volunteers)
    _to_come(season, made, volunteers)
    _elsewhere(season, first_aid, made["signal"], volunteers)
    _own(season, volunteers[0])


def _refreshing(course: Course) -> CoursePlan:
    return CoursePlan(
        title=AGAIN.title,
        about=AGAIN.about,
        minutes=AGAIN.minutes,
        languages=AGAIN.languages,
        valid_months=AGAIN.valid_months,
        refresher_of_id=course.pk,
    )


def _path(season: Season, programme: Programme, made: dict[str, Course]) -> None:
    training = programme.entryconditions.filter(kind=EntryCondition.Kind.TRAINING).first()
    for code in ("loneliness", "secrecy", "signal", "experts"):
        is_first = code == "loneliness" and training is not None
        paths.add_to_path(
            actor=season.actor,
            programme_id=programme.pk,
            course_id=made[code].pk,
            is_required=code != "experts",
            condition_id=training.pk if training is not None and is_first else None,
        )


def _plan(season: Season, course: Course, days: int, **more: object) -> Session:
    """A session so many days from today (before today: negative)."""
    plan = SessionPlan(
        starts_at=season.moment(season.ago(-days), 19),
        place="In ons huis",
        is_mixed=course.is_mixed,
        **more,  # type: ignore[arg-type]  # the planner's own fields
    )
    return sessions.plan_session(actor=season.actor, course_id=course.pk, plan=plan)


def _past(season: Season, made: dict[str, Course], volunteers: list[Person]) -> None:
    host = season.of(Function.COORDINATOR).pk
    held = _plan(season, made["secrecy"], -20, host_id=host)
    for person in volunteers[:5]:
        seats.sign_somebody_up(actor=season.actor, session_id=held.pk, person_id=person.pk)
    seats.close_session(actor=season.actor, session_id=held.pk)
    still_open = _plan(season, made["poverty"], -2, host_id=host)
    for person in volunteers[2:4]:
        seats.sign_somebody_up(actor=season.actor, session_id=still_open.pk, person_id=person.pk)


def _to_come(season: Season, made: dict[str, Course], volunteers: list[Person]) -> None:
    full = _plan(
        season, made["loneliness"], 9, places=3, host_id=season.of(Function.COORDINATOR).pk
    )
    for person in volunteers[1:6]:
        seats.sign_somebody_up(actor=season.actor, session_id=full.pk, person_id=person.pk)
    without_host = _plan(
        season, made["signal"], 5, places=12, online_url="https://kamer.voorbeeld.example/opmerken"
    )
    seats.sign_somebody_up(
        actor=season.actor, session_id=without_host.pk, person_id=volunteers[0].pk
    )
    together = _plan(season, made["experts"], 14)
    if _member(season, volunteers[0]) is not None:
        sessions.name_host(actor=season.actor, session_id=together.pk, person_id=volunteers[0].pk)


def _elsewhere(season: Season, first_aid: Course, signal: Course, volunteers: list[Person]) -> None:
    """What was done elsewhere: long ago, so that some of it ends soon and some has ended."""
    for number, person in enumerate(volunteers[:8]):
        _note(season, person, first_aid, season.ago(60 + number * 90), is_seen=bool(number % 3))
        _note(season, person, signal, season.ago(690 + number * 12), is_seen=True)


def _note(season: Season, person: Person, course: Course, day: date, *, is_seen: bool) -> None:
    done = Done(course_id=course.pk, done_on=day, is_seen=is_seen)
    records.note_done(actor=season.actor, person_id=person.pk, done=done)


def _own(season: Season, person: Person) -> None:
    """What one volunteer of the cast wrote for themselves, and how they see themselves grow."""
    member = _member(season, person)
    if member is None:
        return
    actor = Actor(
        organisation_id=season.actor.organisation_id,
        slug=season.actor.slug,
        functions=frozenset({Function.VOLUNTEER.value}),
        user_id=member.user_id,
        person_id=person.pk,
        membership_id=member.pk,
    )
    for category, days, words, activity, is_shared in ENTRIES:
        learned = Learned(
            learned_on=clock.today() - timedelta(days=days),
            category=category,
            words=words,
            activity=activity,
            is_shared=is_shared,
        )
        log.write_entry(actor=actor, learned=learned)
    records.choose_how(actor=actor, likes="doing", forms=[CourseForm.ON_THE_JOB])
    asked = Competence.objects.filter(
        programme__engagements__person=person, programme__engagements__ended_on__isnull=True
    )
    for step, competence in zip(Growth.Step, asked.order_by("position")[:3], strict=False):
        log.see_growth(actor=actor, competence_id=competence.pk, step=step)


def _member(season: Season, person: Person) -> Membership | None:
    return Membership.objects.filter(
        organisation_id=season.actor.organisation_id, person_id=person.pk
    ).first()
