"""Input about a task that shifted."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core.inputs import DayField
from naast.programmes.models import Task
from naast.shifting.inputs import Answers, Terms
from naast.shifting.models import ShiftAnswers, TaskShift
from naast.shifting.models.shift import LONGEST_NAME

LONGEST = 2000
YES, NO = "yes", "no"
ANSWERED = ("safety", "burden", "roles", "time", "skill", "wish", "connects", "best", "best_why")


def words_field(
    label: Any, *, rows: int = 2, required: bool = True, help_text: Any = ""
) -> forms.CharField:
    """A few lines in own words."""
    return forms.CharField(
        label=label,
        max_length=LONGEST,
        required=required,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class NewTaskForm(forms.Form):
    """A new task for one match."""

    words = forms.CharField(
        label=_("Which task?"),
        help_text=_("As you would say it to the volunteer."),
        max_length=LONGEST_NAME,
    )


class TalkForm(forms.Form):
    """Talk first: about what, and when."""

    note = words_field(
        _("What would you like to talk about?"),
        help_text=_("For your own notes: volunteer and professional don’t read this."),
        required=False,
    )
    talk_on = DayField(label=_("When do you talk?"), required=False)


class AcceptForm(forms.Form):
    """The three questions, whether it fits this person, and how it becomes part of the agreement."""

    safety = words_field(
        _("Can it be done safely, and can this volunteer do it?"),
        help_text=_("For the participant and the volunteer. What could go wrong, and what then?"),
    )
    burden = words_field(
        _("What does it ask of the volunteer, also in half a year?"),
        help_text=_("Enthusiasm makes things look light. Think of a bad week too."),
    )
    roles = words_field(
        _("What do the professional and the participant do?"),
        help_text=_("Does it take something over from a professional, or from the participant?"),
    )
    time = forms.ChoiceField(
        label=_("Is there time for it?"), choices=ShiftAnswers.Time, widget=forms.RadioSelect
    )
    skill = forms.ChoiceField(
        label=_("What shows that they can do it?"),
        choices=ShiftAnswers.Skill,
        widget=forms.RadioSelect,
    )
    wish = forms.ChoiceField(
        label=_("Do they want it?"), choices=ShiftAnswers.Wish, widget=forms.RadioSelect
    )
    connects = words_field(
        _("Which strength or wish of the volunteer does it meet?"),
        required=False,
        help_text=_("Nothing comes to mind? Then ask them. It need not keep you from going on."),
    )
    best = forms.ChoiceField(
        label=_("Who adds most for the participant in this task?"),
        choices=ShiftAnswers.Best,
        widget=forms.RadioSelect,
    )
    best_why = words_field(_("Why?"))
    who = forms.ChoiceField(
        label=_("Whose task does it become?"),
        choices=[
            (Task.Who.VOLUNTEER, _("The volunteer’s")),
            (Task.Who.TOGETHER, _("Together with the professional")),
            (Task.Who.AFTER_CONSULTING, _("The volunteer’s, after consulting each time")),
        ],
        widget=forms.RadioSelect,
    )
    reach = forms.ChoiceField(
        label=_("For whom?"),
        choices=TaskShift.Reach,
        initial=TaskShift.Reach.MATCH,
        widget=forms.RadioSelect,
        help_text=_("For the whole programme, every volunteer of it may do this from then on."),
    )

    def answers(self) -> Answers:
        """What the service takes in."""
        return Answers(**{name: self.cleaned_data[name] for name in ANSWERED})

    def terms(self) -> Terms:
        """Whose task, and for whom."""
        return Terms(who=self.cleaned_data["who"], reach=self.cleaned_data["reach"])


def initial_of(answers: ShiftAnswers | None, shift: TaskShift) -> dict[str, Any]:
    """What was answered before, for a second look."""
    said = {name: getattr(answers, name) for name in ANSWERED} if answers else {}
    return {"who": shift.who, "reach": shift.reach, **said}


class RestoreForm(forms.Form):
    """Back to what was agreed: why, and how it goes from now on."""

    reason = words_field(
        _("Why?"),
        help_text=_("The volunteer reads this. Begin with what you value in what they did."),
    )
    from_now_on = words_field(
        _("From now on…"),
        help_text=_("Who does it now, and what the volunteer does when it is asked again."),
    )


class AnsweredForm(forms.Form):
    """What the volunteer answered by phone or at the table."""

    agrees = forms.ChoiceField(
        label=_("Does the volunteer agree?"),
        choices=[(YES, _("Yes")), (NO, _("Rather not"))],
        widget=forms.RadioSelect,
    )
    note = words_field(_("In their own words"))


class MyAnswerForm(forms.Form):
    """My own answer: yes or rather not, with a word if I like."""

    agrees = forms.ChoiceField(choices=[(YES, YES), (NO, NO)])
    note = words_field(_("Would you like to say something about it?"), required=False)


class LookBackForm(forms.Form):
    """Three months later."""

    goes_well = forms.ChoiceField(
        label=_("How is it now?"),
        choices=[(YES, _("It goes well like this")), (NO, _("Back to what was agreed"))],
        widget=forms.RadioSelect,
    )
    note = words_field(_("What do volunteer and participant say about it?"))
    from_now_on = words_field(
        _("From now on…"),
        required=False,
        help_text=_("Only when it goes back to what was agreed. The volunteer reads it."),
    )

    def __init__(self, *args: Any, can_go_back: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not can_go_back:
            field: Any = self.fields["goes_well"]
            field.choices = [(YES, _("It goes well like this"))]
            field.initial = YES
            del self.fields["from_now_on"]


class ViewForm(forms.Form):
    """How I see it."""

    words = words_field(
        _("How do you see it?"),
        rows=3,
        help_text=_("In your own words. Your coordinator reads it, and the other side too."),
    )
