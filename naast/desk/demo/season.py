"""Half a year of an invented organisation. The same seed gives the same people and stories; days count back
from today, so that the desk has something to say."""

import random
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from naast.companionship.models import (
    CallBack,
    FirstMeeting,
    Goal,
    Match,
    MatchState,
    MatchStep,
    Milestone,
    QuietQuestion,
    Request,
    Visit,
)
from naast.core import clock
from naast.desk.demo import words
from naast.desk.demo.houses import House
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.people.inputs import NewPerson, TopicUse
from naast.people.models import Consent, Note, Person, PersonTopic, Topic
from naast.programmes.models import Engagement, EngagementTest, Kind, Programme, Task

# How the matches of a house are spread over their states.
SPREAD = (
    [MatchState.RUNNING] * 11
    + [MatchState.TRIAL] * 3
    + [MatchState.PROPOSED] * 2
    + [MatchState.VOLUNTEER_YES, MatchState.BOTH_YES, MatchState.MEETING_PLANNED]
    + [MatchState.PAUSED, MatchState.WINDING_DOWN, MatchState.ENDED, MatchState.ENDED]
)
MET = {
    MatchState.TRIAL,
    MatchState.RUNNING,
    MatchState.PAUSED,
    MatchState.WINDING_DOWN,
    MatchState.ENDED,
}


@dataclass
class Season:
    """The builder: what it knows while it works."""

    house: House
    actor: Actor
    staff: list[Membership]
    programmes: list[Programme]
    chance: random.Random
    today: date = field(default_factory=clock.today)

    def ago(self, days: int) -> date:
        """The day so many days back."""
        return self.today - timedelta(days=days)

    def moment(self, day: date, hour: int = 10) -> datetime:
        """A moment on that day, where the people are."""
        return timezone.make_aware(datetime.combine(day, time(hour)))

    def as_member(self, member: Membership, function: Function) -> Actor:
        """The actor of one of the staff in this function."""
        return replace(
            self.actor,
            user_id=member.user_id,
            membership_id=member.pk,
            person_id=member.person_id,
            functions=frozenset({function.value}),
        )

    def as_person(self, person: Person, function: Function) -> Actor:
        """The actor of a volunteer or participant themselves."""
        return replace(
            self.actor,
            user_id=person.user_id,
            person_id=person.pk,
            functions=frozenset({function.value}),
        )

    def of(self, function: Function) -> Membership:
        """Somebody of the staff with this function; the first coordinator when nobody has it."""
        fitting = [each for each in self.staff if each.roles.filter(function=function).exists()]
        return self.chance.choice(fitting) if fitting else self.staff[0]


def new_volunteer(season: Season, number: int) -> NewPerson:
    """An invented volunteer."""
    pick = season.chance.choice
    topics = [
        TopicUse("interest", "likes", name) for name in season.chance.sample(words.INTERESTS, 3)
    ]
    topics.append(TopicUse("interest", "rather_not", pick(words.DISLIKES)))
    topics.append(TopicUse("competence", "can", pick(words.COMPETENCES)))
    status = "interested" if number % 11 == 5 else "paused" if number % 13 == 7 else "active"
    return _person(
        season,
        number,
        "v",
        topics=tuple(topics),
        volunteer={
            "status": status,
            "since_on": season.ago(season.chance.randint(30, 1500)),
            "strengths": pick(words.STRENGTHS),
            "motives": pick(words.MOTIVES),
            "knowledge": pick(words.KNOWLEDGE),
            "possibilities": pick(words.POSSIBILITIES),
            "wishes": pick(words.WISHES),
            "last_discussed_on": season.ago(season.chance.randint(20, 500)),
            "max_matches": pick([1, 1, 2, 2, 3, None]),
            "max_travel_km": pick([3, 5, 10, 15, None]),
            "rather_not_nearby": number % 9 == 2,
            "types": season.chance.sample(["ally", "coach", "mentor"], pick([1, 2])),
            "styles": season.chance.sample(["talk", "do", "quiet"], pick([1, 2])),
            "rhythm_min": 2,
            "rhythm_max": pick([2, 4, 4, 8]),
            "term_months": pick([6, 12, 12, 24, None]),
            "closeness": pick([1, 2, 2, 3]),
            "smokes": pick([False, False, True, None]),
            "accepts_smoking": pick([True, False, None]),
            "accepts_pets": pick([True, True, False, None]),
            "accepts_stairs": pick([True, True, False, None]),
        },
    )


def new_participant(season: Season, number: int) -> NewPerson:
    """An invented participant: strengths and network first."""
    pick = season.chance.choice
    topics = [
        TopicUse("interest", "likes", name) for name in season.chance.sample(words.INTERESTS, 2)
    ]
    topics.append(TopicUse("interest", "rather_not", pick(words.DISLIKES)))
    return _person(
        season,
        number,
        "d",
        topics=tuple(topics),
        participant={
            "since_on": season.ago(season.chance.randint(10, 900)),
            "strengths": pick(words.STRENGTHS),
            "network": pick(
                ["Een zus in de buurt, die werkt overdag.", "De buurvrouw kijkt mee.", ""]
            ),
            "background": "Hoort rechts beter. Spreek rustig.",
            "trusted_name": pick(["Buurvrouw", "Dochter", ""]),
            "home_has_smoker": pick([True, False, False, None]),
            "home_pets": pick([[], [], ["cat"], ["dog"]]),
            "home_has_stairs": pick([True, False, None]),
            "professional_id": season.of(Function.PROFESSIONAL).pk,
        },
    )


def _person(season: Season, number: int, letter: str, **hat: object) -> NewPerson:
    pick = season.chance.choice
    given, gender = words.GIVEN_NAMES[(number * 7 + len(letter)) % len(words.GIVEN_NAMES)]
    postcode, place = pick(season.house.places)
    oldest = 88 if letter == "d" else 76
    return NewPerson(
        given_name=given,
        family_name=pick(words.FAMILY_NAMES),
        gender=gender,
        birth_on=season.ago(
            season.chance.randint(22, oldest) * 365 + season.chance.randint(0, 300)
        ),
        email=f"{letter}{number}.{season.house.slug}@voorbeeld.example" if number % 5 else "",
        street=f"{pick(words.STREETS)} {season.chance.randint(1, 180)}",
        postcode=postcode,
        place=place,
        weekly=sum(1 << bit for bit in season.chance.sample(range(21), 9)),
        prefers_paper=letter == "d" and number % 3 == 0,
        external_id=f"{letter.upper()}{number:03d}",
        languages=pick(words.LANGUAGES),
        **hat,  # type: ignore[arg-type]  # the hat's own fields
    )


def engage_all(season: Season, volunteers: list[Person]) -> None:
    """Everybody takes part in a programme; a few on a guided path, called by its name."""
    rows = [
        Engagement(
            organisation_id=season.actor.organisation_id,
            person=person,
            programme=season.programmes[number % len(season.programmes)],
            kind=Kind.GUIDED if number % 17 == 9 else Kind.VOLUNTEERING,
            steered_by="Traject Voorwaarts (verzonnen)" if number % 17 == 9 else "",
            until_on=season.today + timedelta(days=60) if number % 17 == 9 else None,
            started_on=season.ago(season.chance.randint(20, 700)),
            conditions_met={},
        )
        for number, person in enumerate(volunteers)
    ]
    conditions = {
        programme.pk: [str(each) for each in programme.entryconditions.values_list("pk", flat=True)]
        for programme in season.programmes
    }
    for number, row in enumerate(rows):
        known = conditions[row.programme_id]
        met = known if (number + 2) % 6 else known[: len(known) // 2]
        row.conditions_met = {each: row.started_on.isoformat() for each in met}
    Engagement.objects.bulk_create(rows)
    EngagementTest.objects.bulk_create(
        EngagementTest(
            organisation_id=season.actor.organisation_id,
            engagement=row,
            is_unpaid=True,
            is_free_choice=row.kind == Kind.VOLUNTEERING,
            is_for_others=True,
            is_outside_family=True,
            is_not_also_employed=True,
            tested_on=row.started_on,
            tested_by=season.staff[0],
        )
        for number, row in enumerate(rows)
        if (number + 4) % 9
    )


def lived_experience(season: Season, volunteers: list[Person]) -> None:
    """Some volunteers said that what they lived through may help to find a match (S3-10)."""
    names = {
        name: Topic.objects.create(
            organisation_id=season.actor.organisation_id, kind=Topic.Kind.EXPERIENCE, name=name
        )
        for name in words.EXPERIENCES
    }
    for person in volunteers[::4]:
        Consent.objects.create(
            organisation_id=season.actor.organisation_id,
            person=person,
            purpose=Consent.Purpose.LIVED_EXPERIENCE,
            given_on=season.ago(60),
            how=Consent.How.IN_PERSON,
        )
        PersonTopic.objects.create(
            organisation_id=season.actor.organisation_id,
            person=person,
            topic=names[season.chance.choice(words.EXPERIENCES)],
            stance=PersonTopic.Stance.LIVED,
        )


def wishes(season: Season, participants: list[Person]) -> list[Request]:
    """A wish of everybody, some with consent still to give."""
    made = []
    for number, person in enumerate(participants):
        pick = season.chance.choice
        has_consent = number % 8 != 3
        asked = season.ago(season.chance.randint(2, 150))
        request = Request.objects.create(
            organisation_id=season.actor.organisation_id,
            participant=person,
            programme=season.programmes[number % len(season.programmes)],
            status=Request.Status.WAITING if has_consent else Request.Status.EXPLORING,
            own_words=words.OWN_WORDS[number % len(words.OWN_WORDS)],
            pace=pick(words.PACES),
            asked_on=asked,
            coordinator=season.of(Function.COORDINATOR),
            review_on=None if has_consent else season.ago(-5),
            languages=pick([{"nl": 1}, {"nl": 2}, {}, {"fr": 1}]),
            genders=pick([[], [], [], ["woman"]]),
            weekly=sum(1 << bit for bit in season.chance.sample(range(15), 7)),
            max_km=pick([None, 10, 15]),
            rather_not_nearby=number % 10 == 4,
            types=pick([["ally"], ["coach"], []]),
            styles=pick([["talk"], ["do"], ["quiet"], []]),
            rhythm=pick([2, 4, 4, None]),
            term_months=pick([6, 12, None]),
            closeness=pick([1, 2, 2, None]),
        )
        if has_consent:
            Consent.objects.create(
                organisation_id=season.actor.organisation_id,
                person=person,
                purpose=Consent.Purpose.VOLUNTEER_SUPPORT,
                given_on=asked,
                how=Consent.How.IN_PERSON,
            )
        Goal.objects.create(
            organisation_id=season.actor.organisation_id,
            request=request,
            text=words.GOALS[number % len(words.GOALS)],
            consulted_on=asked,
            is_still_to_explore=number % 5 == 0,
            review_on=season.ago(-20) if number % 5 == 0 else None,
        )
        made.append(request)
    return made


def matches(season: Season, requests: list[Request], volunteers: list[Person]) -> None:
    """Matches in every state, with visits, milestones, a silence and a little too much."""
    waiting = [request for request in requests if request.status == Request.Status.WAITING]
    states = SPREAD[: min(len(waiting) - 4, len(SPREAD))]
    engaged = set(
        Engagement.objects.filter(organisation_id=season.actor.organisation_id)
        .open()
        .values_list("person_id", "programme_id")
    )
    for number, (request, state) in enumerate(zip(waiting, states, strict=False)):
        fitting = [
            person
            for person in volunteers
            if (person.pk, request.programme_id) in engaged and person.pk != request.participant_id
        ]
        volunteer = fitting[number // len(season.programmes) % len(fitting)]
        _match(season, request, volunteer, MatchState(state), number)


def _match(
    season: Season, request: Request, volunteer: Person, state: MatchState, number: int
) -> None:
    met = state in MET
    started = season.ago(
        season.chance.randint(20, 40) if state == MatchState.TRIAL else 60 + number * 9
    )
    professional = Person.objects.get(pk=request.participant_id).participant.professional
    match = Match.objects.create(
        organisation_id=season.actor.organisation_id,
        request=request,
        programme=request.programme,
        participant=request.participant,
        volunteer=volunteer,
        state=state,
        state_since=season.moment(started if met else season.ago(number % 6 + 1)),
        coach=season.of(Function.COACH) if number % 12 != 6 else None,
        fallback=professional,
        professional=professional,
        weight=season.chance.choice([1, 2, 2, 3]),
        rhythm=season.chance.choice([2, 4]),
        knew_each_other=False,
        shared_with_volunteer="Woont op de eerste verdieping. Houdt van koffie met veel melk.",
        agreed_volunteer="Ik kom op de afgesproken dag en bel als het niet gaat.",
        agreed_participant="Ik zeg het als ik liever een keer oversla.",
        started_on=started if met else None,
        trial_until_on=started + timedelta(weeks=6) if met else None,
        intended_end_on=started + timedelta(days=365) if met else None,
        ended_on=season.ago(12) if state == MatchState.ENDED else None,
        end_reason="helped_on_the_way" if state == MatchState.ENDED else "",
        closing_talk_on=season.ago(11) if state == MatchState.ENDED else None,
    )
    MatchStep.objects.create(
        organisation_id=season.actor.organisation_id,
        match=match,
        name="propose",
        to_state=MatchState.PROPOSED,
        user_id=season.staff[0].user_id,
    )
    if state == MatchState.MEETING_PLANNED:
        FirstMeeting.objects.create(
            organisation_id=season.actor.organisation_id,
            match=match,
            planned_at=season.moment(season.ago(-3), 14),
            place="Bij de deelnemer thuis",
            with_whom="de coördinator",
        )
    if met:
        status = Request.Status.CLOSED if state == MatchState.ENDED else Request.Status.MATCHED
        Request.objects.filter(pk=request.pk).update(status=status)
        _life(season, match, number)


def _life(season: Season, match: Match, number: int) -> None:
    """Visits about every week or two; one match in five went quiet."""
    started = match.started_on or season.today
    last = season.ago(40 if number % 5 == 2 else season.chance.randint(1, 9))
    if match.ended_on:
        last = match.ended_on
    tasks = list(match.programme.tasks.filter(who__in=[Task.Who.VOLUNTEER, Task.Who.TOGETHER])[:5])
    day = started
    visits = []
    while day <= last:
        visits.append(_visit(season, match, day))
        day += timedelta(days=season.chance.choice([7, 7, 14]))
    Visit.objects.bulk_create(visits)
    for visit in visits:
        if tasks:
            visit.tasks.add(season.chance.choice(tasks))
    if visits:
        Match.objects.filter(pk=match.pk).update(last_visit_on=visits[-1].visited_on)
    Milestone.objects.bulk_create(
        Milestone(
            organisation_id=season.actor.organisation_id,
            match=match,
            kind=kind,
            due_on=started + timedelta(days=days),
            done_on=started + timedelta(days=days)
            if started + timedelta(days=days) < season.ago(4)
            else None,
        )
        for kind, days in (
            (Milestone.Kind.FIRST_CALL, 7),
            (Milestone.Kind.EARLY_CHECK, 14),
            (Milestone.Kind.END_OF_TRIAL, 42),
            (Milestone.Kind.LOOK_BACK, 90),
            (Milestone.Kind.LOOK_BACK, 180),
            (Milestone.Kind.END, 365),
        )
    )
    if number % 5 == 2 and not match.ended_on:
        QuietQuestion.objects.create(
            organisation_id=season.actor.organisation_id,
            match=match,
            asked_at=season.moment(season.ago(3)),
        )


def _visit(season: Season, match: Match, day: date) -> Visit:
    pick = season.chance.choice
    return Visit(
        organisation_id=season.actor.organisation_id,
        match=match,
        visited_on=day,
        mode=pick([Visit.Mode.HOME, Visit.Mode.HOME, Visit.Mode.OUTING, Visit.Mode.PHONE]),
        minutes=pick([30, 60, 60, 90, 120]),
        mood=pick([Visit.Mood.GOOD, Visit.Mood.GOOD, Visit.Mood.MIXED, Visit.Mood.HARD]),
        good_moment=pick(words.GOOD_MOMENTS),
        pass_on=pick(words.PASS_ON),
        # What was told long ago has been read by now.
        seen_at=season.moment(day, 20) if day < season.ago(7) else None,
        other_activity=pick(["", "", "", "", "pillendoos gevuld"]),
    )


def small_things(season: Season, participants: list[Person], volunteers: list[Person]) -> None:
    """A note, a request to call, so that no list is empty."""
    Note.objects.create(
        organisation_id=season.actor.organisation_id,
        person=participants[0],
        author=season.staff[0],
        audience="team",
        text="Liever niet voor tien uur bellen.",
    )
    CallBack.objects.create(
        organisation_id=season.actor.organisation_id,
        person=volunteers[1],
        kind=CallBack.Kind.TALK,
        text="Ik wil graag even overleggen over mijn uren.",
        promised_on=season.today,
    )
