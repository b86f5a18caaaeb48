"""Rows of agreements for tests. Names are invented."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from naast.agreements.contents import checksum_of
from naast.agreements.models import (
    AboutUs,
    Asks,
    Copy,
    Document,
    DocumentKind,
    LegalForm,
    Version,
    VersionText,
)
from naast.core import clock
from tests.factories import OrganisationFactory, PersonFactory

# A clause as a version keeps it.
CLAUSE = {
    "code": "own-1",
    "heading": "Zo doen we het",
    "text": "We komen op tijd.",
    "part": "",
    "is_compulsory": False,
    "source": "",
}


def clause(code: str, text: str, *, heading: str = "Kop", part: str = "") -> dict[str, Any]:
    """A clause as a version keeps it."""
    return CLAUSE | {"code": code, "text": text, "heading": heading, "part": part}


class DocumentFactory(DjangoModelFactory[Document]):
    """A charter without versions: `VersionFactory(document=…)` gives it words."""

    class Meta:
        model = Document

    organisation = factory.SubFactory(OrganisationFactory)
    kind = DocumentKind.CHARTER
    name = "Ons charter"
    asks = Asks.ACKNOWLEDGEMENT


class VersionFactory(DjangoModelFactory[Version]):
    """A published version with a Dutch text of one clause; `text=[…]` gives it other clauses."""

    class Meta:
        model = Version
        skip_postgeneration_save = True

    document = factory.SubFactory(DocumentFactory)
    organisation = factory.SelfAttribute("document.organisation")
    number = 1
    published_on = factory.LazyFunction(clock.today)

    @factory.post_generation
    def text(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Its Dutch text."""
        if create:
            VersionText.objects.create(
                organisation=self.organisation,
                version=self,
                language="nl",
                title="Ons charter",
                clauses=extracted or [CLAUSE],
            )


class AboutUsFactory(DjangoModelFactory[AboutUs]):
    """What the organisation says about itself."""

    class Meta:
        model = AboutUs

    organisation = factory.SubFactory(OrganisationFactory)
    legal_form = LegalForm.NON_PROFIT
    aim = {"nl": "Niemand alleen in de buurt."}
    costs = {"nl": "Tram en bus, elke maand, op je rekening."}


class CopyFactory(DjangoModelFactory[Copy]):
    """An open copy of a text of our own for somebody, of one clause."""

    class Meta:
        model = Copy

    organisation = factory.SubFactory(OrganisationFactory)
    version = factory.LazyAttribute(
        lambda it: VersionFactory(
            document=DocumentFactory(organisation=it.organisation, kind=DocumentKind.OTHER)
        )
    )
    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    language = "nl"
    content = factory.LazyFunction(
        lambda: {"title": "Ons charter", "language": "nl", "clauses": [CLAUSE]}
    )
    checksum = factory.LazyAttribute(lambda it: checksum_of(it.content))
