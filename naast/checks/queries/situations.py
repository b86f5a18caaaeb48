"""What the rules look at in a person here: their age, their tasks, what they showed before."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, OuterRef

from naast.checks.models import CheckRecord
from naast.law import checks as law
from naast.organisations.models import Organisation
from naast.people.models import Person
from naast.programmes.models import Engagement, EngagementQuerySet, EntryCondition, Serves

ADULT = 18
ORDER = list(law.Verdict)


@dataclass(frozen=True, slots=True)
class Asked:
    """What one engagement brings: the programme, whether it asks a check, and what the rules say of it."""

    person_id: UUID
    programme_id: UUID
    programme: str
    asks_check: bool
    with_minors: bool
    judgement: law.Judgement


def open_engagements(house: Organisation) -> EngagementQuerySet:
    """Who takes part here, with what `judged` reads."""
    conditions = EntryCondition.objects.filter(
        programme_id=OuterRef("programme_id"), kind=EntryCondition.Kind.CHECK, is_required=True
    )
    engagements = Engagement.objects.filter(organisation=house).open()
    return engagements.select_related("person", "programme").annotate(asks_check=Exists(conditions))


def judged(
    house: Organisation, engagements: Iterable[Engagement], day: date, *, kind: str = ""
) -> list[Asked]:
    """What the rules say about each of these `open_engagements`; with `kind`, about that check alone. One
    query for what was shown before, none for nobody."""
    rows = list(engagements)
    usual = law.usual_kind(house.country, day)
    shown = _shown({each.person_id for each in rows}, usual) if rows else {}
    return [
        Asked(
            person_id=each.person_id,
            programme_id=each.programme_id,
            programme=each.programme.name,
            asks_check=getattr(each, "asks_check", False),
            with_minors=each.programme.contact_with_minors,
            judgement=law.judge(
                house.country,
                situation(house, each, day, shown_on=shown.get(each.person_id)),
                day,
                kind=kind,
            ),
        )
        for each in rows
    ]


def judgement_of(
    house: Organisation, person: Person, day: date, *, kind: str = ""
) -> law.Judgement:
    """What the rules say about asking this person: of all their programmes the one that asks most."""
    found = judged(house, open_engagements(house).filter(person=person), day, kind=kind)
    return strictest(found) or law.judge(
        house.country, law.Situation(is_youth_work=house.is_youth_work), day, kind=kind
    )


def situation(
    house: Organisation, engagement: Engagement, day: date, *, shown_on: date | None = None
) -> law.Situation:
    """What the rules look at for one person in one programme."""
    birth_on, programme = engagement.person.birth_on, engagement.programme
    return law.Situation(
        is_adult=None if birth_on is None else birth_on + relativedelta(years=ADULT) <= day,
        with_minors=programme.contact_with_minors,
        extra_care=programme.serves != Serves.EVERYBODY,
        is_vaph=programme.serves == Serves.VAPH_ADULTS,
        is_youth_work=house.is_youth_work,
        since=engagement.started_on,
        shown_on=shown_on,
    )


def strictest(found: Iterable[Asked]) -> law.Judgement | None:
    """What asks the most: a duty before a permission before a warning; None for nothing."""
    judgements = (each.judgement for each in found)
    return min(judgements, key=lambda each: ORDER.index(each.verdict), default=None)


def _shown(person_ids: Collection[UUID], kind: str) -> dict[UUID, date]:
    """When each of these people last showed the check that the rules are about, and it was in order."""
    rows = CheckRecord.objects.filter(
        person_id__in=person_ids, kind=kind, outcome=CheckRecord.Outcome.OK
    )
    shown: dict[UUID, date] = {}
    for person_id, seen_on in rows.values_list("person_id", "seen_on"):
        if seen_on is not None:
            shown[person_id] = max(seen_on, shown.get(person_id, seen_on))
    return shown
