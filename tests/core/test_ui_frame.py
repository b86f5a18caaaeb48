"""The frame, the pages without it, the gallery and the stylesheet's rules."""

import re
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace as Thing
from typing import Any

import pytest
from django.template.loader import get_template, render_to_string
from django.utils import translation

import naast.core

CORE = Path(naast.core.__file__).parent
TEMPLATES = CORE / "templates"
ALL = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))


def frame(**changes: Any) -> Thing:
    places = [
        Thing(url="/today", label="Today", icon="sun", is_current=True),
        Thing(url="/people", label="People", icon="users-round", is_current=False),
    ]
    here = Thing(name="Buurtgenoten", slug="buurt")
    values: dict[str, Any] = {
        "organisation": here,
        "organisations": [here],
        "places": places,
        "phone_places": places,
        "search_url": "/search",
        "help_url": "/help",
        "me_label": "Lien Maes",
        "hats": [Thing(label="Coordinator", url="/o/buurt/", is_current=True)],
        "me_url": "/me",
        "product_name": "Naast",
    }
    return Thing(**(values | changes))


def base(**context: Any) -> str:
    user = Thing(is_authenticated=True, pk=7)
    return render_to_string("base.html", {"user": user, "messages": [], "frame": frame()} | context)


def test_the_frame_says_where_i_am() -> None:
    shown = base()

    assert shown.count('href="/today" aria-current="page"') == 2  # the rail and the phone's bar
    assert '<main class="page" id="content" tabindex="-1">' in shown
    assert shown.index('href="#content"') < shown.index('<header class="top-bar">')
    assert "data-search" in shown


def test_somebody_with_two_organisations_can_change() -> None:
    both = [Thing(name="Buurtgenoten", slug="buurt"), Thing(name="Huis", slug="huis")]

    shown = base(frame=frame(organisations=both))

    assert 'href="/o/buurt/" aria-current="true"' in shown
    assert 'href="/o/huis/"' in shown


def test_without_places_the_frame_is_bare() -> None:
    shown = base(frame=None, user=Thing(is_authenticated=False))

    assert 'class="frame frame--bare"' in shown
    assert "bottom-bar" not in shown
    assert "data-who" not in shown


def test_messages_are_told_and_stay() -> None:
    shown = base(messages=[Thing(message="Saved.", level_tag="success")])

    assert 'id="toasts" role="status"' in shown
    assert "toast--good" in shown
    assert "Saved." in shown


@pytest.mark.parametrize(("language", "direction"), [("nl", "ltr"), ("ar", "rtl")])
def test_the_page_says_its_language_and_direction(language: str, direction: str) -> None:
    with translation.override(language):
        assert f'<html lang="{language}" dir="{direction}">' in base()


@pytest.mark.parametrize("name", ["400.html", "403.html", "404.html", "500.html"])
def test_an_error_page_needs_nothing_and_offers_a_next_step(name: str) -> None:
    shown = get_template(name).render()

    assert shown.count("<h1>") == 1
    assert 'class="button button--main" href="/"' in shown


def test_the_gallery_shows_every_component() -> None:
    sources = "".join(path.read_text() for path in (TEMPLATES / "core").rglob("*.html"))
    from naast.core.templatetags.ui import register  # noqa: PLC0415 -- read after the apps

    elsewhere = {"draft", "back_link"}  # an attribute; drawn by page_head
    missing = {tag for tag in register.tags if f"{{% {tag}" not in sources} - elsewhere

    assert missing == set()


def test_the_gallery_has_one_h1_and_headings_in_order() -> None:
    shown = render_to_string(
        "core/gallery.html",
        {"user": Thing(is_authenticated=False), "messages": [], "frame": None},
    )
    levels = [int(level) for level in re.findall(r"<h([1-6])", shown)]

    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", ALL)
def test_a_template_is_short_and_holds_no_style_or_script(name: str) -> None:
    source = (TEMPLATES / name).read_text()

    assert len(source.splitlines()) <= 120
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*src=)", source)
    get_template(name)


def test_the_first_load_is_small() -> None:
    static = CORE / "static" / "naast"

    assert (static / "naast.js").stat().st_size < 8 * 1024
    assert (static / "naast.css").stat().st_size < 40 * 1024


def test_the_print_sheet_has_a_head_and_a_date() -> None:
    shown = render_to_string("print.html", {})

    assert 'class="sheet"' in shown
    assert "data-print" in shown
