"""Readiness in the words of a page: since and until when, who does the next step, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.core.templatetags.ui_people import Readiness
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes.models import Engagement, EntryCondition, Override, Programme
from naast.programmes.readiness import Item, ends_soon, let_through, missing


@dataclass(frozen=True, slots=True)
class Place:
    """Whose readiness for which programme; `engagement` None: they don't take part yet."""

    person: Person
    programme: Programme
    engagement: Engagement | None
    today: date

    @classmethod
    def of(cls, engagement: Engagement, today: date) -> "Place":
        """That of somebody who takes part."""
        return cls(engagement.person, engagement.programme, engagement, today)


def line(actor: Actor, item: Item, place: Place) -> Readiness:
    """One line of a list for a coordinator, with a link to where it is mended."""
    is_settled = item.in_place and item.days_left(place.today) is None
    url = "" if is_settled else mend_url(actor, item, place)
    return Readiness(item.label, item.in_place, beside(item, place.today), url)


def lines(actor: Actor, items: Iterable[Item], place: Place) -> list[Readiness]:
    """`line` for each."""
    return [line(actor, item, place) for item in items]


def to_look_at(items: list[Item], today: date) -> list[Item]:
    """What is missing, then what ends soon."""
    return [*missing(items), *ends_soon(items, today)]


def beside(item: Item, today: date) -> str:
    """What stands beside an item: since and until when it is in place; or when it ended, who does the next
    step, and until when it may wait."""
    words: list[Text] = when(item, today)
    if not item.in_place or item.days_left(today) is not None:
        words.append(item.who)
    if not item.in_place and not item.is_required:
        words.append(_("may come later"))
    if item.override is not None:
        words.append(_("may wait until %(day)s") % {"day": date_format(item.override.until_on)})
    return " · ".join(str(word) for word in words if word)


def when(item: Item, today: date) -> list[Text]:
    """Since when, and until when it holds or held."""
    if not item.in_place:
        return [ended(item)] if item.lapsed_on else []
    words: list[Text] = []
    if item.since:
        words.append(_("since %(day)s") % {"day": date_format(item.since)})
    if item.until:
        sentence = _("until %(day)s") if item.days_left(today) is None else _("ends on %(day)s")
        words.append(sentence % {"day": date_format(item.until)})
    return words


def ended(item: Item) -> str:
    """«ended on 3 May 2026», for what was in place; empty for what never was."""
    if item.lapsed_on is None:
        return ""
    return _("ended on %(day)s") % {"day": date_format(item.lapsed_on)}


def soon(items: Iterable[Item], today: date) -> list[str]:
    """«Secrecy (3 May 2026)», for what is in place and ends soon."""
    return [
        f"{short(item)} ({date_format(item.until)})"
        for item in ends_soon(items, today)
        if item.until is not None
    ]


def short(item: Item) -> Text:
    """A condition by its kind, with the day on which it ended: for a card, where the whole sentence has no
    room."""
    label = EntryCondition.Kind(item.code).label if item.condition_id else item.label
    return f"{label} ({ended(item)})" if item.lapsed_on else label


def mend_url(actor: Actor, item: Item, place: Place) -> str:
    """The page where a coordinator takes the next step; empty where nobody can."""
    person = {"person_id": place.person.pk}
    programme = {"programme_id": place.programme.pk}
    if item.staff_route:
        return actor.url(item.staff_route, **person)
    if place.engagement is None:
        page = actor.url("programmes:new_engagement", **person)
        return f"{page}?programme={place.programme.pk}"
    its = {"engagement_id": place.engagement.pk}
    pages: dict[str, tuple[str, dict[str, Any]]] = {
        "test": ("programmes:test", its),
        "terms": ("programmes:change_kind", its),
        "coach": ("programmes:change", programme | {"section": "support"}),
        "on_call": ("programmes:lines", programme | {"kind": "on_call"}),
        "term": ("people:person_section", person | {"section": "suits"}),
        "standing": ("people:volunteer", person),
        "age": ("", {}),
    }
    name, given = pages.get(item.code, ("programmes:engagement", its))
    return actor.url(name, **given) if name else ""


@dataclass(frozen=True, slots=True)
class Waits:
    """Something that somebody let wait: what, why, by whom and until when."""

    override: Override
    is_over: bool

    @property
    def by(self) -> str:
        """The name of who decided so."""
        given_by = self.override.given_by
        return given_by.user.name if given_by is not None else ""


def waiting(items: Iterable[Item]) -> list[Waits]:
    """What is let wait now."""
    return [Waits(item.override, False) for item in let_through(items) if item.override is not None]


def waited(engagement: Engagement, items: Iterable[Item]) -> list[Waits]:
    """What was let wait before: taken back, past its day, or in place at last; newest first."""
    now = {each.override.pk for each in waiting(items)}
    former = [each for each in engagement.overrides.all() if each.pk not in now]
    return [Waits(each, True) for each in reversed(former)]
