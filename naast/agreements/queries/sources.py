"""Reads what a text is filled in with: the house, its words about itself, a programme with its parts."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils import translation

from naast.agreements import facts
from naast.agreements.models import AboutUs
from naast.agreements.values import Source
from naast.organisations.models import Organisation
from naast.programmes.models import Programme
from naast.programmes.queries import with_parts


class Sources:
    """The sources of one organisation on one day, each read once: make one for a whole batch of papers."""

    def __init__(self, organisation_id: UUID, day: date) -> None:
        self.organisation_id, self.day = organisation_id, day
        self._found: dict[UUID | None, Source] = {}
        self._facts: dict[str, Mapping[str, str]] = {}

    def of(self, programme_id: UUID | None) -> Source:
        """What is known for a text about this programme, or about the house alone. Raises
        Programme.DoesNotExist or Organisation.DoesNotExist."""
        if programme_id not in self._found:
            self._found[programme_id] = self._read(programme_id)
        return self._found[programme_id]

    def _read(self, programme_id: UUID | None) -> Source:
        if programme_id is None:
            return Source(
                organisation=Organisation.objects.get(pk=self.organisation_id),
                about=AboutUs.objects.filter(organisation_id=self.organisation_id).first(),
                programme=None,
                facts=self._known,
            )
        house = self.of(None)
        rows = with_parts(Programme.objects.filter(organisation_id=self.organisation_id))
        return Source(house.organisation, house.about, rows.get(pk=programme_id), house.facts)

    def _known(self, language: str) -> Mapping[str, str]:
        """What rooms above know, each language read once: their words are those of the text."""
        if language not in self._facts:
            with translation.override(language):
                self._facts[language] = facts.known(self.organisation_id, self.day)
        return self._facts[language]
