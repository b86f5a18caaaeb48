"""Reads for what was agreed with a candidate: a few short sections, each with what is still open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from naast.core import clock
from naast.core.templatetags.ui_blocks import Definition
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people import terms
from naast.people.models import PersonLanguage
from naast.programmes import kinds
from naast.programmes.models import EntryCondition, Kind, StageKind
from naast.recruitment.barriers import BARRIERS
from naast.recruitment.models import Application, CameBy, FreeChoice
from naast.recruitment.policies import applications as policies
from naast.recruitment.queries import notes, still_missing
from naast.recruitment.queries.age import AgeSaid, age_said

CHOICE, PRACTICAL = still_missing.CHOICE, still_missing.PRACTICAL
DECLARED, EXPECTATIONS = still_missing.DECLARED, "expectations"
TITLES: dict[str, Text] = {
    CHOICE: gettext_lazy("How free, and who else has a say"),
    PRACTICAL: gettext_lazy("Practical"),
    DECLARED: gettext_lazy("Talked over and declared"),
    EXPECTATIONS: gettext_lazy("From participant to volunteer"),
}
# From here on somebody is on the floor, and so insured (spec/law 1.5).
INSURED_FROM = (StageKind.TRIAL, StageKind.TRAINING, StageKind.AGREEMENT, StageKind.START)


@dataclass(frozen=True, slots=True)
class Section:
    """One section: what is known, and what is still open in sentences."""

    slug: str
    title: Text
    rows: list[Definition]
    still_open: list[str]


@dataclass(frozen=True, slots=True)
class FactsPanel:
    """What `recruitment/_facts.html` and the page of the facts show."""

    sections: list[Section]
    can_change: bool


def sections_for(application: Application) -> list[str]:
    """The sections that this application has: expectations are for who took part here (S1-251)."""
    slugs = [CHOICE, PRACTICAL, DECLARED]
    return [*slugs, EXPECTATIONS] if takes_part(application) else slugs


def takes_part(application: Application) -> bool:
    """Whether somebody takes part here already, and becomes a volunteer."""
    if application.came_by == CameBy.PARTICIPANT:
        return True
    return application.person is not None and hasattr(application.person, "participant")


def facts_panel(actor: Actor, application: Application) -> FactsPanel:
    """What is agreed, section by section. Who is no coordinator reads neither how free somebody feels
    nor what they declared (S1-10)."""
    is_coordinator = bool(policies.can_move(actor, application))
    slugs = sections_for(application) if is_coordinator else [PRACTICAL]
    return FactsPanel(
        sections=[_section(actor, application, slug) for slug in slugs],
        can_change=is_coordinator,
    )


def _section(actor: Actor, application: Application, slug: str) -> Section:
    rows, missing = PARTS[slug]
    return Section(
        slug=slug,
        title=TITLES[slug],
        rows=rows(actor, application),
        still_open=list(missing(application)),
    )


def _day(day: date | None) -> str:
    return date_format(day) if day else ""


# --- how free --------------------------------------------------------------------------------------------


def _choice_rows(_actor: Actor, application: Application) -> list[Definition]:
    return [
        Definition(_("Occasion"), application.get_occasion_display()),
        Definition(_("Own choice"), application.get_free_choice_display()),
        Definition(_("What it is"), application.get_kind_display()),
        Definition(_("How free"), application.get_working_relation_display()),
        Definition(_("Who steers or decides"), application.steered_by),
        Definition(_("Contract"), application.contract_reference),
        Definition(_("Agreed end"), _day(application.until_on)),
        Definition(_("Guidance from outside"), application.guide),
    ]


def _choice_open(application: Application) -> Iterator[str]:
    if not application.occasion:
        yield _("What made them think of it?")
    if not application.free_choice:
        yield _("Is it their own choice? Ask it in private.")
    if application.needs_guide and not application.guide.strip():
        yield _("Who guides from outside, and how often? Until then nobody starts.")
    found = kinds.problems(still_missing.terms_of(application, clock.today()))
    if application.free_choice == FreeChoice.NO and application.kind == Kind.VOLUNTEERING:
        found["kind"] = _("Who has to, does not volunteer. Choose the name of what it is.")
    yield from found.values()


# --- practical ---------------------------------------------------------------------------------------------


def _practical_rows(_actor: Actor, application: Application) -> list[Definition]:
    helps = [str(each) for each in terms.labels(application.support_wishes, terms.SUPPORT_WISHES)]
    said = age_said(application, clock.today())
    return [
        Definition(_("Age"), application.get_age_display()),
        Definition(_("To look at because of the age"), said.words if said.in_place else ""),
        Definition(_("Speaks"), ", ".join(spoken(application))),
        Definition(_("Free in the week"), terms.week_sentence(application.weekly)),
        Definition(_("For how long"), _months(application.term_months)),
        Definition(_("Times a month"), str(application.times_a_month or "")),
        Definition(_("Limits"), application.own_limits),
        Definition(_("What helps"), ", ".join(helps)),
        Definition(_("Chosen together on"), _day(application.support_chosen_on)),
        Definition(_("Brings along"), application.brings_along),
        Definition(_("A parent agreed on"), _day(application.parent_agreed_on)),
        *(
            Definition(BARRIERS[code], _barrier(application, code))
            for code in application.barriers
            if code in BARRIERS
        ),
    ]


def _barrier(application: Application, code: str) -> str:
    """What was said and what we arranged, in one line; something stands there in any case."""
    said, solved = application.barriers[code], application.arranged.get(code, "")
    return " → ".join(part for part in (said, solved) if part) or _("stands in the way")


def _months(number: int | None) -> str:
    if not number:
        return ""
    return ngettext("%(number)s month", "%(number)s months", number) % {"number": number}


def spoken(application: Application) -> list[str]:
    """The languages that somebody speaks, each with how well."""
    levels = dict(PersonLanguage.Level.choices)
    return [
        f"{terms.language_name(code)} ({levels.get(level, '')})"
        for code, level in application.languages.items()
    ]


def _practical_open(application: Application) -> Iterator[str]:
    yield from _age_open(application, age_said(application, clock.today()))
    for code in application.barriers:
        if code in BARRIERS and not application.arranged.get(code):
            yield _("Nothing arranged yet: %(what)s") % {"what": BARRIERS[code]}
    if not application.weekly:
        yield _("When in the week are they free?")
    if not application.term_months:
        yield _("For how long can they free themselves?")
    if application.support_wishes and application.support_chosen_on is None:
        yield _("Go through what helps together.")


def _age_open(application: Application, said: AgeSaid) -> Iterator[str]:
    """The age, when it isn't known or not old enough; and a parent's yes (S0-40, S1-38)."""
    if not said.in_place:
        yield str(said.words)
    if said.needs_parent and application.parent_agreed_on is None:
        yield _("A parent’s yes is still needed: younger than 18.")


# --- declared ----------------------------------------------------------------------------------------------


def _declared_rows(actor: Actor, application: Application) -> list[Definition]:
    conflict = notes.conflict_note(actor, application)
    return [
        Definition(_("Own interest"), application.own_interest),
        Definition(_("Declared «no advantage» on"), _day(application.no_advantage_on)),
        Definition(_("Our note on a possible conflict"), conflict.text if conflict else ""),
        Definition(_("Told about compulsory meetings on"), _day(application.told_intervision_on)),
        Definition(_("Insured from"), _day(application.insured_on)),
    ]


def _declared_open(application: Application) -> Iterator[str]:
    if application.no_advantage_on is None:
        yield _("Own interest: talk about it, and let them declare «no advantage».")
    if application.told_intervision_on is None and asks_meetings(application):
        yield _("Tell about the meetings that are part of it here.")
    if application.insured_on is None and application.stage in INSURED_FROM:
        yield _("From which day are they insured?")


def asks_meetings(application: Application) -> bool:
    """Whether coming to intervision is part of this programme (S1-188)."""
    return bool(meetings_of(application))


def meetings_of(application: Application) -> list[EntryCondition]:
    """The meetings that are part of this programme, with who arranges them (S1-188)."""
    return [
        line
        for line in application.programme.entryconditions.all()
        if line.kind == EntryCondition.Kind.INTERVISION
    ]


# --- from participant to volunteer ----------------------------------------------------------------------------


def _expectation_rows(_actor: Actor, application: Application) -> list[Definition]:
    return [
        Definition(_("The person expects"), application.expects),
        Definition(_("We expect"), application.we_expect),
    ]


def _expectations_open(application: Application) -> Iterator[str]:
    if not application.expects:
        yield _("What do they expect of volunteering?")
    if not application.we_expect:
        yield _("What do we expect? Be kind and realistic.")


Rows = Callable[[Actor, Application], list[Definition]]
Open = Callable[[Application], Iterator[str]]
PARTS: dict[str, tuple[Rows, Open]] = {
    CHOICE: (_choice_rows, _choice_open),
    PRACTICAL: (_practical_rows, _practical_open),
    DECLARED: (_declared_rows, _declared_open),
    EXPECTATIONS: (_expectation_rows, _expectations_open),
}
