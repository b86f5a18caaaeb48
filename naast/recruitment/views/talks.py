"""Talks with a candidate, for staff: invite, plan, move, cancel, and how it went."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.text import Text
from naast.messaging import texts
from naast.messaging.forms import WordsForm, posted
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.recruitment.forms.talks import (
    AgreedForm,
    InviteForm,
    MoveForm,
    initial_move,
)
from naast.recruitment.models import Application, Talk
from naast.recruitment.policies.applications import STAFF
from naast.recruitment.queries import talks as queries
from naast.recruitment.services import talk_letters
from naast.recruitment.services import talks as services
from naast.recruitment.services.talks import Moved
from naast.recruitment.views.applications import application_or_404


def talk_or_404(request: ActorRequest, application_id: UUID, talk_id: UUID) -> Talk:
    """The talk of this page, when the actor may know that it exists."""
    found = queries.get_talk(request.actor, application_id, talk_id)
    if found is None:
        raise Http404
    return found


def to_application(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """Back to the page of the application."""
    return see_other(request.actor.url("recruitment:application", application_id=application_id))


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def invite_to_talk(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """What for, where and which moments; then the letter is shown before it leaves. Without an address
    the moment is agreed by phone."""
    application = application_or_404(request, application_id)
    if not application.email:
        return see_other(request.actor.url("recruitment:plan_talk", application_id=application.pk))
    form = InviteForm(
        request.POST or None,
        initial={"host": request.actor.membership_id},
        hosts=queries.host_choices(request.actor),
    )
    if request.method == "POST" and form.is_valid():
        try:
            words = services.preview(actor=request.actor, application=application, plan=form.plan())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return _letter(request, application, form, WordsForm(words=words))
    return _form(request, application, form, template="recruitment/talk_invite.html")


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def send_invitation(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """The letter was read: it leaves, and the candidate chooses. A plan that no longer holds goes back
    to its form, with everything that was filled in."""
    application = application_or_404(request, application_id)
    form = InviteForm(request.POST, hosts=queries.host_choices(request.actor))
    letter = WordsForm(request.POST)
    if not form.is_valid():
        return _form(request, application, form, template="recruitment/talk_invite.html")
    if letter.is_valid():
        try:
            services.invite(
                actor=request.actor,
                application_id=application.pk,
                plan=form.plan(),
                words=letter.words(),
            )
        except DomainError as error:
            letter.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, _key(application))
            messages.success(request, _("The invitation is sent. Now the candidate chooses."))
            return to_application(request, application.pk)
    return _letter(request, application, form, letter)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def plan_talk(request: ActorRequest, application_id: UUID) -> HttpResponse:
    """A moment that was agreed in a call: planned at once."""
    application = application_or_404(request, application_id)
    form = AgreedForm(
        request.POST or None,
        initial={"host": request.actor.membership_id},
        hosts=queries.host_choices(request.actor),
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.plan_by_phone(
                actor=request.actor, application_id=application.pk, plan=form.plan()
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, _key(application))
            messages.success(request, _("The talk is planned."))
            return to_application(request, application.pk)
    return _form(request, application, form, template="recruitment/talk_agreed.html")


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def move_talk(request: ActorRequest, application_id: UUID, talk_id: UUID) -> HttpResponse:
    """Another moment or place; both are told."""
    talk = talk_or_404(request, application_id, talk_id)
    form = MoveForm(request.POST or None, initial=initial_move(talk))
    letter = _words_about(request, talk, services.moved_kind(talk))
    context = {"application": talk.application, "talk": talk, "form": form, "letter": letter}
    if form.is_valid() and (letter is None or letter.is_valid()):
        new = Moved(form.cleaned_data["starts_at"], form.cleaned_data["where"])
        try:
            if letter is not None and letter.asks_to_look:
                letter.look = services.preview_moved(request.actor, talk, new, letter.words())
                return page(request, "recruitment/talk_move.html", context)
            services.move(
                actor=request.actor,
                talk_id=talk.pk,
                new=new,
                words=letter.words() if letter else None,
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The talk has a new moment."))
            return to_application(request, application_id)
    refused = bool(form.errors or (letter and letter.errors))
    return page(request, "recruitment/talk_move.html", context, refused=refused)


def _words_about(request: ActorRequest, talk: Talk, kind: str) -> WordsForm | None:
    """The letter about what changes for a talk, to read and change; None without an address."""
    if not talk.application.email:
        return None
    words = talk_letters.words_to_change(request.actor, talk, kind)
    return WordsForm(posted(request), kind=texts.kind_named(kind), words=words)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def cancel_talk(request: ActorRequest, application_id: UUID, talk_id: UUID) -> HttpResponse:
    """A talk does not go on: asked once more, with the letter that leaves."""
    talk = talk_or_404(request, application_id, talk_id)
    letter = _words_about(request, talk, "talk.cancelled")
    refusal = ""
    if request.method == "POST" and (letter is None or letter.is_valid()):
        try:
            if letter is None or not letter.asks_to_look:
                services.cancel(
                    actor=request.actor, talk_id=talk.pk, words=letter.words() if letter else None
                )
                messages.success(request, _("The talk is cancelled. Contact the candidate soon."))
                return to_application(request, application_id)
            letter.look = services.preview_cancelled(request.actor, talk, letter.words())
        except DomainError as error:
            refusal = str(error)
    context = {"application": talk.application, "talk": talk, "refusal": refusal, "letter": letter}
    refused = bool(refusal or (letter and letter.errors))
    return page(request, "recruitment/talk_cancel.html", context, refused=refused)


@require_http_methods(["POST"])
@open_to(*STAFF)
def talk_held(request: ActorRequest, application_id: UUID, talk_id: UUID) -> HttpResponse:
    """The talk took place."""
    talk = talk_or_404(request, application_id, talk_id)
    done = _("Good. The next step is ours: don’t let them wait long.")
    try:
        services.mark_held(actor=request.actor, talk_id=talk.pk)
    except DomainError as error:
        return _refused(request, talk, str(error))
    messages.success(request, done)
    return to_application(request, application_id)


@require_http_methods(["POST"])
@open_to(*STAFF)
def talk_missed(request: ActorRequest, application_id: UUID, talk_id: UUID) -> HttpResponse:
    """The talk did not take place."""
    talk = talk_or_404(request, application_id, talk_id)
    try:
        services.mark_missed(actor=request.actor, talk_id=talk.pk)
    except DomainError as error:
        return _refused(request, talk, str(error))
    messages.success(request, _("Written down. Give a kind call: anything may have happened."))
    return to_application(request, application_id)


def _refused(request: ActorRequest, talk: Talk, reason: Text) -> HttpResponse:
    messages.error(request, str(reason))
    return to_application(request, talk.application_id)


def _key(application: Application) -> str:
    return f"talk:{application.pk}"


def _form(
    request: ActorRequest,
    application: Application,
    form: InviteForm | AgreedForm,
    *,
    template: str,
) -> HttpResponse:
    key = _key(application)
    context: dict[str, object] = {
        "application": application,
        "form": form,
        "draft_key": key,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, key),
    }
    return page(request, template, context, refused=bool(form.errors))


def _letter(
    request: ActorRequest, application: Application, form: InviteForm, letter: WordsForm
) -> HttpResponse:
    context = {"application": application, "form": form, "letter": letter}
    return page(request, "recruitment/talk_letter.html", context, refused=bool(letter.errors))
