"""What participants and volunteers say themselves: own words, the early check, what changed."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.http import page
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.surroundings.forms.asking import CheckForm, OutcomeForm, SayForm
from naast.surroundings.queries import asking as queries
from naast.surroundings.services import asking as services
from naast.surroundings.services import checks as check_services
from naast.surroundings.views.pages import FormPage, done, form_page, found

BOTH = (Function.VOLUNTEER, Function.PARTICIPANT)


@require_http_methods(["GET", "POST"])
@open_to(Function.PARTICIPANT)
def say(request: ActorRequest) -> HttpResponse:
    """I say how it goes, whenever I want, to whom I choose (S2-14)."""
    mark_read(actor=request.actor, url=request.path)
    form = SayForm(request.POST or None)
    invitation = queries.invitations(request.actor).first()
    return form_page(
        request,
        form,
        lambda: services.say(actor=request.actor, words=form.words()),
        FormPage(
            title=_("Say how it goes"),
            lead=_("In your own words, as much or as little as you like. You get an answer."),
            back_url=request.actor.url("surroundings:my_page"),
            back_label=_("My page"),
            done=_("Thank you. Somebody reads it and answers you here."),
            button=_("Send"),
            template="surroundings/say.html",
            draft="say",
            extra={"invitation": invitation, "earlier": queries.own_sayings(request.actor)},
        ),
    )


@require_http_methods(["GET"])
@open_to(Function.PARTICIPANT)
def my_saying(request: ActorRequest, saying_id: UUID) -> HttpResponse:
    """What I said, and the answer."""
    said = found(lambda: queries.get_own_saying(request.actor, saying_id))
    mark_read(actor=request.actor, url=request.path)
    context: dict[str, object] = {"saying": said}
    return page(request, "surroundings/my_saying.html", context)


@require_http_methods(["POST"])
@open_to(Function.PARTICIPANT)
def not_now(request: ActorRequest, saying_id: UUID) -> HttpResponse:
    """Not now: that is fine."""
    said = found(lambda: queries.get_own_saying(request.actor, saying_id))
    return done(
        request,
        lambda: services.not_now(actor=request.actor, saying_id=said.pk),
        _("That is fine."),
        request.actor.url("desk:me"),
    )


@require_http_methods(["GET", "POST"])
@open_to(*BOTH)
def my_check(request: ActorRequest, match_check_id: UUID) -> HttpResponse:
    """How it begins, for me: five sentences, and whether to go on."""
    check = found(lambda: queries.get_check(request.actor, match_check_id))
    if check.person_id != request.actor.person_id:
        raise Http404
    mark_read(actor=request.actor, url=request.path)
    is_volunteer = check.side == "volunteer"
    other = check.match.participant if is_volunteer else check.match.volunteer
    form = CheckForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda: check_services.fill_in(
            actor=request.actor, check_id=check.pk, answers=form.answers()
        ),
        FormPage(
            title=_("How is it beginning with %(name)s?") % {"name": other.first_name},
            lead=_("Your coordinator reads your answers. The other one does not."),
            back_url=request.actor.url("companionship:my_match", match_id=check.match_id),
            back_label=other.first_name,
            done=_("Thank you for telling."),
            button=_("Send"),
            template="surroundings/my_check.html",
            extra={"check": check, "answers": queries.answers_of(check)},
        ),
    )


@require_http_methods(["GET", "POST"])
@open_to(Function.PARTICIPANT)
def my_outcome(request: ActorRequest, outcome_id: UUID) -> HttpResponse:
    """What changed for me, first in my own words."""
    outcome = found(lambda: queries.get_own_outcome(request.actor, outcome_id))
    mark_read(actor=request.actor, url=request.path)
    form = OutcomeForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda: services.tell_outcome(
            actor=request.actor, outcome_id=outcome.pk, answers=form.answers()
        ),
        FormPage(
            title=_("What changed?"),
            lead=_("You read this yourself, and your coordinator does. Nobody else."),
            back_url=request.actor.url("surroundings:my_page"),
            back_label=_("My page"),
            done=_("Thank you for telling."),
            button=_("Send"),
            template="surroundings/my_outcome.html",
            draft=f"outcome:{outcome.pk}",
            extra={"outcome": outcome},
        ),
    )


@require_http_methods(["POST"])
@open_to(Function.PARTICIPANT)
def no_outcome(request: ActorRequest, outcome_id: UUID) -> HttpResponse:
    """I would rather not answer."""
    outcome = found(lambda: queries.get_own_outcome(request.actor, outcome_id))
    return done(
        request,
        lambda: services.no_outcome(actor=request.actor, outcome_id=outcome.pk),
        _("That is fine."),
        request.actor.url("surroundings:my_page"),
    )
