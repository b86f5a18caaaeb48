"""The demo's part of appreciation: thanks, days, cards on the board, a coffee and letters; all invented."""

from datetime import timedelta

from naast.appreciation.models import Gathering, Letter, LetterState, Post, PostState, Thanks
from naast.appreciation.services import thanks
from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.desk.demo.season import Season
from naast.organisations.models import Function
from naast.people.models import Person

WORDS = (
    "Je bleef wat langer toen het moeilijk werd. Dat heeft hem goed gedaan, zei hij.",
    "",
    "Dankzij jouw appeltaart zat de hele gang samen aan tafel.",
)
STORIES = (
    (
        "new_here",
        "Nieuw bij ons",
        "Ik kom op dinsdag mee wandelen. Vraag me gerust iets over duiven.",
    ),
    (
        "story",
        "De radio deed het weer",
        "We hebben een uur naar oude liedjes geluisterd en meegezongen.",
    ),
    ("story", "Een klein feest", "Voor de verjaardag maakten we samen pannenkoeken."),
)


def fill(season: Season, active: list[Person]) -> None:
    """A little of everything, so that every page has something to show."""
    owned = {"organisation_id": season.actor.organisation_id}
    giver = season.of(Function.PROFESSIONAL)
    matches = Match.objects.filter(**owned, state__in=LIVING_STATES).order_by("pk")
    for number, match in enumerate(matches[: len(WORDS)]):
        Thanks.objects.create(
            **owned,
            person_id=match.volunteer_id,
            given_by=giver,
            programme_id=match.programme_id,
            words=WORDS[number],
            given_on=season.ago(number * 9),
        )
    for person in active[:3]:
        thanks.choose_days(actor=season.actor, person_id=person.pk, birthday=True, anniversary=True)
    for number, (kind, title, words) in enumerate(STORIES[: len(active)]):
        is_shown = number < len(STORIES) - 1
        Post.objects.create(
            **owned,
            person=active[number],
            kind=kind,
            title=title,
            words=words,
            state=PostState.SHOWN if is_shown else PostState.OFFERED,
            offered_on=season.ago(10 + number),
            placed_on=season.ago(9 + number) if is_shown else None,
            until_on=season.today + timedelta(days=50),
        )
    Gathering.objects.create(
        **owned,
        title="Koffie op donderdag",
        starts_at=season.moment(season.today + timedelta(days=9), 14),
        place="In de keuken",
        host=season.staff[0],
    )
    for number, state in enumerate((LetterState.ASKED, LetterState.WRITTEN, LetterState.AGREED)):
        if not active:
            break
        Letter.objects.create(
            **owned,
            person=active[0],
            kind=Letter.Kind.REFERENCE if number else Letter.Kind.CERTIFICATE,
            state=state,
            text="" if state == LetterState.ASKED else "Iemand die luistert, en op tijd komt.",
            written_by=None if state == LetterState.ASKED else season.staff[0],
            asked_on=season.ago(20 + number),
            agreed_on=season.ago(3) if state == LetterState.AGREED else None,
        )
