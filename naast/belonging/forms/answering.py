"""Input about what was asked, wishes, contact and guides outside."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.belonging import checks
from naast.belonging.forms.common import taps, words
from naast.belonging.inputs import Answered, NewGuide, Settled
from naast.belonging.models import CloserContact, Question
from naast.belonging.states import (
    OUTCOMES_OF_ENDS,
    OUTCOMES_OF_LOOKS,
    Choice,
    How,
    QuestionKind,
)
from naast.core.inputs import DayField

HEARD = [(each.value, each.label) for each in (How.PHONE, How.PAPER)]


class AnswerForm(forms.Form):
    """What every answer has: words, and how it came in when somebody else writes it down."""

    def __init__(self, data: Any, *, is_written_down: bool) -> None:
        super().__init__(data)
        if is_written_down:
            self.fields["how"] = taps(_("How was it said?"), HEARD)

    def how(self) -> str:
        """How it came in."""
        return str(self.cleaned_data.get("how") or How.SCREEN)

    def given(self) -> Answered:
        """What the service takes."""
        raise NotImplementedError


class CheckForm(AnswerForm):
    """Four taps and one open question (instruments B24-7)."""

    words = words(checks.OPEN_QUESTION, rows=3, required=False)
    shares_with_host = forms.BooleanField(
        label=_("Who welcomed me may read this too."), required=False
    )

    def __init__(self, data: Any, *, is_written_down: bool) -> None:
        super().__init__(data, is_written_down=is_written_down)
        for code, statement in checks.STATEMENTS.items():
            self.fields[code] = taps(statement, checks.Tap.choices)
        self.order_fields([*checks.STATEMENTS, "words", "shares_with_host"])

    def given(self) -> Answered:
        """What the service takes."""
        said = self.cleaned_data
        return Answered(
            words=said["words"],
            taps={code: said[code] for code in checks.STATEMENTS},
            shares_with_host=said["shares_with_host"],
            how=self.how(),
        )


class LookForm(AnswerForm):
    """One open question, with fresh eyes (S1-93)."""

    words = words(
        _("What strikes you here?"),
        help_text=_("What surprised you, what is better elsewhere, what should stay as it is?"),
    )
    shares_unnamed = forms.BooleanField(
        label=_("Others may read this with your answer, without my name."), required=False
    )

    def given(self) -> Answered:
        """What the service takes."""
        said = self.cleaned_data
        return Answered(words=said["words"], shares_unnamed=said["shares_unnamed"], how=self.how())


class GoingOnForm(AnswerForm):
    """Extend, change or stop: all three are fine (S1-73)."""

    choice = taps(_("How would you like to go on?"), Choice.choices)
    words = words(
        _("Is there something you would like to say with it?"),
        help_text=_("With «change»: what would you like to be different?"),
        rows=3,
        required=False,
    )

    def given(self) -> Answered:
        """What the service takes."""
        said = self.cleaned_data
        return Answered(words=said["words"], choice=said["choice"], how=self.how())


FORMS: dict[str, type[AnswerForm]] = {
    QuestionKind.CHECK: CheckForm,
    QuestionKind.LOOK: LookForm,
    QuestionKind.GOING_ON: GoingOnForm,
}


class CalledForm(forms.Form):
    """What we agreed after «not at home yet»."""

    reply = words(_("What we agreed"), help_text=_("The volunteer reads this too."))


class SettleForm(forms.Form):
    """What comes of it; the volunteer reads it."""

    def __init__(self, data: Any, *, question: Question) -> None:
        super().__init__(data)
        is_end = question.kind == QuestionKind.GOING_ON
        outcomes = OUTCOMES_OF_ENDS if is_end else OUTCOMES_OF_LOOKS
        self.fields["outcome"] = taps(
            _("What comes of it?"), [(each.value, each.label) for each in outcomes]
        )
        if is_end:
            self.fields["until_on"] = DayField(
                label=_("Goes on until"),
                help_text=_(
                    "When it goes on, also in another way. The question comes back before that day."
                ),
                required=False,
            )
        self.fields["reply"] = words(
            _("Our answer"), help_text=_("The volunteer reads this. Write it warmly."), rows=4
        )

    def settled(self) -> Settled:
        """What the service takes."""
        said = self.cleaned_data
        return Settled(said["outcome"], said["reply"], said.get("until_on"))


class OwnWishForm(forms.Form):
    """A wish or need, in one's own words."""

    words = words(
        _("What do you wish or need?"),
        help_text=_("Something practical, something to learn, some peace: it may all be."),
    )


class WishForm(OwnWishForm):
    """The same, written down after a talk."""

    follow_up_on = DayField(label=_("We come back to it on"))


class WishAnswerForm(forms.Form):
    """What we can do, or kindly why not."""

    answer = words(_("Our answer"), help_text=_("The volunteer reads this."))


class LaterForm(forms.Form):
    """Another day to come back to a wish."""

    follow_up_on = DayField(label=_("We come back to it on"))


class ContactForm(forms.Form):
    """How often somebody would like to hear from us."""

    every_weeks = forms.TypedChoiceField(
        label=_("How often would you like to hear from us?"),
        choices=CloserContact.Every.choices,
        coerce=int,
        widget=forms.RadioSelect,
    )
    knows_from_inside = forms.BooleanField(
        label=_("I use this house myself, or did before."),
        help_text=_("Only if you like to say so. It changes nothing about what you may do."),
        required=False,
    )
    words = words(_("What helps me"), rows=3, required=False)


class GuideForm(forms.Form):
    """Somebody outside, and what may be told them."""

    name = forms.CharField(label=_("Name"), max_length=150)
    works_at = forms.CharField(label=_("Organisation"), max_length=150, required=False)
    reach = forms.CharField(label=_("Phone or e-mail"), max_length=150, required=False)
    may_share = words(
        _("What we may tell"),
        help_text=_("For example: that I come, and how it goes. Nothing else is told."),
        rows=3,
    )
    until_on = DayField(label=_("Until"))

    def guide(self) -> NewGuide:
        """What the service takes."""
        return NewGuide(**self.cleaned_data)


class SharedForm(forms.Form):
    """What was told to a guide outside."""

    what = words(_("What we told"), help_text=_("The volunteer reads this."), rows=3)
