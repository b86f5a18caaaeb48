"""The register of processing (GDPR 30): what the software knows of itself, and the house's own words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model
from django.utils.translation import gettext as _

from naast.accountability import texts
from naast.accountability.models import Activity
from naast.accountability.policies import papers as policies
from naast.accountability.states import Basis
from naast.core import clock, personal_data, retention
from naast.core.fields import EncryptedJSONField, EncryptedTextField
from naast.law import privacy
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.privacy.models import KeptFor


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of rows: what they are called, and whether they hold sensitive text."""

    title: str
    is_sensitive: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of processing, ready to read: the house's own words where it wrote some."""

    code: str
    title: str
    purpose: str
    basis: str
    basis_words: str
    rule: privacy.BasisRule | None
    people: str
    data: list[Kept]
    receivers: str
    transfers: str
    security: str
    terms: list[str]
    own: Activity | None


@dataclass(frozen=True, slots=True)
class Register:
    """The whole register of one organisation."""

    organisation: Organisation
    lines: list[Line]
    duty: privacy.Duty | None


def register_of(actor: Actor) -> Register:
    """The register as it stands today; two queries, whatever the house wrote."""
    house = Organisation.objects.get(pk=actor.organisation_id)
    own = list(policies.activities_visible_to(actor))
    chosen = months_chosen(actor)
    by_code = {each.code: each for each in own if each.code}
    known = [_known(usual, by_code.get(usual.code), house, chosen) for usual in texts.activities()]
    added = [_added(each) for each in own if not each.code]
    return Register(house, known + added, privacy.duty("register", house.country, clock.today()))


def months_chosen(actor: Actor) -> dict[str, int]:
    """The terms this house chose itself: kind → months. One query."""
    rows = KeptFor.objects.filter(organisation_id=actor.organisation_id)
    return dict(rows.values_list("kind", "months"))


def usual_of(code: str) -> texts.Usual | None:
    """What the software knows of one kind of processing, by its code."""
    return next((each for each in texts.activities() if each.code == code), None)


def _known(
    usual: texts.Usual, own: Activity | None, house: Organisation, chosen: Mapping[str, int]
) -> Line:
    rule = privacy.basis_of(usual.code, house.country, clock.today())
    basis = (own.basis if own else "") or (rule.basis if rule else "")
    return Line(
        code=usual.code,
        title=usual.title,
        purpose=_own(own, "purpose") or usual.purpose,
        basis=str(Basis(basis).label),
        basis_words=_own(own, "basis_words"),
        rule=rule,
        people=_own(own, "people") or usual.people,
        data=kept_in(usual.rooms),
        receivers=_own(own, "receivers") or usual.receivers,
        transfers=_own(own, "transfers") or _("None by the software itself."),
        security=_own(own, "security") or security_words(house),
        terms=[*terms_of(house.pk, usual.rooms, chosen), *filter(None, [_own(own, "term")])],
        own=own,
    )


def _own(own: Activity | None, name: str) -> str:
    return str(getattr(own, name)) if own is not None else ""


def _added(own: Activity) -> Line:
    return Line(
        code="",
        title=own.title,
        purpose=own.purpose,
        basis=own.get_basis_display(),
        basis_words=own.basis_words,
        rule=None,
        people=own.people,
        data=[],
        receivers=own.receivers,
        transfers=own.transfers,
        security=own.security,
        terms=[own.term] if own.term else [],
        own=own,
    )


def kept_in(rooms: Iterable[str]) -> list[Kept]:
    """The kinds of rows with personal data in these rooms, as the rooms name them (core.personal_data)."""
    found = [
        Kept(str(place.title), is_sensitive(place.rows_of))
        for place in personal_data.places()
        if place.model.split(".")[0] in rooms
    ]
    return sorted(found, key=lambda each: each.title.lower())


def is_sensitive(model: type[Model]) -> bool:
    """Whether these rows hold sensitive text; tables of the sign-in library have no classes."""
    return bool(getattr(getattr(model, "Privacy", None), "sensitive", ()))


def terms_of(organisation_id: UUID, rooms: Iterable[str], chosen: Mapping[str, int]) -> list[str]:
    """The terms that these rooms registered (core.retention), as the house chose them, each in a sentence."""
    here = set(rooms)
    return [
        term_in_words(kind, organisation_id, chosen)
        for kind in retention.kinds()
        if kind.due.__module__.split(".")[1] in here
    ]


def term_in_words(kind: retention.Kind, organisation_id: UUID, chosen: Mapping[str, int]) -> str:
    """How long one kind of data is kept here, and from when that counts."""
    words = {"what": kind.title, "starts": kind.starts}
    if kind.has_own_day:
        return _("%(what)s: until the day that stands with it") % words
    if kind.days:
        return _("%(what)s: %(number)s days, counted from: %(starts)s") % {
            **words,
            "number": kind.days,
        }
    months = retention.months_of(kind, organisation_id, chosen)
    return _("%(what)s: %(number)s months, counted from: %(starts)s") % {**words, "number": months}


def encrypted_columns() -> list[tuple[type[Model], str]]:
    """Every encrypted column of the software, with its model."""
    return [
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, EncryptedTextField | EncryptedJSONField)
    ]


def security_words(house: Organisation) -> str:
    """What the software itself does to keep data safe in this house."""
    sentences = [
        _("Sensitive text is encrypted in the database (%(columns)s columns, keys outside it).")
        % {"columns": len(encrypted_columns())},
        _("Everybody sees only what is theirs to see. Who opens a file is written down."),
    ]
    if house.requires_second_factor:
        sentences.append(_("Staff sign in with a second step."))
    return " ".join(sentences)


def headings() -> list[str]:
    """The columns of the register on paper and in a spreadsheet."""
    return [
        _("Processing"),
        _("Purpose"),
        _("Ground"),
        _("Whose data"),
        _("Which data"),
        _("Who receives them"),
        _("Outside the European Economic Area"),
        _("Security"),
        _("Terms"),
    ]


def row_of(line: Line) -> list[Any]:
    """One line of the register under these headings."""
    ground = " · ".join(filter(None, [line.basis, line.basis_words]))
    if line.rule is not None:
        ground = f"{ground} ({line.rule.sentence} {line.rule.source})"
    return [
        line.title,
        line.purpose,
        ground,
        line.people,
        "; ".join(each.title for each in line.data),
        line.receivers,
        line.transfers,
        line.security,
        "; ".join(line.terms),
    ]
