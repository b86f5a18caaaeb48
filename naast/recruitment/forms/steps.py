"""Small forms of the steps on the path."""

from typing import Any

from dateutil.relativedelta import relativedelta
from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.messaging.forms import LetterForm
from naast.programmes.models import StageKind
from naast.programmes.path import Stage
from naast.recruitment.inputs_path import GoOn
from naast.recruitment.models import Waits
from naast.recruitment.states import SkipReason
from naast.vacancies.models import Channel

# Where nobody says otherwise, «later» is a month from now.
LATER_AFTER = relativedelta(months=1)


class GoOnForm(forms.Form):
    """To which stage. The other fields are asked where the stage needs them."""

    stage = forms.ChoiceField(label=_("Which stage comes now?"), widget=forms.RadioSelect)
    reason = forms.ChoiceField(
        label=_("When something is left out or goes quicker: why?"),
        choices=[("", _("Nothing is left out")), *SkipReason.choices],
        required=False,
    )
    insured_on = DayField(
        label=_("Insured from"),
        required=False,
        help_text=_("Needed before somebody tries out: today or before."),
    )
    until_on = DayField(
        label=_("Thinking time until"),
        required=False,
        help_text=_("Only for thinking time. Left open, it lasts as long as the path advises."),
    )

    def __init__(self, *args: Any, stages: list[Stage], here: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The start has a page of its own, with what must be in place.
        others = [stage for stage in stages if stage.kind not in (here, StageKind.START)]
        offered = [(stage.kind.value, stage.label) for stage in others]
        self.fields["stage"].choices = offered  # type: ignore[attr-defined]  # a ChoiceField
        kinds = {stage.kind for stage in others}
        for name, kind in (("insured_on", StageKind.TRIAL), ("until_on", StageKind.THINKING)):
            if kind not in kinds:
                del self.fields[name]

    def where(self) -> GoOn:
        """What the service takes in."""
        data = self.cleaned_data
        return GoOn(
            stage=StageKind(data["stage"]),
            reason=data["reason"],
            insured_on=data.get("insured_on"),
            until_on=data.get("until_on"),
        )


class LaterForm(LetterForm):
    """When we call again. Why is not asked: they may tell it, and nobody writes it down (S1-244)."""

    day = DayField(label=_("We call on"))
    field_order = ("day", "how")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(day=clock.today() + LATER_AFTER, how=self.IN_PERSON)


class PauseForm(LetterForm):
    """Rest for a while, with or without a day to look again (S1-250)."""

    day = DayField(
        label=_("We look again on"),
        required=False,
        help_text=_("Left open, they come back when they want."),
    )
    field_order = ("day", "how")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(how=self.IN_PERSON)


class ContactForm(forms.Form):
    """We were in contact: who owes the next step, and by when."""

    waits_for = forms.ChoiceField(
        label=_("Up to whom is the next step?"),
        choices=[(Waits.US, Waits.US.label), (Waits.CANDIDATE, Waits.CANDIDATE.label)],
        widget=forms.RadioSelect,
    )
    due_on = DayField(
        label=_("By when"),
        required=False,
        help_text=_("Left open: two days for us, five for the candidate."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["waits_for"].initial = Waits.CANDIDATE


class CoordinatorForm(forms.Form):
    """Who looks after this candidate."""

    coordinator = forms.ChoiceField(label=_("Who looks after this candidate?"))

    def __init__(self, *args: Any, coordinators: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["coordinator"].choices = coordinators  # type: ignore[attr-defined]  # a ChoiceField


class ChannelForm(forms.Form):
    """Where somebody heard of us; a channel that is not used any more stays while it is theirs."""

    channel = forms.ChoiceField(label=_("Channel"), required=False)

    def __init__(
        self, *args: Any, channels: list[tuple[str, str]], now: Channel | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial["channel"] = now.code if now else ""
        theirs = [(now.code, now.name)] if now and now.code not in dict(channels) else []
        choices = [("", str(_("Not known"))), *channels, *theirs]
        self.fields["channel"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField


class RoleForm(forms.Form):
    """Another role of this house."""

    programme = forms.ChoiceField(label=_("Which role suits better?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, programmes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].choices = programmes  # type: ignore[attr-defined]  # a ChoiceField


class ChoiceForm(forms.Form):
    """The day on which the candidate chose."""

    day = DayField(label=_("They chose on"))
    is_free = forms.BooleanField(
        label=_("It is their own choice: nobody else made it, and a no was possible"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = clock.today()


class StartForm(forms.Form):
    """The first day, and why it may start though something may wait."""

    day = DayField(label=_("First day"))
    override = forms.CharField(
        label=_("Why may it start now, though something is still missing?"),
        max_length=250,
        required=False,
        help_text=_("Your name stands beside it. Left open when everything is in place."),
    )

    def __init__(self, *args: Any, may_wait: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = clock.today()
        if not may_wait:
            del self.fields["override"]
