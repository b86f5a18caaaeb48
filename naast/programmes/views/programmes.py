"""Pages about programmes: the list, the leaflet, the sheet, a new one, changing its words."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest, open_to, open_to_members
from naast.organisations.models import Function
from naast.programmes import pdf, policies, queries, services, weights
from naast.programmes.forms import (
    PART_PAGES,
    SECTIONS,
    NewProgrammeForm,
    SectionForm,
    WeightsForm,
    initial_of,
    posted,
)
from naast.programmes.kinds import called, law_line, relation_label, with_relation
from naast.programmes.leaflet import leaflet
from naast.programmes.models import Programme
from naast.programmes.page_panels import panels_for
from naast.programmes.patterns import missing_codes, missing_for
from naast.programmes.presets import Preset, preset_named, presets

# Where a coordinator mends what the pattern asks; the rest stands in the section «support».
MENDED_IN_LINES = {
    "tasks": "tasks",
    "task_division": "tasks",
    "steps_in": "tasks",
    "contact": "contact",
    "on_call": "on_call",
}
MENDED_IN_LIMITS = ("mandate", "no_mandate", "not_done")


@require_http_methods(["GET"])
@open_to_members
def programmes(request: ActorRequest) -> HttpResponse:
    """The programmes of the organisation, with how many take part under each name."""
    actor = request.actor
    rows = list(queries.programmes(actor))
    counts = queries.counts(actor, [row.pk for row in rows])
    context = {
        "programmes": [(row, counts.get(row.pk, [])) for row in rows],
        "can_create": bool(policies.can_create(actor)),
    }
    return page(request, "programmes/programmes.html", context)


def found(request: ActorRequest, programme_id: UUID) -> Programme:
    """The programme with its parts, or a 404 when this actor may not know it exists."""
    programme = queries.get_programme(request.actor, programme_id)
    if programme is None:
        raise Http404
    return programme


def changeable(request: ActorRequest, programme_id: UUID) -> Programme:
    """The programme, when this actor may change it; otherwise a 404."""
    programme = found(request, programme_id)
    if not policies.can_change(request.actor, programme):
        raise Http404
    return programme


@require_http_methods(["GET"])
@open_to_members
def programme(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """The programme as a leaflet; whoever coordinates also sees what is missing and where to change it."""
    actor, shown = request.actor, found(request, programme_id)
    may_change = bool(policies.can_change(actor, shown))
    context = _words(shown) | {
        "can_change": may_change,
        "missing": _missing(request, shown) if may_change else [],
        "sections": [(code, section.heading) for code, section in SECTIONS.items()],
        "parts": [(code, part.heading) for code, part in PART_PAGES.items()],
        "weights": weights.in_words(shown.match_weights) if may_change else [],
        "counts": queries.counts(actor, [shown.pk]).get(shown.pk, []),
        "people": _people(request, shown),
        "sees_people": policies.sees_who_takes_part(actor),
        "panels": panels_for("coordinator" if may_change else "member", actor, shown),
    }
    return page(request, "programmes/programme.html", context)


def _missing(request: ActorRequest, shown: Programme) -> list[tuple[str, str]]:
    """(what is missing, the page where it is mended)."""
    where = {code: ("lines", {"kind": kind}) for code, kind in MENDED_IN_LINES.items()}
    where |= {code: ("change", {"section": "limits"}) for code in MENDED_IN_LIMITS}
    where["minimum_months"] = ("change", {"section": "rhythm"})
    pages = [where.get(code, ("change", {"section": "support"})) for code in missing_codes(shown)]
    return [
        (sentence, request.actor.url(f"programmes:{name}", programme_id=shown.pk, **rest))
        for sentence, (name, rest) in zip(missing_for(shown), pages, strict=True)
    ]


def _words(shown: Programme) -> dict[str, Any]:
    return {"programme": shown, "leaflet": leaflet(shown)}


def _people(request: ActorRequest, shown: Programme) -> list[tuple[str, Any, Any, str]]:
    """(name, what it is called, the line about the law, link) of who takes part."""
    actor = request.actor
    if not policies.sees_who_takes_part(actor):
        return []
    return [
        (
            each.person.name,
            with_relation(called(each), relation_label(each.working_relation)),
            law_line(each),
            actor.url("programmes:engagement", engagement_id=each.pk)
            if actor.is_coordinator
            else "",
        )
        for each in queries.who_takes_part(actor, shown)
    ]


@require_http_methods(["GET"])
@open_to_members
def sheet(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """The programme on paper."""
    return page(request, "programmes/sheet.html", _words(found(request, programme_id)))


@require_http_methods(["GET"])
@open_to_members
def sheet_pdf(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """The programme as an accessible PDF."""
    shown = found(request, programme_id)
    made = pdf.programme_pdf(shown, organisation=request.organisation.name)
    name = slugify(shown.name) or "programme"
    return HttpResponse(
        made,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}.pdf"'},
    )


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def new_programme(request: ActorRequest) -> HttpResponse:
    """Choose what it looks like: one card a preset."""
    language = request.organisation.language
    cards = [
        (preset.slug, preset.name.in_language(language), preset.card.in_language(language), preset)
        for preset in presets()
    ]
    return page(request, "programmes/new.html", {"cards": cards})


def _preset(slug: str) -> Preset:
    try:
        return preset_named(slug)
    except KeyError as error:
        raise Http404 from error


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def new_from_preset(request: ActorRequest, preset: str) -> HttpResponse:
    """Name it, choose the language, and it is there."""
    chosen, language = _preset(preset), request.organisation.language
    initial = {"name": chosen.name.in_language(language), "language": language}
    form = NewProgrammeForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        status = (
            Programme.Status.DRAFT if form.cleaned_data["is_draft"] else Programme.Status.ACTIVE
        )
        try:
            made = services.create_programme(
                actor=request.actor,
                preset=chosen,
                name=form.cleaned_data["name"],
                language=form.cleaned_data["language"],
                status=status,
            )
        except DomainError as error:
            form.add_error("name", str(error))
        else:
            messages.success(request, _("The programme is there. Every word can be changed."))
            return see_other(request.actor.url("programmes:programme", programme_id=made.pk))
    context = {"form": form, "preset": chosen, "card": chosen.card.in_language(language)}
    return page(request, "programmes/new_from_preset.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def change(request: ActorRequest, programme_id: UUID, section: str) -> HttpResponse:
    """Change one section of what a programme says."""
    if section not in SECTIONS:
        raise Http404
    shown, chosen = changeable(request, programme_id), SECTIONS[section]
    form = SectionForm(
        posted(request),
        actor=request.actor,
        section=chosen,
        initial=initial_of(shown, chosen),
    )
    if request.method == "POST" and form.is_valid():
        try:
            missing = services.change_programme(
                actor=request.actor, programme_id=shown.pk, changes=form.cleaned_data
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved."))
            for sentence in missing[:1]:
                messages.info(request, sentence)
            return see_other(request.actor.url("programmes:programme", programme_id=shown.pk))
    context = {"form": form, "programme": shown, "section": chosen}
    return page(request, "programmes/change.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def change_weights(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """What weighs when we look for who could stand beside somebody."""
    shown = changeable(request, programme_id)
    form = WeightsForm(posted(request), initial=shown.match_weights or weights.defaults())
    if request.method == "POST" and form.is_valid():
        services.change_programme(
            actor=request.actor,
            programme_id=shown.pk,
            changes={"match_weights": form.cleaned_data},
        )
        messages.success(request, _("Saved."))
        return see_other(request.actor.url("programmes:programme", programme_id=shown.pk))
    context = {
        "form": form,
        "programme": shown,
        "section": {
            "heading": _("What weighs in a match"),
            "lead": _("Nobody is ranked: this only decides which reasons are named first."),
        },
    }
    return page(request, "programmes/change.html", context, refused=bool(form.errors))
