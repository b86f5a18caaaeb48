"""Who may open what in parting: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
LOOKS_ALONG = frozenset(["coach", "coordinator"])
VOLUNTEER = frozenset(["volunteer"])
PARTICIPANT = frozenset(["participant"])
KEEPERS = frozenset(["coach", "professional", "volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    # The end of a match, and what comes after it.
    "alongside/parting/": Doors(COORDINATOR, None),
    "alongside/parting/matches/<uuid:match_id>/": Doors(COORDINATOR, None),
    "alongside/parting/matches/<uuid:match_id>/talk/<slug:side>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/matches/<uuid:match_id>/arrange/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/matches/<uuid:match_id>/end/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/matches/<uuid:match_id>/died/<slug:side>/": Doors(None, COORDINATOR),
    "alongside/parting/matches/<uuid:match_id>/wish/": Doors(None, COORDINATOR),
    "alongside/parting/matches/<uuid:match_id>/debrief/<slug:side>/": Doors(None, COORDINATOR),
    "alongside/parting/matches/<uuid:match_id>/pulse/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/calls/<uuid:care_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/pulse/<uuid:pulse_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/pulse/<uuid:pulse_id>/stop/": Doors(None, COORDINATOR),
    # Volunteers who leave. A coach looks along where the volunteer reads it too.
    "alongside/parting/volunteers/": Doors(COORDINATOR, None),
    "alongside/parting/figures/": Doors(COORDINATOR, None),
    "alongside/parting/new/<uuid:person_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/volunteers/<uuid:parting_id>/": Doors(LOOKS_ALONG, None),
    "alongside/parting/volunteers/<uuid:parting_id>/words/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/volunteers/<uuid:parting_id>/plan/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/volunteers/<uuid:parting_id>/talk/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/volunteers/<uuid:parting_id>/grounds/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/volunteers/<uuid:parting_id>/earlier/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/volunteers/<uuid:parting_id>/seen/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/volunteers/<uuid:parting_id>/view/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/volunteers/<uuid:parting_id>/share/": Doors(None, COORDINATOR),
    "alongside/parting/volunteers/<uuid:parting_id>/agree/": Doors(LOOKS_ALONG, LOOKS_ALONG),
    "alongside/parting/volunteers/<uuid:parting_id>/go-on/": Doors(LOOKS_ALONG, LOOKS_ALONG),
    "alongside/parting/volunteers/<uuid:parting_id>/goodbye/": Doors(COORDINATOR, COORDINATOR),
    "alongside/parting/volunteers/<uuid:parting_id>/thank-you.pdf": Doors(COORDINATOR, None),
    "alongside/parting/away/": Doors(COORDINATOR, None),
    "alongside/parting/away/<uuid:away_id>/": Doors(COORDINATOR, COORDINATOR),
    # Everybody's own.
    "mine/parting/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/parting/view/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/parting/stay/": Doors(None, VOLUNTEER),
    "mine/parting/away/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/parting/onward/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/parting/pulse/": Doors(KEEPERS, None),
    "mine/parting/pulse/<uuid:pulse_id>/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/parting/contact/": Doors(PARTICIPANT, None),
    "mine/parting/contact/<uuid:pulse_id>/stop/": Doors(None, PARTICIPANT),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {
    "v/<slug:house>/goodbye/<str:token>/": "everyone",
    "v/<slug:house>/goodbye/<str:token>/thank-you.pdf": "everyone",
    "v/<slug:house>/goodbye/<str:token>/stop/": "everyone",
}
# fmt: on
