"""Choices among the people of an organisation."""

from django import forms

from naast.organisations.models import Membership


class ColleagueField(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument, Django has none
    """A choice of colleagues, by name."""

    def label_from_instance(self, obj: Membership) -> str:
        """The name of the user behind the membership."""
        return obj.user.name or obj.user.email
