"""The demo's part of signals: what volunteers, participants and colleagues noticed, in every state; all invented."""

from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.desk.demo.season import Season
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.people.models import Person
from naast.signals.inputs import Noticed, Who
from naast.signals.models import Signal
from naast.signals.services import raising
from naast.signals.states import Kind, Level, LimitReason, ObstacleWish, OfferSide, PersonKnows

# Kind, words, how soon, how many days ago it was seen, and what is added.
TOLD: tuple[tuple[Kind, str, Level, int, dict[str, object]], ...] = (
    (
        Kind.WORRY,
        "Drie weken post achter de deur, en de koelkast was leeg.",
        Level.CONSULT,
        2,
        {
            "thinks": "Ik ben er niet gerust in.",
            "goes_well": "De buur brengt soms soep.",
            "person_knows": PersonKnows.NOT_YET,
        },
    ),
    (
        Kind.BOUNDARY,
        "Iemand riep tegen mij in de gang: «jij moet hier niet meer komen».",
        Level.TODAY,
        1,
        {"aspect": "against_me"},
    ),
    (
        Kind.LIMIT,
        "Ik moest de pillen voor de hele week klaarleggen.",
        Level.CONSULT,
        3,
        {"aspect": LimitReason.MEDICINES, "wants": "Dat de thuisverpleging dit doet."},
    ),
    (
        Kind.CARER,
        "De dochter viel aan tafel in slaap. Ze zorgt elke nacht.",
        Level.CONSULT,
        4,
        {"told_to_me": "«Ik heb al maanden niet doorgeslapen», zei de dochter."},
    ),
    (
        Kind.NEED,
        "De bus stopt niet meer in de straat. Naar de markt lukt niet.",
        Level.SHARE,
        9,
        {},
    ),
    (
        Kind.OBSTACLE,
        "Het loket stuurde ons drie keer door, over de verwarmingstoelage, al 40 dagen.",
        Level.CONSULT,
        6,
        {"aspect": ObstacleWish.SPEAK_UP},
    ),
    (
        Kind.FAVOUR,
        "Mij werd gevraagd om een goed woord te doen voor een woning.",
        Level.SHARE,
        5,
        {},
    ),
    (
        Kind.OFFER,
        "Wie ’s avonds werkt, kan nooit naar het onthaal komen.",
        Level.SHARE,
        12,
        {"aspect": OfferSide.MISSING},
    ),
)


def fill(season: Season, active: list[Person]) -> None:
    """Somebody of the cast told a few things, others told the rest, and a colleague wrote one down."""
    cast = Membership.objects.filter(
        organisation_id=season.staff[0].organisation_id,
        person_id__in=[person.pk for person in active],
        roles__function=Function.VOLUNTEER,
    )
    for member in cast.order_by("pk"):
        _told_by(season, season.as_member(member, Function.VOLUNTEER))
    boss = season.as_member(season.staff[0], Function.COORDINATOR)
    participant = Person.objects.filter(
        organisation_id=boss.organisation_id, participant__isnull=False
    ).order_by("pk")[0]
    raising.write_down(
        actor=boss,
        person=participant,
        who=Who.FAMILY,
        noticed=Noticed(
            kind=Kind.CARER,
            seen_on=season.ago(1),
            level=Level.CONSULT,
            told_to_me="Zijn zus, aan de telefoon: ze kan het niet meer alleen.",
        ),
    )


def _told_by(season: Season, actor: Actor) -> list[Signal]:
    match = _match_of(actor)
    return [
        raising.raise_signal(
            actor=actor,
            noticed=Noticed(
                kind=kind,
                saw=words,
                level=level,
                seen_on=season.ago(days),
                match=match,
                **more,  # type: ignore[arg-type]  # words and codes of the fields of Noticed
            ),
        )
        for kind, words, level, days, more in TOLD
    ]


def _match_of(actor: Actor) -> Match | None:
    living = [str(state) for state in LIVING_STATES]
    matches = Match.objects.filter(volunteer_id=actor.person_id, state__in=living)
    return matches.select_related("participant", "volunteer").order_by("pk").first()
