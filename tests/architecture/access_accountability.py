"""Who may open what in accountability: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

KEEPER = frozenset(["administrator", "coordinator"])
READER = frozenset(["administrator", "board", "coordinator"])
STAFF = frozenset(
    [
        "administrator",
        "board",
        "coach",
        "coordinator",
        "finance",
        "mediator",
        "professional",
        "safeguarding",
    ]
)
ADMINISTRATOR = frozenset(["administrator"])

# fmt: off
TABLE: dict[str, Doors] = {
    "privacy/shown/": Doors(READER, None),
    "privacy/shown/leak/": Doors(STAFF, STAFF),
    "privacy/shown/breaches/": Doors(READER, None),
    "privacy/shown/breaches/<uuid:breach_id>/": Doors(READER, None),
    "privacy/shown/breaches/<uuid:breach_id>/take-up/": Doors(None, KEEPER),
    "privacy/shown/breaches/<uuid:breach_id>/nothing/": Doors(KEEPER, KEEPER),
    "privacy/shown/breaches/<uuid:breach_id>/facts/": Doors(KEEPER, KEEPER),
    "privacy/shown/breaches/<uuid:breach_id>/risk/": Doors(KEEPER, KEEPER),
    "privacy/shown/breaches/<uuid:breach_id>/reports/new/": Doors(KEEPER, KEEPER),
    "privacy/shown/breaches/<uuid:breach_id>/letter/<slug:language>/": Doors(KEEPER, KEEPER),
    "privacy/shown/breaches/<uuid:breach_id>/people/": Doors(KEEPER, KEEPER),
    "privacy/shown/breaches/<uuid:breach_id>/close/": Doors(KEEPER, KEEPER),
    "privacy/shown/register/": Doors(READER, None),
    "privacy/shown/register/register.pdf": Doors(READER, None),
    "privacy/shown/register/register.xlsx": Doors(READER, None),
    "privacy/shown/register/about/<slug:code>/": Doors(KEEPER, KEEPER),
    "privacy/shown/register/lines/new/": Doors(KEEPER, KEEPER),
    "privacy/shown/register/lines/<uuid:activity_id>/": Doors(KEEPER, KEEPER),
    "privacy/shown/register/lines/<uuid:activity_id>/drop/": Doors(None, KEEPER),
    "privacy/shown/assessment/": Doors(READER, None),
    "privacy/shown/assessment/begin/": Doors(None, KEEPER),
    "privacy/shown/assessment/<uuid:assessment_id>/": Doors(READER, None),
    "privacy/shown/assessment/<uuid:assessment_id>/assessment.pdf": Doors(READER, None),
    "privacy/shown/assessment/<uuid:assessment_id>/answers/": Doors(KEEPER, KEEPER),
    "privacy/shown/assessment/<uuid:assessment_id>/sign/": Doors(None, KEEPER),
    "privacy/shown/firms/": Doors(READER, None),
    "privacy/shown/firms/new/": Doors(KEEPER, KEEPER),
    "privacy/shown/firms/agreement/<slug:language>.pdf": Doors(READER, None),
    "privacy/shown/firms/<uuid:processor_id>/": Doors(KEEPER, KEEPER),
    "privacy/shown/firms/<uuid:processor_id>/agreement/<slug:language>.pdf": Doors(READER, None),
    "privacy/shown/firms/<uuid:processor_id>/below/new/": Doors(KEEPER, KEEPER),
    "privacy/shown/firms/<uuid:processor_id>/looked/": Doors(None, KEEPER),
    "privacy/shown/firms/<uuid:processor_id>/end/": Doors(None, KEEPER),
    "privacy/shown/sessions/": Doors(READER, None),
    "privacy/shown/sessions/new/": Doors(ADMINISTRATOR, ADMINISTRATOR),
    "privacy/shown/sessions/<uuid:session_id>/": Doors(READER, None),
    "privacy/shown/sessions/<uuid:session_id>/end/": Doors(None, KEEPER),
    "privacy/shown/fields/": Doors(READER, None),
    "privacy/shown/fields/done/": Doors(None, KEEPER),
    "privacy/shown/fields/<str:field>/": Doors(KEEPER, KEEPER),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
