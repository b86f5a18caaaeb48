"""What the forms of this room have in common."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from naast.messaging import texts
from naast.messaging.texts import Words
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.queries import colleagues

WELCOMERS = (Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL)


def text(label: Any, *, rows: int = 4, required: bool = False, **options: Any) -> forms.CharField:
    """A few sentences."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=area, **options)


def hour_field(label: Any) -> forms.TimeField:
    """An hour with the device's own picker."""
    return forms.TimeField(
        label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )


class PersonOfStaff(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument
    """A colleague by name."""

    def label_from_instance(self, obj: Any) -> str:
        """How somebody reads in the list."""
        return str(obj.user.name or obj.user.email)


def welcomers(actor: Actor) -> QuerySet[Membership]:
    """Who can welcome people."""
    return colleagues(actor, *WELCOMERS)


def moment(day: date, hour: time) -> datetime:
    """A day and an hour in the time of the house."""
    return timezone.make_aware(datetime.combine(day, hour))


def pk_of(row: Any) -> UUID | None:
    """The id of a chosen row, or None."""
    return row.pk if row is not None else None


class LetterForm(forms.Form):
    """The words of a letter, to read and change before it goes."""

    subject = forms.CharField(label=_("Subject"), max_length=120)
    body = text(_("Letter"), rows=12, required=True, max_length=4000)

    kind: texts.Kind

    def words(self) -> Words:
        """The words as they were left."""
        return Words(self.cleaned_data["subject"], self.cleaned_data["body"].replace("\r\n", "\n"))

    def clean(self) -> dict[str, Any]:
        """Braces that nobody can fill in are named beside the letter."""
        data = super().clean() or {}
        if "subject" in data and "body" in data:
            try:
                texts.check(self.kind, self.words())
            except texts.UnknownPlaceholder as error:
                self.add_error("body", str(error))
        return data


class ProgrammeField(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument
    """A programme by name."""

    def label_from_instance(self, obj: Any) -> str:
        """How it reads in the list."""
        return str(obj.name)
