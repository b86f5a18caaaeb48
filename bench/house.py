"""An organisation of any size, filled in bulk with invented people."""

import random
from datetime import date, timedelta
from itertools import islice

from naast.companionship.models import Match, MatchState, Request, Visit
from naast.core import clock
from naast.desk.founding import Founded, found_organisation
from naast.organisations.actors import Actor
from naast.organisations.services import NewOrganisation
from naast.people.api import bulk_create_people
from naast.people.inputs import NewPerson, TopicUse
from naast.people.models import Consent, Person
from naast.programmes.models import Engagement, StageKind
from naast.programmes.presets import preset_named
from naast.recruitment.models import Application, Journey

LETTERS = "bdfgklmnprstvz"
VOWELS = ("a", "e", "i", "o", "u", "aa", "ie")
INTERESTS = tuple(f"interest {number}" for number in range(30))
BATCH = 5_000
A_DAY_IN_THE_PAST = date(2026, 1, 5)


def found(slug: str = "bench") -> Founded:
    """An empty organisation with a coordinator."""
    return found_organisation(
        NewOrganisation(slug=slug, name="Bench", country="BE", requires_second_factor=False),
        coordinator_name="Cor Dinator",
        coordinator_email=f"cor@{slug}.example",
        preset=preset_named("buddy"),
    )


def name(chance: random.Random) -> str:
    """An invented name of three syllables."""
    return "".join(chance.choice(LETTERS) + chance.choice(VOWELS) for _ in range(3)).capitalize()


def _person(chance: random.Random, number: int, *, is_volunteer: bool) -> NewPerson:
    return NewPerson(
        given_name=name(chance),
        family_name=name(chance),
        email=f"p{number}@bench.example",
        postcode=str(chance.randint(9000, 9060)),
        place="Gent",
        weekly=chance.getrandbits(21),
        languages={"nl": 3, chance.choice(("fr", "en", "tr", "ar")): 2},
        topics=tuple(TopicUse("interest", "likes", name) for name in chance.sample(INTERESTS, 3)),
        volunteer={"status": "active", "rhythm_min": 2, "rhythm_max": 4, "term_months": 12}
        if is_volunteer
        else None,
        participant=None if is_volunteer else {"strengths": "Humor"},
    )


def fill(founded: Founded, *, volunteers: int, start: int = 0) -> list[Person]:
    """Add volunteers number `start` to `volunteers`, all taking part in the programme, and for each
    twenty of them one participant with a match. Returns the last batch of volunteers."""
    actor = Actor.system(founded.organisation, reason="bench")
    chance = random.Random(start)
    numbers = iter(range(start, volunteers))
    made: list[Person] = []
    while batch := list(islice(numbers, BATCH)):
        made = bulk_create_people(
            actor=actor, people=[_person(chance, number, is_volunteer=True) for number in batch]
        )
        Engagement.objects.bulk_create(
            Engagement(
                organisation=founded.organisation,
                person=person,
                programme=founded.programme,
                started_on=A_DAY_IN_THE_PAST,
            )
            for person in made
        )
        _match_some(founded, actor, chance, made[::20], batch[0])
    return made


def _match_some(
    founded: Founded,
    actor: Actor,
    chance: random.Random,
    volunteers: list[Person],
    number: int,
    *,
    visits: int = 3,
) -> None:
    participants = bulk_create_people(
        actor=actor,
        people=[
            _person(chance, 10_000_000 + number + place, is_volunteer=False)
            for place in range(len(volunteers))
        ],
    )
    today, now = clock.today(), clock.now()
    requests = Request.objects.bulk_create(
        Request(
            organisation=founded.organisation,
            participant=participant,
            programme=founded.programme,
            status=Request.Status.MATCHED,
            own_words="Samen wandelen.",
            asked_on=A_DAY_IN_THE_PAST,
        )
        for participant in participants
    )
    matches = Match.objects.bulk_create(
        Match(
            organisation=founded.organisation,
            request=request,
            programme=founded.programme,
            participant=participant,
            volunteer=volunteer,
            state=MatchState.RUNNING,
            state_since=now,
            started_on=A_DAY_IN_THE_PAST,
            last_visit_on=today - timedelta(days=place % 40),
            coach=founded.coordinator,
            fallback=founded.coordinator,
            professional=founded.coordinator,
        )
        for place, (request, participant, volunteer) in enumerate(
            zip(requests, participants, volunteers, strict=True)
        )
    )
    Visit.objects.bulk_create(
        Visit(
            organisation=founded.organisation,
            match=match,
            visited_on=today - timedelta(days=days),
            minutes=60,
        )
        for match in matches
        for days in range(8, 8 + 7 * visits, 7)
    )


def beside_each_other(founded: Founded, *, volunteers: int, visits: int) -> Person:
    """An organisation in which everybody stands beside somebody: for each volunteer a match with so many visits,
    one a week until today. Returns one of the volunteers."""
    actor = Actor.system(founded.organisation, reason="bench")
    chance = random.Random(7)
    numbers = iter(range(volunteers))
    made: list[Person] = []
    while batch := list(islice(numbers, 1_000)):
        made = bulk_create_people(
            actor=actor, people=[_person(chance, number, is_volunteer=True) for number in batch]
        )
        Engagement.objects.bulk_create(
            Engagement(
                organisation=founded.organisation,
                person=person,
                programme=founded.programme,
                started_on=A_DAY_IN_THE_PAST,
            )
            for person in made
        )
        _match_some(founded, actor, chance, made, batch[0], visits=visits)
    return made[0]


def candidates(founded: Founded, *, until: int, start: int = 0) -> list[Application]:
    """Add open applications number `start` to `until`, spread over the stages, the last contact up to
    three weeks ago. Returns the last batch."""
    chance = random.Random(start)
    today = clock.today()
    stages = [kind for kind in StageKind if kind != StageKind.START]
    numbers = iter(range(start, until))
    made: list[Application] = []
    while batch := list(islice(numbers, BATCH)):
        journeys = Journey.objects.bulk_create(
            Journey(
                organisation=founded.organisation,
                programme=founded.programme,
                came_on=today - timedelta(days=number % 60),
                stage=stages[number % len(stages)],
            )
            for number in batch
        )
        made = Application.objects.bulk_create(
            _application(founded, journey, name(chance), number, today)
            for journey, number in zip(journeys, batch, strict=True)
        )
    return made


def _application(
    founded: Founded, journey: Journey, called: str, number: int, today: date
) -> Application:
    touched = today - timedelta(days=number % 21)
    return Application(
        organisation=founded.organisation,
        programme=founded.programme,
        journey=journey,
        coordinator=founded.coordinator,
        given_name=called,
        sort_name=called.lower(),
        email=f"k{number}@bench.example",
        stage=journey.stage,
        stage_since=touched,
        touched_on=touched,
        due_on=touched + timedelta(days=5),
        came_on=journey.came_on,
    )


def open_request(founded: Founded) -> Request:
    """One participant who waits, for the shortlist."""
    actor = Actor.system(founded.organisation, reason="bench")
    person = bulk_create_people(
        actor=actor, people=[_person(random.Random(1), 99_999_999, is_volunteer=False)]
    )[0]
    Consent.objects.create(
        organisation=founded.organisation,
        person=person,
        purpose=Consent.Purpose.VOLUNTEER_SUPPORT,
        given_on=A_DAY_IN_THE_PAST,
        how=Consent.How.IN_PERSON,
    )
    return Request.objects.create(
        organisation=founded.organisation,
        participant=person,
        programme=founded.programme,
        status=Request.Status.WAITING,
        own_words="Samen koffie drinken.",
        asked_on=clock.today(),
        languages={"nl": 2},
        weekly=0b111111111,
        types=["ally"],
        rhythm=4,
        term_months=12,
    )
