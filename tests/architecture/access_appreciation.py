"""Who may open what in appreciation: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
VOLUNTEER = frozenset(["volunteer"])
# Who knows the volunteer of the scene.
STAFF = frozenset(["coordinator", "coach", "professional"])
TOGETHER = frozenset(["coordinator", "coach", "professional", "volunteer"])
OFFER = frozenset(["coordinator", "volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    "alongside/thanks/": Doors(COORDINATOR, None),
    "alongside/thanks/days/<uuid:person_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/thanks/letters/<uuid:letter_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/thanks/letters/for/<uuid:person_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/thanks/letters/<uuid:letter_id>/<slug:step>/": Doors(None, COORDINATOR),
    "thanks/<uuid:person_id>/": Doors(STAFF, STAFF),
    "mine/thanks/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/thanks/year/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/thanks/letters/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/thanks/letters/<uuid:letter_id>/": Doors(VOLUNTEER, None),
    "mine/thanks/letters/<uuid:letter_id>/letter.pdf": Doors(OFFER, None),
    "mine/thanks/letters/<uuid:letter_id>/<slug:step>/": Doors(None, VOLUNTEER),
    "noticeboard/": Doors(TOGETHER, None),
    "noticeboard/new/": Doors(OFFER, OFFER),
    "noticeboard/<uuid:post_id>/": Doors(TOGETHER, None),
    "noticeboard/<uuid:post_id>/picture.jpg": Doors(TOGETHER, None),
    "noticeboard/<uuid:post_id>/<slug:step>/": Doors(None, TOGETHER),
    "together/": Doors(TOGETHER, None),
    "together/new/": Doors(STAFF, STAFF),
    "together/<uuid:gathering_id>/<slug:step>/": Doors(None, TOGETHER),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
