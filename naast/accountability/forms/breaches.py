"""Input about something that may have leaked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.accountability.forms.fields import moment, text
from naast.accountability.inputs import Facts, Report, Told
from naast.accountability.states import DataKind, Encrypted, Happened, NotTold, Risk, Whose
from naast.core.inputs import DayField, boxes_field


class NoticeForm(forms.Form):
    """One question, so that it takes a minute."""

    words = text(
        _("What do you think happened?"),
        rows=4,
        required=True,
        help_text=_(
            "A letter to the wrong person, a lost phone, a list that was open: one sentence is enough. Leave names out."
        ),
    )


class FactsForm(forms.Form):
    """What happened, as far as it is known."""

    aware_at = moment(
        _("Since when do we know?"),
        help_text=_(
            "The clock counts from here. In doubt, take the moment the first of us thought so."
        ),
    )
    happened = forms.ChoiceField(
        label=_("What happened to the data?"),
        choices=Happened,
        widget=forms.RadioSelect,
        help_text=_("The authority asks it."),
    )
    happened_on = DayField(label=_("On which day did it happen?"), required=False)
    story = text(_("What happened?"), rows=5, required=True, help_text=_("Facts. Leave names out."))
    which = boxes_field(_("Which data?"), DataKind.choices)
    whose = boxes_field(_("Whose data?"), Whose.choices)
    people_count = forms.IntegerField(
        label=_("Of how many people, more or less?"),
        min_value=0,
        max_value=1_000_000,
        required=False,
    )
    encrypted = forms.ChoiceField(
        label=_("Were the data encrypted?"),
        choices=Encrypted,
        widget=forms.RadioSelect,
        help_text=_("Then nobody can read them, and the people need not be told."),
    )
    measures = text(_("What do you do to make it stop, and to make it good?"), rows=4)

    def facts(self) -> Facts:
        """What the service takes in."""
        sent = dict(self.cleaned_data)
        which, whose = tuple(sent.pop("which")), tuple(sent.pop("whose"))
        return Facts(**sent, which=which, whose=whose)


class RiskForm(forms.Form):
    """How it weighs for people."""

    risk = forms.ChoiceField(
        label=_("What can it do to the people whose data it is?"),
        choices=[choice for choice in Risk.choices if choice[0]],
        widget=forms.RadioSelect,
        help_text=_("A risk: tell the authority. A high risk: tell the people as well."),
    )
    risk_words = text(
        _("Why do you think so?"),
        rows=4,
        required=True,
        help_text=_("Who can see it now, what can they do with it, whom can it hurt?"),
    )


class ReportForm(forms.Form):
    """The authority was told."""

    sent_at = moment(_("When did you tell them?"))
    words = text(
        _("What did you tell them?"),
        rows=4,
        required=True,
        help_text=_("You need not know everything: tell what you know, and the rest later."),
    )
    reference = forms.CharField(label=_("Their number"), max_length=80, required=False)
    late_words = text(
        _("Why not within the time?"), help_text=_("Only when it came after its time.")
    )

    def report(self) -> Report:
        """What the service takes in."""
        return Report(**self.cleaned_data)


class LetterForm(forms.Form):
    """The letter to the people, in one language."""

    subject = forms.CharField(label=_("Subject"), max_length=150, help_text=_("No names."))
    body = text(
        _("Text"),
        rows=18,
        required=True,
        help_text=_("Short sentences. Fill in what stands between [ ]."),
    )


class ToldForm(forms.Form):
    """Whether the people were told."""

    told_at = moment(_("When did you tell the people?"), required=False)
    told_how = text(_("How did you tell them?"), help_text=_("By letter, by phone, at home."))
    not_told = forms.ChoiceField(
        label=_("Or why not?"),
        choices=[("", _("we told them")), *NotTold.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    not_told_words = text(_("The reason in words"))

    def told(self) -> Told:
        """What the service takes in."""
        return Told(**self.cleaned_data)


class NothingForm(forms.Form):
    """Nothing leaked after all."""

    lessons = text(
        _("What did you look at?"),
        required=True,
        help_text=_("It stays in the register, with this reason."),
    )


class CloseForm(forms.Form):
    """Handled."""

    lessons = text(
        _("What did you learn, and what do you do differently now?"),
        rows=4,
        required=True,
        help_text=_("The next one reads it."),
    )
