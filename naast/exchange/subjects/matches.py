"""Lists of matches: two people who are already beside each other when the list comes in."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from naast.companionship.models import FirstMeeting, Match, MatchState, MatchStep, Milestone, Visit
from naast.companionship.states import BACKED_STATES
from naast.core import clock
from naast.core.ids import uuid7
from naast.exchange.plan import Change, Outcome, Planned, Setting, State
from naast.exchange.rows import Row
from naast.exchange.subjects.pairs import People, Programmes
from naast.exchange.values.readings import folded
from naast.programmes.models import Programme

FIELDS = (
    "external_id",
    "volunteer_id",
    "participant_id",
    "programme_id",
    "state",
    "started_on",
    "ended_on",
    "intended_end_on",
    "rhythm",
    "agreed_volunteer",
)
_CLOSED = frozenset({MatchState.ENDED.value, MatchState.NOT_STARTED.value})
BATCH = 1_000

Pair = tuple[UUID, UUID, UUID]


class Matches:
    """Matches, known by their number or by their two people and the programme."""

    def plan(self, rows: list[Row], setting: Setting) -> list[Planned]:
        """Each row against the matches we have; people and programme must be known already."""
        desk = _Desk(setting)
        return [desk.place(row) for row in rows]

    def write(self, planned: list[Planned], setting: Setting) -> None:
        """New matches with one step that says they came from a list; changed columns of known ones."""
        _create([each for each in planned if each.outcome is Outcome.CREATED], setting)
        _update([each for each in planned if each.outcome is Outcome.UPDATED], setting)

    def states(
        self, organisation_id: UUID, _kind: str, ids: list[UUID] | None
    ) -> dict[UUID, State]:
        """How these matches stand now."""
        rows = Match.objects.filter(organisation_id=organisation_id)
        if ids is not None and len(ids) <= 500:
            rows = rows.filter(id__in=ids)
        wanted = None if ids is None else set(ids)
        found = {values.pop("id"): values for values in rows.values("id", *FIELDS)}
        return {key: state for key, state in found.items() if wanted is None or key in wanted}

    def built_upon(self, organisation_id: UUID, _kind: str, ids: list[UUID]) -> set[UUID]:
        """Matches with visits, moments or steps taken since."""
        found: set[UUID] = set()
        for model in (Visit, Milestone, FirstMeeting):
            rows = model.objects.filter(organisation_id=organisation_id)
            found |= set(rows.values_list("match_id", flat=True))
        steps = MatchStep.objects.filter(organisation_id=organisation_id).exclude(name=IMPORTED)
        found |= set(steps.values_list("match_id", flat=True))
        return found & set(ids)

    def restore(self, organisation_id: UUID, _kind: str, before: dict[UUID, State]) -> None:
        """Put the fields of `before` back."""
        rows = list(Match.objects.filter(organisation_id=organisation_id, id__in=before))
        for row in rows:
            for name, value in before[row.pk].items():
                setattr(row, name, value)
        Match.objects.bulk_update(rows, list(FIELDS), batch_size=200)

    def remove(self, organisation_id: UUID, _kind: str, ids: list[UUID]) -> None:
        """Take away the matches a load has made."""
        for start in range(0, len(ids), BATCH):
            Match.objects.filter(
                organisation_id=organisation_id, id__in=ids[start : start + BATCH]
            ).delete()


IMPORTED = "imported"


class _Desk:
    """Finds people, programme and the match itself for one row after the other."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._volunteers = People(setting.organisation_id, "volunteer")
        self._participants = People(setting.organisation_id, "participant")
        self._programmes = Programmes(setting)
        self._known: dict[UUID, State] = {}
        self._by_number: dict[str, UUID] = {}
        self._by_pair: dict[Pair, list[UUID]] = {}
        self._rows: dict[UUID, int] = {}
        for values in Match.objects.filter(organisation_id=setting.organisation_id).values(
            "id", *FIELDS
        ):
            self._remember(values.pop("id"), values)

    def _remember(self, key: UUID, state: State) -> None:
        self._known[key] = state
        if state["external_id"]:
            self._by_number[folded(state["external_id"])] = key
        self._by_pair.setdefault(_pair(state), []).append(key)

    def place(self, row: Row) -> Planned:
        """What would happen to this row."""
        planned = Planned(row, Outcome.LEFT_OUT)
        said = self._said(row)
        if row.problems or said is None:
            return planned
        target = self._find(said)
        if target in self._rows:
            row.refuse(
                "duplicate.row",
                "",
                "",
                _("This is the match of row %(row)s. Keep one of the two rows.")
                % {"row": self._rows[target]},
            )
            return planned
        if target is None:
            target = self._add(planned, said)
        else:
            self._change(planned, target, said)
        planned.target_id = target
        self._rows[target] = row.number
        return planned

    def _said(self, row: Row) -> State | None:
        country = self._setting.context.country
        volunteer = self._volunteers.find(row, country)
        participant = self._participants.find(row, country)
        programme = self._programmes.find(row)
        if not (volunteer and participant and programme):
            return None
        if volunteer == participant:
            row.refuse(
                "match.self", "", "", _("Volunteer and participant are the same person here.")
            )
        said = {name: row.values[name] for name in FIELDS if name in row.values}
        said |= {
            "volunteer_id": volunteer,
            "participant_id": participant,
            "programme_id": programme,
        }
        started, ended = said.get("started_on"), said.get("ended_on")
        if started and ended and ended < started:
            row.refuse(
                "date.order",
                row.columns["ended_on"],
                ended.isoformat(),
                _("This day comes before the start. Look at both dates."),
            )
        return said

    def _find(self, said: State) -> UUID | None:
        """By number; else the pair in this programme, open or with the same start."""
        number = folded(said.get("external_id", ""))
        if number in self._by_number:
            return self._by_number[number]
        candidates = [
            key
            for key in self._by_pair.get(_pair(said), [])
            if not (number and self._known[key]["external_id"])
        ]
        started = said.get("started_on")
        for key in candidates:
            if started and self._known[key]["started_on"] == started:
                return key
        is_open = _state_said(said, self._setting) not in _CLOSED
        for key in candidates:
            known = self._known[key]
            # A pair stands beside each other once at a time; without dates it is the same match.
            if (is_open and known["state"] not in _CLOSED) or not (started and known["started_on"]):
                return key
        return None

    def _add(self, planned: Planned, said: State) -> UUID:
        target = uuid7()
        state = _blank() | said
        state["state"] = _state_said(said, self._setting)
        planned.outcome, planned.current, planned.wanted = Outcome.CREATED, _blank(), state
        planned.changes = _changes(planned.current, state)
        self._remember(target, state)
        return target

    def _change(self, planned: Planned, target: UUID, said: State) -> None:
        planned.current = self._known[target]
        if "ended_on" in said and "state" not in said and planned.current["state"] not in _CLOSED:
            said["state"] = _state_said(said, self._setting)
        planned.wanted = planned.current | said
        if _comes_back(planned.current["state"], planned.wanted["state"]):
            planned.row.refuse(
                "match.back",
                planned.row.columns.get("state", ""),
                str(said.get("state", "")),
                _("A list doesn’t start a known match again. Do that on the page of the match."),
            )
            return
        planned.changes = _changes(planned.current, planned.wanted)
        planned.outcome = Outcome.UPDATED if planned.changes else Outcome.UNCHANGED


def _comes_back(before: str, after: str) -> bool:
    """Whether two people whom we know would begin, or begin again: a match has its own steps for that, with
    what must be in place (S0-44). New matches that run already come in as they are."""
    return after in BACKED_STATES and before not in BACKED_STATES


def _pair(state: State) -> Pair:
    return state["volunteer_id"], state["participant_id"], state["programme_id"]


def _state_said(said: State, setting: Setting) -> str:
    """What the list says, or what its dates say: ended when the end lies behind us."""
    ended = said.get("ended_on")
    is_over = ended is not None and ended <= setting.context.today
    return str(said.get("state") or (MatchState.ENDED if is_over else MatchState.RUNNING).value)


def _blank() -> State:
    blank = Match()
    return {name: getattr(blank, name) for name in FIELDS} | {"state": ""}


def _changes(current: State, after: State) -> list[Change]:
    return [
        Change(name, current[name], value)
        for name, value in after.items()
        if current[name] != value
    ]


def _create(planned: list[Planned], setting: Setting) -> None:
    programmes = Programme.objects.filter(organisation_id=setting.organisation_id).in_bulk()
    matches = [_match(each, setting, programmes) for each in planned]
    Match.objects.bulk_create(matches, batch_size=BATCH)
    MatchStep.objects.bulk_create(
        [
            MatchStep(
                organisation_id=setting.organisation_id,
                match=match,
                name=IMPORTED,
                to_state=match.state,
            )
            for match in matches
        ],
        batch_size=BATCH,
    )


def _match(each: Planned, setting: Setting, programmes: dict[UUID, Programme]) -> Match:
    """The people around a match come from its programme until somebody names others."""
    state: dict[str, Any] = dict(each.wanted)
    programme = programmes[state["programme_id"]]
    return Match(
        id=each.target_id,
        organisation_id=setting.organisation_id,
        coach_id=programme.coach_id,
        professional_id=programme.responsible_id,
        weight=programme.weight,
        state_since=_since(state),
        **state,
    )


def _since(state: State) -> datetime:
    day = state["ended_on"] if state["state"] in _CLOSED else state["started_on"]
    return clock.at(day, time(12)) if day else timezone.localtime()


def _update(planned: list[Planned], setting: Setting) -> None:
    after = {each.target_id: each for each in planned}
    rows = list(
        Match.objects.filter(Q(organisation_id=setting.organisation_id), id__in=list(after))
    )
    for row in rows:
        each = after[row.pk]
        for change in each.changes:
            setattr(row, change.field, change.new)
        if any(change.field == "state" for change in each.changes):
            row.state_since = _since(each.wanted)
    Match.objects.bulk_update(rows, [*FIELDS, "state_since"], batch_size=200)
