"""Who may open what in intervision: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
COACH = frozenset(["coordinator", "coach"])
# Who may sit at some table; and who sits at this one, or looks after it.
TAKERS = frozenset(["coordinator", "coach", "professional", "volunteer"])
AT_THE_TABLE = frozenset(["coordinator", "professional", "volunteer"])
# A volunteer leads this group.
LEADERS = frozenset(["coordinator", "volunteer"])
# Who is of this group themselves.
MEMBERS = frozenset(["professional", "volunteer"])
VOLUNTEER = frozenset(["volunteer"])
READERS = frozenset(["coordinator", "coach", "professional", "volunteer", "board", "safeguarding"])

# fmt: off
TABLE: dict[str, Doors] = {
    "prepare/evenings/": Doors(COORDINATOR, None),
    "prepare/evenings/new/": Doors(COORDINATOR, COORDINATOR),
    "prepare/evenings/<uuid:series_id>/": Doors(COORDINATOR, None),
    "prepare/evenings/<uuid:series_id>/change/": Doors(COORDINATOR, COORDINATOR),
    "prepare/evenings/<uuid:series_id>/end/": Doors(None, COORDINATOR),
    "prepare/evenings/<uuid:series_id>/year/": Doors(COORDINATOR, None),
    "prepare/evenings/<uuid:series_id>/members/": Doors(COORDINATOR, None),
    "prepare/evenings/<uuid:series_id>/members/<uuid:person_id>/<slug:step>/": Doors(None, COORDINATOR),
    "prepare/evenings/<uuid:series_id>/new-evening/": Doors(COORDINATOR, COORDINATOR),
    "prepare/evenings/planned/<uuid:evening_id>/change/": Doors(COORDINATOR, COORDINATOR),
    "prepare/evenings/planned/<uuid:evening_id>/cancel/": Doors(None, COORDINATOR),
    "prepare/evenings/talks/<uuid:evening_id>/promises/new/": Doors(COORDINATOR, COORDINATOR),
    "prepare/evenings/promises/<uuid:promise_id>/": Doors(COORDINATOR, COORDINATOR),
    "prepare/evenings/missed/": Doors(COACH, None),
    "prepare/evenings/missed/<uuid:follow_up_id>/": Doors(COACH, COACH),
    "mine/evenings/": Doors(TAKERS, None),
    "mine/evenings/<uuid:evening_id>/": Doors(AT_THE_TABLE, None),
    "mine/evenings/<uuid:evening_id>/sign-off/": Doors(MEMBERS, MEMBERS),
    "mine/evenings/<uuid:evening_id>/come/": Doors(None, MEMBERS),
    "mine/evenings/<uuid:evening_id>/evening.ics": Doors(AT_THE_TABLE, None),
    "mine/evenings/<uuid:evening_id>/question/": Doors(MEMBERS, MEMBERS),
    "mine/evenings/<uuid:evening_id>/place/": Doors(None, MEMBERS),
    # Bea asked this one.
    "mine/evenings/questions/<uuid:question_id>/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/evenings/questions/<uuid:question_id>/take-back/": Doors(None, VOLUNTEER),
    "mine/evenings/actions/<uuid:action_id>/done/": Doors(None, AT_THE_TABLE),
    "mine/evenings/<uuid:evening_id>/talk/": Doors(AT_THE_TABLE, None),
    "mine/evenings/<uuid:evening_id>/talk/wish/": Doors(None, AT_THE_TABLE),
    "mine/evenings/<uuid:evening_id>/talk/wishes/<uuid:wish_id>/vote/": Doors(None, AT_THE_TABLE),
    "mine/evenings/right/": Doors(READERS, None),
    "mine/evenings/right/new/": Doors(READERS, READERS),
    "mine/evenings/right/<uuid:ethics_id>/": Doors(READERS, READERS),
    "mine/evenings/<uuid:evening_id>/lead/": Doors(LEADERS, None),
    "mine/evenings/<uuid:evening_id>/lead/agenda/": Doors(LEADERS, LEADERS),
    "mine/evenings/<uuid:evening_id>/lead/print/": Doors(LEADERS, None),
    "mine/evenings/<uuid:evening_id>/lead/guide/": Doors(LEADERS, None),
    "mine/evenings/<uuid:evening_id>/lead/attendance/": Doors(LEADERS, None),
    "mine/evenings/<uuid:evening_id>/lead/attendance/<uuid:person_id>/<slug:step>/": Doors(None, LEADERS),
    "mine/evenings/<uuid:evening_id>/lead/close/": Doors(None, LEADERS),
    # A coordinator who does not lead reads no questions.
    "mine/evenings/<uuid:evening_id>/lead/questions/<uuid:question_id>/<slug:step>/": Doors(None, VOLUNTEER),
    "mine/evenings/<uuid:evening_id>/lead/brought/": Doors(None, LEADERS),
    "mine/evenings/<uuid:evening_id>/lead/actions/": Doors(None, LEADERS),
    "mine/evenings/<uuid:evening_id>/lead/actions/<uuid:action_id>/<slug:step>/": Doors(None, LEADERS),
    "mine/evenings/<uuid:evening_id>/lead/count/": Doors(None, LEADERS),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
