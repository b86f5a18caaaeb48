"""The articles of the charter, for whoever talks about them: the agenda of intervision."""

from uuid import UUID

from naast.agreements.contents import Clause
from naast.agreements.models import DocumentKind
from naast.agreements.queries.documents import in_force
from naast.agreements.wording import LAST_RESORT, clauses_of, wording


def code_articles(organisation_id: UUID, programme_id: UUID | None, language: str) -> list[Clause]:
    """The clauses of the charter that holds in this programme, as they were written; empty without a charter.
    The language asked for, or else one that the charter has. Two queries."""
    places = [programme_id] if programme_id else []
    version = in_force(organisation_id, places).get((programme_id, DocumentKind.CHARTER))
    if version is None:
        return []
    return clauses_of(wording(version.texts.all(), language, LAST_RESORT))
