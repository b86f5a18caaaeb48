"""Rows of the casebook for tests. Names are invented."""

import factory
from factory.django import DjangoModelFactory

from naast.casebook.index import codes_of, words_of
from naast.casebook.models import Case, Sheet
from naast.casebook.words import LISTS
from tests.factories import OrganisationFactory


class CaseFactory(DjangoModelFactory[Case]):
    """A case of an organisation's own, about money, in a home."""

    class Meta:
        model = Case

    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda number: f"Geval {number:03}")
    language = "nl"
    situation = "Tineke vraagt of je de kaart meeneemt."
    themes = ["money"]
    groups = ["older"]
    settings = ["home"]
    questions = ["Wat zou jij doen?"]
    index_text = factory.LazyAttribute(lambda case: words_of((case.title, case.situation)))
    index_codes = factory.LazyAttribute(
        lambda case: codes_of({name: getattr(case, name) for name in LISTS})
    )


class SheetFactory(DjangoModelFactory[Sheet]):
    """A sheet of an organisation's own."""

    class Meta:
        model = Sheet

    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda number: f"Mensen die {number:03}")
    language = "nl"
    lead = "Iemand is altijd meer."
    means = "Het kan van alles betekenen."
    helps = ["Kom op tijd."]
    pass_on = ["Vertel het aan je coördinator."]
    index_text = "mensen"
