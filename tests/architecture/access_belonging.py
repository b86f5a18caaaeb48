"""Who may open what in belonging: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
VOLUNTEER = frozenset(["volunteer"])
# Whoever may welcome somebody.
HOSTS = frozenset(["coordinator", "coach", "professional", "volunteer"])
# The professional of the scene is the host of this first day.
THIS_HOST = frozenset(["coordinator", "professional"])
HOUSE = frozenset(["coordinator", "volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    "alongside/welcome/": Doors(COORDINATOR, None),
    "alongside/welcome/prepare/": Doors(None, COORDINATOR),
    "alongside/welcome/programmes/<uuid:programme_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/welcome/first-days/<uuid:first_day_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/welcome/mentors/": Doors(COORDINATOR, None),
    "alongside/welcome/mentors/for/<uuid:engagement_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/welcome/mentors/<uuid:mentoring_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/welcome/mentors/<uuid:mentoring_id>/end/": Doors(None, COORDINATOR),
    "alongside/welcome/mentors/<uuid:mentoring_id>/seen/": Doors(None, COORDINATOR),
    "alongside/welcome/answers/": Doors(COORDINATOR, None),
    "alongside/welcome/going-on/": Doors(COORDINATOR, None),
    "alongside/welcome/answers/<uuid:question_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/welcome/answers/<uuid:question_id>/write/": Doors(COORDINATOR, COORDINATOR),
    "alongside/welcome/answers/<uuid:question_id>/print/": Doors(COORDINATOR, None),
    "alongside/welcome/wishes/": Doors(COORDINATOR, None),
    "alongside/welcome/wishes/<uuid:wish_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/welcome/wishes/<uuid:wish_id>/later/": Doors(None, COORDINATOR),
    "alongside/welcome/ideas/": Doors(COORDINATOR, None),
    "alongside/welcome/ideas/<uuid:idea_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/welcome/people/<uuid:person_id>/": Doors(COORDINATOR, None),
    "alongside/welcome/people/<uuid:person_id>/wish/": Doors(COORDINATOR, COORDINATOR),
    "alongside/welcome/people/<uuid:person_id>/guide/": Doors(COORDINATOR, COORDINATOR),
    "alongside/welcome/people/<uuid:person_id>/mentor/": Doors(COORDINATOR, COORDINATOR),
    "alongside/welcome/contacts/<uuid:contact_id>/spoke/": Doors(None, COORDINATOR),
    "alongside/welcome/guides/<uuid:guide_id>/": Doors(COORDINATOR, COORDINATOR),
    "mine/welcome/hosting/": Doors(HOSTS, None),
    "mine/welcome/hosting/<uuid:first_day_id>/": Doors(THIS_HOST, THIS_HOST),
    "mine/welcome/": Doors(VOLUNTEER, None),
    # Bea is the mentor here.
    "mine/welcome/mentoring/<uuid:mentoring_id>/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/welcome/moments/<uuid:moment_id>/": Doors(HOUSE, HOUSE),
    "mine/welcome/questions/<uuid:question_id>/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/welcome/looks/": Doors(VOLUNTEER, None),
    "mine/welcome/wishes/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/welcome/contact/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/welcome/guides/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/welcome/guides/<uuid:guide_id>/stop/": Doors(None, VOLUNTEER),
    "mine/welcome/after-visit/<uuid:visit_id>/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/welcome/tips/": Doors(VOLUNTEER, None),
    "mine/welcome/ideas/": Doors(HOUSE, None),
    "mine/welcome/ideas/new/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/welcome/ideas/<uuid:idea_id>/": Doors(HOUSE, None),
    # Bea leads this one.
    "mine/welcome/ideas/<uuid:idea_id>/change/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/welcome/ideas/<uuid:idea_id>/support/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/welcome/ideas/<uuid:idea_id>/hand-over/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/welcome/ideas/<uuid:idea_id>/part/<slug:part>/": Doors(None, VOLUNTEER),
    "mine/welcome/ideas/<uuid:idea_id>/step/<slug:step>/": Doors(None, VOLUNTEER),
    "mine/welcome/ideas/<uuid:idea_id>/people/<uuid:member_id>/<slug:part>/": Doors(None, VOLUNTEER),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
