"""The questions of this room, in our own words (instruments B24-4, B24-5). The house can't change them."""

from typing import Final

from django.utils.translation import gettext_lazy as _

# Fields of MatchCheck that are sentences to go along with.
CHECK: Final = {
    "at_ease": _("I feel at ease with the other."),
    "wants_alike": _("We want more or less the same from this contact."),
    "keeps_to_it": _("What we agree, we do."),
}
OFTEN: Final = _("How often we see each other is:")
TALK: Final = _("There is something I would like to talk about with the coordinator.")
GO_ON: Final = _("Shall we go on?")
# Fields of Outcome.
CHANGED: Final = _("What has changed since we began?")
OUTCOME: Final = {
    "contact": _("I have enough contact with people I feel good with."),
    "looks_forward": _("There are things in my week that I look forward to."),
}
DONT_KNOW: Final = _("I don’t know")
HOW_IT_GOES: Final = _("How are things between you and your volunteer, and with you?")
