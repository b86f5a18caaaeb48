"""Every column of every room is classed, so that a new one can't slip in unseen."""

import pytest
from django.apps import apps
from django.db.models import CharField, Model, TextField

from naast.core.fields import EncryptedJSONField, EncryptedTextField

CLASSES = ("plain", "personal", "sensitive")
OURS = [model for model in apps.get_models() if model.__module__.startswith("naast.")]
every_model = pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)


def sets_of(model: type[Model]) -> list[frozenset[str]]:
    """The three sets of a model; the test fails with its name when it has none."""
    privacy = model.__dict__.get("Privacy")
    assert privacy is not None, f"{model._meta.label} has no class Privacy of its own"
    return [getattr(privacy, name, frozenset()) for name in CLASSES]


@every_model
def test_every_field_is_classed_exactly_once(model: type[Model]) -> None:
    named = sorted(field for fields in sets_of(model) for field in fields)
    assert named == sorted(field.name for field in model._meta.concrete_fields)


@every_model
def test_the_classes_are_frozen(model: type[Model]) -> None:
    assert all(isinstance(fields, frozenset) for fields in sets_of(model))


@every_model
def test_what_is_encrypted_is_called_sensitive(model: type[Model]) -> None:
    encrypted = {
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, EncryptedTextField | EncryptedJSONField)
    }
    assert encrypted <= sets_of(model)[CLASSES.index("sensitive")]


@every_model
def test_a_row_does_not_tell_names_where_it_is_printed(model: type[Model]) -> None:
    """`str(row)` ends up in logs."""
    row, name = model(), "Zonneschijn"
    _plain, personal, sensitive = sets_of(model)
    for field in personal | sensitive:
        if isinstance(model._meta.get_field(field), CharField | TextField):
            setattr(row, field, name)
    assert name not in str(row)
