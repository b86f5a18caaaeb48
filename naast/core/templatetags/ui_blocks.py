"""Components that hold or tell: badge, notice, panel, card, empty state, progress, print."""

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from naast.core.templatetags.ui_base import draw, one_of, shaped
from naast.core.text import Text

register = template.Library()

BadgeTone = Literal["neutral", "calm", "good", "attention", "danger"]
NoticeTone = Literal["calm", "good", "attention", "danger"]
Level = Literal["debug", "info", "success", "warning", "error"]
Drawing = Literal["cups", "door", "path", "letter"]

NOTICE_ICONS = {
    "calm": "info",
    "good": "circle-check",
    "attention": "lightbulb",
    "danger": "circle-alert",
}
TONE_OF_LEVEL = {
    "debug": "calm",
    "info": "calm",
    "success": "good",
    "warning": "attention",
    "error": "danger",
}


class Definition(NamedTuple):
    """One line of a definition list; an empty description is left out."""

    term: Text
    description: Any
    url: str = ""


@register.simple_tag
def icon(name: str, *, size: int = 20) -> SafeString:
    """A lucide icon as decoration."""
    return draw(name, size)


@register.inclusion_tag("ui/mark.html")
def mark(*, size: int = 28) -> dict[str, Any]:
    """The mark of Naast: two circles beside each other that overlap a little."""
    return {"size": size}


@register.inclusion_tag("ui/badge.html")
def badge(label: Text, *, tone: BadgeTone = "neutral", icon: str = "") -> dict[str, Any]:
    """A few words about the state of a thing (never of a person)."""
    one_of("badge", "tone", tone, BadgeTone)
    return {"label": label, "tone": tone, "icon": icon}


@register.inclusion_tag("ui/notice.html")
def notice(
    text: Text,
    *,
    tone: NoticeTone = "calm",
    heading: Text = "",
    action_url: str = "",
    action_label: Text = "",
) -> dict[str, Any]:
    """A sentence that belongs to this page, with at most one way on."""
    one_of("notice", "tone", tone, NoticeTone)
    return {
        "text": text,
        "tone": tone,
        "heading": heading,
        "action_url": action_url,
        "action_label": action_label,
        "icon": NOTICE_ICONS[tone],
    }


@register.inclusion_tag("ui/toast.html")
def toast(text: Text, *, level: Level = "info") -> dict[str, Any]:
    """What just happened. It stays until it is closed or the page is left."""
    tone = TONE_OF_LEVEL[one_of("toast", "level", level, Level)]
    return {"text": text, "tone": tone, "icon": NOTICE_ICONS[tone]}


@register.inclusion_tag("ui/empty_state.html")
def empty_state(
    title: Text,
    *,
    text: Text = "",
    action_url: str = "",
    action_label: Text = "",
    drawing: Drawing = "cups",
) -> dict[str, Any]:
    """Nothing here yet: a drawing, something kind and true, and the next step."""
    one_of("empty_state", "drawing", drawing, Drawing)
    return {
        "title": title,
        "text": text,
        "action_url": action_url,
        "action_label": action_label,
        "drawing": f"ui/drawings/{drawing}.html",
    }


@register.inclusion_tag("ui/progress.html")
def progress(label: Text, *, done: int = 0, total: int = 0) -> dict[str, Any]:
    """What is happening and how far it is; without `total` it is not known how long."""
    return {"label": label, "done": done, "total": total}


@register.inclusion_tag("ui/definitions.html")
def definitions(rows: Iterable[Definition]) -> dict[str, Any]:
    """Terms with what they say here: `rows` of (term, description[, url])."""
    shown = [row for row in shaped("definitions", Definition, rows) if row.description]
    return {"rows": shown}


@register.simple_block_tag(end_name="endpanel")
def panel(
    content: str,
    *,
    heading: Text,
    level: int = 2,
    action_url: str = "",
    action_label: Text = "",
) -> SafeString:
    """A titled block of related content. `level` keeps the order of headings right."""
    return render_to_string(
        "ui/panel.html",
        {
            "content": content,
            "heading": heading,
            "level": level,
            "action_url": action_url,
            "action_label": action_label,
        },
    )


@register.simple_block_tag(end_name="endcard")
def card(content: str, *, quiet: bool = False) -> SafeString:
    """A small block without a title of its own, one of several beside each other."""
    return render_to_string("ui/card.html", {"content": content, "quiet": quiet})


@register.simple_block_tag(end_name="endprint_only")
def print_only(content: str) -> SafeString:
    """What only paper needs."""
    return render_to_string("ui/only.html", {"content": content, "where": "print-only"})


@register.simple_block_tag(end_name="endscreen_only")
def screen_only(content: str) -> SafeString:
    """What paper can't use."""
    return render_to_string("ui/only.html", {"content": content, "where": "screen-only"})
