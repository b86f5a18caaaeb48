"""From rows to the terms of matching: one wish, and the volunteers laid beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.companionship.models import MatchState, Request
from naast.companionship.queries.candidates import Candidates, candidates
from naast.companionship.queries.facts import Facts, facts_about
from naast.core import clock
from naast.matching.pool import Pool
from naast.matching.reasons import MISSING_KINDS
from naast.matching.soft import DEFAULT_WEIGHTS, PARTS
from naast.matching.terms import Kind, Missing, Pattern, Style, Volunteer, Weight, Wish
from naast.matching.vocabulary import Vocabulary
from naast.people.models import Consent, ParticipantProfile, PersonTopic, Topic
from naast.people.names import plain
from naast.programmes.evidence import Known, gather
from naast.programmes.models import EntryCondition, Programme
from naast.programmes.readiness import (
    Item,
    age_items,
    condition_item,
    ends_soon,
    extra_items,
    term_items,
)
from naast.programmes.showing import ended

# A participant who speaks a language this well can be talked with in it.
SPEAKS_WELL = 2
Stance = PersonTopic.Stance
KINDS, STYLES = frozenset(Kind), frozenset(Style)


@dataclass(frozen=True)
class Board:
    """One wish with everybody who is laid beside it."""

    request: Request
    wish: Wish
    pool: Pool
    candidates: Candidates
    weights: Mapping[str, float]
    conditions: list[EntryCondition]
    known: Known

    def row_of(self, person_id: str) -> Any:
        """What was read about one of the people in the pool."""
        return self.candidates.rows[self.pool.position[person_id]]

    def name_of(self, person_id: str) -> str:
        """First and family name of one of the people in the pool."""
        return name_of(self.row_of(person_id))

    def cautions_of(self, person_id: str) -> list[str]:
        """What ends soon for one of the people in the pool."""
        programme = self.request.programme
        items = required_items(self.row_of(person_id), programme, self.conditions, self.known)
        return cautions(items, self.known.today)


def name_of(row: Any) -> str:
    """The name in a row of candidates."""
    return f"{row.person__given_name} {row.person__family_name}".strip()


def board_for(request: Request, *, only: UUID | None = None) -> Board:
    """Lay a wish (read by `queries.requests.get_request`) beside the volunteers of its programme, or
    beside only one of them. Seven queries, or eight when there are more people than are looked at, and what
    the rooms that know of conditions need to answer for all of them at once."""
    found = candidates(request, only=only)
    facts = facts_about(
        request.organisation_id,
        volunteer_ids=found.ids,
        participant_ids=[request.participant_id],
        request_ids=[request.pk],
    )
    programme = request.programme
    conditions = required_conditions([programme])[programme.pk]
    known = gather(
        organisation_id=request.organisation_id,
        person_ids=found.ids,
        conditions=conditions,
        today=clock.today(),
    )
    people = [
        volunteer_of(row, facts, missing_for(row, programme, conditions, known), programme)
        for row in found.rows
    ]
    pool = Pool.build(people, Vocabulary.collect(people, facts.names))
    return Board(
        request=request,
        wish=wish_of(request, facts),
        pool=pool,
        candidates=found,
        weights=weights_of(programme),
        conditions=conditions,
        known=known,
    )


def weights_of(programme: Programme) -> Mapping[str, float]:
    """What weighs in this programme; a code that matching does not know counts for nothing."""
    own = {code: weight for code, weight in programme.match_weights.items() if code in PARTS}
    return own or DEFAULT_WEIGHTS


def required_conditions(programmes: Iterable[Programme]) -> Mapping[UUID, list[EntryCondition]]:
    """What each programme asks before the first contact, in one query."""
    by_programme: dict[UUID, list[EntryCondition]] = {programme.pk: [] for programme in programmes}
    rows = EntryCondition.objects.filter(programme_id__in=by_programme, is_required=True)
    for condition in rows.order_by("position", "id"):
        by_programme[condition.programme_id].append(condition)
    return by_programme


def wish_of(request: Request, facts: Facts) -> Wish:
    """The wish in the terms of matching. Needs participant, participant.participant and programme."""
    person, programme = request.participant, request.programme
    home: ParticipantProfile | None = getattr(person, "participant", None)
    asked = facts.asked.get(request.pk, [])
    themes = _asked(asked, Topic.Kind.THEME)
    types = [kind for kind in request.types if kind in KINDS]
    return Wish(
        id=str(request.pk),
        people=frozenset({str(person.pk)}),
        latitude=person.latitude,
        longitude=person.longitude,
        postcode=person.postcode,
        max_km=request.max_km,
        rather_not_nearby=request.rather_not_nearby,
        languages=_languages_asked(request, facts),
        gender=person.gender,
        gender_asked=frozenset(request.genders),
        free=request.weekly or person.weekly or 0,
        home_has_smoker=home.home_has_smoker if home else None,
        no_smoker=request.no_smoker,
        home_has_pets=True if home and home.home_pets else None,
        allergens=frozenset(home.home_pets if home else ()),
        allergies=frozenset(home.allergies if home else ()),
        stairs=home.home_has_stairs if home else None,
        avoid=frozenset(map(str, facts.avoided.get(request.pk, ()))) | _open_with(request, facts),
        ended_with=_ended_with(request, facts),
        kind=Kind(types[0]) if types else None,
        rhythm=request.rhythm,
        term_months=request.term_months,
        closeness=request.closeness or 0,
        interests=_topics(facts, person.pk, Topic.Kind.INTEREST, Stance.LIKES),
        dislikes=_topics(facts, person.pk, Topic.Kind.INTEREST, Stance.RATHER_NOT),
        experience=frozenset(_asked(asked, Topic.Kind.EXPERIENCE)),
        styles=frozenset(Style(style) for style in request.styles if style in STYLES),
        theme=themes[0] if themes else "",
        weight=Weight(programme.weight),
        tasks=frozenset(map(plain, request.tasks)),
        own_criteria=_own_criteria(person.pk, asked, facts),
        pattern=Pattern(programme.pattern),
        consent=facts.consent(person.pk, Consent.Purpose.VOLUNTEER_SUPPORT),
        has_coach=True if programme.coach_id or request.coordinator_id else None,
        has_fallback=True if programme.responsible_id or (home and home.professional_id) else None,
        waiting_days=max((clock.today() - request.asked_on).days, 0),
    )


def _asked(asked: list[tuple[str, str]], kind: str) -> list[str]:
    return sorted(topic for own, topic in asked if own == kind)


def _own_criteria(person_id: UUID, asked: list[tuple[str, str]], facts: Facts) -> frozenset[str]:
    """Who somebody is counts only as long as the participant says yes to that (B13.6)."""
    if not facts.consent(person_id, Consent.Purpose.OWN_CRITERIA):
        return frozenset()
    return frozenset(_asked(asked, Topic.Kind.OWN_CRITERION))


def _languages_asked(request: Request, facts: Facts) -> Mapping[str, int]:
    """What is asked; otherwise the languages in which the participant can be talked with (S1-95)."""
    if request.languages:
        return {str(code): int(level) for code, level in request.languages.items()}
    spoken = facts.languages.get(request.participant_id, {})
    well = {code: SPEAKS_WELL for code, level in spoken.items() if level >= SPEAKS_WELL}
    return well or dict.fromkeys(spoken, 1)


def _topics(facts: Facts, person_id: UUID, kind: str, stance: str) -> frozenset[str]:
    return frozenset(
        topic
        for own, said, topic in facts.topics.get(person_id, ())
        if own == kind and said == stance
    )


def _open_with(request: Request, facts: Facts) -> frozenset[str]:
    """Whoever is beside this participant already, or is being asked."""
    return frozenset(
        str(pair.volunteer_id)
        for pair in facts.pairs
        if pair.participant_id == request.participant_id and pair.is_open
    )


def _ended_with(request: Request, facts: Facts) -> frozenset[str]:
    """Earlier pairs that ended, and who was proposed for this wish before and did not start (S1-31)."""
    return frozenset(
        str(pair.volunteer_id)
        for pair in facts.pairs
        if pair.participant_id == request.participant_id
        and (
            pair.state == MatchState.ENDED
            or (pair.state == MatchState.NOT_STARTED and pair.request_id == request.pk)
        )
    )


def volunteer_of(
    row: Any, facts: Facts, missing: tuple[Missing, ...], programme: Programme
) -> Volunteer:
    """A row of candidates in the terms of matching, with what is not in place yet (`missing_for`)."""
    person_id = row.person_id
    allowed = bool(facts.consent(person_id, Consent.Purpose.LIVED_EXPERIENCE))
    own = bool(facts.consent(person_id, Consent.Purpose.OWN_CRITERIA))
    load = facts.loads.get(person_id, 0)
    most = row.person__volunteer__max_matches
    allergies = row.person__volunteer__allergies
    return Volunteer(
        id=str(person_id),
        latitude=row.person__latitude,
        longitude=row.person__longitude,
        postcode=row.person__postcode,
        max_km=row.person__volunteer__max_travel_km,
        rather_not_nearby=row.person__volunteer__rather_not_nearby,
        languages=facts.languages.get(person_id, {}),
        gender=row.person__gender,
        free=row.person__weekly or 0,
        smokes=row.person__volunteer__smokes,
        accepts_smoking=row.person__volunteer__accepts_smoking,
        accepts_pets=row.person__volunteer__accepts_pets,
        climbs_stairs=row.person__volunteer__accepts_stairs,
        allergies=frozenset(allergies) if allergies else None,
        matches_now=load,
        matches_agreed=programme.max_matches if most is None else most,
        weight_allowed=Weight(row.person__volunteer__heaviest),
        missing=missing,
        # Taking part in the programme is the volunteer's yes to being asked; each proposal asks again.
        consent=True,
        kinds=frozenset(Kind(kind) for kind in row.person__volunteer__types if kind in KINDS),
        rhythm_min=row.person__volunteer__rhythm_min,
        rhythm_max=row.person__volunteer__rhythm_max,
        term_months=row.person__volunteer__term_months,
        closeness=row.person__volunteer__closeness or 0,
        interests=_topics(facts, person_id, Topic.Kind.INTEREST, Stance.LIKES),
        dislikes=_topics(facts, person_id, Topic.Kind.INTEREST, Stance.RATHER_NOT),
        experience=_lived(facts, person_id) if allowed else frozenset(),
        experience_allowed=allowed,
        styles=frozenset(Style(each) for each in row.person__volunteer__styles if each in STYLES),
        common_ground=_common_ground(row, facts),
        refuses=frozenset(map(plain, row.person__volunteer__refused_tasks)),
        own_tags=_of_kind(facts, person_id, Topic.Kind.OWN_CRITERION) if own else frozenset(),
        waiting_days=0 if load else max((clock.today() - row.started_on).days, 0),
    )


def _of_kind(facts: Facts, person_id: UUID, kind: str) -> frozenset[str]:
    return frozenset(topic for own, _said, topic in facts.topics.get(person_id, ()) if own == kind)


def _lived(facts: Facts, person_id: UUID) -> frozenset[str]:
    return _topics(facts, person_id, Topic.Kind.EXPERIENCE, Stance.LIVED)


def _common_ground(row: Any, facts: Facts) -> Mapping[str, str]:
    """Per theme the volunteer's own words about it; words about several themes belong to none (S0-7)."""
    themes = {
        topic
        for kind, stance, topic in facts.topics.get(row.person_id, ())
        if kind == Topic.Kind.THEME and stance != Stance.RATHER_NOT
    }
    words = row.person__volunteer__common_ground if len(themes) == 1 else ""
    return dict.fromkeys(themes, words)


def missing_for(
    row: Any, programme: Programme, conditions: list[EntryCondition], known: Known
) -> tuple[Missing, ...]:
    """What is not in place yet, by the same rules as the gate (programmes.readiness): everything but age can
    be arranged before the first contact. What ended says when."""
    missing = []
    if row.test_passed is None:
        missing.append(Missing(kind="other", name=_("the five questions of the volunteer law")))
    items = required_items(row, programme, conditions, known)
    return (*missing, *(_missing(item) for item in items if not item.in_place))


def required_items(
    row: Any, programme: Programme, conditions: list[EntryCondition], known: Known
) -> list[Item]:
    """What must be in place for the person in a row of candidates, beside the five questions."""
    items = [
        *(condition_item(each, row, known) for each in conditions),
        *extra_items(row.person_id, known, programme.pk),
        *age_items(programme, row.person__birth_on, known.today),
        *term_items(programme, row.person__volunteer__term_months),
    ]
    return [item for item in items if item.is_required]


def cautions(items: list[Item], today: date) -> list[str]:
    """«Secrecy ends on 3 May 2026», for what is in place now and has to be talked about."""
    return [
        _("%(what)s: ends on %(day)s.") % {"what": item.label, "day": date_format(item.until)}
        for item in ends_soon(items, today)
        if item.until is not None
    ]


def _missing(item: Item) -> Missing:
    name = f"{item.label} ({ended(item)})" if item.lapsed_on else str(item.label)
    kind = item.code if item.code in MISSING_KINDS else "other"
    return Missing(kind=kind, name=name, arrangeable=item.may_wait)
