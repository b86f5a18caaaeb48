"""Courses, our core curriculum, and the material that goes with a course."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.core.templatetags.ui_actions import Tab
from naast.learning.curriculum import theme_named
from naast.learning.facts import facts_of
from naast.learning.forms.courses import (
    CoursePlanForm,
    PackageForm,
    initial_of,
    materials_as_text,
)
from naast.learning.models import Course
from naast.learning.queries import courses as queries
from naast.learning.queries import sessions as session_queries
from naast.learning.services import courses as services
from naast.learning.views.doors import by_coordinator
from naast.organisations.access import ActorRequest
from naast.organisations.kept import draft_key, kept_for


@require_http_methods(["GET"])
@by_coordinator
def courses(request: ActorRequest) -> HttpResponse:
    """The courses in use, or those that were put away."""
    is_away = request.GET.get("show") == "away"
    rows = queries.listed(request.actor, is_used=not is_away, now=clock.now())
    here = request.actor.url("learning:courses")
    context: dict[str, object] = {
        "rows": keyset_page(rows, params=request.GET, fields=("title", "id")),
        "is_away": is_away,
        "quiet": queries.without_sessions(request.actor, now=clock.now()),
        "tabs": [
            Tab(_("In use"), here, not is_away),
            Tab(_("Put away"), f"{here}?show=away", is_away),
        ],
    }
    return page(request, "learning/courses.html", context)


@require_http_methods(["GET"])
@by_coordinator
def curriculum(request: ActorRequest) -> HttpResponse:
    """Our themes, to add with one click."""
    language = (get_language() or "nl")[:2]
    rows = [
        (theme.code, theme.plan(language), made)
        for theme, made in queries.themes_left(request.actor)
    ]
    return page(request, "learning/curriculum.html", {"rows": rows})


@require_http_methods(["GET"])
@by_coordinator
def theme(request: ActorRequest, code: str) -> HttpResponse:
    """One theme, worked out: aim, outline, exercises, what to bring."""
    found = or_404(theme_named(code))
    made = {each.code: course for each, course in queries.themes_left(request.actor)}[found.code]
    plan = found.plan((get_language() or "nl")[:2])
    context: dict[str, object] = {"code": found.code, "course": plan, "made": made}
    return page(request, "learning/theme.html", context)


@require_http_methods(["POST"])
@by_coordinator
def add_theme(request: ActorRequest, code: str) -> HttpResponse:
    """One click: a theme becomes a course of ours."""
    or_404(theme_named(code))
    made = services.add_theme(actor=request.actor, code=code)
    messages.success(request, _("Added to your courses. Change what you like."))
    return see_other(request.actor.url("learning:course", course_id=made.pk))


@require_http_methods(["GET"])
@by_coordinator
def course(request: ActorRequest, course_id: UUID) -> HttpResponse:
    """One course: what it is for, its material, and when it is given."""
    shown = or_404(queries.get_course(request.actor, course_id))
    context: dict[str, object] = {
        "course": shown,
        "facts": facts_of(shown),
        "to_put": queries.without_course(request.actor) if shown.is_used else [],
        "cases": queries.cases_about(shown),
        "packages": list(shown.packages.all()[:20]),
        "sessions": session_queries.of_course(request.actor, shown.pk, now=clock.now()),
    }
    return page(request, "learning/course.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_course(request: ActorRequest) -> HttpResponse:
    """A course of our own."""
    key = draft_key(request, "course")
    first = {"languages": [request.organisation.language]}
    form = CoursePlanForm(request.POST or None, actor=request.actor, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.add_course(actor=request.actor, plan=form.plan())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("The course is there. Plan when it is given."))
            return see_other(request.actor.url("learning:course", course_id=made.pk))
    return _form_page(request, form, key, None)


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_course(request: ActorRequest, course_id: UUID) -> HttpResponse:
    """Change a course."""
    shown = or_404(queries.get_course(request.actor, course_id))
    key = draft_key(request, "course", shown.pk)
    form = CoursePlanForm(
        request.POST or None, actor=request.actor, course=shown, initial=initial_of(shown)
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.change_course(actor=request.actor, course_id=shown.pk, plan=form.plan())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Changed."))
            return see_other(request.actor.url("learning:course", course_id=shown.pk))
    return _form_page(request, form, key, shown)


def _form_page(
    request: ActorRequest, form: CoursePlanForm, key: str, shown: Course | None
) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        **kept_for(request, key),
        "course": shown,
    }
    return page(request, "learning/course_form.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def use_course(request: ActorRequest, course_id: UUID, step: str) -> HttpResponse:
    """Put a course away, or take it up again."""
    shown = or_404(queries.get_course(request.actor, course_id))
    if step not in {"away", "again"}:
        raise Http404
    is_used = step == "again"
    services.set_in_use(actor=request.actor, course_id=shown.pk, is_used=is_used)
    said = _("In use again.") if is_used else _("Put away. What people did stays.")
    messages.success(request, said)
    return see_other(request.actor.url("learning:course", course_id=shown.pk))


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_package(request: ActorRequest, course_id: UUID) -> HttpResponse:
    """A new version of the material."""
    shown = or_404(queries.get_course(request.actor, course_id))
    first = {"materials": materials_as_text(queries.newest_package(shown.pk))}
    key = draft_key(request, "course-material", shown.pk)
    form = PackageForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        made = services.new_package(
            actor=request.actor,
            course_id=shown.pk,
            materials=form.cleaned_data["materials"],
            note=form.cleaned_data["note"],
        )
        drafts.forget(request.user.pk, key)
        messages.success(request, _("Version %(number)s is in use.") % {"number": made.number})
        return see_other(request.actor.url("learning:course", course_id=shown.pk))
    context: dict[str, object] = {"form": form, "course": shown, **kept_for(request, key)}
    return page(request, "learning/package_form.html", context, refused=bool(form.errors))
