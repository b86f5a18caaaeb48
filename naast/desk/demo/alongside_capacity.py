"""How much people carry, in an invented house: own limits, self-checks in every state, whom it is worth asking,
who steps back, and a coordinator who is asked too."""

from typing import Final

from naast.capacity.inputs import Answer, Less, Limits
from naast.capacity.models import SelfCheck, StepBack
from naast.capacity.services import checks, limits, stepping_back
from naast.capacity.services.asking import look_at
from naast.capacity.states import Amount, Reader
from naast.companionship.models import Match, MatchState, Visit
from naast.desk.demo.season import Season
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person

SUNDAY: Final = 6
WORDS: Final = "Het gaat goed. Het bezoek op donderdag is het leukste van mijn week."
MUCH: Final = "Eerlijk? Ik lig er soms wakker van, en mijn dochter heeft me nu ook nodig."
LESS: Final = "Sinds mijn kleinkind er is, heb ik minder tijd. Ik wil niemand laten vallen."
AGREED: Final = "Vanaf volgende maand elke twee weken. We vertellen het samen, bij de koffie."
AN_EVENING_IN: Final = 4


def fill(season: Season, volunteers: list[Person]) -> None:
    """The first volunteer is one of the cast, so that their pages have life."""
    boss = season.staff[0]
    actor = season.as_member(boss, Function.COORDINATOR)
    limits.set_terms(actor=actor, check_months=3, most_matches=12)
    _own_pages(season, actor, volunteers[0])
    _said(season, actor, volunteers)
    _evenings(season)
    _steps_back(season, volunteers)
    _coordinator(season, actor)


def _as(season: Season, person: Person) -> Actor:
    """The actor of a volunteer."""
    return season.as_person(person, Function.VOLUNTEER)


def _own_pages(season: Season, actor: Actor, person: Person) -> None:
    """Limits, an answer of last quarter that the coach may read, the question of this one, an agreement."""
    own = Limits(max_matches=3, hours_month=12, days_off=frozenset({SUNDAY}))
    limits.set_limits(actor=_as(season, person), limits=own)
    answer = Answer(
        how_are_you=WORDS,
        answers={"energy": 4, "saying_no": 3, "joy": 5},
        amount=Amount.GOOD,
        reader=Reader.COACH,
    )
    said = checks.answer_check(actor=_as(season, person), answer=answer)
    days = {"asked_on": season.ago(97), "answered_on": season.ago(95)}
    SelfCheck.objects.filter(pk=said.pk).update(**days)
    organisation_id = season.actor.organisation_id
    SelfCheck.objects.create(organisation_id=organisation_id, person=person, asked_on=season.ago(3))
    StepBack.objects.create(
        organisation_id=organisation_id,
        person=person,
        kind=StepBack.Kind.LESS,
        from_on=season.ago(150),
        promised_on=season.ago(148),
        talked_on=season.ago(149),
        talked_by_id=actor.membership_id,
        agreed=AGREED,
    )
    # A break that is planned: in a few weeks, after it was talked about.
    StepBack.objects.create(
        organisation_id=organisation_id,
        person=person,
        kind=StepBack.Kind.PAUSE,
        from_on=season.ago(-40),
        until_on=season.ago(-54),
        promised_on=season.ago(8),
        talked_on=season.ago(9),
        talked_by_id=actor.membership_id,
        agreed="Twee weken op reis. Een collega belt intussen elke vrijdag.",
    )


def _said(season: Season, actor: Actor, volunteers: list[Person]) -> None:
    """Too much, too little, by phone; and somebody who let two go."""
    much, little, quiet, on_paper = volunteers[5:9]
    said = Answer(how_are_you=MUCH, answers={"energy": 2, "rumination": 4}, amount=Amount.MUCH)
    checks.answer_check(actor=_as(season, much), answer=said)
    more = Answer(how_are_you="Ik zou graag meer doen.", amount=Amount.LITTLE)
    checks.write_down(actor=actor, person_id=little.pk, answer=more, way=SelfCheck.Way.TOLD)
    organisation_id = season.actor.organisation_id
    SelfCheck.objects.create(
        organisation_id=organisation_id,
        person=quiet,
        asked_on=season.ago(95),
        let_go_on=season.ago(3),
        skipped_before=1,
    )
    SelfCheck.objects.create(
        organisation_id=organisation_id, person=on_paper, asked_on=season.ago(6)
    )
    look_at(actor=season.actor, person_ids=[quiet.pk], today=season.today)


def _evenings(season: Season) -> None:
    """A volunteer whose evenings rise, beside a participant of one of the professionals."""
    organisation_id = season.actor.organisation_id
    match = (
        Match.objects.filter(
            organisation_id=organisation_id,
            state=MatchState.RUNNING,
            professional__in=season.staff,
            professional__roles__function=Function.PROFESSIONAL,
            volunteer__worth_asking__isnull=True,
        )
        .order_by("id")
        .last()
    )
    if match is None:
        return
    Visit.objects.bulk_create(
        Visit(
            organisation_id=organisation_id,
            match=match,
            visited_on=season.ago(3 + 4 * number),
            part_of_day=Visit.PartOfDay.EVENING,
            minutes=90,
            is_unplanned=True,
            mood=Visit.Mood.HARD if number % 2 else Visit.Mood.MIXED,
        )
        for number in range(AN_EVENING_IN)
    )
    look_at(actor=season.actor, person_ids=[match.volunteer_id], today=season.today)


def _steps_back(season: Season, volunteers: list[Person]) -> None:
    """Somebody with a match would like to do less, and waits for the call."""
    match = (
        Match.objects.filter(
            organisation_id=season.actor.organisation_id,
            state=MatchState.RUNNING,
            volunteer__in=volunteers[9:],
            volunteer__worth_asking__isnull=True,
        )
        .select_related("volunteer")
        .order_by("id")
        .first()
    )
    if match is not None:
        less = Less(from_on=season.ago(-14), wishes={match.pk: "less_often"}, words=LESS)
        stepping_back.ask_less(actor=_as(season, match.volunteer), less=less)


def _coordinator(season: Season, actor: Actor) -> None:
    """Their own self-check waits, and an earlier one is there: for them alone."""
    if actor.person_id is None:
        return
    own = {"organisation_id": actor.organisation_id, "person_id": actor.person_id}
    SelfCheck.objects.create(
        **own,
        hat=SelfCheck.Hat.COORDINATOR,
        asked_on=season.ago(120),
        answered_on=season.ago(118),
        amount=Amount.GOOD,
        reader=Reader.NOBODY,
        way=SelfCheck.Way.ON_SCREEN,
    )
    SelfCheck.objects.create(**own, hat=SelfCheck.Hat.COORDINATOR, asked_on=season.ago(20))
