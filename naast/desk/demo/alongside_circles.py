"""Invented circles: one that meets every week, one that closes, one COSA circle that rests. No word of any offence
stands anywhere, and nobody in them exists."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from naast.circles.inputs import (
    AgreedNote,
    CirclePlan,
    Handling,
    LookBackNote,
    Minutes,
    OuterNote,
    PassageNote,
    ReportNote,
)
from naast.circles.models import Circle, CircleStep, InnerMember, Meeting
from naast.circles.models.meeting import MINUTES_WITHIN
from naast.circles.services import circles, covenant, meetings, passages, people, reports, signals
from naast.circles.states import CircleState, Kind, Level
from naast.circles.texts import usual_covenant
from naast.desk.demo.season import Season
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.queries import colleagues
from naast.people.models import Person
from naast.programmes.models import (
    FIVE_QUESTIONS,
    Engagement,
    EngagementTest,
    Form,
    OnCallLine,
    Programme,
)
from naast.programmes.presets import preset_named
from naast.programmes.services import create_programme

# A circle has a coordinator and a deputy: only a house with two has circles.
TWO = 2
VOLUNTEERS = 4


def fill(season: Season, volunteers: list[Person]) -> None:
    """Three circles in the house that has two coordinators."""
    coordinators = set(colleagues(season.actor, Function.COORDINATOR))
    leads = [member for member in season.staff if member in coordinators][:TWO]
    if len(leads) < TWO or len(volunteers) < VOLUNTEERS * 2:
        return
    programme = _programme(season)
    known = sorted(volunteers, key=lambda person: person.user_id is None)
    cores = _cores(season)
    weekly = _circle(season, leads, programme, Kind.NETWORK, "Kring Moestuin", cores[0])
    _gather(season, weekly, known[:VOLUNTEERS], CircleState.WEEKLY)
    _live(season, leads[0], weekly)
    closing = _circle(season, leads, programme, Kind.NETWORK, "Kring Kapelstraat", cores[1])
    _gather(season, closing, [known[0], *known[-3:]], CircleState.CLOSING)
    bea = _as(season, known[0], Function.VOLUNTEER)
    covenant.agree(actor=bea, circle_id=closing.pk, number=1)
    meetings.look_back(
        actor=bea,
        circle_id=closing.pk,
        note=LookBackNote(brought="Dat we samen konden lachen.", is_shared=True),
    )
    reports.note_closing(
        actor=_lead(season, leads[0]),
        circle_id=closing.pk,
        met_on=season.ago(2),
        aftercare="Een vrijwilliger belt de eerste zaterdag van de maand.",
    )
    cosa = _circle(season, leads, programme, Kind.COSA, "Kring Noord", cores[2])
    _gather(season, cosa, known[VOLUNTEERS : VOLUNTEERS + 3], CircleState.WEEKLY)
    reports.note_event(
        actor=_lead(season, leads[0]),
        circle_id=cosa.pk,
        happened_on=season.ago(1),
        words="De kring rust even. De cirkelcoördinator belt iedereen.",
    )


def _programme(season: Season) -> Programme:
    there = Programme.objects.filter(
        organisation_id=season.actor.organisation_id, form=Form.CIRCLE
    ).first()
    if there is not None:
        return there
    made = create_programme(actor=season.actor, preset=preset_named("circle"), language="nl")
    made.coordinator = made.coach = season.staff[0]
    made.responsible = season.staff[-1]
    made.save(update_fields=["coordinator", "coach", "responsible"])
    OnCallLine.objects.filter(programme=made, phone="").update(
        who=f"Wachtdienst {season.house.name}", phone="000 00 00 00"
    )
    return made


def _cores(season: Season) -> list[Person]:
    """The first, of the cast where there is one, and two others."""
    rows = Person.objects.filter(
        organisation_id=season.actor.organisation_id,
        participant__isnull=False,
        volunteer__isnull=True,
    )
    return sorted(rows.order_by("pk")[:20], key=lambda person: person.user_id is None)[:3]


def _lead(season: Season, member: Membership) -> Actor:
    return replace(season.as_member(member, Function.COORDINATOR), reason="")


def _as(season: Season, person: Person, function: Function) -> Actor:
    return replace(season.as_person(person, function), reason="" if person.user_id else "demo")


def _circle(
    season: Season,
    leads: Sequence[Membership],
    programme: Programme,
    kind: str,
    name: str,
    core: Person,
) -> Circle:
    return circles.start_circle(
        actor=_lead(season, leads[0]),
        programme_id=programme.pk,
        kind=kind,
        core_id=core.pk,
        plan=CirclePlan(name=name, coordinator_id=leads[0].pk, deputy_id=leads[1].pk),
    )


def _gather(season: Season, circle: Circle, volunteers: Sequence[Person], state: str) -> None:
    """Three months ago they came together: the steps of then, as rows of then."""
    owned: dict[str, Any] = {"organisation_id": circle.organisation_id, "circle": circle}
    for person in volunteers:
        _prepare(season, circle, person)
        InnerMember.objects.create(**owned, person=person, joined_on=season.ago(90))
    circle.state, circle.state_since = state, season.moment(season.ago(80))
    circle.consented_on, circle.consent_how = season.ago(100), "in_person"
    circle.briefed_on = season.ago(85) if circle.kind == Kind.COSA else None
    circle.next_summary_on, circle.next_review_on = season.ago(1), season.ago(-20)
    circle.save()
    CircleStep.objects.create(
        **owned, name="start_weekly", from_state=CircleState.AGREEMENTS, to_state=state
    )
    actor = _lead(season, circle.coordinator or season.staff[0])
    words = usual_covenant(circle.kind, "nl")
    covenant.write_covenant(actor=actor, circle_id=circle.pk, text=words.text, limits=words.limits)
    covenant.agree(actor=actor, circle_id=circle.pk, number=1)
    for person in [circle.core, *volunteers[1:]]:
        covenant.note_agreed(
            actor=actor,
            circle_id=circle.pk,
            person_id=person.pk,
            day=season.ago(82),
            how="on_paper",
        )


def _prepare(season: Season, circle: Circle, person: Person) -> None:
    """Everything that the programme asks was in place before the first meeting."""
    since = season.ago(120).isoformat()
    conditions = circle.programme.entryconditions.values_list("pk", flat=True)
    engagement, is_new = Engagement.objects.get_or_create(
        organisation_id=circle.organisation_id,
        person=person,
        programme=circle.programme,
        ended_on=None,
        defaults={
            "started_on": since,
            "conditions_met": {str(pk): since for pk in conditions},
        },
    )
    if is_new:
        EngagementTest.objects.create(
            organisation_id=circle.organisation_id,
            engagement=engagement,
            tested_on=since,
            **dict.fromkeys(FIVE_QUESTIONS, True),
        )


def _meeting(circle: Circle, starts_at: datetime, writer: Person) -> Meeting:
    return Meeting.objects.create(
        organisation_id=circle.organisation_id,
        circle=circle,
        starts_at=starts_at,
        place="De keuken van het buurthuis",
        writer=writer,
        minutes_due_at=starts_at + timedelta(minutes=90) + MINUTES_WITHIN,
    )


def _live(season: Season, lead: Membership, circle: Circle) -> None:
    """A month of a circle: minutes, a contact, signals, what passed, a summary, a review."""
    actor = _lead(season, lead)
    people_inside = [row.person for row in circle.inner.select_related("person").order_by("id")]
    first = people_inside[0]
    me = _as(season, first, Function.VOLUNTEER)
    held = _meeting(circle, season.moment(season.ago(8), 19), first)
    meetings.write_minutes(
        actor=me,
        meeting_id=held.pk,
        minutes=Minutes(
            support="We keken samen naar een plek in de moestuin en belden naar de buurtwerker.",
            accountability="We zeiden dat afzeggen op de dag zelf lastig is, en zochten iets beters.",
            present=(circle.core_id, *(person.pk for person in people_inside)),
            themes=("free_time", "agreements"),
            mood="open",
            shared_parts=("support", "themes"),
            agreed=(AgreedNote("De avond voordien een berichtje sturen", circle.core.first_name),),
        ),
    )
    _meeting(circle, season.moment(season.ago(1), 19), first)
    for days in (6, 13):
        _meeting(circle, season.moment(season.ago(-days), 19), people_inside[1])
    meetings.log_contact(
        actor=me,
        circle_id=circle.pk,
        day=season.ago(3),
        way="call",
        words="Kort gebeld, alles goed.",
    )
    for level, words in (
        (Level.TALK, "Wie gaat mee naar de opendeurdag?"),
        (Level.CONCERN, "Klonk moe en kwam niet naar de deur."),
    ):
        signals.raise_signal(actor=me, circle_id=circle.pk, level=level, words=words)
    answered = signals.raise_signal(
        actor=me,
        circle_id=circle.pk,
        level=Level.CONCERN,
        words="De afspraak bij de dokter viel weg.",
    )
    signals.handle_signal(
        actor=actor,
        signal_id=answered.pk,
        handling=Handling(
            decision="Gebeld met de begeleider; er is een nieuwe afspraak.",
            consulted="De begeleider wonen",
            feedback="Er is een nieuwe afspraak bij de dokter. Dank je wel om het te zeggen.",
        ),
    )
    _outside(season, actor, circle)
    for kind, answers in (
        (
            "summary",
            {"support": "De moestuin is begonnen.", "ahead": "De opendeurdag in de lente."},
        ),
        (
            "review",
            {"work": "Twee halve dagen in de tuin.", "protects": "De wekelijkse avond samen."},
        ),
    ):
        note = ReportNote(held_on=season.ago(20), answers=answers)
        reports.write_report(actor=actor, circle_id=circle.pk, kind=kind, note=note)


def _outside(season: Season, actor: Actor, circle: Circle) -> None:
    """Two people outside, one of them with an account; something released, something that waits."""
    staff = colleagues(season.actor, Function.PROFESSIONAL).first()
    yes: dict[str, Any] = {"consented_on": season.ago(60), "consent_how": "in_person"}
    outer = people.add_outer(
        actor=actor,
        circle_id=circle.pk,
        note=OuterNote(
            name=staff.user.name if staff else "Begeleider",
            role="begeleider wonen",
            works_at=season.house.name,
            membership_id=staff.pk if staff else None,
            may_hear=("practical", "going_well"),
            **yes,
        ),
    )
    people.add_outer(
        actor=actor,
        circle_id=circle.pk,
        note=OuterNote(name="Zus Zonnig", role="zus", contact="000 00 00 00"),
    )
    told = PassageNote(
        words="De kring komt elke week samen, en er is een plek in de moestuin gevonden.",
        subject="going_well",
        basis="consent",
        to=(outer.pk,),
    )
    passage = passages.draft_passage(actor=actor, circle_id=circle.pk, note=told)
    passages.release_passage(actor=actor, passage_id=passage.pk)
    passages.note_incoming(
        actor=actor,
        circle_id=circle.pk,
        outer_id=outer.pk,
        words="In de lente komt er een andere begeleider.",
    )
    passages.draft_passage(
        actor=actor, circle_id=circle.pk, note=replace(told, words="De kring kookt volgende week.")
    )
