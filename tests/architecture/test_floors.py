"""Rows point down the house, in the order that import-linter holds for imports."""

import tomllib
from collections.abc import Iterator

from django.apps import apps
from django.db.models import Field, ForeignKey, ManyToManyField, Model

from tools.machine import ROOT


def floors() -> dict[str, int]:
    """room → floor, the roof highest, from the contract in pyproject.toml."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(
        contract["layers"] for contract in contracts if contract["containers"] == ["naast"]
    )
    return {
        room.strip(" ()"): height
        for height, layer in enumerate(reversed(layers))
        for room in layer.split("|")
    }


def room_of(model: type[Model]) -> str | None:
    """The room a model lives in; None for the rows of a package."""
    package, _, rest = model.__module__.partition(".")
    return rest.partition(".")[0] if package == "naast" else None


def references() -> Iterator[tuple[str, str, Field]]:  # type: ignore[type-arg]  # any field will do
    """(room, room it points at, field) for each foreign key between rooms."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if not isinstance(field, ForeignKey | ManyToManyField):
                continue
            here, there = room_of(model), room_of(field.related_model)
            if here and there:
                yield here, there, field


def test_foreign_keys_point_downwards_only() -> None:
    height = floors()
    upwards = [str(field) for here, there, field in references() if height[here] < height[there]]
    assert upwards == []


def test_history_has_no_foreign_keys() -> None:
    """Erasing a person must not need permission from their history (ADR 0004)."""
    assert [str(field) for here, _there, field in references() if here == "audit"] == []


def test_every_room_with_rows_has_a_floor() -> None:
    rooms = {room_of(model) for model in apps.get_models()} - {None}
    assert rooms <= set(floors())


def test_a_guarded_reference_is_a_foreign_key_of_a_row_with_an_organisation() -> None:
    for model in apps.get_models():
        if not hasattr(model, "Tenancy"):
            continue
        names = {field.name for field in model._meta.concrete_fields}
        assert "organisation" in names, f"{model._meta.label} is guarded and belongs to nobody"
        for name in model.Tenancy.same_organisation:
            field = model._meta.get_field(name)
            assert isinstance(field, ForeignKey), f"{model._meta.label}.{name} is no foreign key"
            assert hasattr(field.related_model, "organisation_id"), f"{field} points at no tenant"


def test_every_reference_between_rows_of_an_organisation_is_guarded() -> None:
    """A forgotten guard is a door between two organisations."""
    open_doors = [
        str(field)
        for _here, there, field in references()
        if isinstance(field, ForeignKey)
        and there not in {"core", "organisations"}
        and hasattr(field.model, "organisation_id")
        and hasattr(field.related_model, "organisation_id")
        and field.name
        not in getattr(getattr(field.model, "Tenancy", None), "same_organisation", ())
    ]
    assert open_doors == []
