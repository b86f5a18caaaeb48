"""Who is meant by the two people and the programme in a row of a match or a visit."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from naast.exchange.duplicates import name_key
from naast.exchange.plan import Setting
from naast.exchange.rows import Row
from naast.exchange.values.names import parse_name
from naast.exchange.values.readings import Reading, folded
from naast.people.models import Person
from naast.programmes.models import Programme

_FIELDS = ("id", "given_name", "family_name", "email", "phone", "external_id")


class People:
    """The volunteers or participants of one organisation, found by number, mail, phone or name."""

    def __init__(self, organisation_id: UUID, side: str) -> None:
        self._side = side
        self._found: dict[tuple[str, str], set[UUID]] = defaultdict(set)
        self.names: dict[UUID, str] = {}
        people = Person.objects.filter(
            organisation_id=organisation_id, **{f"{side}__isnull": False}
        ).values_list(*_FIELDS)
        for key, given, family, email, phone, number in people:
            self.names[key] = f"{given} {family}".strip()
            for sign in (
                ("id", folded(number)),
                ("email", email.lower()),
                ("phone", phone),
                ("name", name_key(given, family)),
            ):
                if sign[1]:
                    self._found[sign].add(key)

    def find(self, row: Row, country: str) -> UUID | None:
        """The one person the row points at; otherwise a problem in the row and None."""
        asked = self._signs(row.values, country)
        if not asked:
            row.refuse(f"{self._side}.missing", "", "", self._missing())
            return None
        candidates: set[UUID] | None = None
        for sign in asked:
            known = self._found.get(sign, set())
            if known:
                # A shared mailbox or a common name points at several; the next sign chooses.
                candidates = known if candidates is None else (candidates & known or candidates)
            if candidates and len(candidates) == 1:
                return next(iter(candidates))
        self._refuse(row, candidates or set())
        return None

    def _signs(self, values: dict[str, Any], country: str) -> list[tuple[str, str]]:
        side = self._side
        name = values.get(side, "")
        whole = f"{values.get(f'{side}_given', '')} {values.get(f'{side}_family', '')}".strip()
        if name and not whole:
            read = parse_name(name, country)
            whole = f"{read.value.first} {read.value.last}" if isinstance(read, Reading) else ""
        signs = [
            ("id", folded(values.get(f"{side}_id", ""))),
            ("email", values.get(f"{side}_email", "")),
            ("phone", values.get(f"{side}_phone", "")),
            ("name", name_key(whole, "")),
            # One column for «who» may hold a mail address or a number of the own list.
            ("email", name.lower() if "@" in name else ""),
            ("id", folded(name)),
        ]
        return [sign for sign in signs if sign[1]]

    def _refuse(self, row: Row, candidates: set[UUID]) -> None:
        codes = [code for code in row.columns if code.startswith(self._side)]
        column = row.columns[codes[0]] if codes else ""
        value = str(row.values[codes[0]]) if codes else ""
        if candidates:
            message = _(
                "There are %(count)s people like this. Add their mail address or number."
            ) % {"count": len(candidates)}
        elif self._side == "volunteer":
            message = _(
                "This volunteer is not on your list. Load the volunteers first, or look at the spelling."
            )
        else:
            message = _(
                "This participant is not on your list. Load the participants first, or look at the spelling."
            )
        row.refuse(f"{self._side}.unknown", column, value, message)

    def _missing(self) -> str:
        if self._side == "volunteer":
            return _("This row does not say which volunteer it is about.")
        return _("This row does not say which participant it is about.")


class Programmes:
    """The programmes of one organisation, found by name; the only one when a list names none."""

    def __init__(self, setting: Setting) -> None:
        rows = Programme.objects.filter(organisation_id=setting.organisation_id)
        self.all = {programme.pk: programme for programme in rows}
        self._by_name = {folded(programme.name): programme.pk for programme in self.all.values()}
        active = [key for key, row in self.all.items() if row.status == Programme.Status.ACTIVE]
        self._only = active[0] if len(active) == 1 else None

    def find(self, row: Row, *, is_needed: bool = True) -> UUID | None:
        """The programme the row names; a problem in the row when it is unknown or must be named."""
        name = row.values.get("programme", "")
        if not name:
            if self._only is None and is_needed:
                row.refuse(
                    "programme.missing",
                    "",
                    "",
                    _("Say in which programme: add a column with its name."),
                )
            return self._only if is_needed else None
        found = self._by_name.get(folded(name))
        if found is None:
            row.refuse(
                "programme.unknown",
                row.columns["programme"],
                name,
                _("There is no programme with this name. You have: %(names)s.")
                % {"names": ", ".join(programme.name for programme in self.all.values()) or "–"},
            )
        return found
