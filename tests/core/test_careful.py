"""A form with free text warns once, and believes who sends the same words again."""

from django import forms
from django.template import Context, Template

from naast.core.careful import ANYWAY, Careful, known_of

NUMBER = "85.07.30-033.28"


class Note(Careful):
    careful_fields = ("text", "not_here")
    text = forms.CharField()


class Visit(Note):
    stops_at_names = False


def test_the_first_time_it_is_refused_with_what_was_found() -> None:
    form = Note({"text": f"Zijn nummer is {NUMBER}"})
    assert not form.is_valid()
    assert [each.words for each in form.warned] == [NUMBER]
    shown = Template("{% load ui_forms %}{% careful form %}").render(Context({"form": form}))
    assert NUMBER in shown
    assert form.mark in shown


def test_the_same_words_again_are_sent_as_they_are_and_others_are_not() -> None:
    text = f"Zijn nummer is {NUMBER}"
    mark = Note({"text": text})
    mark.is_valid()
    assert Note({"text": text + " zei hij", ANYWAY: mark.mark}).is_valid()
    assert not Note({"text": text + " en 111222333", ANYWAY: mark.mark}).is_valid()


def test_a_name_alone_stops_a_note_and_not_a_visit() -> None:
    text = "We zagen haar dochter Lies Peeters"
    assert not Note({"text": text}).is_valid()
    assert Visit({"text": text}).is_valid()


def test_who_it_is_about_may_be_named() -> None:
    class Somebody:
        name, email, phone = "Lies Peeters", "lies@test.example", ""

    form = Note(
        {"text": "We zagen Lies Peeters, lies@test.example"}, known=known_of(Somebody(), None)
    )
    assert form.is_valid()


def test_nothing_is_shown_when_all_is_well() -> None:
    form = Note({"text": "Een fijne wandeling"})
    assert form.is_valid()
    shown = Template("{% load ui_forms %}{% careful form %}").render(Context({"form": form}))
    assert not shown.strip()
