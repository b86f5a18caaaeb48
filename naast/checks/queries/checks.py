"""Reads about checks of conduct. Every function starts from what the actor may see."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Case, QuerySet, Value, When

from naast.checks.models import CheckKind, CheckRecord
from naast.checks.policies import checks as policies
from naast.checks.queries.situations import judged, judgement_of, open_engagements
from naast.checks.states import NOT_SEEN, CheckState
from naast.law import checks as law
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people import api as people
from naast.people.models import Person

# The first reminder (spec/law 2.3), and from when on a renewal stands on the list.
BEFORE_REVIEW = timedelta(days=90)
# What the list shows: name → which rows.
TO_ASK, ASKED, TALK, DUE = "needed", "asked", "talk", "due"
TABS = (TO_ASK, ASKED, TALK, DUE)


def get_volunteer(actor: Actor, person_id: UUID) -> Person | None:
    """A volunteer whose checks this actor keeps, or None: not yours looks the same as absent."""
    if not actor.is_coordinator:
        return None
    cards = people.volunteers_visible_to(actor).filter(person_id=person_id)
    card = cards.select_related("person__user").first()
    return card.person if card else None


def listed(actor: Actor, tab: str, *, day: date) -> QuerySet[CheckRecord]:
    """One tab of the list: to ask, asked, to talk about, or holding no longer than three months."""
    rows = policies.visible_to(actor).select_related("person")
    if tab == DUE:
        return due(actor, day=day).select_related("person")
    if tab == TALK:
        return rows.filter(outcome=CheckRecord.Outcome.TALK)
    state = CheckState.ASKED if tab == ASKED else CheckState.NEEDED
    return rows.filter(state=state)


def due(actor: Actor, *, day: date) -> QuerySet[CheckRecord]:
    """What holds no longer than three months, or held until a day that is past."""
    soon = day + BEFORE_REVIEW
    return policies.visible_to(actor).filter(review_on__lte=soon, state=CheckState.SEEN)


def of_person(actor: Actor, person_id: UUID) -> list[CheckRecord]:
    """Every check of one person that this actor may see: what is open first."""
    order = Case(When(state=CheckState.SEEN, then=Value(1)), default=Value(0))
    rows = policies.visible_to(actor).filter(person_id=person_id).select_related("seen_by__user")
    return list(rows.order_by(order, "kind"))


def get_check(actor: Actor, check_id: UUID) -> CheckRecord | None:
    """One check with its person, or None."""
    if not actor.is_coordinator:
        return None
    return policies.visible_to(actor).select_related("person").filter(pk=check_id).first()


def open_check(person: Person, kind: str) -> CheckRecord | None:
    """The check of this kind that is needed or asked for; None when there is none."""
    return CheckRecord.objects.filter(person=person, kind=kind, state__in=NOT_SEEN).first()


def still_to_come(house: Organisation, person: Person, *, day: date) -> list[CheckKind]:
    """What will be asked of somebody for what they take part in, for who was asked nothing yet; two queries."""
    found = judged(house, open_engagements(house).filter(person=person), day)
    kinds = {
        each.judgement.kind
        for each in found
        if each.judgement.may_be_asked and (each.asks_check or each.with_minors)
    }
    return [kind for kind in CheckKind if kind in kinds]


@dataclass(frozen=True, slots=True)
class OnePerson:
    """What the page about one person shows: what the rules say, what was asked and seen, what may be asked."""

    judgement: law.Judgement
    records: list[CheckRecord]
    kinds: list[CheckKind]
    way: law.Way | None


def page_of(actor: Actor, house: Organisation, person: Person, *, day: date) -> OnePerson:
    """Everything for the page of one person, in a constant number of queries."""
    judgement = judgement_of(house, person, day)
    usual = law.usual_kind(house.country, day)
    kinds = [CheckKind(usual)] if usual else []
    return OnePerson(
        judgement=judgement,
        records=of_person(actor, person.pk),
        kinds=[] if judgement.is_forbidden else [*kinds, CheckKind.OTHER],
        way=law.way_to(usual, house.country, day),
    )
