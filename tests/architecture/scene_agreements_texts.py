"""What stands behind the doors of the texts themselves: a charter with two versions and a draft."""

from uuid import UUID

from tests.agreeing import DocumentFactory, VersionFactory
from tests.conftest import Cast
from tests.factories import ProgrammeFactory

IN_DUTCH = {"language": "nl"}
WORDS = {
    "agreements:new_text": {"kind": "charter"},
    "agreements:about_us_in": IN_DUTCH,
    "agreements:draft": IN_DUTCH,
    "agreements:add_language": IN_DUTCH | {"more": "en"},
    "agreements:drop_language": IN_DUTCH,
    "agreements:add_ready_clause": IN_DUTCH | {"code": "equal_worth"},
    "agreements:new_clause": IN_DUTCH,
    "agreements:clause": IN_DUTCH | {"code": "own-1"},
    "agreements:clause_step": IN_DUTCH | {"code": "own-1", "step": "up"},
}


def ids(cast: Cast) -> dict[str, UUID]:
    """The charter of a programme of its own, so that it is in nobody’s way."""
    programme = ProgrammeFactory(organisation=cast.here)
    document = DocumentFactory(organisation=cast.here, programme=programme)
    VersionFactory(document=document)
    second = VersionFactory(document=document, number=2)
    VersionFactory(document=document, number=3, published_on=None)
    return {"document_id": document.pk, "version_id": second.pk}
