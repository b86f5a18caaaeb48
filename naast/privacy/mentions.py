"""Mentions of somebody who was erased, in the texts of others: taken out in batches, and it may stop halfway."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import CharField, Field, JSONField, Model, Q, TextField
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.audit.models import Event
from naast.core import clock
from naast.core.models import Draft
from naast.core.personal_data import personal_fields, places
from naast.exchange.erasing import empty_lists
from naast.exchange.models import ImportJob
from naast.organisations.models import Membership, Organisation
from naast.privacy.models import Erasure
from naast.privacy.seeking import Sought, sought
from naast.privacy.tables import all_of, is_of_a_house

A_BATCH = 1_000
# Who somebody else is, not what is said of anybody: another person may have the same name.
NAMES = frozenset({"given_name", "family_name", "name", "sort_name"})
WHO_PEOPLE_ARE = frozenset({"people.Person", "people.PersonWord", "privacy.Erasure"})
# Shorter plain columns hold codes.
A_SENTENCE = 100


def take_out(erasure_id: UUID) -> dict[str, int]:
    """Read every text of the house for the name, address and phone of who was erased, put a mark instead, and
    forget what was looked for. Gives how many rows changed, by model. Runs again from where it stopped; once it
    is done, again is nothing. What the database seals (signed copies) stays as it was signed.
    """
    erasure = Erasure.objects.get(pk=erasure_id)
    if erasure.finished_at is not None:
        return {}
    house = Organisation.objects.get(pk=erasure.organisation_id)
    with override(house.language):
        seeks = sought(erasure.seeks, mark=_("[erased]"))
    for name, read in _steps(house.pk, seeks):
        if name <= erasure.searched:
            continue
        changed = read()
        if changed:
            erasure.mentions[name] = changed
        erasure.searched = name
        erasure.save(update_fields=["searched", "mentions"])
    erasure.seeks, erasure.finished_at = {}, clock.now()
    erasure.save(update_fields=["seeks", "finished_at"])
    found: dict[str, int] = erasure.mentions
    return found


def _steps(house_id: UUID, seeks: Sought) -> Iterator[tuple[str, Any]]:
    """Every table with texts, by name, so that a search that stops knows where it was."""
    steps: dict[str, Any] = {
        "audit.Event": partial(_in_history, house_id, seeks),
        "core.Draft": partial(_in_drafts, house_id, seeks),
        "exchange.ImportJob": partial(_in_lists, house_id, seeks),
    }
    sealed = {place.model for place in places() if place.is_sealed}
    for model in apps.get_models():
        label, fields = model._meta.label, texts_of(model)
        is_read = label not in sealed | WHO_PEOPLE_ARE and is_of_a_house(model)
        if fields and is_read:
            steps.setdefault(label, partial(_in_rows, model, fields, house_id, seeks))
    yield from sorted(steps.items())


def texts_of(model: type[Model]) -> list[str]:
    """The columns of a model in which somebody may be named."""
    about_people = personal_fields(model)
    return [
        each.name
        for each in model._meta.concrete_fields
        if each.name not in NAMES and _may_name(each, is_about_people=each.name in about_people)
    ]


def _may_name(of: Field[Any, Any], *, is_about_people: bool) -> bool:
    if isinstance(of, TextField | JSONField):
        return True
    if not isinstance(of, CharField) or of.choices or not is_about_people:
        return isinstance(of, CharField) and not of.choices and (of.max_length or 0) >= A_SENTENCE
    return True


def _in_rows(model: type[Model], fields: list[str], house_id: UUID, seeks: Sought) -> int:
    rows = all_of(model).filter(organisation_id=house_id)
    return _through(rows, fields, seeks)


def _in_drafts(house_id: UUID, seeks: Sought) -> int:
    """Drafts have no house: those of who works or takes part here."""
    members = Membership.objects.filter(organisation_id=house_id).values("user_id")
    return _through(Draft.objects.filter(user_id__in=members), ["content"], seeks)


def _in_history(house_id: UUID, seeks: Sought) -> int:
    """History holds ids and codes; where a name slipped in all the same, the database finds it."""
    if not seeks.words:
        return 0
    asked = Q()
    for part in {each for word in seeks.words for each in _parts(word)}:
        asked |= Q(reason__icontains=part) | Q(changes__icontains=part)
    rows = Event.objects.filter(asked, organisation_id=house_id)
    return _through(rows, ["reason", "changes"], seeks)


def _parts(word: str) -> list[str]:
    """What a database can look for of a word: the longest part in plain letters. SQLite keeps «ë» in JSON as an
    escape, and compares it with «Ë» as another letter. A word without any is looked for both ways."""
    plain = [each.strip() for each in re.findall(r"[ -~]+", word)]
    longest = max(plain, key=len, default="")
    return [longest] if longest else [word, json.dumps(word)[1:-1]]


def _in_lists(house_id: UUID, seeks: Sought) -> int:
    """Rows that were left out of a list, and a report that quotes cells: they go as a whole, the counts stay."""
    jobs = ImportJob.objects.filter(organisation_id=house_id).exclude(report="", leftovers="")
    named = [
        job.pk
        for job in jobs.only("report", "leftovers").iterator(chunk_size=20)
        if seeks.stands_in_cells(job.report) or seeks.stands_in_cells(job.leftovers)
    ]
    return empty_lists(named) if named else 0


def _through(rows: Any, fields: list[str], seeks: Sought) -> int:
    """Batch after batch in the order of the ids, each a short transaction. Returns how many rows changed."""
    changed, last = 0, None
    while True:
        ahead = rows.filter(pk__gt=last) if last is not None else rows
        batch = list(ahead.order_by("pk").values_list("pk", *fields)[:A_BATCH])
        changed += _batch(rows, fields, batch, seeks)
        if len(batch) < A_BATCH:
            return changed
        last = batch[-1][0]


def _batch(rows: Any, fields: list[str], batch: Iterable[tuple[Any, ...]], seeks: Sought) -> int:
    changed = 0
    for pk, *values in batch:
        new = {
            name: after
            for name, before in zip(fields, values, strict=True)
            if (after := seeks.within(before)) != before
        }
        changed += _written(rows, pk, new) if new else 0
    return changed


def _written(rows: Any, pk: Any, new: dict[str, Any]) -> int:
    """1, or 0 where the database refuses a change: what was signed or published stays as it was."""
    try:
        with transaction.atomic():
            return int(rows.filter(pk=pk).update(**new))
    except IntegrityError:
        return 0
