"""Who may open what in vacancies: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])

# fmt: off
TABLE: dict[str, Doors] = {
    "recruiting/": Doors(COORDINATOR, None),
    "recruiting/vacancies/new/": Doors(COORDINATOR, None),
    "recruiting/vacancies/new/<uuid:programme_id>/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/vacancies/<uuid:vacancy_id>/": Doors(COORDINATOR, None),
    "recruiting/vacancies/<uuid:vacancy_id>/facts/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/vacancies/<uuid:vacancy_id>/preview/": Doors(COORDINATOR, None),
    "recruiting/vacancies/<uuid:vacancy_id>/share/": Doors(COORDINATOR, None),
    "recruiting/vacancies/<uuid:vacancy_id>/poster.pdf": Doors(COORDINATOR, None),
    "recruiting/vacancies/<uuid:vacancy_id>/text/<slug:language>/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/vacancies/<uuid:vacancy_id>/text/<slug:language>/remove/": Doors(None, COORDINATOR),
    "recruiting/vacancies/<uuid:vacancy_id>/steps/<slug:step>/": Doors(None, COORDINATOR),
    "recruiting/elsewhere/": Doors(COORDINATOR, None),
    "recruiting/channels/": Doors(COORDINATOR, None),
    "recruiting/channels/new/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/channels/usual/": Doors(None, COORDINATOR),
    "recruiting/channels/<uuid:channel_id>/": Doors(COORDINATOR, COORDINATOR),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {
    "v/<slug:house>/": "everyone",
    "v/<slug:house>/embed/": "everyone",
    "v/<slug:house>/feed.json": "everyone",
    "v/<slug:house>/feed.xml": "everyone",
    "v/<slug:house>/explore/": "everyone",
    "v/<slug:house>/<uuid:vacancy_id>/": "everyone",
}
# fmt: on
