"""A select drawn without a template an option is the one that Django draws."""

import pytest
from django import forms
from django.template import Context, Template
from django.test.html import parse_html

CHOICES = [("", "–"), ("a", "Ann & Bo <x>"), ("Group", [("b", "B"), ("c", "C")])]


class Choosing(forms.Form):
    plain = forms.ChoiceField(choices=CHOICES, required=False)
    asked = forms.ChoiceField(choices=CHOICES, help_text="Help")
    own = forms.ChoiceField(
        choices=CHOICES, widget=forms.Select(attrs={"id": "mine", "data-x": "1"}), disabled=True
    )


@pytest.mark.parametrize(
    "data", [None, {"plain": "b", "asked": "nonsense"}, {"plain": "a", "asked": "c"}]
)
@pytest.mark.parametrize("name", ["plain", "asked", "own"])
def test_a_select_is_drawn_as_django_draws_it(name: str, data: dict[str, str] | None) -> None:
    form = Choosing(data, initial={"asked": "a"})
    if data:
        form.is_valid()
    drawn = Template("{% field form.plain %}".replace("plain", name)).render(
        Context({"form": form})
    )
    assert parse_html(str(form[name].as_widget())) in parse_html(drawn)
