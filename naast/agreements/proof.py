"""What signed papers say about the conditions of a start: information, secrecy, agreement, charter (S0-33, S0-50,
S0-52)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from naast.agreements.models import Copy, CopyState, Version
from naast.agreements.queries.copies import asked_again_since
from naast.agreements.queries.documents import in_force
from naast.programmes.evidence import Asked, Evidence, Found, Terms
from naast.programmes.models import Engagement, EntryCondition, Kind

KINDS = (
    EntryCondition.Kind.INFORMATION,
    EntryCondition.Kind.SECRECY,
    EntryCondition.Kind.AGREEMENT,
    EntryCondition.Kind.CHARTER,
)
A_DAY = timedelta(days=1)
COLUMNS = (
    "person_id",
    "state",
    "signed_on",
    "holds_until",
    "version__number",
    "version__document__kind",
    "engagement__programme_id",
)
OWN_ROUTE, STAFF_ROUTE = "agreements:mine", "agreements:of_person"
# (person, programme): where somebody takes part, and not as a volunteer.
Places = Collection[tuple[UUID, UUID]]


@dataclass(frozen=True, slots=True)
class Held:
    """One copy that waits or was signed, with what tells where it counts. `programme_id`: where it was filled
    in for one. `signed_on`: None while it waits for the person."""

    person_id: UUID
    document_id: UUID
    number: int
    programme_id: UUID | None
    signed_on: date | None
    holds_until: date | None


def source(asked: Asked) -> Found:
    """Evidence and terms of these conditions, in five queries; none when no condition is of these kinds."""
    conditions = asked.of_kind(*KINDS)
    if not conditions:
        return Found()
    holds = in_force(asked.organisation_id, {each.programme_id for each in conditions})
    again = asked_again_since([each.document_id for each in holds.values()])
    held = _held(asked, {each.kind for each in conditions})
    others = _not_volunteering(asked, {each.programme_id for each in conditions})
    evidence: dict[UUID, list[Evidence]] = defaultdict(list)
    terms: dict[UUID, Terms] = {}
    for condition in conditions:
        version = holds.get((condition.programme_id, condition.kind))
        here = [each for each in held[condition.kind] if _counts(each, condition, version, others)]
        for each in here:
            if each.signed_on is not None:
                evidence[each.person_id].append(
                    _evidence(each, condition, each.signed_on, again.get(each.document_id))
                )
        terms[condition.pk] = _terms(version, again, has_own_step=_has_paper(asked, here, again))
    return Found(evidence=evidence, terms=terms)


def _counts(held: Held, condition: EntryCondition, version: Version | None, others: Places) -> bool:
    """A copy for one programme counts there, one for the person wherever they volunteer; and where a text is
    in force, it must be a copy of that text."""
    if held.programme_id not in (None, condition.programme_id):
        return False
    if held.programme_id is None and (held.person_id, condition.programme_id) in others:
        return False
    return version is None or held.document_id == version.document_id


def _evidence(
    held: Held, condition: EntryCondition, signed_on: date, newest: Version | None
) -> Evidence:
    until = held.holds_until
    if newest is not None and newest.published_on and held.number < newest.number:
        # A newer version asked everybody again on its day.
        before = newest.published_on - A_DAY
        until = min(until, before) if until else before
    return Evidence(condition.pk, signed_on, until)


def _has_paper(asked: Asked, here: Iterable[Held], again: Mapping[UUID, Version]) -> bool:
    """Whether everybody who is asked about has a paper on their own page that still counts or waits: without
    one, the next step is the coordinator’s."""
    found = {
        each.person_id
        for each in here
        if each.document_id not in again or each.number >= again[each.document_id].number
    }
    return found >= asked.person_ids


def _terms(version: Version | None, again: Mapping[UUID, Version], *, has_own_step: bool) -> Terms:
    own_route = OWN_ROUTE if has_own_step else ""
    if version is None:
        return Terms(own_route=own_route, staff_route=STAFF_ROUTE)
    newest = again.get(version.document_id)
    # A first version asks for the first time: what was agreed before it still counts.
    is_later = newest is not None and newest.number > 1
    return Terms(
        valid_months=version.document.renew_months,
        not_before=newest.published_on if newest is not None and is_later else None,
        own_route=own_route,
        staff_route=STAFF_ROUTE,
        by_hand=False,
    )


def _held(asked: Asked, kinds: Iterable[str]) -> defaultdict[str, list[Held]]:
    """The papers of these people, by kind: what waits, and what the person signed themselves. Those of an ended
    engagement say nothing about a new one. One query, without their texts."""
    is_signed = Q(state=CopyState.SIGNED, signed_on__isnull=False, own_signature__isnull=False)
    rows = Copy.objects.filter(
        is_signed | Q(state=CopyState.OPEN),
        Q(engagement__isnull=True) | Q(engagement__ended_on__isnull=True),
        organisation_id=asked.organisation_id,
        person_id__in=asked.person_ids,
        version__document__kind__in=set(kinds),
    )
    found: defaultdict[str, list[Held]] = defaultdict(list)
    for copy in rows.select_related("version__document", "engagement").only(*COLUMNS):
        found[copy.version.document.kind].append(
            Held(
                person_id=copy.person_id,
                document_id=copy.version.document_id,
                number=copy.version.number,
                programme_id=copy.engagement.programme_id if copy.engagement else None,
                signed_on=copy.signed_on if copy.state == CopyState.SIGNED else None,
                holds_until=copy.holds_until,
            )
        )
    return found


def _not_volunteering(asked: Asked, programme_ids: Collection[UUID]) -> Places:
    """Where these people take part in another way: papers for volunteers say nothing there (S1-57)."""
    rows = Engagement.objects.open().filter(
        organisation_id=asked.organisation_id,
        person_id__in=asked.person_ids,
        programme_id__in=programme_ids,
    )
    rows = rows.exclude(kind=Kind.VOLUNTEERING)
    return set(rows.values_list("person_id", "programme_id"))
