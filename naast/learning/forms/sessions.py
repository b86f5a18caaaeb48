"""Input about sessions and attendance."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from naast.core.inputs import DayField
from naast.learning.inputs import SessionPlan
from naast.learning.models import Course, Session
from naast.learning.models.session import MOST_PLACES
from naast.organisations.actors import Actor
from naast.organisations.choices import ColleagueField
from naast.organisations.models import STAFF, Membership
from naast.organisations.queries import colleagues
from naast.people.terms import language_choices


class SessionForm(forms.Form):
    """When, where, with whom."""

    day = DayField(label=_("Day"))
    hour = forms.TimeField(
        label=_("Starts at"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    minutes = forms.IntegerField(label=_("How long (minutes)"), min_value=5, max_value=6000)
    place = forms.CharField(label=_("Where"), max_length=160, required=False)
    online_url = forms.URLField(
        label=_("Link to take part online"),
        help_text=_("Only who has a place sees it."),
        required=False,
        assume_scheme="https",
    )
    language = forms.ChoiceField(label=_("Language spoken"))
    places = forms.IntegerField(
        label=_("Number of places"),
        help_text=_("Leave it empty when as many as like may come."),
        min_value=1,
        max_value=MOST_PLACES,
        required=False,
    )
    host = ColleagueField(
        label=_("Led by"),
        help_text=_("A volunteer? Save first: on the page of the session you find everybody."),
        queryset=None,
        required=False,
        empty_label=_("Nobody yet"),
    )
    is_mixed = forms.BooleanField(
        label=_("For volunteers and professionals together"), required=False
    )

    def __init__(
        self, *args: Any, actor: Actor, session: Session | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = language_choices()  # type: ignore[attr-defined]  # a ChoiceField
        hosts = _hosts(actor, session)
        self.fields["host"].queryset = hosts  # type: ignore[attr-defined]  # a ModelChoiceField

    def plan(self) -> SessionPlan:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        starts_at = datetime.combine(data.pop("day"), data.pop("hour"))
        host = data.pop("host")
        return SessionPlan(
            starts_at=timezone.make_aware(starts_at), host_id=host.pk if host else None, **data
        )


def _hosts(actor: Actor, session: Session | None) -> QuerySet[Membership]:
    """Colleagues, and who leads the session now: a volunteer stays on the list."""
    known = Q(pk__in=colleagues(actor, *STAFF).order_by().values("pk"))
    if session is not None:
        known |= Q(pk=session.host_id)
    rows = Membership.objects.filter(known, organisation_id=actor.organisation_id)
    return rows.select_related("user").order_by("user__name", "id")


def first_of(course: Course, language: str) -> dict[str, object]:
    """What a new session of this course starts from."""
    spoken = course.languages[0] if course.languages else language
    return {"minutes": course.minutes, "language": spoken, "is_mixed": course.is_mixed}


def initial_of(session: Session) -> dict[str, object]:
    """A session as its form shows it."""
    local = timezone.localtime(session.starts_at)
    same = ("minutes", "place", "online_url", "language", "places", "host", "is_mixed")
    shown: dict[str, object] = {name: getattr(session, name) for name in same}
    return {**shown, "day": local.date(), "hour": local.time()}


class CloseForm(forms.Form):
    """The list is filled in."""

    also_came = forms.CharField(
        label=_("Who else came?"),
        help_text=_("Names of people who are not on the list. The coordinator puts it right."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
