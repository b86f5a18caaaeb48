"""Forms of this room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.appreciation.models import Brings, Letter, Post
from naast.appreciation.services.gatherings import Plan
from naast.appreciation.services.thanks import LONGEST
from naast.core import clock
from naast.core.inputs import DayField, hour_field
from naast.core.pictures import LARGEST_FILE
from naast.organisations.actors import Actor
from naast.programmes.models import Programme

LANGUAGES = (("nl", _("Dutch")), ("fr", _("French")), ("en", _("English")))


def _words(label: Any, *, rows: int = 3, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **options)


class ThanksForm(forms.Form):
    """What it meant: an example says more than a compliment (S3-21)."""

    words = _words(
        _("What did you see, and what did it mean to somebody?"),
        help_text=_(
            "«You stayed ten minutes longer when she was sad. She slept that night.» No names of participants."
        ),
        max_length=LONGEST,
        required=False,
    )


class DaysForm(forms.Form):
    """Which days may be remembered."""

    birthday = forms.BooleanField(label=_("My birthday"), required=False)
    anniversary = forms.BooleanField(label=_("The day on which I began here"), required=False)


class CardForm(forms.Form):
    """A card on the board."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=Post.Kind, widget=forms.RadioSelect)
    title = forms.CharField(label=_("Title"), max_length=120)
    words = _words(
        _("What would you like to tell?"),
        help_text=_("Colleagues and volunteers read this. Don’t name participants."),
        rows=5,
        max_length=2000,
    )
    picture = forms.FileField(
        label=_("A picture"),
        help_text=_("At most 12 MB. Where and when it was taken is taken out."),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    picture_words = forms.CharField(
        label=_("What the picture shows"), max_length=150, required=False
    )
    until_on = DayField(label=_("It may be shown until"))

    def clean_picture(self) -> Any:
        """Not too large to open."""
        file = self.cleaned_data.get("picture")
        if file and file.size > LARGEST_FILE:
            raise forms.ValidationError(_("This file is larger than 12 MB. Choose a smaller one."))
        return file


class GatheringForm(forms.Form):
    """A moment together."""

    title = forms.CharField(label=_("What"), max_length=120)
    day = DayField(label=_("On which day"))
    hour = hour_field(_("At what time"))
    place = forms.CharField(label=_("Where"), max_length=200)
    note = forms.CharField(label=_("Good to know"), max_length=300, required=False)
    programme = forms.ModelChoiceField(
        label=_("For whom"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("Everybody"),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programme = self.fields["programme"]
        here = Programme.objects.filter(organisation_id=actor.organisation_id)
        programme.queryset = here.order_by("name")  # type: ignore[attr-defined]  # a ModelChoiceField
        programme.label_from_instance = lambda row: row.name  # type: ignore[attr-defined]  # idem

    def planned(self) -> Plan:
        """What was filled in, in the time of the house."""
        data = self.cleaned_data
        programme = data["programme"]
        return Plan(
            title=data["title"],
            starts_at=clock.at(data["day"], data["hour"]),
            place=data["place"],
            note=data["note"],
            programme_id=programme.pk if programme else None,
        )


class AskLetterForm(forms.Form):
    """Which letter, for what, in which language."""

    kind = forms.ChoiceField(
        label=_("What would you like?"), choices=Letter.Kind, widget=forms.RadioSelect
    )
    aim = forms.CharField(
        label=_("What is it for?"),
        help_text=_("A job, a course, a gap to explain: only if you like to say so."),
        max_length=300,
        required=False,
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=LANGUAGES)


class LetterForForm(AskLetterForm):
    """The same, asked by a coordinator for somebody who told so."""

    language = forms.ChoiceField(
        label=_("In which language?"),
        choices=LANGUAGES,
        help_text=_("The letter is written in this language."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].label = _("What would they like?")
        self.fields["aim"].help_text = _("Only if they like to say so.")


class WriteLetterForm(forms.Form):
    """The words of a letter."""

    text = _words(
        _("The letter"),
        help_text=_("What is recorded stands there already. Add what you saw yourself."),
        rows=14,
        max_length=6000,
    )


class AnswerLetterForm(forms.Form):
    """What somebody would like to be different in their letter."""

    wish = _words(_("What would you like to be different?"), max_length=1000)


class YearForm(forms.Form):
    """What it brings somebody: six answers, and their own words."""

    brings = forms.MultipleChoiceField(
        label=_("What does it bring you?"),
        choices=Brings,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    words = _words(_("In your own words"), rows=4, max_length=2000, required=False)
    is_shared = forms.BooleanField(label=_("My coordinator may read this too"), required=False)
