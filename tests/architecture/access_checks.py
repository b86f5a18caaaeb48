"""Who may open what in checks: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
VOLUNTEER = frozenset(["volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    # Checks of conduct: outcomes are for coordinators alone.
    "prepare/checks/": Doors(COORDINATOR, None),
    "prepare/checks/<uuid:person_id>/": Doors(COORDINATOR, None),
    "prepare/checks/<uuid:person_id>/ask/<slug:kind>/": Doors(COORDINATOR, COORDINATOR),
    "prepare/checks/<uuid:person_id>/see/<slug:kind>/": Doors(COORDINATOR, COORDINATOR),
    "prepare/checks/records/<uuid:check_id>/settle/": Doors(None, COORDINATOR),
    "prepare/checks/records/<uuid:check_id>/drop/": Doors(None, COORDINATOR),
    # What is reported, and what the organisation filed.
    "prepare/reports/": Doors(COORDINATOR, None),
    "prepare/reports/<uuid:person_id>/": Doors(COORDINATOR, COORDINATOR),
    "prepare/reports/<uuid:person_id>/done/": Doors(None, COORDINATOR),
    "prepare/reports/<uuid:person_id>/limits/": Doors(None, COORDINATOR),
    "prepare/reports/<uuid:person_id>/residence/": Doors(None, COORDINATOR),
    "prepare/reports/statements/": Doors(COORDINATOR, None),
    "prepare/reports/statements/new/": Doors(COORDINATOR, COORDINATOR),
    "prepare/reports/statements/<uuid:statement_id>/": Doors(COORDINATOR, COORDINATOR),
    # The register of insurance.
    "prepare/insurance/": Doors(COORDINATOR, None),
    "prepare/insurance/new/": Doors(COORDINATOR, COORDINATOR),
    "prepare/insurance/<uuid:policy_id>/": Doors(COORDINATOR, COORDINATOR),
    "prepare/insurance/<uuid:policy_id>/drop/": Doors(None, COORDINATOR),
    "prepare/insurance/activities/new/": Doors(COORDINATOR, COORDINATOR),
    "prepare/insurance/activities/<uuid:activity_id>/registered/": Doors(None, COORDINATOR),
    "prepare/insurance/activities/<uuid:activity_id>/drop/": Doors(None, COORDINATOR),
    # A volunteer's own page.
    "mine/reporting/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/reporting/done/": Doors(None, VOLUNTEER),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
