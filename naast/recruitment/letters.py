"""The letters of the path and their usual words (messaging.texts). B1, warm, no names in subjects."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from naast.messaging.texts import Kind
from naast.recruitment.models import Outcome

THANKS = Kind(
    code="application.thanks",
    label=_("Thank you for your application"),
    when=_("As soon as somebody has applied."),
    subject=_("Thank you, we will be in touch"),
    body=_(
        "Dear {first_name},\n\n"
        "Thank you for telling us that you would like to volunteer.\n"
        "Within two working days somebody of us will contact you: a person, not a machine.\n\n"
        "Behind this link is your own page. There you see what comes next, and you can ask us anything.\n"
        "You can also stop there, at any moment, without giving a reason."
    ),
)
THINKING = Kind(
    code="application.thinking",
    label=_("A friendly question in thinking time"),
    when=_("Once, on the seventh day of thinking time."),
    subject=_("How is it going?"),
    body=_(
        "Dear {first_name},\n\n"
        "You are taking some time to think. That is good: there is no hurry.\n"
        "Is there anything you would like to ask us? You can do that on your own page, or call {phone}.\n\n"
        "You choose what you do next. Both are fine with us."
    ),
)
LATER = Kind(
    code="application.later",
    label=_("We call you later"),
    when=_("When you agree on a later day, if you send it."),
    subject=_("We call you later"),
    body=_(
        "Dear {first_name},\n\n"
        "We talked, and agreed to wait for a while. Take the time you need.\n"
        "We call you once, around {day}. Until then we don’t ask anything of you.\n\n"
        "Would you like to talk sooner? Call {phone}. You are welcome."
    ),
    fills=frozenset({"day"}),
)
REST = Kind(
    code="application.rest",
    label=_("A pause"),
    when=_("When somebody rests for a while, if you send it."),
    subject=_("Take your time"),
    body=_(
        "Dear {first_name},\n\n"
        "Your head is full of other things now. We understand that, and we won’t chase you.\n"
        "Is there something that you could use help with? The social service of your town or village "
        "listens for free, also to questions about money. We gladly look for the right door together.\n\n"
        "Whenever you want to go on, call {phone}. Your place in the path stays as it is."
    ),
)
FORGETTING = Kind(
    code="application.forgetting",
    label=_("We are about to forget what you told us"),
    when=_("Two weeks before an application that did not become a start is erased."),
    subject=_("We are about to forget what you told us"),
    body=_(
        "Dear {first_name},\n\n"
        "Some time ago you told us that you would like to volunteer.\n"
        "On {day} we erase everything you told us. You need to do nothing for that.\n\n"
        "Would you rather that we keep it a little longer? You can say so on your own page, behind this link."
    ),
    fills=frozenset({"day"}),
)
# What a letter about an outcome that is not a yes may leave open.
_OTHER_WAY = frozenset({"alternative", "forget_on"})
_WHEN = _("When you round off together. You read and change it first.")

FITS = Kind(
    code="application.fits",
    label=_("You are welcome"),
    when=_WHEN,
    subject=_("You are welcome"),
    body=_(
        "Dear {first_name},\n\n"
        "We got to know each other, and we would love to have you with us.\n"
        "The last word is yours: say yes when you are sure, or take a little more time.\n\n"
        "Soon we arrange the last things together. Is there something you would like to know? Call {phone}."
    ),
)
OTHER_ROLE = Kind(
    code="application.other-role",
    label=_("Another role here"),
    when=_WHEN,
    subject=_("Another way to join us"),
    body=_(
        "Dear {first_name},\n\n"
        "Thank you for the time we took to get to know each other.\n"
        "We think that something else with us suits you better: {alternative}\n\n"
        "Shall we look at it together? Call {phone}.\n\n"
        "Until {forget_on} we keep what you told us. After that we erase it."
    ),
    fills=_OTHER_WAY,
)
OTHER_ORGANISATION = Kind(
    code="application.other-organisation",
    label=_("Another organisation"),
    when=_WHEN,
    subject=_("A place that may suit you"),
    body=_(
        "Dear {first_name},\n\n"
        "Thank you for the time we took to get to know each other.\n"
        "What you would like to do is not here with us now. It is elsewhere: {alternative}\n\n"
        "If you like, we make the first contact together. Call {phone}.\n\n"
        "Until {forget_on} we keep what you told us. After that we erase it."
    ),
    fills=_OTHER_WAY,
)
LEISURE = Kind(
    code="application.leisure",
    label=_("Something to take part in"),
    when=_WHEN,
    subject=_("Something nice to take part in"),
    body=_(
        "Dear {first_name},\n\n"
        "Thank you for the time we took to get to know each other.\n"
        "You told us what you enjoy. We know a place where you can do that with others: {alternative}\n\n"
        "If you like, somebody comes along the first time. Call {phone}.\n\n"
        "Until {forget_on} we keep what you told us. After that we erase it."
    ),
    fills=_OTHER_WAY,
)
NOT_NOW = Kind(
    code="application.not-now",
    label=_("Not now"),
    when=_WHEN,
    subject=_("Not now, and what is possible"),
    body=_(
        "Dear {first_name},\n\n"
        "Thank you for the time we took to get to know each other.\n"
        "To start now would not be good: we would not be able to stand beside you as we want to.\n"
        "What is possible: {alternative}\n\n"
        "Later you are welcome to try again. Would you like to talk about it? Call {phone}.\n\n"
        "Until {forget_on} we keep what you told us. After that we erase it."
    ),
    fills=_OTHER_WAY,
)
OWN_CHOICE = Kind(
    code="application.own-choice",
    label=_("You chose something else"),
    when=_WHEN,
    subject=_("Thank you, and all the best"),
    body=_(
        "Dear {first_name},\n\n"
        "You chose something else. Thank you for telling us, and for the time we took together.\n"
        "Should you ever want to come back: {alternative}\n\n"
        "Until {forget_on} we keep what you told us. After that we erase it."
    ),
    fills=_OTHER_WAY,
)
OF_OUTCOME: Mapping[str, Kind] = {
    Outcome.FITS: FITS,
    Outcome.FITS_WITH_SUPPORT: FITS,
    Outcome.OTHER_ROLE: OTHER_ROLE,
    Outcome.OTHER_ORGANISATION: OTHER_ORGANISATION,
    Outcome.LEISURE: LEISURE,
    Outcome.NOT_NOW: NOT_NOW,
    Outcome.OWN_CHOICE: OWN_CHOICE,
}
KINDS = (
    THANKS,
    THINKING,
    LATER,
    REST,
    FITS,
    OTHER_ROLE,
    OTHER_ORGANISATION,
    LEISURE,
    NOT_NOW,
    OWN_CHOICE,
    FORGETTING,
)
