"""Input about short jobs."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField, NamedField, hour_field, pk_of
from naast.organisations.actors import Actor
from naast.outreach.forms.common import text
from naast.outreach.inputs import JobPlan
from naast.outreach.models import ShortJob
from naast.programmes.models import Programme


class JobForm(forms.Form):
    """One small piece of work."""

    title = forms.CharField(label=_("Title"), max_length=80)
    text = text(
        _("What you do, and what is nice about it"),
        rows=3,
        help_text=_("Useful, fun, with whom, what one can learn."),
        max_length=800,
    )
    day = DayField(label=_("Day"))
    hour = hour_field(_("Starts at"))
    minutes = forms.IntegerField(
        label=_("How long (minutes)"), min_value=10, max_value=1440, initial=120
    )
    place = forms.CharField(label=_("Where"), max_length=160)
    places = forms.IntegerField(label=_("How many people"), min_value=1, max_value=200, initial=2)
    until_on = DayField(label=_("Say so before"), required=False)
    programme = NamedField(
        label=_("Programme"), queryset=None, required=False, empty_label=_("None")
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Programme.objects.filter(organisation_id=actor.organisation_id)
        field: Any = self.fields["programme"]
        field.queryset = rows.filter(status=Programme.Status.ACTIVE).order_by("name")

    def plan(self) -> JobPlan:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        day, hour, programme = data.pop("day"), data.pop("hour"), data.pop("programme")
        return JobPlan(starts_at=clock.at(day, hour), programme_id=pk_of(programme), **data)


def initial_of(job: ShortJob) -> dict[str, object]:
    """A job as its form shows it."""
    local = timezone.localtime(job.starts_at)
    names = ("title", "text", "minutes", "place", "places", "until_on")
    shown: dict[str, object] = {name: getattr(job, name) for name in names}
    return {**shown, "day": local.date(), "hour": local.time(), "programme": job.programme_id}
