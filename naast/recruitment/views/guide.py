"""The conversation guide, on the screen or on paper, and notes."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest, open_to
from naast.recruitment import guide as words
from naast.recruitment.forms.notes import GuideForm, NoteForm, initial_guide
from naast.recruitment.models import Application, Talk
from naast.recruitment.policies import notes as policies
from naast.recruitment.policies.applications import STAFF, can_move
from naast.recruitment.queries import facts, notes
from naast.recruitment.queries.applications import is_in_training
from naast.recruitment.queries.talks import is_to_round_off
from naast.recruitment.services import notes as services
from naast.recruitment.views.applications import application_or_404
from naast.recruitment.views.talks import talk_or_404, to_application
from naast.vacancies.expectations import MEANING, growing


@require_http_methods(["GET", "POST"])
@open_to(*STAFF)
def guide(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """The guide without a planned talk: for a call, or somebody who walks in."""
    return _guide(request, application_or_404(request, application_id), None)


@require_http_methods(["GET", "POST"])
@open_to(*STAFF)
def talk_guide(request: ActorRequest, application_id: UUID, talk_id: UUID) -> HttpResponse:
    """The guide of one talk; from here it can be rounded off."""
    talk = talk_or_404(request, application_id, talk_id)
    return _guide(request, application_or_404(request, application_id), talk)


def _guide(request: ActorRequest, application: Application, talk: Talk | None) -> HttpResponse:
    there = notes.mine_by_prompt(request.actor, application, talk)
    shown = words.chapters_for(in_training=is_in_training(application))
    form = GuideForm(posted(request), initial=initial_guide(there), shown=shown)
    # The id of the application stands in every key: its drafts are forgotten with it.
    key = f"guide:{application.pk}:{talk.pk if talk else ''}"
    if request.method == "POST" and form.is_valid():
        services.keep_guide(
            actor=request.actor,
            application_id=application.pk,
            talk_id=talk.pk if talk else None,
            written=form.written(),
        )
        drafts.forget(request.user.pk, key)
        messages.success(request, _("Your notes are kept."))
        return see_other(request.path)
    if request.method == "GET":
        log.looked("application.read", actor=request.actor, target=application)
    context: dict[str, object] = {
        "application": application,
        "talk": talk,
        "form": form,
        "draft_key": key,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, key),
        "opening": words.OPENING,
        "meaning": MEANING,
        "closing": words.CLOSING,
        "no_advantage": words.NO_ADVANTAGE,
        "can_agree": bool(can_move(request.actor, application)),
        "growth": growing(application.programme),
        "meetings": facts.meetings_of(application),
        "told_why": notes.told_why(request.actor, application, but=there.values()),
        "can_round_off": talk is not None and is_to_round_off(request.actor, talk),
    }
    return page(request, "recruitment/guide.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@open_to(*STAFF)
def new_note(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """A note apart from the guide."""
    application = application_or_404(request, application_id)
    key = f"note:{application.pk}"
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.write_note(
                actor=request.actor, application_id=application.pk, written=form.written()
            )
        except DomainError as error:
            form.add_error("text", str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("The note is kept."))
            return to_application(request, application.pk)
    return _note(request, application, form, key, is_new=True)


@require_http_methods(["GET", "POST"])
@open_to(*STAFF)
def change_note(request: ActorRequest, application_id: UUID, note_id: UUID) -> HttpResponse:
    """Change one's own note, or empty it to take it away."""
    note = notes.get_note(request.actor, application_id, note_id)
    if note is None or not policies.can_change(request.actor, note):
        raise Http404
    key = f"note:{application_id}:{note.pk}"
    form = NoteForm(request.POST or None, initial={"text": note.text, "audience": note.audience})
    if request.method == "POST" and form.is_valid():
        services.change_note(actor=request.actor, note_id=note.pk, written=form.written())
        drafts.forget(request.user.pk, key)
        messages.success(request, _("The note is changed."))
        return to_application(request, application_id)
    return _note(request, note.application, form, key, is_new=False)


def _note(
    request: ActorRequest, application: Application, form: NoteForm, key: str, *, is_new: bool
) -> HttpResponse:
    context = {
        "application": application,
        "form": form,
        "draft_key": key,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, key),
        "is_new": is_new,
    }
    return page(request, "recruitment/guide_note.html", context, refused=bool(form.errors))
