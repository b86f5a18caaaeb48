"""Input about readiness: letting something wait, and narrowing the list."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.inputs import DayField
from naast.programmes.errors import CannotWait
from naast.programmes.models import Programme
from naast.programmes.readiness import Item


def _in_a_month() -> date:
    return clock.today() + relativedelta(months=1)


class LetWaitForm(forms.Form):
    """One missing item may wait: why, and until when."""

    item = forms.ChoiceField(label=_("What may wait"))
    reason = forms.CharField(
        label=_("Why it may start all the same"),
        help_text=_("A sentence that a colleague understands. It stays visible, with your name."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    until_on = DayField(
        label=_("In place by"), help_text=_("Within three months."), initial=_in_a_month
    )

    def __init__(self, *args: Any, items: Iterable[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (item.key, item.label) for item in items
        ]

    def refuse(self, error: CannotWait) -> None:
        """Put each sentence beside the field that mends it."""
        for name, sentence in error.fields.items():
            self.add_error(name, str(sentence))
        if not error.fields:
            self.add_error(None, str(error))


class ReadyFilterForm(forms.Form):
    """Whom the list shows. Its state is in the address."""

    programme = forms.ModelChoiceField(
        label=_("Programme"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("All"),
    )
    who = forms.ChoiceField(
        label=_("Who"),
        choices=[("", _("Something is missing or ends soon")), ("all", _("Everybody"))],
        required=False,
    )

    def __init__(self, *args: Any, programmes: QuerySet[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["programme"].label_from_instance = lambda it: it.name  # type: ignore[attr-defined]  # idem
