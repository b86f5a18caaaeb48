"""Signing in looks like Naast: our layouts and elements come before those of django-allauth."""

from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.template import Context, Origin, Template
from django.template.loader import get_template, render_to_string

import naast.core

OURS = str(Path(naast.core.__file__).parent / "templates")


@pytest.mark.parametrize(
    "name",
    [
        "account/login.html",
        "account/logout.html",
        "mfa/index.html",
        "allauth/layouts/base.html",
        "allauth/layouts/entrance.html",
        "allauth/layouts/manage.html",
        "allauth/elements/button.html",
        "allauth/elements/fields.html",
    ],
)
def test_our_template_is_the_one_in_use(name: str) -> None:
    origin = get_template(name).template.origin.name  # type: ignore[attr-defined]  # of Django's own engine

    assert origin.startswith(OURS)


def render(source: str, **context: Any) -> str:
    """Elements of allauth ask their template for its name, so this one has one."""
    origin = Origin(name="page.html", template_name="page.html")
    return " ".join(Template(source, origin=origin).render(Context(context)).split())


class CodeForm(forms.Form):
    code = forms.CharField(label="Code")
    kept = forms.CharField(widget=forms.HiddenInput, initial="x")


def test_a_form_of_allauth_uses_our_fields() -> None:
    source = "{% load allauth %}{% element fields form=form unlabeled=True %}{% endelement %}"

    shown = render(source, form=CodeForm({"code": ""}))

    assert '<label class="field__label" for="id_code">Code</label>' in shown
    assert 'id="id_code_error"' in shown
    assert 'type="hidden"' in shown


@pytest.mark.parametrize(
    ("tags", "tone"),
    [
        ("prominent,login", "main"),
        ("outline,primary", "quiet"),
        ("danger,delete", "danger"),
        ("link", "link"),
    ],
)
def test_tags_of_allauth_become_our_tones(tags: str, tone: str) -> None:
    source = "{% load allauth %}{% element button href='/x' tags=tags %}Go{% endelement %}"

    shown = render(source, tags=tags)

    assert f"button--{tone}" in shown
    assert 'href="/x"' in shown


def test_the_cast_of_the_demo_signs_in_with_one_click() -> None:
    cast = [
        {
            "name": "Lien Maes",
            "function": "Coordinator",
            "organisation": "Buurtgenoten",
            "email": "lien@demo.example",
            "url": "/me/demo/sign-in/",
        }
    ]

    shown = render_to_string("account/demo_cast.html", {"demo_cast": cast})

    assert '<form method="post" action="/me/demo/sign-in/">' in shown
    assert 'name="email" value="lien@demo.example"' in shown


def test_a_single_box_of_allauth_has_its_label_around_it() -> None:
    source = (
        "{% load allauth %}{% element field id='a' type='checkbox' name='a' %}"
        "{% slot label %}I have kept my codes{% endslot %}{% endelement %}"
    )

    shown = render(source)

    assert '<label class="choice"><input type="checkbox" name="a" id="a">' in shown
