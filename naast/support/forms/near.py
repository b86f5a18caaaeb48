"""Check-ins, short words, visits to the floor, guidance, telling the coordinator."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.people.models import Person
from naast.programmes.models import Programme, Task
from naast.support.forms.plans import words
from naast.support.inputs import Answer
from naast.support.models import CheckIn
from naast.support.services.being_near import GuidanceInput
from naast.support.states import Can, Dares, Feeling, Room, Style, Theme, suggested

How = CheckIn.How


def feeling(label: Any) -> forms.ChoiceField:
    """One of the three questions: a word, or nothing."""
    return forms.ChoiceField(
        label=label, choices=Feeling.choices, widget=forms.RadioSelect, required=False
    )


class CheckInForm(forms.Form):
    """Free words first, then three questions; any of them may stay open."""

    words = words(_("How is it going? Tell whatever you like"), rows=4, required=False)
    feels = feeling(_("Do you feel all right here?"))
    goes = feeling(_("Does it work out, what you do?"))
    enjoys = feeling(_("Do you still have fun in it?"))
    wants_talk = forms.BooleanField(label=_("I’d like to talk: please call me"), required=False)

    def answer(self) -> Answer:
        """What the service takes in."""
        data = self.cleaned_data
        return Answer(data["words"], data["feels"], data["goes"], data["enjoys"])


class WrittenCheckInForm(CheckInForm):
    """The same, written down after a call, a visit or on paper."""

    answered_on = DayField(label=_("On which day?"))
    how = forms.ChoiceField(
        label=_("How?"),
        choices=[(each.value, each.label) for each in How if each != How.OWN],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["wants_talk"]
        self.order_fields(["answered_on", "how", "words", "feels", "goes", "enjoys"])


class ShortWordForm(forms.Form):
    """Two taps: what it was about, and done."""

    theme = forms.ChoiceField(
        label=_("What was it about?"), choices=Theme.choices, widget=forms.RadioSelect
    )
    words = words(
        _("In a few words, if you like"),
        rows=2,
        required=False,
        help_text=_("The volunteer reads this."),
    )


class FloorForm(forms.Form):
    """Which day, and whom I met."""

    visited_on = DayField(label=_("On which day?"))
    met = forms.MultipleChoiceField(
        label=_("Whom did you meet?"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"visited_on": clock.today()})
        super().__init__(*args, **kwargs)
        field: Any = self.fields["met"]
        field.choices = [(str(person.pk), person.name) for person in people]


class WhichProgrammeForm(forms.Form):
    """On the floor of which programme."""

    programme = forms.ModelChoiceField(
        label=_("Programme"), queryset=Programme.objects.none(), required=False
    )

    def __init__(self, *args: Any, programmes: QuerySet[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["programme"]
        field.queryset = programmes
        field.label_from_instance = lambda programme: programme.name


class GuidanceForm(forms.Form):
    """Two questions about one task; the way to guide follows, and may be chosen otherwise."""

    task = forms.ModelChoiceField(label=_("Task"), queryset=Task.objects.none())
    can = forms.ChoiceField(
        label=_("Can they do it?"), choices=Can.choices, widget=forms.RadioSelect
    )
    dares = forms.ChoiceField(
        label=_("Do they want to, and dare to?"), choices=Dares.choices, widget=forms.RadioSelect
    )
    style = forms.ChoiceField(
        label=_("How do you guide them?"),
        choices=[("", _("as the two answers suggest")), *Style.choices],
        required=False,
        help_text=_(
            "Not yet, and in doubt: do it together. Not yet, and eager: show it first. Almost: look along. Can and dares: let go."
        ),
    )

    def __init__(self, *args: Any, tasks: QuerySet[Task], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["task"]
        field.queryset = tasks
        field.label_from_instance = lambda task: f"{task.name} ({task.programme.name})"

    def given(self) -> GuidanceInput:
        """What the service takes in."""
        data = self.cleaned_data
        style = data["style"] or suggested(data["can"], data["dares"])
        return GuidanceInput(data["task"], data["can"], data["dares"], style)


class RoomForm(forms.Form):
    """What the volunteer says about how they are guided."""

    wish = forms.ChoiceField(choices=Room.choices)


class ToldForm(forms.Form):
    """A few words for the coordinator."""

    words = words(
        _("What would you like to tell?"),
        rows=4,
        help_text=_(
            "Only coordinators read this, and it is erased once it is taken up. Better still: tell the volunteer as well."
        ),
    )


class SecretNoteForm(forms.Form):
    """A note to think aloud."""

    text = words(_("Confidential note"), rows=4)


class SupportRequestForm(forms.Form):
    """What somebody needs: knowledge, support, or somebody who listens."""

    kind = forms.ChoiceField(
        label=_("What would help you?"),
        choices=[
            ("knowledge", _("I would like to know something")),
            ("support", _("I would like support in what I do")),
            ("ear", _("I would like somebody who listens")),
        ],
        widget=forms.RadioSelect,
    )
    text = words(
        _("What is it about?"),
        rows=4,
        required=False,
        help_text=_("A few words are enough. Only your coordinator reads this."),
    )
