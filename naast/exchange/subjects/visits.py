"""Lists of visits: when two people of a match met, and how it was."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max, OuterRef, Subquery
from django.utils.translation import gettext as _

from naast.companionship.models import Match, Visit
from naast.core.ids import uuid7
from naast.exchange.plan import Change, Outcome, Planned, Setting, State
from naast.exchange.rows import Row
from naast.exchange.subjects.pairs import People, Programmes
from naast.exchange.values.readings import folded

FIELDS = (
    "external_id",
    "match_id",
    "visited_on",
    "minutes",
    "mode",
    "mood",
    "good_moment",
    "pass_on",
    "other_activity",
)
BATCH = 1_000
_Place = tuple[UUID, date, str]


class Visits:
    """Visits, known by their number, or by their match, day and way of meeting."""

    def plan(self, rows: list[Row], setting: Setting) -> list[Planned]:
        """Each row against the visits we have; the match must be known already."""
        desk = _Desk(setting)
        return [desk.place(row) for row in rows]

    def write(self, planned: list[Planned], setting: Setting) -> None:
        """New and changed visits, and the day of the last visit of their matches."""
        created = [each for each in planned if each.outcome is Outcome.CREATED]
        Visit.objects.bulk_create(
            [
                Visit(id=each.target_id, organisation_id=setting.organisation_id, **each.wanted)
                for each in created
            ],
            batch_size=BATCH,
        )
        updated = {
            each.target_id: each.wanted for each in planned if each.outcome is Outcome.UPDATED
        }
        self.restore(
            setting.organisation_id,
            setting.kind,
            {key: state for key, state in updated.items() if key},
        )
        _refresh_last_visits(setting.organisation_id)

    def states(
        self, organisation_id: UUID, _kind: str, ids: list[UUID] | None
    ) -> dict[UUID, State]:
        """How these visits stand now."""
        rows = Visit.objects.filter(organisation_id=organisation_id)
        if ids is not None and len(ids) <= 500:
            rows = rows.filter(id__in=ids)
        wanted = None if ids is None else set(ids)
        found = {values.pop("id"): values for values in rows.values("id", *FIELDS)}
        return {key: state for key, state in found.items() if wanted is None or key in wanted}

    def built_upon(self, _organisation_id: UUID, _kind: str, _ids: list[UUID]) -> set[UUID]:
        """Nothing leans on a visit."""
        return set()

    def restore(self, organisation_id: UUID, _kind: str, before: dict[UUID, State]) -> None:
        """Put the fields of `before` in place."""
        rows = list(Visit.objects.filter(organisation_id=organisation_id, id__in=list(before)))
        for row in rows:
            for name, value in before[row.pk].items():
                setattr(row, name, value)
        Visit.objects.bulk_update(rows, list(FIELDS), batch_size=200)
        _refresh_last_visits(organisation_id)

    def remove(self, organisation_id: UUID, _kind: str, ids: list[UUID]) -> None:
        """Take away the visits a load has made."""
        for start in range(0, len(ids), BATCH):
            Visit.objects.filter(
                organisation_id=organisation_id, id__in=ids[start : start + BATCH]
            ).delete()
        _refresh_last_visits(organisation_id)


def _refresh_last_visits(organisation_id: UUID) -> None:
    """One statement for all matches: the last visit is what the visits say."""
    last = Visit.objects.filter(match=OuterRef("pk")).order_by().values("match")
    Match.objects.filter(organisation_id=organisation_id).update(
        last_visit_on=Subquery(last.annotate(last=Max("visited_on")).values("last"))
    )


class _Desk:
    """Finds the match and the visit itself for one row after the other."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._volunteers = People(setting.organisation_id, "volunteer")
        self._participants = People(setting.organisation_id, "participant")
        self._programmes = Programmes(setting)
        self._matches: dict[tuple[UUID, UUID], list[dict[str, Any]]] = defaultdict(list)
        fields = ("id", "volunteer_id", "participant_id", "programme_id", "started_on", "ended_on")
        for match in (
            Match.objects.filter(organisation_id=setting.organisation_id)
            .order_by("id")
            .values(*fields)
        ):
            self._matches[match["volunteer_id"], match["participant_id"]].append(match)
        self._known: dict[UUID, State] = {}
        self._by_number: dict[str, UUID] = {}
        # Two visits on one day are possible: the second row then means the second visit.
        self._waiting: dict[_Place, list[UUID]] = defaultdict(list)
        for values in (
            Visit.objects.filter(organisation_id=setting.organisation_id)
            .order_by("id")
            .values("id", *FIELDS)
        ):
            key = values.pop("id")
            self._known[key] = values
            if values["external_id"]:
                self._by_number[folded(values["external_id"])] = key
            self._waiting[_place(values)].append(key)

    def place(self, row: Row) -> Planned:
        """What would happen to this row."""
        planned = Planned(row, Outcome.LEFT_OUT)
        said = self._said(row)
        if row.problems or said is None:
            return planned
        target = self._find(said)
        planned.current = self._known[target] if target else _blank()
        planned.wanted = planned.current | said
        planned.changes = [
            Change(name, planned.current[name], value)
            for name, value in planned.wanted.items()
            if planned.current[name] != value
        ]
        planned.target_id = target or uuid7()
        if target is None:
            planned.outcome = Outcome.CREATED
        else:
            planned.outcome = Outcome.UPDATED if planned.changes else Outcome.UNCHANGED
        return planned

    def _find(self, said: State) -> UUID | None:
        number = folded(said.get("external_id", ""))
        if number:
            return self._by_number.pop(number, None)
        waiting = self._waiting[_place(_blank() | said)]
        same = [key for key in waiting if self._known[key]["minutes"] == said.get("minutes")]
        if not waiting:
            return None
        found = same[0] if same else waiting[0]
        waiting.remove(found)
        return found

    def _said(self, row: Row) -> State | None:
        said = {name: row.values[name] for name in FIELDS if name in row.values}
        for name in ("duration_hours", "duration_minutes"):
            if name in row.values:
                said.setdefault("minutes", row.values[name])
        if "visited_on" not in said:
            if not any(problem.code.startswith("date.") for problem in row.problems):
                row.refuse(
                    "visit.undated", "", "", _("This row does not say on which day they met.")
                )
            return None
        match = self._match(row, said["visited_on"])
        return {**said, "match_id": match} if match else None

    def _match(self, row: Row, day: date) -> UUID | None:
        country = self._setting.context.country
        volunteer = self._volunteers.find(row, country)
        participant = self._participants.find(row, country)
        programme = self._programmes.find(row, is_needed=False)
        if not (volunteer and participant):
            return None
        candidates = [
            match
            for match in self._matches.get((volunteer, participant), [])
            if programme in {None, match["programme_id"]}
        ]
        if not candidates:
            row.refuse(
                "match.unknown",
                row.columns.get("volunteer", ""),
                str(row.values.get("volunteer", "")),
                _("There is no match between these two. Load the matches first."),
            )
            return None
        at_the_time = [match for match in candidates if _covers(match, day)]
        found: UUID = (at_the_time or candidates)[-1]["id"]
        return found


def _covers(match: dict[str, Any], day: date) -> bool:
    started, ended = match["started_on"], match["ended_on"]
    return (started is None or started <= day) and (ended is None or day <= ended)


def _place(state: State) -> _Place:
    return state["match_id"], state["visited_on"], state["mode"]


def _blank() -> State:
    blank = Visit()
    return {name: getattr(blank, name) for name in FIELDS}
