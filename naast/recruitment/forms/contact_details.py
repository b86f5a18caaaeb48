"""The contact details of a candidate and what a referrer may hear, as they told us by phone."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from naast.people.forms.why import THEY_CAN_READ, WHAT_TO_CALL_THEM
from naast.recruitment.forms.own import ContactForm, TellsForm

# The form of a candidate's own page, in the words of who writes it down for them.
LABELS = {
    "given_name": _("First name"),
    "place": _("Lives in"),
    "language": _("We write to them in"),
    "prefers_phone": _("Rather by phone or on paper"),
    "brings_along": _("Whom they bring along"),
}


class ContactDetailsForm(ContactForm):
    """How we reach somebody, corrected for them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in LABELS.items():
            self.fields[name].label = label
        self.fields["given_name"].help_text = WHAT_TO_CALL_THEM
        self.fields["language"].help_text = THEY_CAN_READ


class ToldTellsForm(TellsForm):
    """What a referrer may hear, as the candidate told us."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tells"].label = _("What may the referrer hear from us?")
