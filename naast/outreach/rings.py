"""A suggested small step towards what somebody wishes: an idea to talk about, never a target (S1-257)."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.outreach.models.ring import Ring, RingWish

# From the outside in, as they are drawn.
ORDER: Final = tuple(Ring)

CLOSER: dict[str, Text] = {
    Ring.KNOW: _("Invite them to something that happens anyway: a meal, a walk, an open door."),
    Ring.COME: _("Ask for one small thing that is over in an hour, beside somebody they know."),
    Ring.NOW_AND_THEN: _("Offer a short job of their own choice, and ask afterwards how it was."),
    Ring.REGULARLY: _("Ask whether they would like to welcome or show around somebody new."),
    Ring.CARRY: _("Invite them once to the table where things are decided."),
    Ring.DECIDE: _("Ask what they would still like to make better, and with whom."),
}
STEP_BACK: dict[str, Text] = {
    Ring.DECIDE: _("Look together at what somebody else can take over, and when."),
    Ring.CARRY: _("Hand over one thing and keep what gives energy."),
    Ring.REGULARLY: _("Agree on fewer times, or on a rest with a day to call."),
    Ring.NOW_AND_THEN: _("Agree that they hear only of what they like, once a year."),
    Ring.COME: _("Keep in touch with a card or the newsletter, if they like."),
    Ring.KNOW: _("Thank them, and ask whether they still want to hear from us."),
}


def small_step(ring: str, wish: str) -> Text:
    """An idea for a small step; empty when it is fine as it is."""
    if wish == RingWish.CLOSER:
        return CLOSER[ring]
    if wish == RingWish.STEP_BACK:
        return STEP_BACK[ring]
    return ""
