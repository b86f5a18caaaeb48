"""Invented examples for the component gallery: rows that a template can't write itself."""

from datetime import date
from typing import Any

from django import forms, template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.careful import Careful
from naast.core.public_forms import PublicForm
from naast.core.templatetags.ui_actions import Tab
from naast.core.templatetags.ui_blocks import Definition
from naast.core.templatetags.ui_people import Entry, Readiness, Stage, Task

register = template.Library()


class ExampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=gettext_lazy("First name"))
    mail = forms.EmailField(
        label=gettext_lazy("E-mail"),
        required=False,
        help_text=gettext_lazy("Only the coordinator sees it."),
    )
    wish = forms.CharField(
        label=gettext_lazy("What would you like?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("In your own words."),
    )
    since = forms.DateField(label=gettext_lazy("From which day?"), required=False)
    place = forms.ChoiceField(
        label=gettext_lazy("Where?"),
        choices=[
            ("home", gettext_lazy("At home")),
            ("out", gettext_lazy("Out together")),
            ("phone", gettext_lazy("By phone")),
        ],
    )
    pace = forms.ChoiceField(
        label=gettext_lazy("How often?"),
        widget=forms.RadioSelect,
        choices=[
            ("week", gettext_lazy("Every week")),
            ("fortnight", gettext_lazy("Every two weeks")),
            ("month", gettext_lazy("Every month")),
        ],
    )
    likes = forms.MultipleChoiceField(
        label=gettext_lazy("What do you like to do?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[
            ("walk", gettext_lazy("Walking")),
            ("cook", gettext_lazy("Cooking")),
            ("music", gettext_lazy("Music")),
            ("cards", gettext_lazy("Playing cards")),
        ],
    )
    agreed = forms.BooleanField(label=gettext_lazy("I have talked this over with the participant"))
    letter = forms.FileField(label=gettext_lazy("A letter or a list"), required=False)
    free = forms.TypedMultipleChoiceField(
        label=gettext_lazy("When are you free?"),
        coerce=int,
        choices=[(number, number) for number in range(21)],
        required=False,
    )


class ExamplePublicForm(PublicForm):
    """What a form outside has more: the trap for machines."""

    first_name = forms.CharField(label=gettext_lazy("First name"))


class ExampleCarefulForm(Careful):
    """What a form with free text warns of."""

    note = forms.CharField(label=gettext_lazy("What would you like?"), widget=forms.Textarea)
    careful_fields = ("note",)


def _warned() -> ExampleCarefulForm:
    form = ExampleCarefulForm({"note": "amina@buiten.example"})
    form.full_clean()
    return form


def _the_way() -> list[Stage]:
    return [
        Stage(_("Proposed"), "done"),
        Stage(_("Volunteer says yes"), "done"),
        Stage(_("Participant says yes"), "done"),
        Stage(_("First meeting with three"), "current"),
        Stage(_("Trial")),
        Stage(_("Running")),
    ]


def _the_tasks() -> list[Task]:
    return [
        Task(_("Walk, talk, have coffee"), "volunteer"),
        Task(_("Go along to the doctor"), "after_consulting", _("The care team knows the day.")),
        Task(_("Write the month plan"), "together"),
        Task(_("Medication and care of wounds"), "never"),
        Task(_("Talk with the family about care"), "professional"),
    ]


def _the_readiness() -> list[Readiness]:
    return [
        Readiness(_("Agreement note signed"), in_place=True, who=_("Signed on 3 March")),
        Readiness(_("First talk"), in_place=True),
        Readiness(
            _("Training: being there"), in_place=False, who=_("Coordinator: next group on 12 May")
        ),
    ]


def _the_story() -> list[Entry]:
    return [
        Entry(date(2026, 5, 6), _("Amina and Rik met for the first time."), "handshake"),
        Entry(date(2026, 4, 28), _("Amina said yes."), "check"),
        Entry(date(2026, 4, 21), _("Rik asked for somebody to walk with."), "message-circle"),
    ]


@register.simple_tag
def gallery_samples() -> dict[str, Any]:
    """Everything the gallery shows, under one name."""
    return {
        "stages": _the_way(),
        "tasks": _the_tasks(),
        "readiness": _the_readiness(),
        "story": _the_story(),
        "connects": [
            _("Both speak Dutch and a little French."),
            _("Both are free on Tuesday afternoon."),
            _("She lives 1.2 km from him."),
        ],
        "talk_about": [_("He has a dog. She did not say how she feels about dogs.")],
        "still_to_ask": [_("Whether stairs are a problem for her.")],
        "week": [1, 4, 7, 10, 15, 16],
        "definitions": [
            Definition(_("Language"), _("Dutch, French")),
            Definition(_("Place"), _("Deurne")),
            Definition(_("Largest load"), _("Two matches")),
        ],
        "tabs": [
            Tab(_("Who she is"), "#tabs", is_current=True),
            Tab(_("Matches"), "#tabs"),
            Tab(_("Notes"), "#tabs"),
        ],
        "form": ExampleForm(initial={"name": "Amina", "free": [1, 4, 7]}),
        "public": ExamplePublicForm(),
        "careful": _warned(),
        "refused": ExampleForm({"name": "", "mail": "amina@", "wish": "", "place": "home"}),
    }
