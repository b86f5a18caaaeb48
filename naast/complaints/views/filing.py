"""Telling it: on one's own page, for somebody else, or on paper."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.complaints.forms.own import ComplaintForm, WrittenDownForm
from naast.complaints.pdf import paper_pdf
from naast.complaints.policies.complaints import LISTENERS
from naast.complaints.queries import around
from naast.complaints.queries import complaints as queries
from naast.complaints.queries.terms import terms_of
from naast.complaints.services import filing
from naast.complaints.states import Hat
from naast.complaints.views.doors import by_writers
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest, open_to_members
from naast.organisations.form_pages import FormPage, form_page
from naast.organisations.models import Function
from naast.people.api import search_people

# As whom somebody usually speaks; they may say it differently.
HATS = (
    (Function.PARTICIPANT, Hat.PARTICIPANT),
    (Function.VOLUNTEER, Hat.VOLUNTEER),
    (Function.PROFESSIONAL, Hat.PROFESSIONAL),
)
MOST_FOUND = 20


def _hats(request: ActorRequest) -> list[Hat]:
    """What this member is here, the usual one first; anybody may be family as well."""
    own = [hat for function, hat in HATS if request.actor.has(function)]
    return [*(own or [Hat.STAFF]), Hat.FAMILY]


@require_http_methods(["GET", "POST"])
@open_to_members
def new_complaint(request: ActorRequest) -> HttpResponse:
    """Three questions, for everybody who belongs to the house."""
    actor = request.actor
    ears, hats = queries.ears(actor), _hats(request)
    form = ComplaintForm(
        posted(request),
        ears=[ear for ear in ears if ear.who.membership_id != actor.membership_id],
        around=around.people_around(actor),
        initial={"hat": hats[0].value},
    )
    form.fields["hat"].choices = [(hat.value, hat.label) for hat in hats]  # type: ignore[attr-defined]  # a ChoiceField

    def act(sent: ComplaintForm) -> str:
        made = filing.tell_complaint(actor=actor, new=sent.new())
        return actor.url("complaints:my_complaint", complaint_id=made.pk)

    told = FormPage(
        title=_("I am not content with something"),
        lead=_("Good that you say it. You choose who listens, and nobody else reads it."),
        key=f"complaint-new:{actor.organisation_id}",
        done=_("Thank you. Who you chose hears that you told something."),
        action=_("Send"),
        back_url=actor.url("complaints:mine"),
        back_label=_("What I told"),
        template="complaints/new.html",
        context={"terms": terms_of(actor.organisation_id), "ears": ears},
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_writers
def write_down(request: ActorRequest) -> HttpResponse:
    """For somebody who told it to a colleague."""
    actor = request.actor
    find = request.GET.get("find", "")
    people = search_people(actor, find)[:MOST_FOUND] if find else []
    form = WrittenDownForm(
        posted(request), ears=queries.ears(actor), around=around.people_around(actor), people=people
    )

    def act(sent: WrittenDownForm) -> str | None:
        made = filing.write_down(actor=actor, new=sent.new(), whom=sent.whom())
        if queries.get_complaint(actor, made.pk) is None:
            return None
        return actor.url("complaints:complaint", complaint_id=made.pk)

    is_listener = actor.has(*LISTENERS)
    back = "complaints:overview" if is_listener else "complaints:mine"
    told = FormPage(
        title=_("Write down for somebody that they are not content"),
        lead=_("In their words. They choose who listens; you read it no more, unless that is you."),
        key=f"complaint-down:{actor.organisation_id}",
        done=_("Written down. Who was chosen hears that there is something."),
        back_url=actor.url(back),
        back_label=_("Complaints") if is_listener else _("What I told"),
        finds=True,
        template="complaints/new.html",
        context={"terms": terms_of(actor.organisation_id), "ears": queries.ears(actor)},
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET"])
@open_to_members
def paper(request: ActorRequest) -> HttpResponse:
    """The same three questions, to fill in by hand."""
    made = paper_pdf(
        terms_of(request.organisation.pk),
        organisation=request.organisation.name,
        phone=request.organisation.phone,
        ears=[(ear.name, str(ear.as_what)) for ear in queries.ears(request.actor)],
    )
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="not-content.pdf"'
    return answer
