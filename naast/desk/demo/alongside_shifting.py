"""The demo's part of tasks that shift: one in every state, the work behind the programmes, lists of professionals."""

from datetime import timedelta
from typing import Final

from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.core import clock
from naast.desk.demo.season import Season
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, Organisation
from naast.people.models import Person
from naast.programmes.models import Programme, Task
from naast.shifting.catalogue import entries
from naast.shifting.inputs import Answers, OwnWork, Place, Terms
from naast.shifting.models import TaskKind, TaskShift
from naast.shifting.quarters import Quarter
from naast.shifting.queries.comparison import OURS
from naast.shifting.services import nightly, work
from naast.shifting.services import shifts as services
from naast.shifting.states import ShiftState

ANSWERS: Final = Answers(
    safety="De strijkplank staat vast en het ijzer slaat zelf af. Ze deden het twee keer samen.",
    burden="Een half uur, alleen als er tijd over is. In een drukke week slaan ze over.",
    roles="De deelnemer vouwt mee. De thuishulp blijft de grote was doen.",
    time="yes",
    skill="shown",
    wish="yes",
    connects="Houdt van orde, en van praten terwijl de handen bezig zijn.",
    best="volunteer",
    best_why="Samen strijken is een rustig moment om te praten.",
)
REASON = "Je zag wat nodig was en deed het met hart. Pillen klaarzetten kan fout lopen, en dat willen we niet op jouw schouders leggen."
FROM_NOW_ON = (
    "De thuisverpleging doet het. Vraagt iemand het toch aan jou, bel dan gerust de coördinator."
)
# A word in the name of a task tells its kind; the rest is being with somebody.
KINDS: Final = {
    "mee": TaskKind.ACCOMPANYING,
    "rijden": TaskKind.ACCOMPANYING,
    "ontdekken": TaskKind.ACCOMPANYING,
    "papier": TaskKind.ADMINISTRATIVE,
    "post": TaskKind.ADMINISTRATIVE,
    "map": TaskKind.ADMINISTRATIVE,
}
OWN_WORK: Final = (
    ("Gesprek als iemand het moeilijk heeft", TaskKind.RELATIONAL),
    ("Zorgplan opmaken", TaskKind.ADMINISTRATIVE),
    ("Medicatie opvolgen", TaskKind.CARE),
)
# To settle on the desk; the rest was just once.
LEFT_OPEN = 4


def fill(season: Season, active: list[Person]) -> None:
    """Shifts that were noticed, talked about, asked and settled; and a year of looking at the work."""
    coordinator = _as(season, season.staff[0], Function.COORDINATOR)
    _shifts(season, coordinator)
    for number, programme in enumerate(season.programmes):
        _work(season, coordinator, programme, is_asked=number != len(season.programmes) - 1)
    first = season.programmes[0]
    work.take_from_catalogue(
        actor=coordinator,
        programme_id=first.pk,
        entry=entries()["papers"],
        language="nl",
        is_lighter=True,
    )


def _as(season: Season, member: Membership, function: Function) -> Actor:
    return season.as_member(member, function)


def _shifts(season: Season, coordinator: Actor) -> None:
    house_id = season.actor.organisation_id
    nightly.notice(Organisation.objects.get(pk=house_id), now=clock.now())
    noticed = TaskShift.objects.filter(organisation_id=house_id).order_by(
        "-match__volunteer__user", "pk"
    )
    for shift in noticed[LEFT_OPEN:]:
        services.let_be(actor=coordinator, shift_id=shift.pk)
    living = Match.objects.filter(organisation_id=house_id, state__in=LIVING_STATES)
    with_account = living.filter(volunteer__user__isnull=False).order_by("pk")
    for match in (with_account.first(), living.exclude(pk__in=with_account).order_by("pk").first()):
        if match is not None:
            _one_of_each(coordinator, match)


def _one_of_each(coordinator: Actor, match: Match) -> None:
    def add(words: str) -> TaskShift:
        return services.add_task(actor=coordinator, match_id=match.pk, words=words)

    asked = add("Samen strijken")
    services.propose(
        actor=coordinator, shift_id=asked.pk, answers=ANSWERS, terms=Terms(who=Task.Who.TOGETHER)
    )
    talked = add("Mee naar de apotheek")
    services.talk_first(
        actor=coordinator,
        shift_id=talked.pk,
        note="Hoe vaak, en wie betaalt?",
        talk_on=clock.today() + timedelta(days=5),
    )
    accepted = add("Post ophalen")
    services.propose(actor=coordinator, shift_id=accepted.pk, answers=ANSWERS, terms=Terms())
    services.write_answer(
        actor=coordinator, shift_id=accepted.pk, agrees=True, note="Ja, dat doe ik graag."
    )
    restored = add("Pillendoos klaarzetten")
    services.restore(
        actor=coordinator, shift_id=restored.pk, reason=REASON, from_now_on=FROM_NOW_ON
    )
    TaskShift.objects.filter(pk=accepted.pk, state=ShiftState.ACCEPTED).update(
        look_back_on=clock.today() - timedelta(days=2)
    )


def _work(season: Season, coordinator: Actor, programme: Programme, *, is_asked: bool) -> None:
    tasks = [task for task in Task.objects.filter(programme=programme) if task.who in OURS]
    for number, task in enumerate(tasks):
        kinds = (kind for word, kind in KINDS.items() if word in task.name.lower())
        values = {"kind": next(kinds, TaskKind.RELATIONAL), "complexity": 1}
        work.save_sheet(actor=coordinator, task=task, values=values)
        if is_asked:
            work.check_place(actor=coordinator, task=task, place=_place(season, number))
    if not is_asked:
        return
    professional = season.of(Function.PROFESSIONAL)
    work.tell_own_work(
        actor=_as(season, professional, Function.PROFESSIONAL),
        programme=programme,
        work=OwnWork(task_ids=[str(task.pk) for task in tasks[:1]], own=OWN_WORK),
    )
    work.look_at_quarter(
        actor=coordinator,
        programme_id=programme.pk,
        quarter=Quarter.of(clock.today()).previous,
        note="Strijken duikt vaker op. We spraken erover op het team.",
    )
    if programme == season.programmes[0]:
        work.hold_talk(
            actor=coordinator,
            programme_id=programme.pk,
            talked_on=season.ago(40),
            with_whom="Het team en drie vrijwilligers",
            agreed="Beroepskrachten nemen zelf ook tijd om te wandelen. Papieren doen we om de beurt.",
        )


def _place(season: Season, number: int) -> Place:
    adds = "Tijd en rust: iemand die er is zonder klok."
    if number == 0:
        return Place(
            "yes",
            adds,
            why_not_now="De functie van animator verviel vorig jaar; het team houdt het gesprek, vrijwilligers het wandelen.",
            agreed_with="Teamvergadering en ondernemingsraad",
            agreed_on=season.ago(200),
        )
    return Place("no", adds)
