"""The articles of the charter that evenings bring up in turn, as the room of agreements keeps them."""

from uuid import UUID

from naast.agreements.contents import Clause
from naast.agreements.queries.articles import code_articles


def articles(organisation_id: UUID, programme_id: UUID | None, language: str) -> list[Clause]:
    """The articles in force, in their own order; empty where there is no charter yet."""
    return code_articles(organisation_id, programme_id, language)
