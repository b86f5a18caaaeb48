"""Narrowing the lists of this room."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FindForm(forms.Form):
    """The beginning of a name."""

    q = forms.CharField(label=_("Name"), required=False, max_length=80)
