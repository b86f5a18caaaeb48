"""Who may open what in surroundings: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
CARE = frozenset(["coordinator", "professional"])
PARTICIPANT = frozenset(["participant"])
VOLUNTEER = frozenset(["volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    "alongside/around/": Doors(CARE, None),
    "alongside/around/words/": Doors(CARE, None),
    "alongside/around/words/<uuid:saying_id>/": Doors(CARE, CARE),
    "alongside/around/questions/": Doors(COORDINATOR, None),
    "alongside/around/questions/<uuid:programme_id>/": Doors(None, COORDINATOR),
    "alongside/around/outcomes/<uuid:outcome_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/around/checks/<uuid:match_id>/": Doors(COORDINATOR, None),
    "alongside/around/checks/<uuid:match_id>/<uuid:match_check_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/around/checks/<uuid:match_id>/<uuid:match_check_id>/read/": Doors(None, COORDINATOR),
    "alongside/around/<uuid:person_id>/": Doors(CARE, None),
    "alongside/around/<uuid:person_id>/print/": Doors(CARE, None),
    "alongside/around/<uuid:person_id>/paper/": Doors(CARE, None),
    "alongside/around/<uuid:person_id>/say/": Doors(CARE, CARE),
    "alongside/around/<uuid:person_id>/share/": Doors(None, CARE),
    "alongside/around/<uuid:person_id>/rather-no-map/": Doors(None, CARE),
    "alongside/around/<uuid:person_id>/lines/new/": Doors(CARE, CARE),
    "alongside/around/<uuid:person_id>/lines/<uuid:around_line_id>/": Doors(CARE, CARE),
    "alongside/around/<uuid:person_id>/lines/<uuid:around_line_id>/remove/": Doors(None, CARE),
    "alongside/around/<uuid:person_id>/help/new/": Doors(CARE, CARE),
    "alongside/around/<uuid:person_id>/help/<uuid:led_id>/": Doors(CARE, CARE),
    "alongside/around/<uuid:person_id>/maps/": Doors(CARE, None),
    "alongside/around/<uuid:person_id>/maps/new/": Doors(CARE, CARE),
    "alongside/around/<uuid:person_id>/maps/<uuid:map_id>/": Doors(CARE, CARE),
    "alongside/around/<uuid:person_id>/maps/<uuid:map_id>/change/": Doors(CARE, CARE),
    "alongside/around/<uuid:person_id>/maps/<uuid:map_id>/print/": Doors(CARE, None),
    "alongside/around/<uuid:person_id>/maps/<uuid:map_id>/remove/": Doors(None, CARE),
    "alongside/around/<uuid:person_id>/maps/<uuid:map_id>/people/<uuid:map_person_id>/remove/": Doors(None, CARE),
    "mine/around/": Doors(PARTICIPANT, None),
    "mine/around/paper/": Doors(PARTICIPANT, None),
    "mine/around/who/": Doors(PARTICIPANT, None),
    "mine/around/who/share/": Doors(None, PARTICIPANT),
    "mine/around/maps/<uuid:map_id>/": Doors(PARTICIPANT, None),
    "mine/around/maps/<uuid:map_id>/remove/": Doors(None, PARTICIPANT),
    "mine/around/beside/<uuid:person_id>/": Doors(VOLUNTEER, None),
    "mine/around/say/": Doors(PARTICIPANT, PARTICIPANT),
    "mine/around/said/<uuid:saying_id>/": Doors(PARTICIPANT, None),
    "mine/around/said/<uuid:saying_id>/not-now/": Doors(None, PARTICIPANT),
    "mine/around/check/<uuid:match_check_id>/": Doors(PARTICIPANT, PARTICIPANT),
    "mine/around/outcome/<uuid:outcome_id>/": Doors(PARTICIPANT, PARTICIPANT),
    "mine/around/outcome/<uuid:outcome_id>/not-now/": Doors(None, PARTICIPANT),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
