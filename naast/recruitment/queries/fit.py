"""Reads for the side by side of task and person, and for how both see each competence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.templatetags.ui_blocks import Definition
from naast.core.text import Text
from naast.learning.models import Course
from naast.learning.queries.courses import helping
from naast.organisations.actors import Actor
from naast.people import terms
from naast.people.models import PersonLanguage
from naast.programmes.models import Competence, StageKind
from naast.recruitment.fitting import Asked, Beside, Offered, compare
from naast.recruitment.models import Application, Attitude, CompetenceView, Talk
from naast.recruitment.policies import applications as policies
from naast.vacancies.expectations import done_here, growing, never_done
from naast.vacancies.models import LanguageNeeded

Seen = CompetenceView.Seen
Moment = CompetenceView.Moment
# From the trial on, the attitudes are asked again (S0-30).
FROM_THE_TRIAL = (StageKind.TRIAL, StageKind.TRAINING, StageKind.AGREEMENT, StageKind.START)
LOOKS_LIKE: dict[str, Text] = {
    Attitude.DISCREET: gettext_lazy("Tells nothing at home by which somebody would be known."),
    Attitude.EMPATHIC: gettext_lazy("Notices when it is too much, and slows down."),
    Attitude.OPEN: gettext_lazy("Asks how it is for the other before having an opinion."),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the role asks, and how both see it. `key` names it in a form."""

    key: str
    name: Text
    looks_like: Text
    is_needed: bool
    own_view: str = Seen.UNKNOWN
    our_view: str = Seen.UNKNOWN
    example: str = ""
    our_example: str = ""
    # The same thing as it was seen at the talks, once somebody tried out.
    earlier: "Item | None" = None

    @property
    def is_looked_at(self) -> bool:
        """Whether one of the two said something."""
        said = (self.own_view, self.our_view) != (Seen.UNKNOWN, Seen.UNKNOWN)
        return said or bool(self.example or self.our_example)

    @property
    def own_words(self) -> Text:
        """What the candidate says, in a word."""
        return Seen(self.own_view).label

    @property
    def our_words(self) -> Text:
        """What we see, in a word."""
        return Seen(self.our_view).label


@dataclass(frozen=True, slots=True)
class FitPanel:
    """What the page of the side by side and `recruitment/_fit.html` show."""

    tasks: list[str]
    never: list[str]
    growth: list[Text]
    role: list[Definition]
    person: list[Definition]
    role_week: list[int]
    person_week: list[int]
    items: list[Item]
    after_trial: list[Item]
    beside: Beside
    can_write: bool


def fit_panel(actor: Actor, application: Application) -> FitPanel:
    """The role and the person beside each other, with what to talk about; strengths first (S1-77)."""
    asked, offered = _asked(application), _offered(application)
    items = items_of(application, Moment.TALK)
    after = _after_trial(application, items) if is_after_trial(application) else []
    beside = compare(asked, offered)
    beside.to_talk_about.extend(_not_yet(actor, [*items, *after]))
    programme = application.programme
    return FitPanel(
        tasks=done_here(programme),
        never=never_done(programme),
        growth=growing(programme),
        role=_role(application, asked),
        person=_person(application),
        role_week=terms.parts_of(asked.weekly),
        person_week=terms.parts_of(offered.weekly),
        items=_looked_at_first(items),
        after_trial=_looked_at_first(after),
        beside=beside,
        can_write=bool(policies.can_talk(actor, application)),
    )


def _looked_at_first(items: list[Item]) -> list[Item]:
    """What somebody said something about comes first, otherwise in the order of the programme."""
    return sorted(items, key=lambda item: not item.is_looked_at)


def items_of(application: Application, moment: str) -> list[Item]:
    """What is looked at: the three attitudes that every role asks, before and after trying out under the
    same key, and beside them what the programme lists; after the trial only its attitudes (S0-18, S0-30).
    Two queries."""
    competences = [
        each
        for each in application.programme.competences.all()
        if moment == Moment.TALK or each.kind == Competence.Kind.ATTITUDE
    ]
    views = {
        view.attitude or str(view.competence_id): view
        for view in CompetenceView.objects.filter(
            organisation_id=application.organisation_id, application=application, moment=moment
        )
    }
    attitudes = [_item(views, code, label, LOOKS_LIKE[code]) for code, label in Attitude.choices]
    return [*attitudes, *(_of_competence(each, views) for each in competences)]


def _after_trial(application: Application, items: Iterable[Item]) -> list[Item]:
    """What was seen while trying out, each beside how it was seen at the talks."""
    at_the_talk = {item.key: item for item in items}
    return [
        replace(item, earlier=at_the_talk.get(item.key))
        for item in items_of(application, Moment.AFTER_TRIAL)
    ]


def _of_competence(line: Competence, views: dict[str, CompetenceView]) -> Item:
    return _item(views, str(line.pk), line.name, line.example, is_needed=line.is_needed)


def _item(
    views: dict[str, CompetenceView],
    key: str,
    name: Text,
    looks_like: Text,
    *,
    is_needed: bool = True,
) -> Item:
    view = views.get(key)
    if view is None:
        return Item(key, name, looks_like, is_needed)
    return Item(
        key,
        name,
        looks_like,
        is_needed,
        own_view=view.own_view,
        our_view=view.our_view,
        example=view.example,
        our_example=view.our_example,
    )


def is_after_trial(application: Application) -> bool:
    """Whether somebody tried out: they are that far, or a trial took place."""
    return (
        application.stage in FROM_THE_TRIAL
        or Talk.objects.filter(
            organisation_id=application.organisation_id,
            application=application,
            kind=Talk.Kind.TRIAL,
            status=Talk.Status.HELD,
        ).exists()
    )


def _not_yet(actor: Actor, items: Iterable[Item]) -> list[str]:
    """«Not yet» is never the end: it proposes a course that helps with it where there is one (S1-100),
    somebody beside them, or another role. One query, none when nothing is so."""
    missing = [
        item for item in items if item.is_needed and Seen.NOT_YET in (item.own_view, item.our_view)
    ]
    courses = helping(actor) if missing else {}
    return [_what_helps(item, courses.get(str(item.name), [])) for item in missing]


def _what_helps(item: Item, courses: list[Course]) -> str:
    if not courses:
        return _("«%(what)s»: not yet. A training, a mentor beside them, or another role?") % {
            "what": item.name
        }
    titles = ", ".join(course.title for course in courses)
    return _("«%(what)s»: not yet. This helps: %(courses)s. Or a mentor, or another role?") % {
        "what": item.name,
        "courses": titles,
    }


def _asked(application: Application) -> Asked:
    """What the role asks: the vacancy when there is one, otherwise the programme."""
    vacancy, programme = application.vacancy, application.programme
    if vacancy is None:
        return Asked(months=programme.minimum_months)
    return Asked(
        months=vacancy.commitment_months or programme.minimum_months,
        times_a_month=vacancy.times_a_month,
        weekly=vacancy.weekly,
        language=application.organisation.language,
        language_level=vacancy.language_needed,
        gives=vacancy.gives,
    )


def _offered(application: Application) -> Offered:
    explored = application.explored
    return Offered(
        months=application.term_months,
        times_a_month=application.times_a_month,
        weekly=application.weekly,
        languages=application.languages,
        energy=explored.get("gives", []),
        eats=explored.get("eats", []),
    )


def _role(application: Application, asked: Asked) -> list[Definition]:
    level = LanguageNeeded(asked.language_level).label if application.vacancy else ""
    return [
        Definition(_("At least (months)"), str(asked.months or "")),
        Definition(_("Times a month"), str(asked.times_a_month or "")),
        Definition(_("Language"), level),
    ]


def _person(application: Application) -> list[Definition]:
    spoken = ", ".join(
        f"{terms.language_name(code)} ({PersonLanguage.Level(level).label})"
        for code, level in application.languages.items()
    )
    helps = ", ".join(
        str(each) for each in terms.labels(application.support_wishes, terms.SUPPORT_WISHES)
    )
    return [
        Definition(_("For how long (months)"), str(application.term_months or "")),
        Definition(_("Times a month"), str(application.times_a_month or "")),
        Definition(_("Languages"), spoken),
        Definition(_("What helps"), helps),
        Definition(_("Work somebody did or does"), application.professional_past),
    ]
