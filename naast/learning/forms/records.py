"""Input about what somebody did, learned and likes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.learning.forms.courses import CourseField
from naast.learning.inputs import Done, Learned
from naast.learning.models import Category, CourseForm, Growth, LearningEntry, LearningWish
from naast.learning.queries import courses as queries
from naast.learning.queries.log import Growing
from naast.organisations.actors import Actor

# A short question for each kind of learning, to begin with (S4-6).
PROMPTS = {
    Category.DOING: _("What can you do now that you could not do before?"),
    Category.TOGETHER: _("What did you sort out together, or with whom?"),
    Category.KNOWING: _("What do you know now?"),
    Category.ATTITUDE: _("What did you notice about yourself?"),
    Category.SOCIETY: _("What did you see of how our society works, or what did you change?"),
}


class DoneForm(forms.Form):
    """A course that somebody did elsewhere, online or on the job."""

    course = CourseField(label=_("Course"), queryset=None)
    done_on = DayField(label=_("Done on"))
    provider = forms.CharField(label=_("Who gave it"), max_length=150, required=False)
    minutes = forms.IntegerField(
        label=_("How long (minutes)"),
        help_text=_("Empty: as long as the course usually takes."),
        min_value=0,
        max_value=30000,
        required=False,
    )
    cost = forms.DecimalField(
        label=_("Cost for us (euro)"),
        min_value=0,
        max_digits=8,
        decimal_places=2,
        required=False,
    )
    is_seen = forms.BooleanField(
        label=_("I saw the certificate"),
        help_text=_("We keep that you saw it and when; the paper stays with the person."),
        required=False,
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["course"].queryset = queries.in_use(actor)  # type: ignore[attr-defined]  # a ModelChoiceField

    def done(self) -> Done:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        return Done(course_id=data.pop("course").pk, **data)


class LearnedForm(forms.Form):
    """Something I learned."""

    category = forms.ChoiceField(
        label=_("What kind of learning?"),
        widget=forms.RadioSelect,
        choices=[
            (code, f"{label}: {prompt}")
            for (code, label), prompt in zip(Category.choices, PROMPTS.values(), strict=True)
        ],
    )
    words = forms.CharField(
        label=_("What did I learn?"),
        help_text=_("In your own words. Don’t name anybody."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    activity = forms.CharField(label=_("Doing what?"), max_length=200, required=False)
    learned_on = DayField(label=_("When?"), initial=clock.today)
    is_shared = forms.BooleanField(
        label=_("My coach and coordinator may read this"), required=False
    )

    def learned(self) -> Learned:
        """What the service takes in."""
        return Learned(**self.cleaned_data)


def initial_of(entry: LearningEntry) -> dict[str, object]:
    """A line as its form shows it."""
    names = ("category", "words", "activity", "learned_on", "is_shared")
    return {name: getattr(entry, name) for name in names}


class GrowthForm(forms.Form):
    """How I see myself in one thing that my role asks."""

    step = forms.ChoiceField(
        label=_("How do you see yourself?"),
        choices=[*Growth.Step.choices, ("", _("I would rather not say"))],
        widget=forms.RadioSelect,
        required=False,
    )
    example = forms.CharField(
        label=_("An example"),
        help_text=_("What did you do? Don’t name anybody."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @classmethod
    def of(cls, row: Growing, data: Any = None) -> "GrowthForm":
        """The form of one thing, as it was answered before."""
        growth = row.growth
        shown = {"step": growth.step, "example": growth.example} if growth else {"step": ""}
        return cls(data, initial=shown)


class WishForm(forms.Form):
    """How I like to learn."""

    likes = forms.ChoiceField(
        label=_("What suits me"),
        choices=[*LearningWish.Likes.choices, ("", _("I would rather not say"))],
        widget=forms.RadioSelect,
        required=False,
    )
    ways = forms.MultipleChoiceField(
        label=_("I like to learn"),
        choices=CourseForm.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    @classmethod
    def of(cls, wish: LearningWish | None, data: Any = None) -> "WishForm":
        """As it was chosen before."""
        shown = {"likes": wish.likes, "ways": wish.forms} if wish else {}
        return cls(data, initial=shown)
