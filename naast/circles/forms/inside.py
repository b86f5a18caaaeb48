"""Input of the inner circle: minutes, contacts, what somebody noticed, looking back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.circles.forms.common import CircleForm, sentences
from naast.circles.inputs import AgreedNote, LookBackNote, Minutes
from naast.circles.models import Circle, Contact, Meeting
from naast.circles.queries.meetings import to_talk_about
from naast.circles.states import Level, Mood, Part, Theme
from naast.core import clock
from naast.core.inputs import DayField
from naast.people.models import Person

# Lines for agreements on the form of the minutes.
LINES = (1, 2, 3)
SUPPORT = _("What did you do together, what helped?")
ACCOUNTABILITY = _("What did you say honestly to each other, and how did that go?")


class PeopleField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # stubs want an argument
    """People of the circle, each a tick."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        """How it reads in the list."""
        return str(obj.first_name)


class SignalsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # stubs want an argument
    """What was noted to talk about."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        """How it reads in the list."""
        return str(obj.words)


class MinutesForm(CircleForm):
    """How a meeting went, under the two pillars; a few lines are enough."""

    present = PeopleField(label=_("Who was there"), queryset=None, required=False)
    support = sentences(_("Supporting"), required=False, help_text=SUPPORT)
    accountability = sentences(_("Speaking up"), required=False, help_text=ACCOUNTABILITY)
    mood = forms.ChoiceField(
        label=_("How did it feel?"),
        required=False,
        choices=[("", _("No word for it")), *Mood.choices],
    )
    themes = forms.MultipleChoiceField(
        label=_("What was it about?"),
        choices=Theme,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    talked_about = SignalsField(label=_("What came up?"), queryset=None, required=False)
    shared_parts = forms.MultipleChoiceField(
        label=_("What may the core member read here?"),
        choices=Part,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What you agreed is always for everybody in the circle."),
    )

    def __init__(self, *args: Any, circle: Circle, **kwargs: Any) -> None:
        super().__init__(*args, circle=circle, **kwargs)
        for line in LINES:
            self.fields[f"what_{line}"] = forms.CharField(
                label=_("What"), max_length=300, required=False
            )
            self.fields[f"who_{line}"] = forms.CharField(
                label=_("Who"), max_length=60, required=False
            )
            self.fields[f"due_{line}"] = DayField(label=_("By when"), required=False)
        inside = circle.inner.filter(ended_on__isnull=True).values("person")
        people = Person.objects.filter(pk__in=inside) | Person.objects.filter(pk=circle.core_id)
        waiting = [signal.pk for signal in to_talk_about(circle)]
        fields: Any = self.fields
        fields["present"].queryset = people.order_by("sort_name", "id")
        fields["talked_about"].queryset = circle.signals.filter(pk__in=waiting)
        if not waiting:
            del self.fields["talked_about"]

    def lines(self) -> list[tuple[Any, Any, Any]]:
        """The fields of each agreement, for the template."""
        return [(self[f"what_{line}"], self[f"who_{line}"], self[f"due_{line}"]) for line in LINES]

    def has_more(self) -> bool:
        """Whether the lines after the first hold something, or were refused."""
        rest = [field for line in self.lines()[1:] for field in line]
        return any(field.value() or field.errors for field in rest)

    def clean(self) -> dict[str, Any]:
        """An agreement says who does it."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for line in LINES:
            if data.get(f"what_{line}") and not data.get(f"who_{line}"):
                self.add_error(f"who_{line}", _("Say who does it: a first name is enough."))
        return data

    def minutes(self) -> Minutes:
        """What the service takes in."""
        data = self.cleaned_data
        return Minutes(
            support=data["support"],
            accountability=data["accountability"],
            present=tuple(person.pk for person in data["present"]),
            themes=tuple(data["themes"]),
            mood=data["mood"],
            shared_parts=tuple(data["shared_parts"]),
            agreed=tuple(
                AgreedNote(data[f"what_{line}"], data[f"who_{line}"], data[f"due_{line}"])
                for line in LINES
                if data[f"what_{line}"]
            ),
            talked_about=tuple(signal.pk for signal in data.get("talked_about", ())),
        )


def initial_of_minutes(meeting: Meeting, people: list[Any]) -> dict[str, object]:
    """Minutes as their form shows them; before they are written everybody was there."""
    if meeting.written_at is None:
        return {"present": people}
    first: dict[str, object] = {
        name: getattr(meeting, name)
        for name in ("support", "accountability", "mood", "themes", "shared_parts")
    }
    first["present"] = list(meeting.present.values_list("person_id", flat=True))
    open_lines = meeting.agreed.filter(done_on__isnull=True)
    for line, agreed in zip(LINES, open_lines, strict=False):
        first |= {
            f"what_{line}": agreed.what,
            f"who_{line}": agreed.who,
            f"due_{line}": agreed.due_on,
        }
    return first


class ContactForm(CircleForm):
    """A contact between two meetings."""

    day = DayField(label=_("On"), initial=clock.today)
    way = forms.ChoiceField(label=_("How"), choices=Contact.Way)
    words = sentences(_("In a sentence or two"), rows=2, required=False, max_length=600)


class SignalForm(CircleForm):
    """What somebody noticed, and how soon it asks for somebody."""

    level = forms.ChoiceField(
        label=_("How soon does somebody have to look at it?"),
        choices=Level,
        widget=forms.RadioSelect,
    )
    words = sentences(
        _("What did you see or hear?"),
        rows=4,
        max_length=2000,
        help_text=_("What you saw or heard yourself, not what it might mean."),
    )


class LookBackForm(CircleForm):
    """The end of the circle in one's own words."""

    brought = sentences(_("What did it bring you?"), required=False)
    hard = sentences(_("What was hard?"), required=False)
    next_circle = sentences(_("What could we do better in a next circle?"), required=False)
    is_shared = forms.BooleanField(label=_("The whole circle may read this"), required=False)

    def note(self) -> LookBackNote:
        """What the service takes in."""
        return LookBackNote(**self.cleaned_data)
