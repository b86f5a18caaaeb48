"""What one row says about a person: its columns put together to the fields of a state."""

from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from naast.exchange.plan import State
from naast.exchange.rows import Context, Finding, Row
from naast.exchange.subjects.person_states import PERSON_FIELDS, PROFILE_FIELDS, TOPICS
from naast.exchange.values.names import PARTICLES, parse_name
from naast.exchange.values.readings import Problem, folded

_GIVEN = frozenset({"voornaam", "prenom", "vnaam", "first", "given", "voornamen"})
_FAMILY = frozenset(
    {"naam", "achternaam", "familienaam", "nom", "name", "last", "family", "surname"}
)
LONGEST_GIVEN, LONGEST_FAMILY, LONGEST_STREET = 100, 150, 160


def what_it_says(row: Row, kind: str, context: Context) -> State:
    """Field codes with their values; adds problems to the row when the whole does not hold."""
    values = row.values
    said: State = {
        code: values[code]
        for code in (*PERSON_FIELDS, *PROFILE_FIELDS[kind], *TOPICS)
        if code in values
    }
    said |= _name(row, context)
    _add_contact(said, row)
    _add_address(said, values)
    if "availability" in values:
        said["weekly"] = values["availability"]
    if "languages" in values:
        said["languages"] = {}
        for spoken in values["languages"]:
            said["languages"][spoken.code] = max(
                spoken.level, said["languages"].get(spoken.code, 0)
            )
    if kind == "volunteers" and "left_on" in said and "status" not in said:
        said["status"] = "former" if said["left_on"] <= context.today else "active"
    _check(row, said)
    return said


def _name(row: Row, context: Context) -> dict[str, str]:
    """First and family name from two columns, three, or one."""
    values: dict[str, Any] = row.values
    given, family = values.get("given_name", ""), values.get("family_name", "")
    particle = values.get("particle", "")
    if particle and family and not family.lower().startswith(particle.lower()):
        family = f"{particle} {family}"
    whole = values.get("full_name")
    if whole and not (given and family):
        heading = row.columns["full_name"]
        read = parse_name(whole, context.country, family_first=_is_family_first(heading))
        if isinstance(read, Problem):
            row.refuse(read.code, heading, read.value, read.message)
            return {}
        given, family = given or read.value.first, family or read.value.last
        if read.note:
            row.notes.append(Finding(row.number, heading, whole, read.note))
    given, family = _particle_behind(given, family)
    return {code: part for code, part in (("given_name", given), ("family_name", family)) if part}


@cache
def _is_family_first(heading: str) -> bool:
    """«Naam en voornaam», «Nom et prénom»: the heading says which name comes first."""
    words = folded(heading).split()
    given = [place for place, word in enumerate(words) if word in _GIVEN]
    family = [place for place, word in enumerate(words) if word in _FAMILY]
    return bool(given and family and family[0] < given[0])


def _particle_behind(given: str, family: str) -> tuple[str, str]:
    """«Berg, van den» in the column of the family name, or «An van den» in that of the first name."""
    if "," in family:
        last, _comma, rest = family.partition(",")
        if rest.strip() and all(word.lower() in PARTICLES for word in rest.split()):
            family = f"{rest.strip()} {last.strip()}"
    return given, family


def _add_contact(said: State, row: Row) -> None:
    """One number is kept: the mobile one. A second one is said out loud, not lost in silence."""
    mobile, fixed = row.values.get("mobile"), row.values.get("phone")
    said.pop("phone", None)
    if mobile or fixed:
        said["phone"] = mobile or fixed
    if mobile and fixed and mobile != fixed:
        row.notes.append(
            Finding(row.number, row.columns["phone"], fixed, _("only the mobile number is kept"))
        )


def _add_address(said: State, values: dict[str, Any]) -> None:
    place = said.pop("postcode", None)
    if place:
        said["postcode"] = place.postcode
        if place.town and "place" not in said:
            said["place"] = place.town
    number = values.get("house_number", "").replace("\n", " ")
    if number and "street" in said and not said["street"].endswith(number):
        said["street"] = f"{said['street']} {number}"


def _check(row: Row, said: State) -> None:
    name_column = row.columns.get("full_name") or row.columns.get("given_name") or ""
    if not said.get("given_name") and not said.get("family_name"):
        if not any(problem.code == "name.unreadable" for problem in row.problems):
            row.refuse(
                "name.missing",
                name_column,
                "",
                _("There is no name in this row. Fill in a name, or remove the row."),
            )
        return
    for code, longest in (
        ("given_name", LONGEST_GIVEN),
        ("family_name", LONGEST_FAMILY),
        ("street", LONGEST_STREET),
    ):
        if len(said.get(code, "")) > longest:
            row.refuse(
                "text.too-long",
                row.columns.get(code, name_column),
                said[code][:40] + "…",
                _("This is too long: at most %(longest)s characters fit.") % {"longest": longest},
            )
    since, left = said.get("since_on"), said.get("left_on")
    if since and left and left < since:
        row.refuse(
            "date.order",
            row.columns["left_on"],
            left.isoformat(),
            _("This day comes before the start. Look at both dates."),
        )
