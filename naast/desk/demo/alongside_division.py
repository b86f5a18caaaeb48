"""Who does what in an invented house: a table in every state, somebody who can't come, something passed on,
something on the table, a staffing line and ideas."""

from datetime import timedelta
from typing import Final

from naast.companionship.models import Match, MatchState, MatchStep
from naast.companionship.states import Noted
from naast.core import clock
from naast.desk.demo.season import Season
from naast.division import rules, table
from naast.division.models import Division, PassedOn, StandIn, Tension
from naast.division.queries.handovers import may_stand_in
from naast.division.queries.programmes import who_may_be_extra
from naast.division.services import handovers, passing, patterns, programmes, tables, tensions
from naast.division.services.tensions import Heard, StepInput
from naast.division.states import AGREE, CLOSE, LOOK_BACK
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from naast.programmes.models import Pattern, Programme

LIVING = (MatchState.RUNNING, MatchState.TRIAL)
MATCHES: Final = 8
ROWS: Final = (
    table.Row(
        "Kennismaken met drie",
        "De professional",
        "Alle drie",
        "De coördinator",
        "De coördinator",
        "before",
    ),
    table.Row(
        "Een afspraak verzetten",
        "De vrijwilliger",
        "De twee samen",
        "Niemand anders",
        "De coördinator",
    ),
    table.Row(
        "Mee naar de dokter",
        "De vrijwilliger, na overleg",
        "De deelnemer",
        "De professional",
        "De professional",
    ),
    table.Row(
        "Afscheid en terugblik",
        "De professional en de coördinator",
        "De twee samen",
        "Het team",
        "De coördinator",
        "after",
    ),
)
HAPPENED = "Drie keer werd de wandeling verzet zonder dat iemand belde."
VIEWS: Final = (
    ("volunteer", "Ik stond voor een dichte deur. Dat vond ik jammer, vooral voor hem."),
    ("professional", "Het was een drukke week met zieke collega’s. Bellen schoot erbij in."),
)
AGREED = "Wie een afspraak verzet, belt de avond voordien. Lukt dat niet, dan doet de coach het."
IDEAS: Final = (
    ("Samen de krant lezen aan de grote tafel, op woensdag.", "Mooi. We proberen het in mei uit."),
    ("Iemand die foto’s maakt van de feesten, en ze ophangt.", ""),
)
PASSED: Final = (
    ("Er ligt een stapel brieven op tafel die hij niet opendoet.", ""),
    ("Zijn zus belde mij op en vroeg om de sleutel.", "Dank je. Ik bel zijn zus morgen zelf."),
)


def fill(season: Season, volunteers: list[Person]) -> None:
    """Everything of this room, in a few matches; those of the cast come first."""
    boss = season.staff[0]
    coordinator = season.as_member(boss, Function.COORDINATOR)
    for programme in season.programmes:
        _team(coordinator, programme)
    matches = _matches(season)
    for number, match in enumerate(matches):
        _table(coordinator, match, number)
    for match, (text, answer) in zip(matches, PASSED, strict=False):
        _passed_on(coordinator, match, text, answer)
    _tensions(season, coordinator, [match for match in matches if match.professional_id])
    _away(season, coordinator, matches)
    if matches:
        patterns.move_pattern(
            actor=coordinator,
            match_id=matches[-1].pk,
            pattern=_other(matches[-1]),
            reason="Ze kennen elkaar nu goed: zo past het beter bij hen beiden.",
            moved_on=season.ago(20),
        )


def _other(match: Match) -> Pattern:
    return Pattern.OWNER if rules.pattern_of(match) != Pattern.OWNER else Pattern.PEER


def _matches(season: Season) -> list[Match]:
    """Living matches of the house, those of people with an account first."""
    rows = Match.objects.filter(
        organisation_id=season.actor.organisation_id, state__in=LIVING
    ).select_related("programme", "volunteer__user", "participant", "professional__user", "coach")
    found = sorted(
        rows.order_by("pk"),
        key=lambda match: (match.volunteer.user_id is None, match.participant.user_id is None),
    )
    return found[:MATCHES]


def _team(actor: Actor, programme: Programme) -> None:
    """The example of its table, its hours and guideline, two ideas, and a staffing line where staff are near."""
    if rules.rules_of(programme.pattern).division_is_signed:
        example = tables.begin_example(actor=actor, programme_id=programme.pk)
        for row in ROWS:
            example = tables.save_row(
                actor=actor, division_id=example.pk, number=example.number, row=row
            )
    programmes.choose_terms(
        actor=actor,
        programme_id=programme.pk,
        terms=programmes.TermsInput(
            review_months=6,
            guideline="Doe wat bij jullie past. Bel als je twijfelt. Beloof niets alleen.",
            reach_days=(0, 1, 2, 3, 4),
            reach_from=clock.now().replace(hour=9, minute=0).time(),
            reach_until=clock.now().replace(hour=17, minute=0).time(),
        ),
    )
    for text, answer in IDEAS:
        idea = programmes.add_idea(actor=actor, programme_id=programme.pk, text=text)
        if answer:
            programmes.answer_idea(actor=actor, idea_id=idea.pk, answer=answer)
    if programme.pattern == Pattern.EXTRA:
        _staffing(actor, programme)


def _staffing(actor: Actor, programme: Programme) -> None:
    """Two moments of the week; on one of them a colleague is missing."""
    extra = tuple(person.pk for person in who_may_be_extra(programme)[:2])
    for offset, paid, can_wait in ((1, 3, ""), (2, 2, "De wandeling kan naar morgen.")):
        day = clock.today() + timedelta(days=offset)
        line = programmes.add_line(
            actor=actor,
            programme_id=programme.pk,
            line=programmes.LineInput(day.weekday(), "1morning", 3),
        )
        filled = programmes.DayInput(paid, can_wait, extra)
        programmes.fill_day(actor=actor, line_id=line.pk, day=day, filled=filled)


def _table(actor: Actor, match: Match, number: int) -> None:
    """In turn: agreed by both, waiting for the other, to talk through, and waiting for long."""
    division = tables.begin_table(actor=actor, match_id=match.pk)
    today = clock.today()
    sides = (("volunteer", "professional"), ("professional",), ("volunteer", "professional"), ())
    for side in sides[number % len(sides)]:
        said = tables.OnPaper(side, today - timedelta(days=30))
        tables.write_yes(actor=actor, division_id=division.pk, number=division.number, said=said)
    rows = Division.objects.filter(pk=division.pk)
    if number % len(sides) == 2:
        rows.update(review_on=today - timedelta(days=2))
    elif number % len(sides) == 3:
        rows.update(waits_since=clock.now() - timedelta(days=20))


def _passed_on(actor: Actor, match: Match, text: str, answer: str) -> None:
    passed = PassedOn.objects.create(
        organisation_id=match.organisation_id, match=match, about="", text=text
    )
    if answer:
        passing.take_up(actor=actor, passed_id=passed.pk, answer=answer)
    else:
        PassedOn.objects.filter(pk=passed.pk).update(created_at=clock.now() - timedelta(days=4))


def _tensions(season: Season, actor: Actor, matches: list[Match]) -> None:
    """One waits for the view of the volunteer, one is agreed, one is closed. The coordinator leads none of which
    they are one of the two."""
    led = [match for match in matches if match.professional_id != actor.membership_id]
    stories: tuple[tuple[str, ...], ...] = ((), (AGREE,), (AGREE, LOOK_BACK, CLOSE))
    for match, steps in zip(led, stories, strict=False):
        tension = tensions.open_tension(actor=actor, match_id=match.pk, happened=HAPPENED)
        for side, words in VIEWS[0 if steps else 1 :]:
            heard = Heard(side, Tension.View.WRITTEN_DOWN, words)
            tensions.write_view_down(actor=actor, tension_id=tension.pk, heard=heard)
        for step in steps:
            words = AGREED if step == AGREE else "Sindsdien belden we telkens."
            given = StepInput(words, season.today + timedelta(days=30))
            tensions.take_step(actor=actor, tension_id=tension.pk, step=step, given=given)
    Tension.objects.filter(organisation_id=season.actor.organisation_id, state="open").update(
        created_at=clock.now() - timedelta(days=9)
    )


def _away(season: Season, actor: Actor, matches: list[Match]) -> None:
    """Two can't come: for one nobody takes over yet, for the other somebody of the cast stands in."""
    asked = [
        match for match in matches if rules.rules_of(rules.pattern_of(match)).asks_who_takes_over
    ]
    for number, match in enumerate(asked[1:3]):
        step = MatchStep.objects.create(
            organisation_id=match.organisation_id,
            match=match,
            name=Noted.CANNOT_COME,
            from_state=match.state,
            to_state=match.state,
            user_id=match.volunteer.user_id,
            note="Kan niet komen op dinsdag. Stelt voor: een week later.",
        )
        if number == 0:
            MatchStep.objects.filter(pk=step.pk).update(created_at=clock.now() - timedelta(days=2))
            continue
        people = may_stand_in(match).order_by("user_id", "pk")
        person = people.filter(user__isnull=False).first() or people.first()
        if person is None:
            continue
        StandIn.objects.create(
            organisation_id=match.organisation_id,
            match=match,
            person=person,
            named_by_id=actor.membership_id,
        )
        made = handovers.arrange(
            actor=actor,
            step_id=step.pk,
            until_on=season.today + timedelta(days=9),
            who=handovers.TakingOver(person_id=person.pk),
        )
        made.note = "We drinken eerst koffie, en wandelen dan tot aan de vijver."
        made.save(update_fields=["note"])
