"""Standing beside volunteers, in an invented house: plans, talks of several kinds, check-ins, short words, visits
to the floor, and how people are guided."""

from dataclasses import replace
from datetime import timedelta

from naast.desk.demo.season import Season
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.people.api import write_note
from naast.people.models import Audience, Person
from naast.programmes.models import Task
from naast.support.inputs import Agreed, Answer, TalkInput, TalkPlan
from naast.support.models import CheckIn, FloorVisit, Plan, Talk
from naast.support.policies.volunteers import beside
from naast.support.services import being_near, check_ins, nightly, programmes, talks
from naast.support.services.being_near import GuidanceInput
from naast.support.services.plans import PlanInput, arrange

SOME = 8
# With whom a talk took place yesterday that nobody wrote down yet.
TO_WRITE_DOWN = 2
AIMS = (
    ("Durven zwijgen als het stil wordt.", "Iemand die ook op zondag kan."),
    ("Zelf een wandelgroep begeleiden.", "Iemand die nieuwe buddy’s onthaalt."),
    ("Leren omgaan met vergeten.", "Rust in een druk huis."),
)
APPRECIATE = (
    "Je kwam elke week, ook toen het regende. En je liet de ander zelf de weg kiezen.",
    "Je belde toen je het niet vertrouwde. Dat was precies op tijd.",
    "Je maakte tijd voor wie nieuw was, zonder dat iemand het vroeg.",
)
GRROW = {
    "goal": "Ik wil dat hij zelf nog eens naar de markt gaat.",
    "reality": "Nu ga ik altijd mee, en dan blijft hij bij mij.",
    "resources": "De buurvrouw gaat ook elke week. En hij kent de weg.",
    "options": "Samen vertrekken en ik blijf op de bank. Of de buurvrouw vragen.",
    "will": "Ik vraag het hem zaterdag, en ik blijf op de bank bij de kerk.",
    "vision": "Hij doet wat hij zelf kan. Dat is het hele idee.",
}
WORDS = ("Het loopt goed, we lachen veel.", "Druk thuis, maar hier kom ik tot rust.")


def fill(season: Season, volunteers: list[Person]) -> None:
    """A little in every state. The first is somebody of the cast, whose own page then has life."""
    boss = season.staff[0]
    actor = season.as_member(boss, Function.COORDINATOR)
    house = Organisation.objects.get(pk=actor.organisation_id)
    nightly.make_plans(actor, house, season.moment(season.today))
    some = sorted(volunteers, key=lambda person: person.user_id is None)[:SOME]
    _plans(season, actor, some)
    for number, person in enumerate(some):
        _talks(season, actor, person, number)
        _near(season, actor, person, number)
    _floor(season, actor, volunteers)
    _guidance(actor, some)
    _told(season, actor)
    programme = season.programmes[0]
    for kind, first, months in (
        ("getting_going", 6, None),
        ("tuning", 13, 6),
        ("yearly", None, 12),
    ):
        programmes.keep_rhythm(
            actor=actor,
            programme=programme,
            kind=kind,
            first_after_weeks=first,
            every_months=months,
        )
    _open_check_in(season, some)


def _plans(season: Season, actor: Actor, some: list[Person]) -> None:
    for number, person in enumerate(some):
        grow, need = AIMS[number % len(AIMS)]
        given = PlanInput(
            guide=season.staff[0],
            backup=season.staff[-1] if season.staff[-1] != season.staff[0] else None,
            guide_training="trained",
            every_weeks=(3, 6, None)[number % 3],
            way=("meet", "phone", "online")[number % 3],
            reason="We spraken dit samen af bij de koffie." if number % 2 else "",
            aim_grow=grow,
            aim_need=need,
            fellows="De groep van donderdag, en iemand met ervaring.",
            fellows_on=season.today + timedelta(days=12 + number),
        )
        arrange(actor=actor, person_id=person.pk, given=given)
    # One who would have been spoken by now, and one whom nobody met for long.
    for number, person in enumerate(some[-2:]):
        Plan.objects.filter(person=person).update(
            due_on=season.ago(6 + number), unmet_since=season.ago(120 + number)
        )


def _talks(season: Season, actor: Actor, person: Person, number: int) -> None:
    """One that took place, one that is planned, and for one a talk to write down."""
    kinds = ("grrow", "tuning", "getting_going", "vision", "yearly", "open")
    kind = kinds[number % len(kinds)]
    if number < SOME - 2:
        talk = talks.plan_talk(
            actor=actor,
            person_id=person.pk,
            given=TalkPlan(kind, season.ago(20 + number), "", "Nele" if kind == "tuning" else ""),
        )
        given = TalkInput(
            held_on=season.ago(20 + number),
            appreciation=APPRECIATE[number % len(APPRECIATE)],
            blocks=GRROW if kind == "grrow" else {"vision": GRROW["vision"]},
            growth=AIMS[number % len(AIMS)][0] if number % 2 else "",
            actions=(
                Agreed("volunteer", "De buurvrouw vragen", season.today + timedelta(days=2)),
                Agreed("us", "Een tweede sleutel regelen", season.ago(2 if number == 1 else -9)),
            ),
        )
        talks.write_talk(actor=actor, talk_id=talk.pk, given=given)
        # Some answered already; the first still may.
        if number:
            Talk.objects.filter(pk=talk.pk).update(
                own_words="Ik ga het gewoon proberen.",
                own_words_on=season.ago(15),
                team_may_read=number % 2 == 0,
            )
    if number == 0:
        coming = TalkPlan("grrow", season.today + timedelta(days=9), "Koffiehuis De Brug, 10 u.")
        talks.plan_talk(actor=actor, person_id=person.pk, given=coming)
    if number == TO_WRITE_DOWN:
        coming = TalkPlan("incident", season.ago(1), "Hier op kantoor")
        talks.plan_talk(actor=actor, person_id=person.pk, given=coming)


def _near(season: Season, actor: Actor, person: Person, number: int) -> None:
    """Check-ins, short words, a confidential note."""
    if number >= SOME - 2:
        return
    check_ins.write_down(
        actor=actor,
        person_id=person.pk,
        given=Answer(WORDS[number % len(WORDS)], "yes", "yes", "yes"),
        how="phone",
        answered_on=season.ago(50 + number),
    )
    if number == 1:
        check_ins.write_down(
            actor=actor,
            person_id=person.pk,
            given=Answer("Het is wat veel geworden.", "so_so", "yes", "so_so"),
            how="paper",
            answered_on=season.ago(1),
        )
    theme = ("well", "authority", "vision", "limits")[number % 4]
    being_near.say_shortly(
        actor=actor, person_id=person.pk, theme=theme, words="Mooi hoe je bleef wachten."
    )
    if number == 0:
        write_note(
            actor=actor,
            person_id=person.pk,
            text="Staat wat tussen twee teams. Eerst met beide praten.",
            audience=Audience.COORDINATOR,
        )


def _floor(season: Season, actor: Actor, volunteers: list[Person]) -> None:
    ids = [person.pk for person in volunteers[SOME : 2 * SOME] if person.pk != actor.person_id]
    if ids:
        being_near.note_visit(
            actor=actor, visited_on=season.ago(4), programme=season.programmes[0], person_ids=ids
        )
    FloorVisit.objects.filter(organisation_id=actor.organisation_id, meetings=None).delete()


def _guidance(actor: Actor, some: list[Person]) -> None:
    """Two ways for the first, one of which changed; another would like more room."""
    for number, person in enumerate(some[:3]):
        tasks = Task.objects.filter(
            who__in=[Task.Who.VOLUNTEER, Task.Who.TOGETHER],
            programme__engagements__person=person,
            programme__engagements__ended_on__isnull=True,
        ).order_by("id")
        for task in tasks.distinct()[:2]:
            given = GuidanceInput(task, "almost", "yes", "along")
            guidance = being_near.set_guidance(actor=actor, person_id=person.pk, given=given)
            if number == 1:
                guidance.wish, guidance.wished_on = "more", guidance.from_on
                guidance.save(update_fields=["wish", "wished_on"])


def _told(season: Season, actor: Actor) -> None:
    """The professional tells something about somebody they work with."""
    nele = season.staff[-1]
    told_by = replace(
        season.actor,
        user_id=nele.user_id,
        membership_id=nele.pk,
        person_id=nele.person_id,
        functions=frozenset(nele.roles.values_list("function", flat=True)),
    )
    person = beside(told_by).order_by("pk").first()
    if person is not None:
        being_near.tell_coordinator(
            actor=told_by,
            person_id=person.pk,
            words="Het gaat heel goed op de afdeling. Misschien wil hij of zij iets nieuws proberen?",
        )


def _open_check_in(season: Season, some: list[Person]) -> None:
    """The first is asked how it goes."""
    if some:
        CheckIn.objects.get_or_create(
            organisation_id=some[0].organisation_id,
            person=some[0],
            answered_on=None,
            defaults={"asked_on": season.today, "due_on": season.today + timedelta(days=7)},
        )
