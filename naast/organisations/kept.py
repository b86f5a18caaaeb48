"""What a page needs so that a form keeps its draft within one organisation (ADR 0008)."""

from naast.core import drafts
from naast.organisations.access import ActorRequest


def draft_key(request: ActorRequest, form: str, about: object = "new") -> str:
    """Under which name a form keeps its draft: a draft of one organisation never shows in another."""
    return f"{form}:{about}:{request.actor.organisation_id}"


def kept_for(request: ActorRequest, key: str) -> dict[str, object]:
    """What the template needs to keep a draft of this form, and to give back what was kept."""
    saved = {} if request.method == "POST" else drafts.kept(request.user.pk, key)
    return {"draft_key": key, "saved": saved}
