"""Words inside the sentences of `wording`: times, kinds, lists and rhythms."""

from collections.abc import Mapping, Sequence

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

# In the order of the bits of `terms.part_of_week`. Whole phrases, because other languages glue
# the day and the part together.
PARTS_OF_WEEK = (
    _("Monday morning"),
    _("Monday afternoon"),
    _("Monday evening"),
    _("Tuesday morning"),
    _("Tuesday afternoon"),
    _("Tuesday evening"),
    _("Wednesday morning"),
    _("Wednesday afternoon"),
    _("Wednesday evening"),
    _("Thursday morning"),
    _("Thursday afternoon"),
    _("Thursday evening"),
    _("Friday morning"),
    _("Friday afternoon"),
    _("Friday evening"),
    _("Saturday morning"),
    _("Saturday afternoon"),
    _("Saturday evening"),
    _("Sunday morning"),
    _("Sunday afternoon"),
    _("Sunday evening"),
)

WORDS: Mapping[str, object] = {
    "good_to_try": _("Good to try"),
    "possible": _("Possible"),
    "talk_first": _("Talk first"),
}

EXPECTATIONS: Mapping[str, object] = {
    "rhythm": _("how often"),
    "term": _("how long"),
    "kind": _("what kind of contact"),
    "closeness": _("how close"),
    "own_wish": _("what the participant asked for"),
}

KINDS: Mapping[str, object] = {
    "ally": _("an ally"),
    "coach": _("a coach"),
    "mentor": _("a mentor"),
}

STYLES: Mapping[str, object] = {
    "talk": _("talking"),
    "do": _("doing things"),
    "quiet": _("being quiet together"),
}

WHO: Mapping[str, object] = {
    "volunteer": _("the volunteer"),
    "participant": _("the participant"),
    "both": _("both"),
}

MONTHS_A_YEAR = 12
WHOLE_KM_FROM = 10
SHORTEST_KM = 0.1


def listed(names: Sequence[str]) -> str:
    """Names in one phrase: "cooking, chess and gardening"."""
    if len(names) < 2:
        return "".join(names)
    return gettext("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def either(names: Sequence[str]) -> str:
    """Names of which one is meant: "a coach or a mentor"."""
    if len(names) < 2:
        return "".join(names)
    return gettext("%(first)s or %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def kilometres(distance: float) -> str:
    """A distance as people say it: to a hundred metres nearby, whole kilometres from ten on."""
    if distance >= WHOLE_KM_FROM:
        return str(number_format(round(distance)))
    return str(number_format(max(distance, SHORTEST_KM), decimal_pos=1))


def rhythm(visits: float) -> str:
    """How often, from the number of visits in four weeks."""
    usual = {
        1.0: gettext("a visit every four weeks"),
        2.0: gettext("a visit every two weeks"),
        4.0: gettext("a visit every week"),
        8.0: gettext("two visits a week"),
    }
    if visits in usual:
        return usual[visits]
    if visits < 1:
        return gettext("less than one visit in four weeks")
    whole = round(visits)
    return ngettext("%(count)s visit in four weeks", "%(count)s visits in four weeks", whole) % {
        "count": number_format(whole)
    }


def months(count: float) -> str:
    """A term in words: years where they come out even."""
    whole = round(count)
    if whole and whole % MONTHS_A_YEAR == 0:
        years = whole // MONTHS_A_YEAR
        return ngettext("%(count)s year", "%(count)s years", years) % {
            "count": number_format(years)
        }
    return ngettext("%(count)s month", "%(count)s months", whole) % {"count": number_format(whole)}
