"""The letters that the outside of this room sends: to candidates about their page, to referrers. B1, warm,
no names in subjects, no candidate's name in what a referrer gets."""

from django.utils.translation import gettext_lazy as _

from naast.messaging.texts import Kind

ANSWERED = Kind(
    code="question.answered",
    label=_("There is an answer to a question"),
    when=_(
        "When somebody answered a question of a candidate. The answer stands on their own page."
    ),
    subject=_("There is an answer for you"),
    body=_(
        "Dear {first_name},\n\n"
        "You asked us something. The answer stands on your own page: the link is below.\n\n"
        "Is something else on your mind? Ask it there, or call us."
    ),
)
LINK_AGAIN = Kind(
    code="own-link.again",
    label=_("Your own link, once more"),
    when=_("When a candidate asks for a new link to their own page."),
    subject=_("Your link"),
    body=_(
        "Dear {first_name},\n\n"
        "Here is the link to your own page again.\n\n"
        "Did you not ask for this? Then you need not do anything."
    ),
)
ADDRESS_CHANGED = Kind(
    code="own-page.address-changed",
    label=_("Another e-mail address (to the old one)"),
    when=_("When the e-mail address of a candidate changes, to the address that was there."),
    subject=_("We write to another address from now on"),
    body=_(
        "Hello,\n\n"
        "Somebody who is getting to know us gave another e-mail address. From now on we write there.\n\n"
        "Was that not you? Then call us: {phone}."
    ),
)
REFERRAL_RECEIVED = Kind(
    code="referral.received",
    label=_("Thank you for thinking of us (to a referrer)"),
    when=_("As soon as a referrer has sent the form."),
    subject=_("We received your form"),
    body=_(
        "Dear {first_name},\n\n"
        "Thank you for thinking of us. Within two working days we contact the person you wrote about.\n\n"
        "From then on they decide with us. You hear from us what they allow, and never more than a few "
        "words: in contact, a place here, another place, not now.\n\n"
        "Behind the link below you can see how it stands."
    ),
)
REFERRAL_NEWS = Kind(
    code="referral.news",
    label=_("News about a referral (to a referrer)"),
    when=_("When the candidate allows it and something changed."),
    subject=_("News about your form"),
    body=_(
        "Dear {first_name},\n\n"
        "You sent us a form on {day}. The person you wrote about allows us to tell you this:\n\n"
        "{news}\n\n"
        "More than this we don’t tell. Thank you for thinking of us."
    ),
    fills=frozenset({"day", "news"}),
)
KINDS = (ANSWERED, LINK_AGAIN, ADDRESS_CHANGED, REFERRAL_RECEIVED, REFERRAL_NEWS)
