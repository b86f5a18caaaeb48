"""The list of places: every model with something about people is in it, and everything it says is true."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import CASCADE, Field, Model
from django.db.models.constants import LOOKUP_SEP

from naast.core import personal_data
from naast.core.personal_data import About, Fate, Key, Place
from naast.privacy.services.erasing import values_when_emptied

ENDS = {
    Key.PERSON: {"people.Person"},
    Key.USER: {"accounts.User"},
    Key.MEMBERSHIP: {"organisations.Membership"},
}
# Loose ids of one of these, by the name of their column: they have no foreign key that says so.
LOOSE = {"person_id": Key.PERSON, "user_id": Key.USER, "membership_id": Key.MEMBERSHIP}

# Fields that tell about nobody by themselves: an id that points at an empty shell once somebody was erased, or what
# colleagues decided, which belongs to the file of all who were in it.
OF_NOBODY = {
    "accounts.User": {"password"},
    "circles.Circle": {"core"},
    "circles.Debrief": {"person"},
    "circles.Passage": {"is_hidden", "hidden_why"},
    "circles.Signal": {"person", "consulted", "decision"},
    "intervision.EthicsQuestion": {"outcome"},
}


def ways() -> Iterator[tuple[Place, About]]:
    for place in personal_data.places():
        for way in place.about:
            yield place, way


def own_models() -> list[type[Model]]:
    return [each for each in apps.get_models() if each.__module__.startswith("naast.")]


def test_every_model_with_personal_fields_stands_in_a_place() -> None:
    placed = {place.model for place in personal_data.places()}
    bare = [
        model._meta.label
        for model in own_models()
        if personal_data.personal_fields(model) and model._meta.label not in placed
    ]
    assert bare == []


def test_a_place_about_nobody_says_who_looks_after_it() -> None:
    assert [place.model for place in personal_data.places() if not (place.about or place.why)] == []


def test_every_personal_field_tells_about_somebody_by_some_way() -> None:
    for place in personal_data.places():
        told = place.keeps.union(*(place.tells_by(way) for way in place.about))
        bare = personal_data.personal_fields(place.rows_of) - told if place.about else set()
        assert bare == OF_NOBODY.get(place.model, set()), place.model


def end_of(model: type[Model], path: str) -> Field[Any, Any]:
    """The field at the end of a path. Raises FieldDoesNotExist for a path that leads nowhere."""
    at = model
    *steps, last = path.split(LOOKUP_SEP)
    for name in steps:
        relation = at._meta.get_field(name)
        if relation.related_model is None or isinstance(relation.related_model, str):
            raise FieldDoesNotExist(f"{model._meta.label}: {path} stops at {name}")
        at = relation.related_model
    # «person_id» is the column of «person».
    found = next(
        (each for each in at._meta.concrete_fields if last in (each.name, each.attname)), None
    )
    if found is None:
        raise FieldDoesNotExist(f"{model._meta.label}: there is no {last} at the end of {path}")
    return found


def test_every_place_has_a_title_and_a_model_that_exists() -> None:
    for place in personal_data.places():
        assert place.title
        assert place.rows_of._meta.label == place.model


def test_the_fields_of_a_place_exist() -> None:
    for place in personal_data.places():
        names = {each.name for each in place.rows_of._meta.concrete_fields}
        named = place.keeps.union(place.becomes, *(way.fields or () for way in place.about))
        assert named <= names, f"{place.model}: {named - names}"


def test_every_path_ends_at_what_it_says() -> None:
    wrong = []
    for place, way in ways():
        field = end_of(place.rows_of, way.path)
        if way.key is Key.EMAIL:
            is_right = field.get_internal_type() in ("CharField", "EmailField")
        elif way.key is Key.ROW or field.remote_field is None:
            is_own_id = field.primary_key and field.model._meta.label in ENDS.get(way.key, ())
            is_loose = field.get_internal_type() == "UUIDField" and not field.primary_key
            is_right = is_own_id or (is_loose and LOOSE.get(field.name, way.key) is way.key)
        else:
            parent = field.related_model
            is_right = parent is not None and parent._meta.label in ENDS[way.key]
        if not is_right:
            wrong.append(f"{place.model}: {way.path} is no {way.key}")
    assert wrong == []


def test_what_stays_or_is_hidden_says_why() -> None:
    silent = [
        f"{place.model}: {way.path}"
        for place, way in ways()
        if (way.fate is Fate.STAYS or not way.shown) and not way.why
    ]
    assert silent == []


def test_what_an_emptied_row_loses_can_be_emptied() -> None:
    wrong = []
    for place, way in ways():
        if way.fate is not Fate.EMPTIED or place.erase is not None:
            continue
        try:
            values_when_emptied(place, place.tells_by(way))
        except ValueError as error:
            wrong.append(str(error))
    assert wrong == []


def test_what_goes_takes_nothing_along_that_has_to_stay() -> None:
    """Deleting a row deletes what leans on it (CASCADE): that must go as well, by a way of its own or because it
    says nothing about anybody."""
    known = {place.model: place for place in personal_data.places()}
    wrong = []
    for place in known.values():
        if not any(way.fate is Fate.GOES for way in place.about) or place.erase is not None:
            continue
        for relation in place.rows_of._meta.related_objects:
            leans = known.get(relation.related_model._meta.label)
            cascades = getattr(relation, "on_delete", None) is CASCADE
            if cascades and leans and all(way.fate is not Fate.GOES for way in leans.about):
                wrong.append(f"{place.model} takes {leans.model} along")
    assert wrong == []


def test_the_same_model_is_not_registered_twice() -> None:
    known = next(iter(personal_data.places()))
    with pytest.raises(ValueError, match="registered twice"):
        personal_data.register(Place(known.model, "Something else"))


def test_what_leans_on_a_row_comes_before_it() -> None:
    order = [place.model for place in personal_data.places()]
    assert order.index("people.Note") < order.index("people.Person")
    assert order.index("people.Person") < order.index("people.Household")
    assert order.index("companionship.Visit") < order.index("companionship.Match")
    assert order.index("exchange.ImportedRow") < order.index("accounts.User")
