"""Input of a letter with information: the words, and how it goes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.agreements.models import InformationLetter
from naast.messaging.forms import WordsForm

Way = InformationLetter.Way


class InformationForm(WordsForm):
    """A letter that one reads and changes first; by mail, or printed for the post."""

    way = forms.ChoiceField(
        label=_("How does it go?"),
        choices=[(Way.MAIL, _("By mail")), (Way.POST, _("On paper: I print it"))],
        widget=forms.RadioSelect,
        initial=Way.MAIL,
    )

    def __init__(self, *args: Any, has_address: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_address:
            del self.fields["way"]

    def way_chosen(self) -> str:
        """By mail or on paper; paper for who has no address."""
        return str(self.cleaned_data.get("way", Way.POST))
