"""One organisation with something behind every address, and one member for each function."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

from naast.companionship.models import (
    AvoidedPerson,
    CallBack,
    Goal,
    Match,
    MatchState,
    Milestone,
    QuietQuestion,
    Visit,
)
from naast.core import clock
from naast.exchange.models import ImportJob
from naast.exchange.services import choose_columns, upload
from naast.organisations.models import Function, Membership, Role
from naast.people.models import AvailabilityException, Consent
from naast.programmes.models import EntryCondition, Override, PathStage
from tests.architecture import (
    scene_accountability,
    scene_agreements,
    scene_appreciation,
    scene_belonging,
    scene_capacity,
    scene_casebook,
    scene_checks,
    scene_circles,
    scene_complaints,
    scene_division,
    scene_expenses,
    scene_intervision,
    scene_learning,
    scene_lending,
    scene_messaging,
    scene_needs,
    scene_outreach,
    scene_parting,
    scene_payouts,
    scene_privacy,
    scene_rates,
    scene_recruitment,
    scene_shifting,
    scene_signals,
    scene_statements,
    scene_support,
    scene_surroundings,
    scene_vacancies,
)
from tests.architecture.doors import OF_AN_ORGANISATION
from tests.conftest import Cast
from tests.factories import (
    EngagementFactory,
    MatchFactory,
    ProgrammeFactory,
    RequestFactory,
    UserFactory,
    VolunteerFactory,
    member,
)

# Words in an address that are not ids; the first route that fits wins.
WORDS = {
    "desk:later": {"kind": "call-back"},
    "desk:bring_back": {"kind": "call-back"},
    "companionship:ask_call_back": {"kind": "talk"},
    "companionship:take_step": {"step": "pause"},
    "companionship:ask_for_change": {"wish": "stop"},
    "people:my_section": {"section": "contact"},
    "people:person_section": {"section": "contact"},
    "people:put_on_hat": {"hat": "volunteer"},
    "people:take_step": {"hat": "participant", "step": "say-goodbye"},
    "people:private_words": {"purpose": "lived_experience"},
    "programmes:new_from_preset": {"preset": "buddy"},
    "programmes:change": {"section": "about"},
    "programmes:lines": {"kind": "tasks"},
    "programmes:new_line": {"kind": "tasks"},
    "programmes:line": {"kind": "tasks"},
    "programmes:remove_line": {"kind": "tasks"},
    "programmes:move_line": {"kind": "tasks"},
    "exchange:export": {"kind": "volunteers", "form": "csv"},
}
# What a form has to carry before its view looks at anything else.
DATA = {
    "companionship:avoid_person": {"person": "stranger_id"},
    "companionship:no_longer_avoid": {"person": "avoided_id"},
    "companionship:propose": {"volunteer": "other_id"},
    "programmes:condition": {"condition": "condition_id"},
}
# Later rooms tell their part in a file of their own.
PARTS: dict[str, Any] = {
    "messaging": scene_messaging,
    "agreements": scene_agreements,
    "checks": scene_checks,
    "casebook": scene_casebook,
    "learning": scene_learning,
    "intervision": scene_intervision,
    "vacancies": scene_vacancies,
    "recruitment": scene_recruitment,
    "outreach": scene_outreach,
    "division": scene_division,
    "shifting": scene_shifting,
    "circles": scene_circles,
    "surroundings": scene_surroundings,
    "capacity": scene_capacity,
    "belonging": scene_belonging,
    "support": scene_support,
    "appreciation": scene_appreciation,
    "parting": scene_parting,
    "lending": scene_lending,
    "rates": scene_rates,
    "expenses": scene_expenses,
    "payouts": scene_payouts,
    "statements": scene_statements,
    "signals": scene_signals,
    "needs": scene_needs,
    "complaints": scene_complaints,
    "privacy": scene_privacy,
    "accountability": scene_accountability,
}
for part in PARTS.values():
    WORDS |= part.WORDS
    DATA |= part.DATA
# Putting something off on one's own desk needs no look at what it is.
ANY_ID = {"desk:later", "desk:bring_back"}


@dataclass
class Scene:
    """Who can knock, and the ids behind the doors."""

    cast: Cast
    members: dict[str, Membership]
    ids: dict[str, UUID]
    special: dict[str, dict[str, UUID]]
    elsewhere_slug: str = "elders"
    clients: dict[str, Client] = field(default_factory=dict)

    def client(self, name: str) -> Client:
        """A browser of the member with this function, of Chris elsewhere, or of Dee without any."""
        if name not in self.clients:
            client = Client()
            user = {"elsewhere": self.cast.chris.user}.get(name)
            if name == "no membership":
                user = UserFactory()
            client.force_login(user or self.members[name].user)
            self.clients[name] = client
        return self.clients[name]

    def address(self, route: str, slug: str = "") -> str:
        """The address of a route, filled in."""
        name = self.name(route)
        wanted = set(OF_AN_ORGANISATION[route].pattern.converters) | _names_in(route)
        given: dict[str, Any] = {**self.ids, **WORDS.get(name, {}), **self.special.get(name, {})}
        return reverse(
            name,
            kwargs={"organisation": slug or self.cast.here.slug}
            | {key: given[key] for key in wanted},
        )

    def data(self, route: str) -> dict[str, str]:
        """What is posted there."""
        fields = DATA.get(self.name(route), {})
        return {name: str(self.ids[key]) for name, key in fields.items()}

    def name(self, route: str) -> str:
        """«people:volunteer» for its route."""
        return NAMES[route]

    def may_take_any_id(self, route: str) -> bool:
        """Routes that look nothing up."""
        return self.name(route) in ANY_ID


def _names_in(route: str) -> set[str]:
    return {
        part.split(":")[-1].rstrip(">")
        for part in route.split("<")[1:]
        for part in [part.split(">")[0]]
    }


def _names() -> dict[str, str]:
    rooms = {
        "organisation/": "organisations",
        "people/": "people",
        "programmes/": "programmes",
        "lists/": "exchange",
    }
    desk = (
        "today/",
        "search/",
        "volunteer/",
        "participant/",
        "professional/",
        "board/",
        "help/",
        "me/",
    )
    rooms |= {prefix: room for room, part in PARTS.items() for prefix in part.PREFIXES}
    names = {}
    for route, pattern in OF_AN_ORGANISATION.items():
        # The longest beginning wins: «recruiting/» is one room's, «recruiting/meetings/» another's.
        begins = max((prefix for prefix in rooms if route.startswith(prefix)), key=len, default="")
        room = rooms.get(begins)
        if room is None:
            room = "desk" if not route or route.startswith(desk) else "companionship"
        names[route] = f"{room}:{pattern.name}"
    return names


NAMES = _names()


def _list(cast: Cast, content: bytes) -> ImportJob:
    """A list of volunteers that was brought in and checked; one of its cells is wrong."""
    actor = cast.actor("amal")
    job = upload(actor=actor, kind="volunteers", name="lijst.csv", content=content)
    mapping = {int(column): code for column, code in job.mapping.items()}
    return choose_columns(actor=actor, job_id=job.pk, mapping=mapping)


def make_scene(cast: Cast) -> Scene:
    """A running match of Bea and Piet, with Nele as professional, and everything around it."""
    here, today = cast.here, clock.today()
    members = {function.value: member(here, function, name=function.value) for function in Function}
    members |= {
        "coordinator": cast.amal,
        "volunteer": cast.bea,
        "professional": cast.nele,
        "participant": cast.piet,
    }
    # Chris holds every function elsewhere: what stays closed for Chris is closed for each of them.
    Role.objects.bulk_create(
        [Role(membership=cast.chris, function=function) for function in Function],
        ignore_conflicts=True,
    )
    programme = ProgrammeFactory(organisation=here, coordinator=cast.amal)
    piet, bea = cast.piet.person_id, cast.bea.person_id
    request = RequestFactory(
        organisation=here, programme=programme, participant_id=piet, participant=None
    )
    match: Match = MatchFactory(
        organisation=here,
        programme=programme,
        request=request,
        participant=request.participant,
        volunteer_id=bea,
        volunteer=None,
        coach=members["coach"],
        professional=cast.nele,
    )
    asked = MatchFactory(
        organisation=here,
        programme=ProgrammeFactory(organisation=here),
        request=None,
        participant=request.participant,
        volunteer_id=bea,
        volunteer=None,
        state=MatchState.PROPOSED,
        started_on=None,
    )
    engagement = EngagementFactory(organisation=here, person=match.volunteer, programme=programme)
    owned = {"organisation": here}
    ids = {
        "person_id": piet,
        "other_id": bea,
        "programme_id": programme.pk,
        "request_id": request.pk,
        "match_id": match.pk,
        "membership_id": members["finance"].pk,
        "engagement_id": engagement.pk,
        "line_id": programme.tasks.get().pk,
        "subject_id": match.pk,
        "goal_id": Goal.objects.create(
            **owned, request=request, text="Buiten", consulted_on=today
        ).pk,
        "milestone_id": Milestone.objects.create(
            **owned, match=match, kind=Milestone.Kind.LOOK_BACK, due_on=today
        ).pk,
        "visit_id": Visit.objects.create(
            **owned, match=match, visited_on=today - timedelta(days=1), user_id=cast.bea.user_id
        ).pk,
        "question_id": QuietQuestion.objects.create(**owned, match=match, asked_at=clock.now()).pk,
        "call_back_id": CallBack.objects.create(
            **owned, person_id=bea, kind="talk", promised_on=today
        ).pk,
        "consent_id": Consent.objects.create(
            **owned, person_id=piet, purpose="volunteer_support", given_on=today, how="on_paper"
        ).pk,
        "condition_id": EntryCondition.objects.create(
            **owned, programme=programme, kind="training", name="Basis"
        ).pk,
        "override_id": Override.objects.create(
            **owned,
            engagement=engagement,
            item="coach",
            label="Een coach",
            reason="Die begint volgende week.",
            given_by=cast.amal,
            given_on=today,
            until_on=today,
        ).pk,
        "stranger_id": VolunteerFactory(organisation=here).person.pk,
        "avoided_id": AvoidedPerson.objects.create(
            **owned, request=request, person=VolunteerFactory(organisation=here).person
        ).person_id,
        "exception_id": AvailabilityException.objects.create(
            **owned, person_id=piet, from_on=today, until_on=today
        ).pk,
    }
    ids["job_id"] = _list(cast, b"Voornaam;Familienaam;E-mail\nLut;Lijst;geen adres\n").pk
    for room, part in PARTS.items():
        own = part.ids(cast, programme)
        twice = ids.keys() & own.keys()
        assert not twice, f"{room} names {twice} as another room does: see special()"
        ids |= own
    done = ImportJob.objects.create(
        **owned, kind="volunteers", state="done", leftovers='{"headings": [], "rows": []}'
    )
    stage = PathStage.objects.create(**owned, programme=programme, kind="tour").pk
    special: dict[str, dict[str, Any]] = {
        "desk:later": {"subject_id": ids["call_back_id"]},
        **{
            f"programmes:{name}": {"line_id": stage}
            for name in ("stage", "switch_stage", "move_stage")
        },
        "people:volunteer": {"person_id": bea},
        "people:volunteer_print": {"person_id": bea},
        "companionship:places": {"person_id": bea},
        "programmes:new_engagement": {"person_id": bea},
        "people:support": {"person_id": bea},
        "companionship:answer": {"match_id": asked.pk},
        "exchange:leftovers": {"job_id": done.pk},
    }
    for part in PARTS.values():
        special |= part.special(cast, ids)
    return Scene(cast=cast, members=members, ids=ids, special=special)
