"""People on their way to a start, and who came before them: what the rooms of recruiting show."""

from datetime import date, timedelta

from naast.desk.demo import outreach, words
from naast.desk.demo import recruiting_words as said
from naast.desk.demo.season import Season
from naast.organisations.models import Function
from naast.people.models import Person
from naast.people.names import sort_name
from naast.programmes.models import Programme, StageKind
from naast.programmes.path import path_of
from naast.recruitment.models import (
    Application,
    Journey,
    Note,
    Passage,
    Question,
    Referral,
    Talk,
    TalkOption,
)
from naast.recruitment.states import Status
from naast.vacancies.models import Channel, Vacancy, VacancyText

# How many candidates of a house stand in each stage.
ON_THE_WAY = (
    (StageKind.APPLICATION, 4),
    (StageKind.FIRST_TALK, 5),
    (StageKind.TOUR, 2),
    (StageKind.THINKING, 3),
    (StageKind.SECOND_TALK, 2),
    (StageKind.TRIAL, 2),
    (StageKind.TRAINING, 3),
    (StageKind.AGREEMENT, 2),
)
FORMER = 46
EVENINGS = sum(1 << (day * 3 + 2) for day in range(5))


def fill(season: Season, volunteers: list[Person]) -> None:
    """Vacancies, channels, meetings and groups, candidates, and the journeys of a year."""
    channels = _channels(season)
    vacancies = [_vacancy(season, programme) for programme in season.programmes]
    outreach.fill(season, channels[4], volunteers)
    number = 0
    for stage, count in ON_THE_WAY:
        for _each in range(count):
            fitting = [each for each in vacancies if stage in _stages(each.programme)]
            vacancy = (fitting or vacancies)[number % len(fitting or vacancies)]
            application = _candidate(season, number, vacancy, channels, stage)
            _around(season, application, number)
            number += 1
    _resting(season, number, vacancies[0], channels)
    for each in range(FORMER):
        _former(season, each, channels)


def _stages(programme: Programme) -> list[StageKind]:
    return [each.kind for each in path_of(programme)]


def _channels(season: Season) -> list[Channel]:
    return [
        Channel.objects.create(
            organisation_id=season.actor.organisation_id,
            name=name,
            code=code,
            circle=circle,
            cost=cost,
        )
        for name, code, circle, cost in said.CHANNELS
    ]


def _vacancy(season: Season, programme: Programme) -> Vacancy:
    title, text, plain, asks, duration, structure, company, place = said.VACANCIES[programme.preset]
    vacancy = Vacancy.objects.create(
        organisation_id=season.actor.organisation_id,
        programme=programme,
        contact=season.staff[0],
        status=Vacancy.Status.PUBLISHED,
        duration=duration,
        commitment_months=programme.minimum_months or 6,
        times_a_month=2,
        weekly=EVENINGS if "avond" in text else None,
        place=place,
        requirements=asks,
        structure=structure,
        company=company,
        gives=said.GIVES[programme.preset],
        published_on=season.ago(30),
        # One of them lapses this week: somebody has to say that it still holds.
        valid_until=season.ago(-3 if programme == season.programmes[0] else -40),
    )
    VacancyText.objects.create(
        organisation_id=season.actor.organisation_id,
        vacancy=vacancy,
        language="nl",
        title=title,
        text=text,
        plain=plain,
    )
    return vacancy


def _candidate(
    season: Season, number: int, vacancy: Vacancy, channels: list[Channel], stage: StageKind
) -> Application:
    pick = season.chance.choice
    given = words.GIVEN_NAMES[(number * 11 + 3) % len(words.GIVEN_NAMES)][0]
    family = words.FAMILY_NAMES[(number * 7 + 5) % len(words.FAMILY_NAMES)]
    stages = _stages(vacancy.programme)
    passed = stages.index(stage) if stage in stages else 0
    since = season.ago(number % 9)
    came = since - timedelta(days=passed * 6 + number % 3)
    channel = channels[number % len(channels)]
    journey = Journey.objects.create(
        organisation_id=season.actor.organisation_id,
        programme=vacancy.programme,
        channel=channel,
        came_on=came,
        stage=stage,
    )
    _passages(season, journey, stages[: passed + 1], came, since)
    ours = stage in {StageKind.APPLICATION, StageKind.SECOND_TALK, StageKind.AGREEMENT}
    return Application.objects.create(
        organisation_id=season.actor.organisation_id,
        programme=vacancy.programme,
        vacancy=vacancy,
        channel=channel,
        journey=journey,
        coordinator=season.of(Function.COORDINATOR) if number % 3 else season.staff[0],
        stage=stage,
        stage_since=since,
        waits_for="us" if ours else "candidate",
        touched_on=season.ago(number % 9),
        due_on=season.ago(number % 5 - 3),
        came_on=came,
        came_by="referral" if channel.code == "doorverwijzers" else pick(["site", "site", "phone"]),
        given_name=given,
        family_name=family,
        sort_name=sort_name(given, family),
        email=f"k{number}.{season.house.slug}@voorbeeld.example",
        phone="" if number % 4 else "000 00 00 00",
        place=season.house.places[number % len(season.house.places)][1],
        language="fr" if number % 9 == 4 else "nl",
        languages=dict(pick(words.LANGUAGES)),
        brings_along="mijn zus" if number % 6 == 2 else "",
        why_here=said.WHY_HERE[number % len(said.WHY_HERE)],
        likes=said.LIKES[number % len(said.LIKES)],
        can=said.CAN[number % len(said.CAN)],
        professional_past=said.PASTS[number % len(said.PASTS)],
        weekly=sum(1 << bit for bit in season.chance.sample(range(21), 6)),
        term_months=pick([3, 6, 12, 12, 24]),
        times_a_month=pick([1, 2, 4]),
        occasion=pick(["own_choice", "own_choice", "asked", "service"]),
        free_choice="yes",
    )


def _passages(
    season: Season, journey: Journey, kinds: list[StageKind], came: date, since: date
) -> None:
    """From the first day to the stage of today, in even steps."""
    steps = max(len(kinds) - 1, 1)
    days = [came + (since - came) * place // steps for place in range(len(kinds))]
    days[-1] = since if len(kinds) > 1 else came
    Passage.objects.bulk_create(
        Passage(
            organisation_id=season.actor.organisation_id,
            journey=journey,
            kind=kind,
            entered_on=days[place],
            left_on=days[place + 1] if place + 1 < len(days) else None,
        )
        for place, kind in enumerate(kinds)
    )


def _around(season: Season, application: Application, number: int) -> None:
    """A talk, a note, a question, a referrer: as far as the stage brings them along."""
    own = {"organisation_id": application.organisation_id, "application": application}
    if application.stage == StageKind.FIRST_TALK:
        _talk(season, application, number)
    elif application.stage != StageKind.APPLICATION:
        held = season.ago(number % 9 + 3)
        talk = Talk.objects.create(
            **own,
            kind=Talk.Kind.FIRST,
            status=Talk.Status.HELD,
            host=application.coordinator,
            starts_at=season.moment(held, 14),
            where="In ons huis",
            held_on=held,
        )
        Note.objects.create(
            **own,
            talk=talk,
            author=application.coordinator,
            audience="candidate" if number % 2 else "team",
            prompt="",
            text=said.NOTES[number % len(said.NOTES)],
        )
    if application.stage == StageKind.THINKING:
        Question.objects.create(
            **own, is_by_candidate=True, text=said.QUESTIONS[number % len(said.QUESTIONS)]
        )
    if application.came_by == "referral":
        referrer = season.of(Function.REFERRER)
        Referral.objects.create(
            **own,
            member=referrer if referrer.roles.filter(function=Function.REFERRER).exists() else None,
            asked_for_id=application.programme_id,
            service="Loket Vooruit (verzonnen)",
            name="Rita Routebord",
            email="rita@voorbeeld.example",
            accepted_conditions_on=application.came_on,
            candidate_agreed=True,
            tells="arrived",
        )


def _talk(season: Season, application: Application, number: int) -> None:
    is_planned = number % 2 == 0
    if is_planned:
        # Nothing is owed before the talk.
        application.due_on = season.ago(-(number % 4 + 1))
        application.save(update_fields=["due_on"])
    talk = Talk.objects.create(
        organisation_id=application.organisation_id,
        application=application,
        kind=Talk.Kind.FIRST,
        status=Talk.Status.PLANNED if is_planned else Talk.Status.INVITED,
        host=application.coordinator,
        starts_at=season.moment(season.ago(-(number % 4 + 1)), 14) if is_planned else None,
        where="In ons huis",
    )
    TalkOption.objects.bulk_create(
        TalkOption(
            organisation_id=application.organisation_id,
            talk=talk,
            starts_at=season.moment(season.ago(-days), hour),
        )
        for days, hour in ((2, 10), (4, 14), (6, 19))
    )


def _resting(season: Season, number: int, vacancy: Vacancy, channels: list[Channel]) -> None:
    """Somebody who wants to wait, whose day has come."""
    application = _candidate(season, number, vacancy, channels, StageKind.FIRST_TALK)
    application.status, application.later_until = Status.LATER, season.today
    application.touched_on = season.ago(70)
    application.save(update_fields=["status", "later_until", "touched_on"])


def _former(season: Season, number: int, channels: list[Channel]) -> None:
    """A journey of the past year, without the person: some started, some stopped on the way."""
    came = season.ago(30 + number * 7)
    programme = season.programmes[number % len(season.programmes)]
    stages = _stages(programme)
    starts = number % 3 != 1
    until = len(stages) if starts else 1 + number % (len(stages) - 2)
    over = came + timedelta(days=until * 5)
    journey = Journey.objects.create(
        organisation_id=season.actor.organisation_id,
        programme=programme,
        channel=channels[(number * number) % len(channels)],
        came_on=came,
        stage=stages[until - 1],
        started_on=over if starts else None,
        stopped_on=None if starts else over,
        outcome="fits" if starts else ("own_choice" if number % 2 else "other_organisation"),
        stop_reason="" if starts else said.STOPS[number % len(said.STOPS)],
        is_still_there=(number % 7 != 0) if starts and over < season.ago(92) else None,
    )
    _passages(season, journey, stages[:until], came, over)
    Passage.objects.filter(journey=journey, left_on__isnull=True).update(left_on=over)
