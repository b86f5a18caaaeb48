"""What stands behind the doors of papers: a part of scene_agreements."""

from typing import Any
from uuid import UUID

from naast.agreements.models import Copy, Question
from tests.agreeing import CopyFactory
from tests.conftest import Cast


def ids(cast: Cast) -> dict[str, UUID]:
    """An open paper of Bea."""
    copy = CopyFactory(organisation=cast.here, person_id=cast.person_id("bea"), person=None)
    return {"copy_id": copy.pk}


def special(made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """A question about that paper, and whose engagement it is."""
    copy = Copy.objects.get(pk=made["copy_id"])
    question = Question.objects.create(organisation=copy.organisation, copy=copy, words="Mag dat?")
    return {
        "agreements:answer": {"question_id": question.pk},
        "agreements:make_papers": {"person_id": copy.person_id},
    }
