"""What can a volunteer mean here?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.http import or_404, see_other
from naast.core.paging import keyset_page
from naast.division.forms.people import AnswerForm
from naast.division.forms.programmes import IdeaForm
from naast.division.queries import programmes as queries
from naast.division.services import programmes as services
from naast.division.views.doors import FormPage, by_coordinator, by_team, form_page
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest


@require_http_methods(["GET", "POST"])
@by_team
def ideas(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """The standing question of a programme, its ideas and their answers."""
    programme = or_404(queries.get_worked_in(request.actor, programme_id))
    mark_read(actor=request.actor, url=request.path)
    here = request.actor.url("division:ideas", programme_id=programme.pk)
    form = IdeaForm(posted(request))

    def act() -> str:
        services.add_idea(
            actor=request.actor, programme_id=programme.pk, text=form.cleaned_data["text"]
        )
        messages.success(
            request, _("Thank you. A coordinator answers, and everybody here reads it.")
        )
        return here

    is_coordinator = request.actor.is_coordinator
    rows = queries.ideas_of(request.actor, programme)
    context: dict[str, object] = {
        "programme": programme,
        "is_coordinator": is_coordinator,
        "rows": keyset_page(rows, params=request.GET, fields=("id",), newest_first=True),
    }
    back = (
        request.actor.url("division:programme", programme_id=programme.pk)
        if is_coordinator
        else request.actor.url("division:mine")
    )
    shown = FormPage(
        title=_("What can a volunteer mean here?"),
        lead=programme.name,
        back_url=back,
        back_label=programme.name if is_coordinator else _("Who does what"),
        submit=_("Put it in the box"),
        draft=f"division-idea:{programme.pk}",
        template="division/ideas.html",
    )
    return form_page(request, form, shown, act, context=context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def answer_idea(request: ActorRequest, idea_id: UUID) -> HttpResponse:
    """Answer an idea."""
    idea = or_404(queries.get_idea(request.actor, idea_id))
    back = request.actor.url("division:ideas", programme_id=idea.programme_id)
    if idea.answered_on is not None:
        return see_other(back)
    form = AnswerForm(posted(request))

    def act() -> str:
        services.answer_idea(
            actor=request.actor, idea_id=idea.pk, answer=form.cleaned_data["answer"]
        )
        messages.success(request, _("Thank you. Everybody who works there reads it."))
        return back

    shown = FormPage(
        title=_("Answer an idea"),
        lead=idea.programme.name,
        back_url=back,
        back_label=_("Ideas"),
        submit=_("Answer"),
        draft=f"division-idea-answer:{idea.pk}",
        quote=idea.text,
    )
    return form_page(request, form, shown, act)
