"""What somebody has to tell about themselves, they are told why (S4-26)."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest
from django import forms
from django.apps import apps

# How our forms call what people tell about themselves.
ABOUT_PEOPLE = frozenset(
    {
        "given_name",
        "family_name",
        "first_name",
        "name",
        "contact_name",
        "email",
        "phone",
        "reach",
        "language",
        "age",
        "birth_on",
        "gender",
        "street",
        "postcode",
        "place",
        "heaviest",
    }
)
# Here such a word is about a thing (an organisation, a text, a meeting), or about a page somebody wants to read.
OF_A_THING = frozenset(
    {
        "ActivityForm",
        "AskLetterForm",
        "CaseWriting",
        "ChannelForm",
        "GatheringForm",
        "GuideForm",
        "JobForm",
        "LanguageForm",
        "MapPersonForm",
        "MeetingForm",
        "NewProgrammeForm",
        "NewTextForm",
        "PartnerForm",
        "SessionForm",
        "SettingsForm",
        "SheetWriting",
    }
)


def modules() -> Iterator[str]:
    for room in apps.get_app_configs():
        if room.module is None or not room.name.startswith("naast."):
            continue
        for found in pkgutil.walk_packages(room.module.__path__, f"{room.name}."):
            if ".forms" in found.name or found.name.endswith("forms"):
                yield found.name


def compulsory() -> Iterator[tuple[str, str, forms.Field]]:
    for name in modules():
        for form in vars(import_module(name)).values():
            if not (isinstance(form, type) and issubclass(form, forms.BaseForm)):
                continue
            if form.__module__ == name and form.__name__ not in OF_A_THING:
                fields = getattr(form, "base_fields", {})
                yield from (
                    (f"{name}.{form.__name__}", field, asked)
                    for field, asked in fields.items()
                    if field in ABOUT_PEOPLE and asked.required
                )


@pytest.mark.covers("S4-26")
def test_each_compulsory_field_about_somebody_says_why_it_is_asked() -> None:
    found = list(compulsory())
    assert len(found) > 10
    assert [f"{form}.{field}" for form, field, asked in found if not asked.help_text] == []
