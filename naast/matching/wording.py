"""The sentences a coordinator reads for each reason, point and question."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from naast.matching.phrases import (
    EXPECTATIONS,
    KINDS,
    PARTS_OF_WEEK,
    SHORTEST_KM,
    STYLES,
    WHO,
    WORDS,
    either,
    kilometres,
    listed,
    months,
    rhythm,
)
from naast.matching.reasons import Reason, Value
from naast.matching.shortlist import Word

Values = Mapping[str, Value]
Sentence = Callable[[Values], str]


def sentence(reason: Reason) -> str:
    """One full sentence in the active language. Raises KeyError for a code without words."""
    return SENTENCES[reason.code](reason.values)


def word(answer: Word) -> str:
    """The answer about a pair as people read it."""
    return str(WORDS[answer])


def _names(values: Values, key: str = "names") -> Sequence[str]:
    return cast(tuple[str, ...], values.get(key, ()))


def _number(values: Values, key: str) -> float:
    return cast(float, values[key])


def _km(values: Values) -> str:
    return kilometres(_number(values, "km"))


def _plain(text: object) -> Sentence:
    return lambda _values: str(text)


def _with_names(text: object) -> Sentence:
    return lambda values: str(text) % {"names": listed(_names(values))}


def _expectations_agree(values: Values) -> str:
    subjects = listed([str(EXPECTATIONS[code]) for code in _names(values, "on")])
    return gettext("Their expectations agree: %(subjects)s.") % {"subjects": subjects}


def _shared_time(values: Values) -> str:
    part = str(PARTS_OF_WEEK[int(_number(values, "part"))])
    others = int(_number(values, "others"))
    if not others:
        return gettext("Both are free on %(part)s.") % {"part": part}
    return ngettext(
        "Both are free on %(part)s, and on %(others)s other part of the week.",
        "Both are free on %(part)s, and on %(others)s other parts of the week.",
        others,
    ) % {"part": part, "others": number_format(others)}


def _style_fits(values: Values) -> str:
    styles = listed([str(STYLES[style]) for style in _names(values, "styles")])
    return gettext("Both like to spend time the same way: %(styles)s.") % {"styles": styles}


def _lives_near(values: Values) -> str:
    # People stand on the map where their town stands: no distance means the same town.
    if _number(values, "km") < SHORTEST_KM:
        return gettext("Lives in the same town or village.")
    return gettext("Lives %(km)s km away.") % {"km": _km(values)}


def _lives_far(values: Values) -> str:
    return gettext("Lives %(km)s km away: ask whether the journey is all right.") % {
        "km": _km(values)
    }


def _common_ground(values: Values) -> str:
    return gettext("Common ground: %(ground)s.") % {"ground": str(values["ground"]).rstrip(".")}


def _missing(bare: object, named: object) -> Sentence:
    def say(values: Values) -> str:
        names = _names(values)
        return str(named) % {"names": listed(names)} if names else str(bare)

    return say


def _rhythm_differs(values: Values) -> str:
    return gettext("The participant asks for %(asked)s, the volunteer offers %(offered)s.") % {
        "asked": rhythm(_number(values, "asked")),
        "offered": rhythm(_number(values, "offered")),
    }


def _term_differs(values: Values) -> str:
    return gettext("The participant hopes for %(asked)s, the volunteer thinks of %(offered)s.") % {
        "asked": months(_number(values, "asked")),
        "offered": months(_number(values, "offered")),
    }


def _kind_differs(values: Values) -> str:
    return gettext(
        "The participant asks for %(asked)s, the volunteer would rather be %(offered)s."
    ) % {
        "asked": str(KINDS[str(values["asked"])]),
        "offered": either([str(KINDS[kind]) for kind in _names(values, "offered")]),
    }


def _load(values: Values) -> str:
    now, agreed = int(_number(values, "now")), int(_number(values, "agreed"))
    return ngettext(
        "Has %(now)s match, and agreed to %(agreed)s.",
        "Has %(now)s matches, and agreed to %(agreed)s.",
        now,
    ) % {"now": number_format(now), "agreed": number_format(agreed)}


def _load_not_agreed(values: Values) -> str:
    now = int(_number(values, "now"))
    return ngettext(
        "Has %(now)s match; how many are wanted was never agreed.",
        "Has %(now)s matches; how many are wanted was never agreed.",
        now,
    ) % {"now": number_format(now)}


def _ask(subject: object) -> Sentence:
    def say(values: Values) -> str:
        return gettext("Still to ask %(who)s: %(subject)s.") % {
            "who": str(WHO[str(values["who"])]),
            "subject": str(subject),
        }

    return say


def _excluded_by_distance(values: Values) -> str:
    if "km" not in values:
        return gettext("Lives further away than one of both wants.")
    return gettext("Lives %(km)s km away, further than one of both wants.") % {"km": _km(values)}


def _excluded_by_load(values: Values) -> str:
    return _load(values) if "now" in values else gettext("Has as many matches as was agreed.")


SENTENCES: Mapping[str, Sentence] = {
    # Reasons for.
    "expectations_agree": _expectations_agree,
    "shared_interests": _with_names(_("Both like %(names)s.")),
    "shared_dislikes": _with_names(_("Neither likes %(names)s.")),
    "shared_experience": _with_names(_("Knows from own life: %(names)s.")),
    "shared_language": _with_names(_("Both speak %(names)s.")),
    "lives_near": _lives_near,
    "style_fits": _style_fits,
    "common_ground": _common_ground,
    "shared_time": _shared_time,
    # Points to talk about.
    "missing_training": _missing(_("A training is missing."), _("Training missing: %(names)s.")),
    "missing_agreement": _missing(
        _("The agreement is not signed yet."), _("Agreement missing: %(names)s.")
    ),
    "missing_charter": _missing(
        _("The charter is not signed yet."), _("Charter missing: %(names)s.")
    ),
    "missing_check": _missing(_("A check was not seen yet."), _("Check missing: %(names)s.")),
    "missing_first_talk": _plain(_("The first talk still has to take place.")),
    "missing_trial": _plain(_("The trial still has to take place.")),
    "missing_other": _missing(
        _("Something is missing before the first contact."), _("Still missing: %(names)s.")
    ),
    "term_open_ended": _plain(
        _("The volunteer says “as long as possible”: agree on a term together.")
    ),
    "term_not_agreed": _plain(_("The term is not agreed yet.")),
    "term_differs": _term_differs,
    "moving_soon": _plain(_("The volunteer expects to move: talk about what then.")),
    "rhythm_differs": _rhythm_differs,
    "kind_differs": _kind_differs,
    "volunteer_closer": _plain(_("The volunteer seeks a closer contact than the participant.")),
    "participant_closer": _plain(_("The participant seeks a closer contact than the volunteer.")),
    "load": _load,
    "load_not_agreed": _load_not_agreed,
    "wants_more_room": _plain(_("The volunteer wants to decide more than this programme leaves.")),
    "wants_more_guidance": _plain(
        _("The volunteer wants more guidance than this programme usually gives.")
    ),
    "language_limited": _with_names(_("Can talk in %(names)s, but not fluently.")),
    "lives_far": _lives_far,
    "style_differs": _plain(_("They like to spend their time differently.")),
    "tastes_differ": _with_names(_("One likes what the other would rather not: %(names)s.")),
    "no_common_ground": _plain(_("No common ground found yet.")),
    # Still to ask.
    "ask_consent": _ask(_("may we make a proposal")),
    "ask_backing": _plain(
        _("Still to arrange for this request: a coach and a fallback with a name.")
    ),
    "ask_language": _ask(_("which languages, and how well")),
    "ask_time": _ask(_("which parts of the week suit")),
    "ask_place": _ask(_("where the home is")),
    "ask_rhythm": _ask(_("how often to meet")),
    "ask_term": _ask(_("for how long")),
    "ask_kind": _ask(_("what kind of contact: ally, coach or mentor")),
    "ask_closeness": _ask(_("how close the contact may become")),
    "ask_room": _ask(_("how many matches are wanted at most")),
    "ask_weight": _ask(_("how heavy a match may be")),
    "ask_gender": _ask(_("woman, man or other, because the other side asks for it")),
    "ask_smoking": _ask(_("about smoking")),
    "ask_pets": _ask(_("about pets in the home")),
    "ask_allergies": _ask(_("about allergies")),
    "ask_stairs": _ask(_("about stairs")),
    "ask_interests": _ask(_("what is nice to do")),
    "ask_dislikes": _ask(_("what rather not to do")),
    "ask_style": _ask(_("talking, doing things or being quiet together")),
    "ask_common_ground": _ask(_("the bond with the theme")),
    # Why a volunteer is left out.
    "no_consent": _plain(_("One of both does not want to be proposed.")),
    "needs_coach_or_fallback": _plain(_("The request has no coach or no fallback yet.")),
    "not_ready": _missing(
        _("Something is missing that must be in place first."),
        _("Must be in place first: %(names)s."),
    ),
    "load_full": _excluded_by_load,
    "avoid": _plain(_("They do not want to, or cannot, be matched with each other.")),
    "ended_before": _plain(_("They were matched before, and that ended.")),
    "task_refused": _plain(_("The wish asks for a task that the volunteer does not do.")),
    "weight_not_allowed": _plain(_("This match asks more than was agreed for this volunteer.")),
    "language": _plain(_("They have no language in common at the level that is needed.")),
    "gender_wish": _plain(_("One of both asks for somebody of another gender.")),
    "no_shared_time": _plain(_("They are never free at the same time.")),
    "too_far": _excluded_by_distance,
    "lives_too_near": _plain(_("One of both prefers somebody from another neighbourhood.")),
    "smoking": _plain(_("Smoking stands between them.")),
    "pets": _plain(_("There are pets, and the volunteer would rather not.")),
    "stairs": _plain(_("There are stairs, and the volunteer cannot climb them.")),
    "allergies": _plain(_("One of both is allergic to something in the home or brought along.")),
}
