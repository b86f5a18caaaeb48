"""Components about people and what they share: chips, sides, reasons, tasks, readiness, time."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Literal, NamedTuple
from zlib import crc32

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from naast.core.templatetags.ui_base import one_of, shaped
from naast.core.text import Text

register = template.Library()

Size = Literal["small", "medium", "large"]
StageState = Literal["done", "current", "todo"]
ReasonKind = Literal["connects", "talk_about", "still_to_ask"]
Who = Literal["volunteer", "together", "professional", "never", "after_consulting"]
TINTS = 4
# Small words in a family name give no initial: "Lien van den Berg" is LB.
SMALL_WORDS = {"van", "de", "den", "der", "het", "'t", "ter", "ten", "du", "la", "le", "el", "al"}

REASON_HEADINGS = {
    "connects": (_("What connects"), "link"),
    "talk_about": (_("To talk about"), "message-circle"),
    "still_to_ask": (_("Still to ask"), "circle-question-mark"),
}
WHO_WORDS: dict[str, Text] = {
    "volunteer": _("Volunteer"),
    "together": _("Together"),
    "professional": _("Professional"),
    "after_consulting": _("After consulting"),
    "never": _("Never"),
}


class Stage(NamedTuple):
    """One step on a way."""

    label: Text
    state: StageState = "todo"


class Task(NamedTuple):
    """One task and whose it is."""

    task: Text
    who: Who
    note: Text = ""


class Readiness(NamedTuple):
    """One thing that must be in place before a start, and who sees to it."""

    label: Text
    in_place: bool
    who: Text = ""
    url: str = ""


class Entry(NamedTuple):
    """Something that happened. `when` is a date, a moment, or words."""

    when: date | datetime | Text
    sentence: Text
    icon: str = "circle"
    url: str = ""


def letters(name: str) -> str:
    """Two initials at most: the first word and the last one that is not a small word."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    big = [word for word in words if word.lower() not in SMALL_WORDS] or words
    chosen = [big[0], big[-1]] if len(big) > 1 else big
    return "".join(word[0].upper() for word in chosen)


def tint(name: str) -> int:
    """The same soft ground for the same name, everywhere. It says nothing about the person."""
    return crc32(name.encode()) % TINTS + 1


@register.simple_tag
def initials(name: str, *, size: Size = "medium") -> SafeString:
    """Initials in a circle: decoration beside the name. Written here and not in a template, since a page
    of fifty people draws fifty of them."""
    one_of("initials", "size", size, Size)
    return format_html(
        '<span class="initials initials--{} initials--tint-{}" aria-hidden="true">{}</span>',
        size,
        tint(name),
        letters(name),
    )


@register.inclusion_tag("ui/person_chip.html")
def person_chip(
    name: str, *, url: str = "", detail: Text = "", size: Size = "medium"
) -> dict[str, Any]:
    """A person: initials, name, and at most one fact."""
    one_of("person_chip", "size", size, Size)
    return {"name": name, "url": url, "detail": detail, "size": size}


@register.inclusion_tag("ui/pair_chip.html")
def pair_chip(first: str, second: str, *, url: str = "", detail: Text = "") -> dict[str, Any]:
    """Two people beside each other: their initials overlap, as in the mark."""
    return {"first": first, "second": second, "url": url, "detail": detail}


@register.inclusion_tag("ui/attention_row.html")
def attention_row(
    name: str,
    sentence: Text,
    *,
    since: Text = "",
    action_url: str = "",
    action_label: Text = "",
    later_url: str = "",
) -> dict[str, Any]:
    """One thing that asks attention, inside `<ul class="rows">`. `later_url` is the page on which
    it is put off."""
    return {
        "name": name,
        "sentence": sentence,
        "since": since,
        "action_url": action_url,
        "action_label": action_label,
        "later_url": later_url,
    }


@register.inclusion_tag("ui/stage_path.html")
def stage_path(rows: Iterable[Stage], *, label: Text = "", across: bool = True) -> dict[str, Any]:
    """The way of a match: `rows` of (label, done/current/todo); `across` only on wide screens."""
    stages = shaped("stage_path", Stage, rows)
    for stage in stages:
        one_of("stage_path", "state", stage.state, StageState)
    return {"stages": stages, "label": label or _("Stages"), "across": across}


@register.inclusion_tag("ui/reasons_list.html")
def reasons_list(
    kind: ReasonKind, sentences: Iterable[Text], *, heading: Text = "", level: int = 3
) -> dict[str, Any]:
    """Reasons in sentences: what connects, what to talk about, what is still to ask."""
    words, drawn = REASON_HEADINGS[one_of("reasons_list", "kind", kind, ReasonKind)]
    return {
        "kind": kind,
        "sentences": list(sentences),
        "heading": heading or words,
        "icon": drawn,
        "level": level,
    }


@register.inclusion_tag("ui/task_table.html")
def task_table(rows: Iterable[Task], *, caption: Text = "") -> dict[str, Any]:
    """Tasks and whose they are: `rows` of (task, who[, note]); columns nobody uses stay away."""
    tasks = shaped("task_table", Task, rows)
    for task in tasks:
        one_of("task_table", "who", task.who, Who)
    used = {task.who for task in tasks}
    columns = [(code, words) for code, words in WHO_WORDS.items() if code in used]
    return {"tasks": tasks, "columns": columns, "caption": caption or _("Who does what")}


@register.inclusion_tag("ui/readiness_list.html")
def readiness_list(rows: Iterable[Readiness]) -> dict[str, Any]:
    """What is in place and what is missing: `rows` of (label, in_place[, who sees to it[, url]])."""
    return {"rows": shaped("readiness_list", Readiness, rows)}


def _moment(when: date | datetime | Text) -> tuple[str, str]:
    """Words for people and, for a date, the same for machines."""
    if isinstance(when, datetime):
        local = timezone.localtime(when) if timezone.is_aware(when) else when
        return date_format(local, "DATE_FORMAT"), local.date().isoformat()
    if isinstance(when, date):
        return date_format(when, "DATE_FORMAT"), when.isoformat()
    return str(when), ""


@register.inclusion_tag("ui/timeline.html")
def timeline(rows: Iterable[Entry]) -> dict[str, Any]:
    """What happened, newest or oldest first as given: `rows` of (when, sentence[, icon[, url]])."""
    entries = [(entry, *_moment(entry.when)) for entry in shaped("timeline", Entry, rows)]
    return {"entries": entries}


@register.simple_block_tag(end_name="endside_by_side")
def side_by_side(content: str) -> SafeString:
    """Two `side`s beside each other, with a `between` in the middle and a `below` if needed."""
    return render_to_string("ui/side_by_side.html", {"content": content})


@register.simple_block_tag(end_name="endside")
def side(content: str, *, heading: Text, kicker: Text = "", level: int = 2) -> SafeString:
    """One of the two sides; `kicker` is the small line above the heading."""
    return render_to_string(
        "ui/side.html", {"content": content, "heading": heading, "kicker": kicker, "level": level}
    )


@register.simple_block_tag(end_name="endbetween")
def between(content: str) -> SafeString:
    """What stands between two sides: what they share."""
    return render_to_string("ui/beside_part.html", {"content": content, "part": "between"})


@register.simple_block_tag(end_name="endbelow")
def below(content: str) -> SafeString:
    """What stands below two sides: what to talk about."""
    return render_to_string("ui/beside_part.html", {"content": content, "part": "below"})
