"""Form components: labels, help, errors and drafts."""

import json
from html import unescape
from typing import Any

import pytest
from django import forms
from django.template import Context, Template

from naast.core.templatetags.gallery import ExampleForm


def render(source: str, **context: Any) -> str:
    return " ".join(Template(source).render(Context(context)).split())


class NoteForm(forms.Form):
    note = forms.CharField(help_text="Short.", label="Note")
    day = forms.DateField(label="Day", required=False)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data.get("note"):
            raise forms.ValidationError("Nothing was written.")
        return self.cleaned_data


def test_a_field_has_its_label_above_and_its_help_below() -> None:
    shown = render("{% field form.note %}", form=NoteForm())

    assert '<label class="field__label" for="id_note">Note</label>' in shown
    assert 'aria-describedby="id_note_helptext"' in shown
    assert '<p class="field__help" id="id_note_helptext">Short.</p>' in shown


def test_a_refused_field_says_so_in_words_and_to_a_screen_reader() -> None:
    shown = render("{% field form.note %}", form=NoteForm({"note": ""}))

    assert shown.count('aria-invalid="true"') == 1
    assert 'aria-describedby="id_note_helptext id_note_error"' in shown
    assert 'id="id_note_error"' in shown


def test_only_what_is_optional_is_marked() -> None:
    form = NoteForm()

    assert "field__optional" not in render("{% field form.note %}", form=form)
    assert "field__optional" in render("{% field form.day %}", form=form)
    assert "field__optional" not in render("{% field form.day show_optional=False %}", form=form)


def test_a_date_uses_the_picker_of_the_device_in_every_language() -> None:
    shown = render("{% field form.day %}", form=NoteForm({"note": "a", "day": "2026-03-01"}))

    assert 'type="date"' in shown
    assert 'value="2026-03-01"' in shown


def test_a_hidden_field_has_no_label() -> None:
    assert render("{% field form.secret %}", form=NoteForm()) == (
        '<input type="hidden" name="secret" id="id_secret">'
    )


@pytest.mark.parametrize("name", ["pace", "likes"])
def test_choices_are_one_group_with_a_legend(name: str) -> None:
    shown = render("{% field field %}", field=ExampleForm()[name])

    assert shown.startswith('<fieldset class="field">')
    assert "<legend>" in shown
    assert shown.count('<label class="choice">') in {3, 4}


def test_a_refused_group_points_at_its_error() -> None:
    shown = render("{% field form.pace %}", form=ExampleForm({}))

    assert 'aria-describedby="id_pace_error" aria-invalid="true"' in shown
    assert '<p class="field__error" id="id_pace_error">' in shown


def test_a_single_box_has_its_label_beside_it() -> None:
    shown = render("{% field form.agreed %}", form=ExampleForm())

    assert shown.count("<label") == 1
    assert 'type="checkbox"' in shown


@pytest.mark.parametrize("name", ["wish", "place", "letter"])
def test_every_kind_of_control_is_tied_to_its_label(name: str) -> None:
    shown = render("{% field field %}", field=ExampleForm()[name])

    assert f'for="id_{name}"' in shown
    assert f'id="id_{name}"' in shown


def test_the_summary_links_to_each_refused_field() -> None:
    shown = render("{% form_errors form %}", form=NoteForm({"note": "", "day": "tomorrow"}))

    assert 'role="alert"' in shown
    assert "Nothing was written." in shown
    assert '<a href="#id_note">Note</a>' in shown
    assert '<a href="#id_day">Day</a>' in shown


def test_without_errors_there_is_no_summary() -> None:
    assert render("{% form_errors form %}", form=NoteForm()) == ""


def test_a_week_is_filled_in_with_twenty_one_named_boxes() -> None:
    shown = render("{% week_grid_field form.free %}", form=ExampleForm(initial={"free": [1]}))

    assert shown.count('type="checkbox"') == 21
    assert shown.count("checked") == 1
    assert shown.count("aria-label=") == 21
    assert 'name="free" value="1" checked' in shown


def test_a_week_keeps_what_was_sent() -> None:
    shown = render("{% week_grid_field form.free %}", form=ExampleForm({"free": ["3", "20"]}))

    assert shown.count("checked") == 2
    assert 'value="20" checked' in shown


def test_a_draft_travels_in_attributes_and_is_escaped() -> None:
    saved = {"note": ['a "quoted" <b>text</b>']}

    shown = render('<form {% draft "visit:1" saved %}>', saved=saved)

    assert 'data-draft="visit:1"' in shown
    assert "<b>" not in shown
    value = shown.split('data-draft-saved="')[1].split('"')[0]
    assert json.loads(unescape(value)) == saved


def test_a_form_without_a_kept_draft_says_so() -> None:
    assert 'data-draft-saved="{}"' in render('<form {% draft "visit:1" %}>')
