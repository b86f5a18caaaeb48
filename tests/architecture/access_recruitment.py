"""Who may open what in recruitment: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
# The professional of the scene leads a talk.
TALKS_WITH = frozenset(["coordinator", "professional"])
PROFESSIONAL = frozenset(["professional"])
PARTICIPANT = frozenset(["participant"])
VOLUNTEER = frozenset(["volunteer"])
SENDERS = frozenset(["coordinator", "referrer"])
# Whoever may lead a talk finds the candidates they talk with.
HOSTS = frozenset(["coach", "coordinator", "professional"])
FIGURES = frozenset(["board", "coordinator"])

# fmt: off
TABLE: dict[str, Doors] = {
    # The list, the board, one application and its steps.
    "candidates/": Doors(HOSTS, None),
    "candidates/board/": Doors(COORDINATOR, None),
    "candidates/partners/": Doors(COORDINATOR, None),
    "candidates/partners/new/": Doors(COORDINATOR, COORDINATOR),
    "candidates/partners/<uuid:partner_id>/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/": Doors(TALKS_WITH, None),
    "candidates/<uuid:application_id>/go-on/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/later/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/pause/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/come-back/": Doors(None, COORDINATOR),
    "candidates/<uuid:application_id>/reopen/": Doors(None, COORDINATOR),
    "candidates/<uuid:application_id>/keep-longer/": Doors(None, COORDINATOR),
    "candidates/<uuid:application_id>/contact/": Doors(TALKS_WITH, TALKS_WITH),
    "candidates/<uuid:application_id>/coordinator/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/role/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/channel/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/choice/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/start/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/look-back/": Doors(None, COORDINATOR),
    "candidates/<uuid:application_id>/carry/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/round-off/": Doors(COORDINATOR, None),
    "candidates/<uuid:application_id>/round-off/<slug:outcome>/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/figures/": Doors(FIGURES, None),
    "recruiting/sources/": Doors(FIGURES, None),
    # Entering, questions, referrals.
    "candidates/new/": Doors(COORDINATOR, COORDINATOR),
    "candidates/paper-form/": Doors(COORDINATOR, None),
    "candidates/<uuid:application_id>/answer/": Doors(TALKS_WITH, TALKS_WITH),
    "candidates/<uuid:application_id>/contact-details/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/referrer/": Doors(COORDINATOR, COORDINATOR),
    "my-volunteering/": Doors(PARTICIPANT, PARTICIPANT),
    "my-other-role/": Doors(VOLUNTEER, VOLUNTEER),
    "referrals/": Doors(SENDERS, None),
    "referrals/new/": Doors(SENDERS, SENDERS),
    # Talks, guide, side by side, facts.
    "candidates/<uuid:application_id>/talks/invite/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/talks/invite/send/": Doors(None, COORDINATOR),
    "candidates/<uuid:application_id>/talks/agreed/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/talks/<uuid:talk_id>/guide/": Doors(TALKS_WITH, TALKS_WITH),
    "candidates/<uuid:application_id>/talks/<uuid:talk_id>/move/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/talks/<uuid:talk_id>/cancel/": Doors(COORDINATOR, COORDINATOR),
    "candidates/<uuid:application_id>/talks/<uuid:talk_id>/held/": Doors(None, TALKS_WITH),
    "candidates/<uuid:application_id>/talks/<uuid:talk_id>/missed/": Doors(None, TALKS_WITH),
    "candidates/<uuid:application_id>/guide/": Doors(TALKS_WITH, TALKS_WITH),
    "candidates/<uuid:application_id>/notes/new/": Doors(TALKS_WITH, TALKS_WITH),
    "candidates/<uuid:application_id>/notes/<uuid:note_id>/": Doors(PROFESSIONAL, PROFESSIONAL),
    "candidates/<uuid:application_id>/fit/": Doors(TALKS_WITH, None),
    "candidates/<uuid:application_id>/fit/<slug:moment>/": Doors(TALKS_WITH, TALKS_WITH),
    "candidates/<uuid:application_id>/facts/": Doors(COORDINATOR, None),
    "candidates/<uuid:application_id>/facts/<slug:section>/": Doors(COORDINATOR, COORDINATOR),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {
    "v/<slug:house>/apply/": "everyone",
    "v/<slug:house>/<uuid:vacancy_id>/apply/": "everyone",
    "v/<slug:house>/thanks/": "everyone",
    "v/<slug:house>/privacy/": "everyone",
    "v/<slug:house>/refer/": "everyone",
    "v/<slug:house>/refer/thanks/": "everyone",
    "v/<slug:house>/refer/<str:token>/": "everyone",
    "v/<slug:house>/mine/new-link/": "everyone",
    "v/<slug:house>/mine/forgotten/": "everyone",
    "v/<slug:house>/mine/<str:token>/": "everyone",
    "v/<slug:house>/mine/<str:token>/ask/": "everyone",
    "v/<slug:house>/mine/<str:token>/note/": "everyone",
    "v/<slug:house>/mine/<str:token>/choose/": "everyone",
    "v/<slug:house>/mine/<str:token>/rest/": "everyone",
    "v/<slug:house>/mine/<str:token>/go-on/": "everyone",
    "v/<slug:house>/mine/<str:token>/referrer/": "everyone",
    "v/<slug:house>/mine/<str:token>/stay/": "everyone",
    "v/<slug:house>/mine/<str:token>/contact/": "everyone",
    "v/<slug:house>/mine/<str:token>/forget/": "everyone",
    "v/<slug:house>/mine/<str:token>/prepare/": "everyone",
    "v/<slug:house>/mine/<str:token>/myself/": "everyone",
    "v/<slug:house>/mine/<str:token>/talks/<uuid:talk_id>/": "everyone",
    "v/<slug:house>/mine/<str:token>/talks/<uuid:talk_id>/talk.ics": "everyone",
}
# fmt: on
