"""How somebody sees each thing that the role asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.core.public_forms import PublicForm
from naast.recruitment.models import CompetenceView
from naast.recruitment.queries.fit import Item
from naast.recruitment.services.fit import View

LONGEST = 1_000
OUR_WORDS = CompetenceView.Seen.choices
# The same three words and not knowing, said by oneself.
OWN_WORDS = (
    ("shows", _("I can do this")),
    ("growing", _("I am learning this")),
    ("not_yet", _("Not yet")),
    ("unknown", _("I don’t know yet")),
)


class ViewsForm(forms.Form):
    """A choice and an example for each item; base of the two forms below."""

    choices: Any = OUR_WORDS

    def __init__(self, *args: Any, items: list[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for item in items:
            self.fields[f"seen_{item.key}"] = forms.ChoiceField(
                label=str(item.name),
                help_text=str(item.looks_like),
                choices=self.choices,
                initial=self.seen(item)[0],
                required=False,
                widget=forms.RadioSelect,
            )
            self.fields[f"example_{item.key}"] = forms.CharField(
                label=_("An example"),
                initial=self.seen(item)[1],
                max_length=LONGEST,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def seen(self, item: Item) -> tuple[str, str]:
        """What stands there now: the word and the example."""
        return item.our_view, item.our_example

    @property
    def rows(self) -> list[tuple[Item, Any, Any]]:
        """Each item with its two fields."""
        return [
            (item, self[f"seen_{item.key}"], self[f"example_{item.key}"]) for item in self.items
        ]

    def views(self) -> dict[str, View]:
        """What was filled in, as the service wants it."""
        data = self.cleaned_data
        unknown = CompetenceView.Seen.UNKNOWN
        return {
            item.key: View(data[f"seen_{item.key}"] or unknown, data[f"example_{item.key}"])
            for item in self.items
        }


class OurViewForm(ViewsForm):
    """What we see."""


class OwnViewForm(ViewsForm, PublicForm):
    """What the candidate says of themselves."""

    choices = OWN_WORDS

    def seen(self, item: Item) -> tuple[str, str]:
        """What they said before."""
        return item.own_view, item.example
