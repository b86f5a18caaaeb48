"""Feeling at home in an invented house: hosts and first days, mentors, what was asked and answered, wishes, a guide
outside, a heavy visit, and ideas of volunteers."""

from datetime import time, timedelta
from typing import Any, Final

from naast.belonging import texts
from naast.belonging.inputs import (
    Answered,
    FirstDayPlan,
    MentorAsk,
    NewGuide,
    NewIdea,
    Settled,
    WelcomeTerms,
)
from naast.belonging.models import FirstDay, Idea, Mentoring, Question
from naast.belonging.services import answering, ideas, mentoring, welcoming, wishes
from naast.belonging.states import QuestionKind
from naast.companionship.models import Match, Visit
from naast.companionship.states import LIVING_STATES
from naast.core import clock
from naast.desk.demo.season import Season
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.people.models import Person
from naast.programmes.models import Engagement

TAPS: Final = {"expected": "yes", "meaning": "a_bit", "at_home": "yes", "whom_to_call": "yes"}
LOOK: Final = "Iedereen zegt hier dag aan de deur. Alleen: waar hang ik mijn jas?"
WISHES: Final = (
    "Ik wil leren omgaan met stilte.",
    "Liever geen avonden meer in de winter.",
    "Eens koffie drinken met anderen die hetzelfde doen.",
)
IDEAS: Final = (
    NewIdea("Soepavond", "wie graag samen eet", "Samen koken, wie wil schuift aan.", "om de maand"),
    NewIdea("Wandelgroep op zondag", "wie niet graag alleen wandelt", pace="Wie komt, die komt."),
    NewIdea(
        "Herstelhoek", "buren met een kapotte lamp of broek", needs="Twee tafels en een stekker."
    ),
    NewIdea("Voorleesuur", "kinderen van de buurt", "Elke woensdag een half uur."),
    NewIdea("Bootje varen", "wie graag op het water is"),
    NewIdea("Kerstkaarten schrijven", "wie weinig post krijgt"),
)
# How many of the newest engagements play a part here.
STORIES: Final = 14


def fill(season: Season, active: list[Person]) -> None:
    """A little in every state."""
    boss = season.staff[0]
    actor = _as(season, boss)
    chosen = _engagements(season, active)
    if len(chosen) < STORIES:
        return
    _welcomes(season, actor)
    _first_days(season, actor, chosen[:4])
    _mentors(season, actor, chosen)
    _questions(season, actor, chosen)
    _own_things(season, actor, chosen)
    _heavy_visits(season, active)
    _ideas(season, actor, chosen)


def _as(season: Season, member: Membership) -> Actor:
    return season.as_member(member, Function.COORDINATOR)


def _volunteer(season: Season, person: Person) -> Actor:
    return season.as_person(person, Function.VOLUNTEER)


def _engagements(season: Season, active: list[Person]) -> list[Engagement]:
    """Those of the cast first, so that their homes have life; one for each person."""
    rows = Engagement.objects.filter(
        organisation_id=season.actor.organisation_id, person__in=active, ended_on__isnull=True
    ).select_related("person__user", "programme")
    found: dict[Any, Engagement] = {}
    for each in sorted(rows.order_by("pk"), key=lambda row: row.person.user_id is None):
        found.setdefault(each.person_id, each)
    return list(found.values())[:STORIES]


def _welcomes(season: Season, actor: Actor) -> None:
    """Every programme but the last has a host."""
    host = season.of(Function.PROFESSIONAL)
    for programme in season.programmes[:-1]:
        terms = WelcomeTerms(
            host.pk, "Onthaal, vraag naar het team", (), (2, 6, 12), (0, 4, 12), 3, 4
        )
        welcoming.change_welcome(actor=actor, programme_id=programme.pk, terms=terms)


def _first_days(season: Season, actor: Actor, chosen: list[Engagement]) -> None:
    """One to come with a host, one without, one to confirm, one received; the first is of the cast."""
    host = season.of(Function.PROFESSIONAL)
    stories = ((2, host, False), (1, None, False), (-3, host, False), (-6, host, True))
    for engagement, (days, who, is_received) in zip(chosen, stories, strict=True):
        day = season.today + timedelta(days=days)
        made = FirstDay.objects.create(
            organisation_id=season.actor.organisation_id,
            engagement=engagement,
            day=day,
            place="Onthaal",
            lines=[{"what": line, "done": is_received} for line in texts.first_day_lines("nl")],
        )
        if who is not None:
            plan = FirstDayPlan(who.pk, max(day, engagement.started_on), time(9, 30), "Onthaal")
            welcoming.plan_first_day(actor=actor, first_day_id=made.pk, plan=plan)
        if is_received:
            welcoming.confirm_received(
                actor=actor, first_day_id=made.pk, done=range(len(made.lines))
            )


def _mentors(season: Season, actor: Actor, chosen: list[Engagement]) -> None:
    """Somebody of the cast is asked; two walk along; one said no; one is done."""
    backup = season.staff[-1]
    stories = (("ask", 0, 4), ("run", 5, 6), ("run", 7, 0), ("no", 8, 9), ("end", 10, 11))
    for word, new, experienced in stories:
        ask = MentorAsk(chosen[new].pk, chosen[experienced].person_id, season.today, backup.pk)
        made = mentoring.ask_mentor(actor=actor, ask=ask)
        if word in ("run", "end"):
            _both_say_yes(season, made)
        if word == "no":
            mentor = _volunteer(season, made.mentor)
            mentoring.answer(actor=mentor, mentoring_id=made.pk, word="no", shares_phone=False)
        if word == "end":
            mentoring.end_mentoring(actor=actor, mentoring_id=made.pk)
    mentoring.set_ready(actor=actor, person_id=chosen[6].person_id, word="done")


def _both_say_yes(season: Season, made: Mentoring) -> None:
    for person in (made.mentor, made.newcomer):
        actor = _volunteer(season, person)
        mentoring.answer(actor=actor, mentoring_id=made.pk, word="yes", shares_phone=True)
    moment = made.moments.first()
    if moment is not None:
        mentor = _volunteer(season, made.mentor)
        mentoring.note_moment(
            actor=mentor, moment_id=moment.pk, spoke_on=season.today, line="Een goede start."
        )


def _ask(season: Season, engagement: Engagement, kind: QuestionKind, **fields: Any) -> Question:
    return Question.objects.create(
        organisation_id=season.actor.organisation_id,
        engagement=engagement,
        person=engagement.person,
        kind=kind,
        asked_on=season.ago(3),
        **fields,
    )


def _questions(season: Season, actor: Actor, chosen: list[Engagement]) -> None:
    """Asked of the cast and waiting; answered, called, settled by others."""
    check, look, end = QuestionKind.CHECK, QuestionKind.LOOK, QuestionKind.GOING_ON
    _ask(season, chosen[0], check, week=6)
    _ask(season, chosen[2], check, week=2)
    not_yet = Answered(
        taps=TAPS | {"at_home": "not_yet"}, words="Waar ik moet zijn als er niemand is."
    )
    answers = (
        (
            chosen[3],
            check,
            Answered(taps=TAPS, words="Niets, het was fijn.", shares_with_host=True),
        ),
        (chosen[4], check, not_yet),
        (chosen[5], look, Answered(words=LOOK, shares_unnamed=True)),
        (chosen[6], look, Answered(words="Er wordt veel gelachen. Houden zo.")),
        (chosen[7], end, Answered(choice="change", words="Liever om de twee weken.")),
        (chosen[8], end, Answered(choice="extend")),
    )
    for engagement, kind, given in answers:
        made = _ask(season, engagement, kind)
        answering.answer(
            actor=_volunteer(season, engagement.person), question_id=made.pk, given=given
        )
        if given.shares_unnamed:
            settled = Settled("done", "Er hangt nu een kapstok aan de deur, met een bordje.")
            answering.settle(actor=actor, question_id=made.pk, settled=settled)
        if given.choice == "extend":
            answering.settle(
                actor=actor, question_id=made.pk, settled=Settled("extended", "Heel graag!")
            )
    soon = season.today + timedelta(days=6)
    Engagement.objects.filter(pk=chosen[9].pk).update(until_on=soon)
    _ask(season, chosen[9], end, end_on=soon)
    stops = _ask(season, chosen[10], end)
    given = Answered(choice="stop", words="Ik verhuis.")
    answering.answer(actor=_volunteer(season, chosen[10].person), question_id=stops.pk, given=given)
    settled = Settled("stopped", "We drinken er samen een koffie op.")
    answering.settle(actor=actor, question_id=stops.pk, settled=settled)


def _own_things(season: Season, actor: Actor, chosen: list[Engagement]) -> None:
    """Wishes with and without an answer, a closer rhythm, a guide outside."""
    for engagement, words in zip(chosen, WISHES, strict=False):
        wishes.write_wish(
            actor=_volunteer(season, engagement.person),
            person_id=engagement.person_id,
            words=words,
        )
    answered = wishes.write_wish(
        actor=actor,
        person_id=chosen[0].person_id,
        words="Een badge met mijn naam.",
        follow_up_on=season.today,
    )
    wishes.answer_wish(actor=actor, wish_id=answered.pk, answer="Ligt klaar aan het onthaal.")
    wishes.write_wish(
        actor=actor,
        person_id=chosen[3].person_id,
        words="Iemand die eens meegaat.",
        follow_up_on=season.today,
    )
    wishes.choose_contact(
        actor=_volunteer(season, chosen[1].person),
        every_weeks=2,
        knows_from_inside=True,
        words="Een belletje op vrijdag.",
    )
    guide = wishes.name_guide(
        actor=_volunteer(season, chosen[0].person),
        person_id=chosen[0].person_id,
        guide=NewGuide(
            name="An Anders",
            works_at="Trajectdienst (verzonnen)",
            reach="000 00 00 00",
            may_share="Dat ik kom, en hoe het gaat.",
            until_on=season.today + timedelta(days=180),
        ),
    )
    wishes.note_shared(actor=actor, guide_id=guide.pk, what="Komt elke week, en graag.")


def _heavy_visits(season: Season, active: list[Person]) -> None:
    """Yesterday was hard for somebody: the offer stands on their home."""
    rows = Match.objects.filter(
        organisation_id=season.actor.organisation_id,
        volunteer__in=active,
        state__in=LIVING_STATES,
    ).select_related("volunteer")
    matches = sorted(rows.order_by("pk"), key=lambda each: each.volunteer.user_id is None)
    for match in matches[:1]:
        Visit.objects.create(
            organisation_id=season.actor.organisation_id,
            match=match,
            visited_on=season.ago(1),
            mood=Visit.Mood.HARD,
            user_id=match.volunteer.user_id,
            seen_at=clock.now(),
        )


def _ideas(season: Season, actor: Actor, chosen: list[Engagement]) -> None:
    """One in every state; the first is led by somebody of the cast."""
    made: list[tuple[Actor, Idea]] = []
    for engagement, words in zip(chosen, IDEAS, strict=False):
        lead = _volunteer(season, engagement.person)
        made.append((lead, ideas.start_idea(actor=lead, idea=words)))
    for other in chosen[6:8]:
        ideas.join(actor=_volunteer(season, other.person), idea_id=made[0][1].pk)
    ideas.take_step(actor=made[1][0], idea_id=made[1][1].pk, step="look")
    for number in (2, 3, 4):
        lead, idea = made[number]
        ideas.ask_support(actor=lead, idea_id=idea.pk, words="Mogen we de zaal gebruiken?")
    ideas.answer_idea(actor=actor, idea_id=made[3][1].pk, words="Ja, op woensdag is ze vrij.")
    ideas.answer_idea(
        actor=actor,
        idea_id=made[4][1].pk,
        words="Mooi idee. Eerst zwemvesten, die vragen we in het voorjaar aan.",
        not_now="safety",
    )
    ideas.take_step(actor=made[5][0], idea_id=made[5][1].pk, step="start")
    ideas.take_step(actor=made[5][0], idea_id=made[5][1].pk, step="finish")
