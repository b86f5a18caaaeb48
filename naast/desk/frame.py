"""The frame around every page: where am I, what else is there (context processor)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import resolve, reverse
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.desk.demo.houses import ADDRESS, HOUSES
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation, StaffSession
from naast.organisations.staff_sessions import may_read


@dataclass(frozen=True, slots=True)
class Place:
    """One link of the navigation."""

    url: str
    label: Text
    icon: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything base.html needs; empty when nobody is signed in."""

    product_name: str = "Naast"
    organisation: Organisation | None = None
    places: tuple[Place, ...] = ()
    phone_places: tuple[Place, ...] = ()
    # What the bar of a phone has no room for stands in the menu there.
    more_places: tuple[Place, ...] = ()
    hats: tuple[Place, ...] = ()
    search_url: str = ""
    help_url: str = ""
    me_label: str = ""
    me_url: str = ""
    organisations: tuple[Any, ...] = field(default=())
    # The pages beside this one, where a place has several.
    section: tuple[Place, ...] = ()
    section_label: Text = ""
    # An administrator reads along: until when, and where it is ended (ADR 0021).
    reading_until: datetime | None = None
    reading_url: str = ""
    reading_end_url: str = ""


# (name of the page, label, icon, who sees it); the order is that of the day.
PLACES: tuple[tuple[str, Text, str, frozenset[Function]], ...] = (
    ("desk:today", _("Today"), "sun", frozenset({Function.COORDINATOR})),
    (
        "companionship:requests",
        _("Wishes"),
        "message-circle-heart",
        frozenset({Function.COORDINATOR}),
    ),
    ("companionship:matches", _("Matches"), "users", frozenset({Function.COORDINATOR})),
    ("recruitment:board", _("Candidates"), "sprout", frozenset({Function.COORDINATOR})),
    # Coordinators have the board; whoever leads talks finds the candidates they talk with.
    (
        "recruitment:applications",
        _("Candidates"),
        "sprout",
        frozenset({Function.COACH, Function.PROFESSIONAL}),
    ),
    ("people:volunteers", _("Volunteers"), "hand-heart", frozenset({Function.COORDINATOR})),
    ("support:overview", _("Support"), "heart-handshake", frozenset({Function.COORDINATOR})),
    (
        "signals:overview",
        _("Signals"),
        "ear",
        frozenset({Function.COORDINATOR, Function.SAFEGUARDING}),
    ),
    # Coordinators have it under «Signals».
    (
        "complaints:overview",
        _("Complaints"),
        "message-circle-warning",
        frozenset({Function.MEDIATOR}),
    ),
    ("payouts:queue", _("Costs"), "receipt-euro", frozenset({Function.FINANCE})),
    # Finance has it under «Costs».
    (
        "rates:rates",
        _("Amounts of the law"),
        "receipt-euro",
        frozenset({Function.ADMINISTRATOR}),
    ),
    ("agreements:papers", _("Preparing"), "file-pen", frozenset({Function.COORDINATOR})),
    ("people:participants", _("Participants"), "house", frozenset({Function.COORDINATOR})),
    (
        "programmes:programmes",
        _("Programmes"),
        "book-open",
        frozenset(
            {Function.COORDINATOR, Function.PROFESSIONAL, Function.BOARD, Function.VOLUNTEER}
        ),
    ),
    # Coordinators have it under «Preparing», volunteers on their home.
    (
        "casebook:cases",
        _("Case bank"),
        "messages-square",
        frozenset({Function.COACH, Function.PROFESSIONAL, Function.SAFEGUARDING}),
    ),
    ("recruitment:referrals", _("Referrals"), "signpost", frozenset({Function.REFERRER})),
    ("recruitment:funnel", _("Figures of recruiting"), "table", frozenset({Function.BOARD})),
    ("recruitment:sources", _("Sources"), "signpost", frozenset({Function.BOARD})),
    # Coordinators have it under «Signals».
    ("needs:policy", _("What volunteers notice"), "ear", frozenset({Function.BOARD})),
    # Coordinators and administrators have it under «Privacy».
    ("accountability:overview", _("What we can show"), "shield-check", frozenset({Function.BOARD})),
    ("vacancies:vacancies", _("Recruiting"), "megaphone", frozenset({Function.COORDINATOR})),
    ("exchange:start", _("Lists in and out"), "table", frozenset({Function.COORDINATOR})),
    (
        "privacy:overview",
        _("Privacy"),
        "shield-check",
        frozenset({Function.COORDINATOR, Function.ADMINISTRATOR}),
    ),
    (
        "organisations:settings",
        _("Organisation"),
        "settings",
        frozenset({Function.COORDINATOR, Function.ADMINISTRATOR}),
    ),
)
# Coordinators find these elsewhere: on the board and under «Recruiting».
NOT_FOR_COORDINATORS = frozenset(
    {
        "recruitment:applications",
        "recruitment:funnel",
        "recruitment:sources",
        "casebook:cases",
        "complaints:overview",
        "needs:policy",
        "accountability:overview",
    }
)
# A place that covers more addresses than its own: everything under these.
COVERS = {
    "recruitment:board": ("candidates/",),
    "vacancies:vacancies": ("recruiting/", "messages/", "referrals/"),
    "support:overview": ("alongside/",),
    "signals:overview": ("heard/",),
    "privacy:overview": ("privacy/",),
    "payouts:queue": ("costs/",),
    "rates:rates": ("costs/",),
    "agreements:papers": ("prepare/", "programmes/ready/", "cases/", "sheets/", "cards/"),
}
# The pages of «Recruiting», in the order of the work.
RECRUITING: tuple[tuple[str, Text], ...] = (
    ("vacancies:vacancies", _("Vacancies")),
    ("vacancies:channels", _("Channels")),
    ("outreach:meetings", _("Meetings")),
    ("outreach:groups", _("Groups")),
    ("recruitment:referrals", _("Referrals")),
    ("outreach:campaigns", _("2+ campaigns")),
    ("outreach:short_jobs", _("Short jobs")),
    ("outreach:helpers", _("Helpers")),
    ("outreach:rings", _("Rings")),
    ("recruitment:funnel", _("Figures")),
    ("recruitment:sources", _("Sources")),
    ("messaging:outbox", _("Letters")),
)
# The pages of «Preparing», in the order in which somebody gets ready.
PREPARING: tuple[tuple[str, Text], ...] = (
    ("agreements:papers", _("Texts")),
    ("agreements:signing", _("Signing")),
    ("programmes:who_is_ready", _("Who is ready")),
    ("checks:checks", _("Checks")),
    ("checks:reports", _("Reporting")),
    ("checks:insurance", _("Insurance")),
    ("learning:courses", _("Courses")),
    ("intervision:series_list", _("Evenings")),
    ("casebook:cases", _("Case bank")),
    ("casebook:sheets", _("Sheets")),
    ("agreements:steps", _("To talk about")),
)
# The pages of «Support», from what a coordinator looks at most.
SUPPORTING: tuple[tuple[str, Text], ...] = (
    ("support:overview", _("Volunteers")),
    ("capacity:overview", _("Load")),
    ("belonging:overview", _("Feeling at home")),
    ("circles:circles", _("Circles")),
    ("division:overview", _("Who does what")),
    ("shifting:overview", _("Tasks that shift")),
    ("appreciation:overview", _("Thanks")),
    ("lending:overview", _("What we lend")),
    ("parting:overview", _("Saying goodbye")),
)
# A place with several pages: its name among PLACES → what the row of pages is called, and the pages.
# The pages of «Signals»: what was noticed, what nobody answers yet, and who is not content.
HEARING: tuple[tuple[str, Text], ...] = (
    ("signals:overview", _("Signals")),
    ("needs:overview", _("Needs and limits")),
    ("complaints:overview", _("Complaints")),
)
# A door that is ajar for whoever stands in for a contact person: the way to it is shown to who reads there daily.
DAILY_FOR: Mapping[str, tuple[Function, ...]] = {"signals:overview": (Function.SAFEGUARDING,)}
# The pages of «Privacy», from what people ask to what the organisation must be able to show.
GUARDING: tuple[tuple[str, Text], ...] = (
    ("privacy:overview", _("Privacy")),
    ("privacy:requests", _("Questions about data")),
    ("privacy:retention", _("How long we keep what")),
    ("privacy:holds", _("Not to be erased")),
    ("privacy:looks", _("Who looked?")),
    ("privacy:consents", _("Who said yes to what")),
    ("privacy:attendance", _("Letters about attendance")),
    ("accountability:overview", _("What we can show")),
)
# The pages of «Costs»: what waits, what was paid, the year, and by which rules.
PAYING: tuple[tuple[str, Text], ...] = (
    ("payouts:queue", _("To look at")),
    ("payouts:batches", _("Payments")),
    ("payouts:cash", _("Cash")),
    ("statements:overview", _("The year")),
    ("expenses:enter", _("From paper")),
    ("expenses:gifts", _("Gifts")),
    ("expenses:terms", _("What we pay back")),
    ("rates:rates", _("Amounts of the law")),
)
SECTIONS: Mapping[str, tuple[Text, tuple[tuple[str, Text], ...]]] = {
    "vacancies:vacancies": (_("Recruiting"), RECRUITING),
    "agreements:papers": (_("Preparing"), PREPARING),
    "support:overview": (_("Support"), SUPPORTING),
    "signals:overview": (_("Signals"), HEARING),
    "privacy:overview": (_("Privacy"), GUARDING),
    "payouts:queue": (_("Costs"), PAYING),
}
HATS: tuple[tuple[str, Text, str, Function], ...] = (
    ("desk:today", _("Coordinator"), "sun", Function.COORDINATOR),
    ("desk:professional_home", _("Professional"), "stethoscope", Function.PROFESSIONAL),
    ("desk:volunteer_home", _("Volunteer"), "hand-heart", Function.VOLUNTEER),
    ("desk:participant_home", _("Participant"), "house", Function.PARTICIPANT),
)
ON_A_PHONE = 4


def frame(request: HttpRequest) -> dict[str, object]:
    """Context processor: `frame` and, on the sign-in page of the demo, `demo_cast`."""
    actor: Actor | None = getattr(request, "actor", None)
    user = getattr(request, "user", None)
    if actor is None:
        signed_in = user is not None and user.is_authenticated
        return {
            "frame": Frame(
                me_label=getattr(user, "name", "") if signed_in else "",
                me_url=reverse("home") if signed_in else "",
            ),
            "demo_cast": _cast(request) if settings.DEMO and not signed_in else [],
            "is_demo": settings.DEMO,
        }
    places = _places(request, actor)
    label, section = _section(request, actor)
    return {
        "frame": Frame(
            organisation=getattr(request, "organisation", None),
            places=places,
            phone_places=places[:ON_A_PHONE],
            more_places=places[ON_A_PHONE:],
            hats=_hats(request, actor),
            search_url=actor.url("desk:search") if actor.is_coordinator else "",
            help_url=actor.url("desk:help"),
            me_label=getattr(user, "name", ""),
            me_url=actor.url("desk:me"),
            section=section,
            section_label=label,
            **_reading(request, actor),
        ),
        "demo_cast": [],
        "is_demo": settings.DEMO,
    }


def _reading(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    """What the bar of a staff session says, on every page while it runs."""
    session: StaffSession | None = getattr(request, "staff_session", None)
    if session is None:
        return {}
    return {
        "reading_until": session.until_at,
        "reading_url": actor.url("accountability:session", session_id=session.pk),
        "reading_end_url": actor.url("accountability:end_session", session_id=session.pk),
    }


def _cast(request: HttpRequest) -> list[dict[str, Text]]:
    """The invented people one may sign in as, on the sign-in page of the demo alone."""
    if request.path != reverse("account_login"):
        return []
    return [
        {
            "name": one.name,
            "function": ", ".join(str(function.label) for function in one.functions),
            "organisation": house.name,
            "email": ADDRESS % one.login,
            "url": reverse("accounts:demo_sign_in"),
        }
        for house in HOUSES
        for one in house.cast
    ]


def _places(request: HttpRequest, actor: Actor) -> tuple[Place, ...]:
    own = [
        (name, label, icon)
        for name, label, icon, function in HATS[1:]
        if function.value in actor.functions
        for label, icon in [(_("My home"), "house") if len(actor.functions) == 1 else (label, icon)]
    ]
    shown = own + [
        (name, label, icon)
        for name, label, icon, functions in PLACES
        if not functions.isdisjoint(actor.functions)
        and not (actor.is_coordinator and name in NOT_FOR_COORDINATORS)
        and not (actor.has(Function.FINANCE) and name == "rates:rates")
        and may_read(actor, name.split(":")[0])
    ]
    if actor.is_coordinator:
        shown = shown[len(own) :] + own
    return tuple(_place(request, actor, *each) for each in shown)


def _hats(request: HttpRequest, actor: Actor) -> tuple[Place, ...]:
    hats = [hat for hat in HATS if hat[3].value in actor.functions]
    if len(hats) <= 1:
        return ()
    return tuple(_place(request, actor, name, label, icon) for name, label, icon, _function in hats)


def _place(request: HttpRequest, actor: Actor, name: str, label: Text, icon: str) -> Place:
    url = actor.url(name)
    covered = COVERS.get(name)
    if covered:
        is_current = _is_under(request, actor, covered)
    else:
        is_current = request.path.startswith(url) and not _is_elsewhere(request, actor)
    return Place(url, label, icon, is_current=is_current)


def _is_elsewhere(request: HttpRequest, actor: Actor) -> bool:
    """Whether a place of the coordinator covers this address, such as «Preparing» one under «Programmes»."""
    covered = tuple(each for beginnings in COVERS.values() for each in beginnings)
    return actor.is_coordinator and _is_under(request, actor, covered)


def _is_under(request: HttpRequest, actor: Actor, beginnings: tuple[str, ...]) -> bool:
    here = f"/o/{actor.slug}/"
    return request.path.startswith(tuple(here + each for each in beginnings))


def _may_open(actor: Actor, name: str, url: str) -> bool:
    """Whether the door of this page is open to the actor, and more than now and then."""
    if name in DAILY_FOR and not actor.is_coordinator:
        return actor.has(*DAILY_FOR[name])
    return bool(resolve(url).func.access & actor.functions)  # type: ignore[attr-defined]  # set by @open_to


def _section(request: HttpRequest, actor: Actor) -> tuple[Text, tuple[Place, ...]]:
    """The pages beside this one, where a place has several; the one whose address fits best is the current
    one."""
    for name, (label, pages) in SECTIONS.items():
        if _is_under(request, actor, COVERS[name]):
            found = [(page, actor.url(page), words) for page, words in pages]
            urls = [(url, words) for page, url, words in found if _may_open(actor, page, url)]
            if len(urls) == 1:
                return "", ()
            fitting = [url for url, _words in urls if request.path.startswith(url)]
            current = max(fitting, key=len, default="")
            return label, tuple(
                Place(url, words, "", is_current=url == current) for url, words in urls
            )
    return "", ()
