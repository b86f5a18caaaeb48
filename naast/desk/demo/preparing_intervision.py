"""Two groups that meet: evenings that were and that come, questions, agreed actions, a group talk of last
year with its promises, and one to come."""

from datetime import date, datetime, time, timedelta

from naast.core import clock
from naast.desk.demo.season import Season
from naast.intervision.inputs import EveningPlan, ProgrammePart, SeriesPlan
from naast.intervision.models import (
    AgreedAction,
    EthicsQuestion,
    Evening,
    FollowUp,
    GroupTalk,
    LearningQuestion,
    Presence,
    Promise,
    Series,
    Wish,
)
from naast.intervision.services import evenings as evening_services
from naast.intervision.services import series as series_services
from naast.organisations.models import Function
from naast.people.models import Person
from naast.programmes.models import EntryCondition, Programme

RETURN = SeriesPlan(
    name="Terugkomgroep",
    label="terugkomavond",
    invitation_title="Samen aan tafel",
    talk_label="Wat wil ik beter?",
    weekday=1,
    week_of_month=2,
    hour=time(19, 30),
    starts_on=date(2025, 1, 1),
    place="In ons huis, de grote tafel",
    takes_staff=True,
)
COFFEE = SeriesPlan(
    name="Koffie-uur",
    label="koffie-uur",
    weekday=3,
    every=2,
    unit="week",
    hour=time(10),
    starts_on=date(2025, 9, 1),
    minutes=90,
    place="De keuken",
    method="round",
)
AT_THE_TABLE = 7
HELD = ((84, ["limits"]), (56, ["closeness", "money"]), (28, ["staff"]))


def fill(season: Season, volunteers: list[Person]) -> None:
    """Both groups. The first volunteer is one of the cast and leads, so that their pages have life."""
    group = _group(season, volunteers)
    _held(season, group, volunteers)
    _coming(group, volunteers)
    _talks(season, group, volunteers)
    _right(season, group)
    FollowUp.objects.create(
        organisation_id=season.actor.organisation_id,
        series=group,
        person=volunteers[3],
        reason="in_a_row",
        noticed_on=season.ago(4),
    )
    FollowUp.objects.create(
        organisation_id=season.actor.organisation_id,
        series=group,
        person=volunteers[4],
        reason="long_ago",
        noticed_on=season.ago(40),
        talked_on=season.ago(36),
        outcome="comes_again",
        talked_by=season.staff[0],
    )
    coffee = series_services.create_series(actor=season.actor, plan=COFFEE)
    for person in volunteers[AT_THE_TABLE : AT_THE_TABLE + 4]:
        series_services.add_member(actor=season.actor, series_id=coffee.pk, person_id=person.pk)


def _group(season: Season, volunteers: list[Person]) -> Series:
    announced = Programme.objects.filter(
        organisation_id=season.actor.organisation_id,
        entryconditions__kind=EntryCondition.Kind.INTERVISION,
    ).first()
    part = ProgrammePart(
        programme_id=(announced or season.programmes[0]).pk, is_duty=True, a_year=8
    )
    group = series_services.create_series(actor=season.actor, plan=RETURN, programmes=[part])
    nele = season.of(Function.PROFESSIONAL).person_id
    people = [person.pk for person in volunteers[:AT_THE_TABLE]]
    for person_id in (*people, *([nele] if nele else [])):
        series_services.add_member(
            actor=season.actor,
            series_id=group.pk,
            person_id=person_id,
            is_leader=person_id == volunteers[0].pk,
        )
    group.members.update(joined_on=season.ago(380))
    return group


def _at(season: Season, days: int) -> datetime:
    return season.moment(season.ago(days), 19)


def _held(season: Season, group: Series, volunteers: list[Person]) -> None:
    own = {"organisation_id": season.actor.organisation_id}
    for number, (days, themes) in enumerate(HELD):
        evening = Evening.objects.create(
            **own,
            series=group,
            starts_at=_at(season, days),
            place=group.place,
            method="incident",
            brought_by=volunteers[number + 1],
            themes=themes,
            closed_on=season.ago(days),
        )
        for place, person in enumerate(volunteers[:AT_THE_TABLE]):
            state = "absent" if place == 3 else "signed_off" if place == number + 4 else "came"
            Presence.objects.create(**own, evening=evening, person=person, state=state)
        group.members.filter(person=volunteers[number + 1]).update(brought_on=season.ago(days))
    action = {**own, "evening": evening, "due_on": season.ago(-10)}
    AgreedAction.objects.create(
        **action, what="Een lijstje maken: wie bel je waarvoor?", person=volunteers[0]
    )
    AgreedAction.objects.create(
        **action, what="De koffiekoppen terugbrengen", who="Allemaal", done_on=season.ago(20)
    )
    # One that was held and whose list is not filled in yet.
    Evening.objects.create(
        **own, series=group, starts_at=_at(season, 5), place=group.place, method="round"
    )


def _coming(group: Series, volunteers: list[Person]) -> None:
    evening = group.evenings.filter(starts_at__gt=clock.now()).order_by("starts_at")[0]
    own = {"organisation_id": group.organisation_id, "evening": evening}
    LearningQuestion.objects.create(
        **own,
        asker=volunteers[0],
        text="Hoe zeg ik dat ik niet elke dag kan bellen?",
        theme="limits",
    )
    LearningQuestion.objects.create(
        **own,
        asker=volunteers[1],
        text="Mag ik samen iets kopen als ik merk dat er niets in huis is?",
        theme="money",
        is_shared=True,
    )
    LearningQuestion.objects.create(**own, asker=volunteers[2], kind="experience")
    Presence.objects.create(
        **own, person=volunteers[5], state="signed_off", words="Dan ben ik op reis."
    )


def _talks(season: Season, group: Series, volunteers: list[Person]) -> None:
    own = {"organisation_id": season.actor.organisation_id}
    last_year = Evening.objects.create(
        **own,
        series=group,
        kind="group_talk",
        starts_at=_at(season, 350),
        place=group.place,
        closed_on=season.ago(350),
    )
    talk = GroupTalk.objects.create(
        **own, evening=last_year, counted_at=last_year.starts_at + timedelta(hours=1)
    )
    wishes = [
        Wish.objects.create(**own, talk=talk, text=text, votes=votes)
        for text, votes in (("Sneller horen of iets mag", 6), ("Een keer samen eten", 4))
    ]
    promise = {**own, "talk": talk, "owner": season.staff[0]}
    Promise.objects.create(
        **promise,
        wish=wishes[0],
        what="Binnen twee werkdagen een antwoord op elke vraag",
        due_on=season.ago(300),
        done_on=season.ago(290),
        news="Gelukt. Wie belt, hoort meteen wanneer het antwoord komt.",
    )
    Promise.objects.create(
        **promise, wish=wishes[1], what="Samen eten in de lente", due_on=season.ago(2)
    )
    plan = EveningPlan(starts_at=season.moment(season.ago(-20), 19), kind="group_talk")
    coming = evening_services.plan_evening(actor=season.actor, series_id=group.pk, plan=plan)
    for number, text in enumerate(("Een vaste plek voor onze spullen", "Minder mails")):
        asker = volunteers[1] if number else None
        Wish.objects.create(**own, talk=coming.talk, text=text, asker=asker)


def _right(season: Season, group: Series) -> None:
    own = {"organisation_id": season.actor.organisation_id}
    EthicsQuestion.objects.create(
        **own, text="Mag ik een klein cadeau aannemen?", asked_on=season.ago(12)
    )
    EthicsQuestion.objects.create(
        **own,
        series=group,
        text="Mag ik een foto van ons samen doorsturen?",
        asked_on=season.ago(70),
        discussed_on=season.ago(56),
        outcome="Alleen als de ander het goed vindt, en nooit op sociale media.",
    )
