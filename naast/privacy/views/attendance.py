"""A letter about when a volunteer was here: at their own written request, and given to them alone (S1-15)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.privacy.attendance_pdf import attendance_pdf
from naast.privacy.forms.consents import AttendanceForm
from naast.privacy.policies import consents as policies
from naast.privacy.queries import attendance as queries
from naast.privacy.services import attendance as services
from naast.privacy.views.guards import (
    by_coordinator,
    by_volunteer,
    finding,
    own_person,
    somebody,
)

LAST_FEW = 20


@require_http_methods(["GET", "POST"])
@by_volunteer
def my_attendance(request: ActorRequest) -> HttpResponse:
    """I ask for a letter about when I was here, and take it along myself."""
    person = own_person(request)
    form = AttendanceForm(request.POST or None, is_own=True)
    if request.method == "POST" and form.is_valid():
        try:
            services.ask(actor=request.actor, person_id=person.pk, asked=form.asked())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("Your letter is ready. It is for you: we send it to nobody.")
            )
            return see_other(request.actor.url("privacy:my_attendance"))
    if request.method == "GET":
        mark_read(actor=request.actor, url=request.path)
    mine = queries.letters(request.actor).filter(person=person)
    context: dict[str, object] = {
        "form": form,
        "letters": list(mine.order_by("-id")[:LAST_FEW]),
    }
    return page(request, "privacy/my_attendance.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_coordinator
def attendance(request: ActorRequest) -> HttpResponse:
    """Every letter that was asked: by whom, when, and how."""
    rows = queries.letters(request.actor)
    found = keyset_page(rows, params=request.GET, fields=("id",), newest_first=True)
    printable = queries.to_print(request.actor).filter(pk__in=[each.pk for each in found.rows])
    context: dict[str, object] = {
        "page": found,
        "printable": set(printable.values_list("pk", flat=True)),
        **finding(request),
    }
    return page(request, "privacy/attendance.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_attendance(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """A request of a volunteer that lies on the table, on paper or by mail."""
    person = somebody(request, person_id)
    or_404(policies.can_ask_letter(request.actor, person) or None)
    form = AttendanceForm(request.POST or None, is_own=False, initial={"asked_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            services.ask(actor=request.actor, person_id=person.pk, asked=form.asked())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Print it, and give it to the volunteer."))
            return see_other(request.actor.url("privacy:attendance"))
    context: dict[str, object] = {"form": form, "person": person}
    return page(request, "privacy/new_attendance.html", context, refused=bool(form.errors))


@require_safe
@open_to(Function.VOLUNTEER, Function.COORDINATOR)
def attendance_file(request: ActorRequest, letter_id: UUID) -> HttpResponse:
    """The letter as PDF; each time it is made is written down."""
    letter = or_404(queries.to_print(request.actor).filter(pk=letter_id).first())
    log.looked("attendance.letter-made", actor=request.actor, target=letter.person)
    made = attendance_pdf(letter, queries.months_of(letter), organisation=request.organisation.name)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="letter.pdf"'
    return answer
