"""A copy of everything we keep about somebody: a sheet to read and a file for machines, in one zip."""

import json
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import ForeignKey, Model
from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.pdf import pdf_of
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.organisations.queries import myself
from naast.people.models import Person
from naast.privacy.policies import rights as policies
from naast.privacy.queries import rights
from naast.privacy.queries.retention import terms_of
from naast.privacy.queries.somebody import Somebody, colleague, somebody
from naast.privacy.queries.telling import Part, Told, left_out, told_to

TEMPLATE = Path(__file__).parents[1] / "sheets" / "somebody.typ"
JPEG = b"\xff\xd8"


@dataclass(slots=True)
class _Copy:
    """What is being put together: the parts to read, and files that go beside them."""

    who: Somebody
    is_own: bool
    parts: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)


def hand_out(*, actor: Actor, person: Person) -> IO[bytes]:
    """The copy of this person, for themselves or by a coordinator for who asked; who took it stands in the history.
    Raises NotAllowed."""
    policies.can_hand_out(actor, person).require()
    is_own = actor.person_id == person.pk
    log.looked("person.exported", actor=actor, target=person)
    return export(person, is_own=is_own)


def hand_out_own(*, actor: Actor) -> IO[bytes]:
    """The actor's own copy, also for a colleague who is no person of a list. Raises Membership.DoesNotExist for who
    is no member, or NotAllowed."""
    membership = myself(actor).select_related("organisation").get()
    person = rights.myself(actor)
    if person is not None:
        return hand_out(actor=actor, person=person)
    log.looked("person.exported", actor=actor, target=membership)
    copy = _Copy(colleague(membership), is_own=True)
    return _zip(copy, membership.organisation, membership.user.language)


def export(person: Person, *, is_own: bool = True) -> IO[bytes]:
    """A zip with data.pdf (PDF/UA-1, in the language of the person), data.json (model, field, value) and their
    pictures, ready to be read from its beginning. Rows are read in batches of 500, one query each; what is packed
    (five thousand rows are less than a megabyte) stays in memory. Writes nothing in the history: `hand_out` does.

    Source: GDPR art. 15 and 20 (spec/law part 3).
    """
    house = Organisation.objects.get(pk=person.organisation_id)
    language = person.user.language if person.user else house.language
    return _zip(_Copy(somebody(person), is_own), house, language)


def _zip(copy: _Copy, house: Organisation, language: str) -> IO[bytes]:
    made = BytesIO()
    with override(language), ZipFile(made, "w", ZIP_DEFLATED) as archive:
        with archive.open("data.json", "w", force_zip64=True) as file:
            _write_rows(file, copy, house)
        archive.writestr("data.pdf", _sheet(copy, house))
        for name, content in copy.files.items():
            archive.writestr(name, content)
    made.seek(0)
    return made


def _write_rows(file: IO[bytes], copy: _Copy, house: Organisation) -> None:
    head = {"organisation": house.name, "person": copy.who.person_id, "made_at": clock.now()}
    file.write(_json(head)[:-1] + b', "rows": [')
    is_first = True
    for part in told_to(copy.who, is_own=copy.is_own):
        rows = []
        for told in part.rows():
            file.write(b"\n" if is_first else b",\n")
            file.write(_json(_for_machines(part, told, copy)))
            is_first = False
            pairs = told.pairs()
            if pairs:
                rows.append({"on": told.on, "pairs": pairs})
        if rows:
            copy.parts.append({"title": str(part.place.title), "rows": rows})
    why = [[str(title), str(reason)] for title, reason in _left_out(copy)]
    file.write(b'\n], "left_out": ' + _json(why) + b"}\n")


def _left_out(copy: _Copy) -> list[Any]:
    return list(left_out(copy.who, is_own=copy.is_own))


def _json(value: object) -> bytes:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False).encode()


def _for_machines(part: Part, told: Told, copy: _Copy) -> dict[str, Any]:
    values = {each.name: _value(told.row, each, copy) for each in told.fields}
    return {"model": part.place.model, "id": str(told.row.pk), "fields": values}


def _value(row: Model, of: Any, copy: _Copy) -> Any:
    value = getattr(row, of.attname if isinstance(of, ForeignKey) else of.name)
    if isinstance(value, bytes | memoryview):
        content = bytes(value)
        name = f"files/{row._meta.model_name}-{row.pk}.{'jpg' if content[:2] == JPEG else 'bin'}"
        copy.files[name] = content
        return name
    return value


def _sheet(copy: _Copy, house: Organisation) -> bytes:
    content = {
        "title": _("What we keep about you"),
        "name": copy.who.name,
        "organisation": house.name,
        "language": (get_language() or "nl")[:2],
        "date": date_format(clock.today(), "DATE_FORMAT"),
        "lead": _lead(house),
        "parts": copy.parts,
        "left_out": _left_out(copy),
        "terms": terms_of(house.pk),
        "words": {"left_out": _("What is not in this copy"), "terms": _("How long we keep it")},
    }
    return pdf_of(TEMPLATE, content)


def _lead(house: Organisation) -> list[str]:
    return [
        _(
            "This is a copy of everything that %(organisation)s keeps about you. The file data.json beside it says the same for a computer, so that you can take it along to somebody else."
        )
        % {"organisation": house.name},
        _(
            "Is something wrong? You may ask us to correct it, to stop using it, or to erase it. We answer within a month, and it costs nothing."
        ),
        _(
            "Are you not content with our answer? You may complain to the data protection authority of your country."
        ),
    ]
