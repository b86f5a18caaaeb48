"""Needs by theme, and what goes to management (S1-65, S0-10, S1-277)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.inputs import pk_of
from naast.core.paging import keyset_page
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.needs.forms.letters import AnswerPolicyForm, NeedForm, PolicyForm, SendForm
from naast.needs.models import PolicySignal
from naast.needs.pdf import letter_pdf
from naast.needs.policies import letters as policies
from naast.needs.queries import figures
from naast.needs.queries import letters as queries
from naast.needs.queries import rows as row_queries
from naast.needs.rules import Quarter
from naast.needs.services import letters as services
from naast.needs.services.register import note_need
from naast.needs.states import Theme
from naast.needs.views.doors import by_coordinator, by_management, signal_asked, tabs_of
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.organisations.kept import draft_key
from naast.programmes.queries import programmes

SIGNALS_SHOWN = 20


@require_http_methods(["GET"])
@by_coordinator
def register(request: ActorRequest) -> HttpResponse:
    """How often each theme came up in four quarters, what is said about our own offer, and the lines."""
    asked = request.GET.get("theme", "")
    theme = asked if asked in Theme.values else ""
    signals = row_queries.without_theme(request.actor).order_by("id")
    context: dict[str, object] = {
        "figures": figures.figures(request.actor, until=Quarter.of(clock.today()), hides=False),
        "page": keyset_page(
            row_queries.needs(request.actor, theme=theme),
            params=request.GET,
            fields=("noted_on", "id"),
            newest_first=True,
        ),
        "theme": theme,
        "theme_label": Theme(theme).label if theme else "",
        "signals": list(signals[:SIGNALS_SHOWN]),
        "tabs": tabs_of(request.actor, "register"),
    }
    return page(request, "needs/register.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_need(request: ActorRequest) -> HttpResponse:
    """One line for the register, from a signal or written down directly."""
    signal = signal_asked(request)
    initial = {"theme": signal.theme, "aspect": signal.aspect} if signal else {}
    form = NeedForm(posted(request), programmes=programmes(request.actor), initial=initial)

    def act(sent: NeedForm) -> str:
        note_need(actor=request.actor, given=sent.need(signal_id=pk_of(signal)))
        return request.actor.url("needs:register")

    told = FormPage(
        title=_("A need that nobody answers"),
        lead=_("One line in the register. Many lines together show what is missing."),
        done=_("It counts from now on."),
        back_url=request.actor.url("needs:register"),
        back_label=_("Needs by theme"),
        key=draft_key(request, "needs-need", pk_of(signal) or "new"),
        template="needs/from_form.html",
        context={"signal": signal, "match": None, "person": None},
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET"])
@by_management
def policy(request: ActorRequest) -> HttpResponse:
    """What goes to management: what waits for a letter, and the letters that were sent."""
    can_write = bool(policies.can_write(request.actor))
    context: dict[str, object] = {
        "page": keyset_page(
            queries.letters(request.actor),
            params=request.GET,
            fields=("year", "quarter", "id"),
            newest_first=True,
        ),
        "waiting": list(queries.to_send(request.actor).order_by("id")) if can_write else [],
        "quarter": queries.quarter_to_send(request.actor, day=clock.today()),
        "can_write": can_write,
        "tabs": tabs_of(request.actor, "policy") if can_write else [],
        "today": clock.today(),
    }
    return page(request, "needs/policy.html", context)


def _since() -> Quarter:
    return Quarter.of(clock.today()).last(figures.QUARTERS_SHOWN)[0]


def _policy_form(
    request: ActorRequest, theme: str, initial: dict[str, object], chosen: list[UUID] | None = None
) -> PolicyForm:
    """With the lines of this theme to tick; a new one leans on all of them, unless somebody says otherwise."""
    rows = row_queries.needs_to_choose(
        request.actor, theme=theme, since=_since().first_day, chosen=chosen or ()
    )
    ticked = list(rows) if chosen is None else chosen
    return PolicyForm(
        posted(request), needs=rows, initial={"theme": theme, "needs": ticked, **initial}
    )


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_policy(request: ActorRequest) -> HttpResponse:
    """Write one thing that management can change."""
    asked = request.GET.get("theme", "")
    form = _policy_form(request, asked if asked in Theme.values else "", {})

    def act(sent: PolicyForm) -> str:
        services.write_policy(actor=request.actor, given=sent.policy())
        return request.actor.url("needs:policy")

    told = FormPage(
        title=_("Something for management"),
        lead=_("What many signals together say: what we see, and what we ask."),
        done=_("Written. It goes along with the letter of the quarter."),
        back_url=request.actor.url("needs:policy"),
        back_label=_("To management"),
        key=draft_key(request, "needs-policy", asked or "new"),
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_policy(request: ActorRequest, policy_id: UUID) -> HttpResponse:
    """Change it, as long as it was not sent."""
    found = or_404(queries.get_signal(request.actor, policy_id))
    found = or_404(found if found.letter_id is None else None)
    initial: dict[str, object] = {
        name: getattr(found, name) for name in ("title", "theme", "sees", "asks")
    }
    chosen = list(found.links.values_list("need_id", flat=True))
    form = _policy_form(request, found.theme, initial, chosen)

    def act(sent: PolicyForm) -> str:
        services.write_policy(actor=request.actor, given=sent.policy(), policy_id=found.pk)
        return request.actor.url("needs:policy")

    told = FormPage(
        title=found.title,
        done=_("Changed."),
        back_url=request.actor.url("needs:policy"),
        back_label=_("To management"),
        template="needs/policy_form.html",
        key=draft_key(request, "needs-policy", found.pk),
        context={"policy": found},
    )
    return form_page(request, form, act, told)


@require_http_methods(["POST"])
@by_coordinator
def drop_policy(request: ActorRequest, policy_id: UUID) -> HttpResponse:
    """It need not go to management after all."""
    found = or_404(queries.get_signal(request.actor, policy_id))
    try:
        services.drop_policy(actor=request.actor, policy_id=found.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Left out."))
    return see_other(request.actor.url("needs:policy"))


@require_http_methods(["GET", "POST"])
@by_coordinator
def send_letter(request: ActorRequest) -> HttpResponse:
    """Send the letter of the quarter that ended last."""
    quarter = queries.quarter_to_send(request.actor, day=clock.today())
    waiting = list(queries.to_send(request.actor).order_by("id"))

    def act(sent: SendForm) -> str:
        letter = services.send_letter(actor=request.actor, given=sent.letter())
        return request.actor.url("needs:letter", letter_id=letter.pk)

    told = FormPage(
        title=_("The letter to management"),
        lead=figures.title_of(quarter) if quarter else "",
        done=_("Sent. Management was told, and answers before the day."),
        action=_("Send the letter"),
        back_url=request.actor.url("needs:policy"),
        back_label=_("To management"),
        template="needs/send_letter.html",
        key=draft_key(request, "needs-letter", figures.name_of(quarter) if quarter else "new"),
        context={
            "waiting": waiting,
            "quarter": quarter,
            "figures": figures.figures(
                request.actor, until=quarter or Quarter.of(clock.today()), hides=True
            ),
        },
    )
    return form_page(request, SendForm(posted(request)), act, told)


@require_http_methods(["GET"])
@by_management
def letter(request: ActorRequest, letter_id: UUID) -> HttpResponse:
    """The letter of one quarter: what is asked, the counts, and the answers."""
    found = or_404(queries.get_letter(request.actor, letter_id))
    mark_read(actor=request.actor, url=request.path)
    context: dict[str, object] = {
        "letter": found,
        "title": figures.title_of(Quarter(found.year, found.quarter)),
        "signals": queries.signals_of(request.actor, found),
        "figures": figures.read_kept(found.figures),
        "today": clock.today(),
    }
    return page(request, "needs/letter.html", context)


@require_http_methods(["GET"])
@by_management
def letter_print(request: ActorRequest, letter_id: UUID) -> HttpResponse:
    """The letter as a PDF that everybody can read."""
    found = or_404(queries.get_letter(request.actor, letter_id))
    made = letter_pdf(found, queries.signals_of(request.actor, found))
    response = HttpResponse(made, content_type="application/pdf")
    name = f"{found.year}-{found.quarter}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@require_http_methods(["GET", "POST"])
@by_management
def answer_policy(request: ActorRequest, policy_id: UUID) -> HttpResponse:
    """What management says to one of them."""
    found = _sent(request, policy_id)
    back_url = request.actor.url("needs:letter", letter_id=found.letter_id)
    initial = {"kind": found.answer_kind, "words": found.answer}

    def act(sent: AnswerPolicyForm) -> str:
        services.answer_policy(actor=request.actor, policy_id=found.pk, **sent.cleaned_data)
        return back_url

    told = FormPage(
        title=found.title,
        lead=_("Volunteers told this, and wait for what you say."),
        done=_("Thank you. Whoever told it can read your answer now."),
        action=_("Answer"),
        back_url=back_url,
        back_label=_("The letter"),
        template="needs/answer_policy.html",
        key=draft_key(request, "needs-policy-answer", found.pk),
        context={"policy": found},
    )
    return form_page(request, AnswerPolicyForm(posted(request), initial=initial), act, told)


def _sent(request: ActorRequest, policy_id: UUID) -> PolicySignal:
    found = or_404(queries.get_signal(request.actor, policy_id))
    return or_404(found if found.letter_id is not None else None)
