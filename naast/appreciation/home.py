"""What this room adds to the homes of volunteers and professionals."""

from collections.abc import Container, Mapping
from datetime import datetime

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from naast.appreciation import policies
from naast.appreciation.models import LetterState
from naast.appreciation.queries.board import own_letters
from naast.core.attention import EVERYTHING, Signs
from naast.core.home import Ask, Link
from naast.organisations.actors import Actor

LINKS: Mapping[str, tuple[Link, ...]] = {
    "volunteer": (
        Link(_("Thank you: what colleagues thanked me for, and my letters"), "appreciation:mine"),
        Link(_("The board: who is new here, and good stories"), "appreciation:board"),
    ),
    "professional": (
        Link(_("The board: who is new here, and good stories"), "appreciation:board"),
        Link(_("Moments together"), "appreciation:together"),
    ),
}


def signs(actor: Actor, hat: str, *, now: datetime) -> Signs:
    """The rows of each kind of question, for one look at which of them exist."""
    if hat != "volunteer":
        return {}
    return {
        "thanks.new": policies.own_thanks(actor).filter(seen_at=None),
        "letter.agree": own_letters(actor).filter(state=LetterState.WRITTEN),
    }


def asks(actor: Actor, hat: str, *, now: datetime, there: Container[str] = EVERYTHING) -> list[Ask]:
    """What waits for this person; one query a kind that is `there`."""
    rows = signs(actor, hat, now=now)
    found: list[Ask] = []
    if "thanks.new" in rows and "thanks.new" in there:
        given = rows["thanks.new"].select_related("given_by__user").first()
        if given is not None:
            words = _now("%(name)s says thank you.") % {"name": given.given_by.user.name}
            found.append(Ask(words, actor.url("appreciation:mine"), _("Read it"), "good"))
    if "letter.agree" in rows and "letter.agree" in there:
        letter = rows["letter.agree"].first()
        if letter is not None:
            url = actor.url("appreciation:letter", letter_id=letter.pk)
            found.append(Ask(_("Your letter is written. Is it right?"), url, _("Read it")))
    return found
