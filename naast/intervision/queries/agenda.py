"""The agenda of an evening, put together from what waits (S1-208)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.agreements.contents import Clause
from naast.intervision import charter, guides
from naast.intervision.models import (
    AgreedAction,
    EthicsQuestion,
    Evening,
    LearningQuestion,
    SeriesProgramme,
)
from naast.intervision.queries import evenings as evening_queries
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation

WELCOME, LOOK_BACK, SHORT, ETHICS, CASE, SILENCE, CLOSING = 5, 10, 10, 15, 15, 5, 5
# The code that leaves the article out for once.
NO_ARTICLE = "-"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the agenda. `lines` is what stands under it; `kind` says which part it is."""

    kind: str
    title: str
    minutes: int
    lines: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything an evening has on its table."""

    lines: list[Line]
    article: Clause | None
    ethics: EthicsQuestion | None
    questions: list[LearningQuestion]
    actions: list[AgreedAction]
    articles: list[Clause] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        """How long it all takes."""
        return sum(line.minutes for line in self.lines)


def agenda_of(actor: Actor, evening: Evening) -> Agenda:
    """The agenda as it stands now: welcome, what was agreed last time, questions with the method, one
    article of the charter in turn, a question about what is right, a case, what we do not talk about, closing."""
    actions = evening_queries.to_look_back(evening)
    questions = evening_queries.questions_of(actor, evening)
    articles = articles_for(evening)
    article = _article(evening, articles)
    ethics = ethics_on(evening)
    lines = [
        Line("welcome", _("Welcome"), WELCOME),
        *_look_back(actions),
        *_heart(evening, questions),
        *_article_line(article),
        *(
            [Line("ethics", _("A question about what is right"), ETHICS, [ethics.text])]
            if ethics
            else []
        ),
        *_case(evening),
        *_silence(evening),
        Line("closing", _("What we agree, who does it, and goodbye"), CLOSING),
    ]
    return Agenda(lines, article, ethics, questions, actions, articles)


def _look_back(actions: list[AgreedAction]) -> list[Line]:
    if not actions:
        return []
    shown = [f"{action.what} ({action.whose})" for action in actions]
    return [Line("look-back", _("What we agreed last time"), LOOK_BACK, shown)]


def _heart(evening: Evening, questions: list[LearningQuestion]) -> list[Line]:
    if evening.is_talk:
        words = [
            _("What happened with last year’s promises"),
            _("Wishes, votes, and what we promise"),
        ]
        return [Line("talk", evening.name, 60, words)]
    method = guides.method_named(evening.method or evening.series.method)
    brought = evening_queries.waiting_count(evening)
    told = ngettext(
        "%(number)s thing was brought in.", "%(number)s things were brought in.", brought
    )
    words = (
        [told % {"number": brought}] if brought else [_("Ask who would like to tell something.")]
    )
    words += [question.text for question in questions if question.text]
    return [Line("questions", method.name, method.minutes, words)]


def _article_line(article: Clause | None) -> list[Line]:
    if article is None:
        return []
    question = _("Where did you come across this lately?")
    title = _("From our charter: %(heading)s") % {"heading": article.heading}
    return [Line("article", title, SHORT, [article.text, question])]


def _case(evening: Evening) -> list[Line]:
    if evening.case is None:
        return []
    return [Line("case", _("A case to talk about"), CASE, [evening.case.title])]


def _silence(evening: Evening) -> list[Line]:
    if not evening.series.has_silence:
        return []
    return [Line("silence", _("What do we not talk about?"), SILENCE)]


def ethics_on(evening: Evening) -> EthicsQuestion | None:
    """The question about what is right that stands on this agenda: the chosen one. Who leads chooses it."""
    return evening.ethics_questions.order_by("asked_on", "id").first()


def articles_for(evening: Evening) -> list[Clause]:
    """The articles of the charter in force, the least recently discussed first. Of the first programme of
    the group; without a programme those of the whole organisation."""
    part = SeriesProgramme.objects.filter(series_id=evening.series_id).order_by("id").first()
    language = Organisation.objects.values_list("language", flat=True).get(
        pk=evening.organisation_id
    )
    clauses = charter.articles(
        evening.organisation_id, part.programme_id if part else None, language
    )
    return in_turn(clauses, _last_discussed(evening))


def _last_discussed(evening: Evening) -> dict[str, int]:
    """Article → the place of the last evening on which it stood on the agenda: higher is later."""
    rows = Evening.objects.filter(
        series_id=evening.series_id, closed_on__isnull=False, cancelled_at__isnull=True
    ).exclude(article="")
    codes = (
        rows.exclude(pk=evening.pk).order_by("starts_at", "id").values_list("article", flat=True)
    )
    return {code: place for place, code in enumerate(codes)}


def in_turn(clauses: Sequence[Clause], last: dict[str, int]) -> list[Clause]:
    """The least recently discussed first (pure): those never discussed in the order of the charter."""
    return sorted(clauses, key=lambda clause: last.get(clause.code, -1))


def _article(evening: Evening, articles: list[Clause]) -> Clause | None:
    if evening.is_talk or evening.article == NO_ARTICLE:
        return None
    if evening.article:
        return next((each for each in articles if each.code == evening.article), None)
    return articles[0] if articles else None
