"""The letters of this room, to people without an account. B1, warm, no names in subjects."""

from django.utils.translation import gettext_lazy as _

from naast.messaging.texts import Kind

THANKS = Kind(
    code="appreciation.thanks",
    label=_("A thank-you"),
    when=_("When a colleague thanks a volunteer who has no account."),
    subject=_("Somebody thanks you"),
    body=_(
        "Dear {first_name},\n\n{who} thanks you:\n\n«{words}»\n\nWith warm regards from {organisation}"
    ),
    fills=frozenset({"who", "words"}),
)
KINDS = (THANKS,)
