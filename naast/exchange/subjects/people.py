"""Lists of volunteers and participants: who is meant, what changes, and writing it in bulk."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from naast.exchange.duplicates import Entry, Likeness, Register, Verdict, Why
from naast.exchange.identity import fingerprint_of
from naast.exchange.plan import Alike, Card, Outcome, Planned, Setting, State
from naast.exchange.rows import Row
from naast.exchange.subjects import person_removal, person_writing
from naast.exchange.subjects.person_said import what_it_says
from naast.exchange.subjects.person_states import (
    changes_between,
    empty_state,
    read_states,
    state_after,
)
from naast.people.models import Person

_SIGNS = ("email", "phone", "birth_on", "external_id")


class People:
    """Volunteers or participants: the kind says which hat."""

    def plan(self, rows: list[Row], setting: Setting) -> list[Planned]:
        """Each row against everybody we know in this organisation, and against earlier rows."""
        finder = _Finder(setting)
        planned = []
        for row in rows:
            said = what_it_says(row, setting.kind, setting.context)
            planned.append(finder.place(row, said))
        _compare(planned, setting)
        return planned

    def write(self, planned: list[Planned], setting: Setting) -> None:
        """Make new persons and change known ones."""
        person_writing.create(
            [each for each in planned if each.outcome is Outcome.CREATED], setting
        )
        person_writing.update(
            [each for each in planned if each.outcome is Outcome.UPDATED], setting
        )

    def states(self, organisation_id: UUID, kind: str, ids: list[UUID] | None) -> dict[UUID, State]:
        """How these persons stand now."""
        return read_states(organisation_id, kind, ids)

    def built_upon(self, organisation_id: UUID, kind: str, ids: list[UUID]) -> set[UUID]:
        """Persons with a match, a request, a note, another hat or an account."""
        return person_removal.built_upon(organisation_id, kind, ids)

    def restore(self, organisation_id: UUID, kind: str, before: dict[UUID, State]) -> None:
        """Put back what a load changed."""
        person_writing.restore(organisation_id, kind, before)

    def remove(self, organisation_id: UUID, _kind: str, ids: list[UUID]) -> None:
        """Take away the persons a load has made."""
        person_removal.remove(organisation_id, ids)


class _Finder:
    """Says whom a row is about."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        # Recognising somebody by a slip in the name needs every name of the organisation at hand.
        fields = (
            "id",
            "given_name",
            "family_name",
            "birth_on",
            "email",
            "phone",
            "external_id",
            "place",
        )
        people = Person.objects.filter(organisation_id=setting.organisation_id).values(*fields)
        self._cards: dict[Any, Card] = {}
        self._register = Register(self._known(values) for values in people)
        self._taken: dict[UUID, int] = {}

    def _known(self, values: dict[str, Any]) -> Entry:
        self._cards[values["id"]] = _card(values)
        return _entry(values["id"], values)

    def place(self, row: Row, said: State) -> Planned:
        """The row with whom it is about; left out when it has problems or needs a decision."""
        planned = Planned(row, Outcome.LEFT_OUT, wanted=said)
        if not said.get("given_name") and not said.get("family_name"):
            return planned
        entry = _entry(("row", row.number), said)
        likenesses = self._register.likenesses(entry)
        planned.alike = [self._alike(row, said, likeness) for likeness in likenesses]
        if not row.problems:
            self._decide(planned, likenesses, entry)
        self._cards[entry.key] = _card(said)
        self._register.add(entry)
        return planned

    def _alike(self, row: Row, said: State, likeness: Likeness) -> Alike:
        known: Any = likeness.known
        is_row = isinstance(known, tuple)
        return Alike(
            row.number,
            likeness.why,
            likeness.verdict,
            _card(said),
            self._cards[known],
            person_id=None if is_row else known,
            other_row=known[1] if is_row else None,
        )

    def _decide(self, planned: Planned, likenesses: list[Likeness], entry: Entry) -> None:
        decision = self._decision(planned)
        if decision == "skip":
            self._refuse(planned, "decision.skipped", _("You chose to leave this row out."))
        elif decision == "new":
            planned.outcome, planned.alike = Outcome.CREATED, []
        elif decision:
            self._take(planned, UUID(decision))
        else:
            self._decide_alone(planned, likenesses, entry)

    def _decision(self, planned: Planned) -> str:
        """What somebody decided, now or before; an id counts only when it was one of the choices."""
        decisions = self._setting.decisions
        decision = decisions.by_row.get(planned.row.number, "")
        if not decision and planned.alike and decisions.remembered:
            decision = self._remembered(planned)
        offered = {str(alike.person_id) for alike in planned.alike if alike.person_id}
        return decision if decision in {"new", "skip", *offered} else ""

    def _remembered(self, planned: Planned) -> str:
        decision = self._setting.decisions.remembered.get(fingerprint_of(planned.wanted), "")
        # «A new person» was said of somebody who is on the list by now: that is the one.
        is_here = any(each.person_id and each.verdict is Verdict.SAME for each in planned.alike)
        return "" if decision == "new" and is_here else decision

    def _decide_alone(self, planned: Planned, likenesses: list[Likeness], entry: Entry) -> None:
        same = [each.known for each in likenesses if each.verdict is Verdict.SAME]
        asked = [each for each in likenesses if each.verdict is Verdict.ASK]
        if not same and len(asked) == 1 and asked[0].why is Why.NAME and _has_only_a_name(entry):
            # A list of names alone: the one person of that name is meant, or it would be made twice.
            same = [asked[0].known]
        persons = [key for key in same if isinstance(key, UUID)]
        if len(persons) == 1:
            planned.alike = []
            self._take(planned, persons[0])
        elif same and not persons:
            self._refuse_double(planned, same[0])
        elif same or (asked and self._setting.decisions.otherwise == "ask"):
            self._ask(planned)
        else:
            planned.outcome = Outcome.CREATED

    def _take(self, planned: Planned, person_id: UUID) -> None:
        if person_id in self._taken:
            self._refuse_double(planned, ("row", self._taken[person_id]))
            return
        self._taken[person_id] = planned.row.number
        planned.outcome, planned.target_id = Outcome.UPDATED, person_id

    def _refuse_double(self, planned: Planned, earlier: Any) -> None:
        message = _("This looks like the person of row %(row)s. Keep one of the two rows.")
        self._refuse(planned, "duplicate.row", message % {"row": earlier[1]})

    def _ask(self, planned: Planned) -> None:
        other = planned.alike[0]
        if other.other_row is not None:
            message = _(
                "This may be the person of row %(row)s. Say whether they are one person or two."
            ) % {"row": other.other_row}
        else:
            message = _(
                "This may be somebody you already have: %(name)s. Say whether it is the same person."
            ) % {"name": other.other.name}
        self._refuse(planned, "duplicate.ask", message)

    def _refuse(self, planned: Planned, code: str, message: str) -> None:
        """The problem stands in the cell that made us think so, or else in that of the name."""
        row, whys = planned.row, [alike.why for alike in planned.alike[:1]]
        codes = [
            *(_COLUMN_OF.get(why, "") for why in whys),
            "full_name",
            "given_name",
            "family_name",
        ]
        column = next((row.columns[each] for each in codes if each in row.columns), "")
        row.refuse(code, column, _card(planned.wanted).name, message)


_COLUMN_OF = {
    Why.MAIL: "email",
    Why.PHONE: "phone",
    Why.BIRTH: "birth_on",
    Why.NUMBER: "external_id",
}


def _compare(planned: list[Planned], setting: Setting) -> None:
    """Fill in the state before and after; a known person without a change is unchanged."""
    ids = [each.target_id for each in planned if each.target_id]
    states = read_states(setting.organisation_id, setting.kind, ids) if ids else {}
    blank = empty_state(setting.kind)
    for each in planned:
        if each.outcome is Outcome.LEFT_OUT:
            continue
        each.current = states[each.target_id] if each.target_id else blank
        after = state_after(each.current, each.wanted)
        each.wanted = after
        if each.outcome is Outcome.CREATED:
            continue
        each.changes = changes_between(each.current, after)
        if each.outcome is Outcome.UPDATED and not each.changes:
            each.outcome = Outcome.UNCHANGED


def _entry(key: Any, values: State) -> Entry:
    return Entry(
        key,
        values.get("given_name", ""),
        values.get("family_name", ""),
        values.get("birth_on"),
        values.get("email", ""),
        values.get("phone", ""),
        values.get("external_id", ""),
    )


def _card(values: State) -> Card:
    name = f"{values.get('given_name', '')} {values.get('family_name', '')}".strip()
    return Card(
        name,
        values.get("birth_on"),
        values.get("email", ""),
        values.get("phone", ""),
        values.get("place", ""),
    )


def _has_only_a_name(entry: Entry) -> bool:
    return not any(getattr(entry, sign) for sign in _SIGNS)


def named(organisation_id: UUID, ids: Iterable[UUID]) -> dict[UUID, str]:
    """The names of these persons, for sentences."""
    rows = Person.objects.filter(Q(organisation_id=organisation_id), id__in=list(ids))
    return {person.pk: person.name for person in rows.only("id", "given_name", "family_name")}
