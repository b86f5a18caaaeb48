"""Forms to decide together: can we carry this, a yes with its person, and rounding off warmly."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from naast.messaging.forms import LetterForm
from naast.people.models import Person
from naast.recruitment.inputs_path import Ending, Welcome
from naast.recruitment.models import Application, Outcome, Partner, StopReason

NEW = "new"


class CarryForm(forms.Form):
    """Can we carry this now? The organisation asks itself, not the candidate (S1-252)."""

    can = forms.ChoiceField(
        label=_("Can we carry this now?"),
        choices=[
            ("yes", _("Yes, we have the people and the time for it")),
            ("no", _("No, not now: we look for another place or moment together")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Who does it, and how? Or: what is missing?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
    )


class EndingForm(LetterForm):
    """What is possible instead, why it stops here, and the letter. A partner that was chosen is the
    alternative, unless something was written (S1-19)."""

    partner = forms.ChoiceField(label=_("One of our partners?"), required=False)
    alternative = forms.CharField(
        label=_("What is possible instead?"),
        max_length=250,
        help_text=_("Nobody leaves with empty hands: name a place, a person or a moment."),
    )
    stop_reason = forms.ChoiceField(
        label=_("Why does it stop here?"),
        choices=[("", _("Choose what comes closest")), *StopReason.choices],
        help_text=_("For our own figures, without the name. A referrer never sees this."),
    )
    field_order = ("partner", "alternative", "stop_reason", "how")

    def __init__(self, *args: Any, partners: list[Partner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partners = {str(partner.pk): partner for partner in partners}
        if partners:
            named = [(key, partner.as_alternative) for key, partner in self.partners.items()]
            choices = [("", _("None of these")), *named]
            self.fields["partner"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
            self.fields["alternative"].required = False
        else:
            del self.fields["partner"]

    def clean_alternative(self) -> str:
        """What was written, or else the partner that was chosen: one of the two."""
        chosen = self.partners.get(self.cleaned_data.get("partner", ""))
        said: str = self.cleaned_data["alternative"] or (chosen.as_alternative if chosen else "")
        if not said:
            raise ValidationError(self.fields["alternative"].error_messages["required"])
        return said

    def ending(self, outcome: Outcome) -> Ending:
        """What the service takes in."""
        data = self.cleaned_data
        return Ending(
            outcome=outcome,
            alternative=data["alternative"],
            stop_reason=data["stop_reason"],
            words=self.letter_words(),
        )


class WelcomeForm(LetterForm):
    """Who it is on our list, what both expect of a change of hats, and the letter."""

    person = forms.ChoiceField(label=_("Is this somebody we know?"), widget=forms.RadioSelect)
    expects = forms.CharField(
        label=_("What does this person expect, now that they also volunteer?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    we_expect = forms.CharField(
        label=_("What do we expect?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
        help_text=_(
            "Needed for somebody who takes part here as a participant. Both look back after one and three months."
        ),
    )
    field_order = ("person", "expects", "we_expect", "how")

    def __init__(
        self, *args: Any, application: Application, same: list[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.same = same
        known = application.person
        if known is not None:
            del self.fields["person"]
        elif same:
            choices = [(str(person.pk), person.name) for person in same]
            choices.append((NEW, str(_("Nobody of these: somebody new"))))
            self.fields["person"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del self.fields["person"]
        people = [known] if known is not None else same
        if not any(hasattr(person, "participant") for person in people):
            del self.fields["expects"], self.fields["we_expect"]

    def welcome(self, outcome: Outcome) -> Welcome:
        """What the service takes in."""
        data = self.cleaned_data
        chosen = data.get("person", NEW)
        return Welcome(
            outcome=outcome,
            person_id=None if chosen == NEW else UUID(chosen),
            expects=data.get("expects", ""),
            we_expect=data.get("we_expect", ""),
            words=self.letter_words(),
        )
