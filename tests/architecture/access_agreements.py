"""Who may open what in agreements: a part of tests/architecture/access_table.py."""

from naast.organisations.models import STAFF as ALL_STAFF
from naast.organisations.models import Function
from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
TALKS = frozenset(["coach", "coordinator"])
NEAR = frozenset(["coach", "coordinator", "professional"])
VOLUNTEER = frozenset(["volunteer"])
PARTICIPANT = frozenset(["participant"])
MEMBERS = frozenset(function.value for function in Function)
STAFF = frozenset(function.value for function in ALL_STAFF)

# fmt: off
TABLE: dict[str, Doors] = {
    # The texts themselves.
    "prepare/papers/": Doors(COORDINATOR, None),
    "prepare/papers/about-us/": Doors(COORDINATOR, COORDINATOR),
    "prepare/papers/about-us/<slug:language>/": Doors(COORDINATOR, COORDINATOR),
    "prepare/papers/new/<slug:kind>/": Doors(COORDINATOR, COORDINATOR),
    "prepare/papers/pack/<uuid:programme_id>/": Doors(COORDINATOR, None),
    "prepare/papers/<uuid:document_id>/": Doors(COORDINATOR, None),
    "prepare/papers/<uuid:document_id>/settings/": Doors(COORDINATOR, COORDINATOR),
    "prepare/papers/<uuid:document_id>/put-away/": Doors(None, COORDINATOR),
    "prepare/papers/<uuid:document_id>/draft/": Doors(None, COORDINATOR),
    "prepare/papers/<uuid:document_id>/draft/discard/": Doors(None, COORDINATOR),
    "prepare/papers/<uuid:document_id>/publish/": Doors(COORDINATOR, COORDINATOR),
    "prepare/papers/<uuid:document_id>/draft/<slug:language>/": Doors(COORDINATOR, COORDINATOR),
    "prepare/papers/<uuid:document_id>/draft/<slug:language>/add-language/<slug:more>/": Doors(None, COORDINATOR),
    "prepare/papers/<uuid:document_id>/draft/<slug:language>/drop-language/": Doors(None, COORDINATOR),
    "prepare/papers/<uuid:document_id>/draft/<slug:language>/ready/<slug:code>/": Doors(None, COORDINATOR),
    "prepare/papers/<uuid:document_id>/draft/<slug:language>/clauses/new/": Doors(COORDINATOR, COORDINATOR),
    "prepare/papers/<uuid:document_id>/draft/<slug:language>/clauses/<slug:code>/": Doors(COORDINATOR, COORDINATOR),
    "prepare/papers/<uuid:document_id>/draft/<slug:language>/clauses/<slug:code>/<slug:step>/": Doors(None, COORDINATOR),
    "prepare/papers/versions/<uuid:version_id>/": Doors(COORDINATOR, None),
    "prepare/papers/versions/<uuid:version_id>/print/": Doors(COORDINATOR, None),
    "prepare/papers/versions/<uuid:version_id>/changes/": Doors(COORDINATOR, None),
    # Papers of one person: made, signed, read again; and everybody's own.
    "prepare/signing/": Doors(COORDINATOR, None),
    "prepare/signing/verify/": Doors(COORDINATOR, COORDINATOR),
    "prepare/signing/everybody/<uuid:programme_id>/": Doors(COORDINATOR, COORDINATOR),
    "prepare/signing/questions/<uuid:question_id>/": Doors(COORDINATOR, COORDINATOR),
    "prepare/signing/papers/<uuid:copy_id>/": Doors(COORDINATOR, None),
    "prepare/signing/papers/<uuid:copy_id>/print/": Doors(COORDINATOR, None),
    "prepare/signing/papers/<uuid:copy_id>/paper.pdf": Doors(COORDINATOR, None),
    "prepare/signing/papers/<uuid:copy_id>/sign/": Doors(None, COORDINATOR),
    "prepare/signing/papers/<uuid:copy_id>/signed/": Doors(COORDINATOR, COORDINATOR),
    "prepare/signing/papers/<uuid:copy_id>/limits/": Doors(COORDINATOR, COORDINATOR),
    "prepare/signing/papers/<uuid:copy_id>/again/": Doors(COORDINATOR, COORDINATOR),
    "prepare/signing/papers/<uuid:copy_id>/take-back/": Doors(None, COORDINATOR),
    "prepare/signing/<uuid:person_id>/": Doors(COORDINATOR, None),
    "prepare/signing/<uuid:person_id>/cards/": Doors(None, COORDINATOR),
    "prepare/signing/<uuid:person_id>/make/<uuid:engagement_id>/": Doors(None, COORDINATOR),
    "mine/papers/": Doors(MEMBERS, None),
    "mine/papers/<uuid:copy_id>/": Doors(VOLUNTEER, None),
    "mine/papers/<uuid:copy_id>/sign/": Doors(None, VOLUNTEER),
    "mine/papers/<uuid:copy_id>/limits/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/papers/<uuid:copy_id>/ask/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/papers/<uuid:copy_id>/paper.pdf": Doors(VOLUNTEER, None),
    "mine/papers/<uuid:copy_id>/again/": Doors(VOLUNTEER, VOLUNTEER),
    # Agreements that were not kept.
    "prepare/steps/": Doors(TALKS, None),
    "prepare/steps/terms/": Doors(COORDINATOR, COORDINATOR),
    "prepare/steps/terms/programme/": Doors(None, COORDINATOR),
    "prepare/steps/new/<uuid:engagement_id>/": Doors(TALKS, TALKS),
    "prepare/steps/<uuid:not_kept_id>/": Doors(TALKS, None),
    "prepare/steps/<uuid:not_kept_id>/seen/": Doors(TALKS, TALKS),
    "prepare/steps/<uuid:not_kept_id>/view/<uuid:step_id>/": Doors(TALKS, TALKS),
    "prepare/steps/<uuid:not_kept_id>/paper/<uuid:step_id>/": Doors(TALKS, None),
    "prepare/steps/<uuid:not_kept_id>/<slug:step>/": Doors(TALKS, TALKS),
    "mine/agreements-steps/": Doors(VOLUNTEER, None),
    "mine/agreements-steps/<uuid:step_id>/": Doors(VOLUNTEER, VOLUNTEER),
    # Texts that colleagues keep too.
    "mine/charter/": Doors(STAFF, None),
    "mine/charter/<uuid:version_id>/": Doors(STAFF, STAFF),
    "prepare/papers/<uuid:document_id>/staff/": Doors(COORDINATOR, None),
    "prepare/papers/<uuid:document_id>/staff/remind/": Doors(None, COORDINATOR),
    "prepare/papers/<uuid:document_id>/slogans/": Doors(COORDINATOR, None),
    "prepare/papers/<uuid:document_id>/slogans.pdf": Doors(COORDINATOR, None),
    # Promises.
    "prepare/papers/promises/": Doors(COORDINATOR, None),
    "prepare/papers/promises/look-back/": Doors(COORDINATOR, COORDINATOR),
    "mine/promises/": Doors(MEMBERS, None),
    # Cards and letters.
    "mine/role-card/": Doors(PARTICIPANT, None),
    "mine/role-card/<uuid:programme_id>/<uuid:version_id>/": Doors(None, PARTICIPANT),
    "mine/cards/": Doors(VOLUNTEER, None),
    "mine/cards/<uuid:programme_id>/<uuid:version_id>/": Doors(None, VOLUNTEER),
    "prepare/cards/<uuid:programme_id>/<slug:kind>/": Doors(NEAR, None),
    "prepare/letters/<uuid:person_id>/": Doors(COORDINATOR, None),
    "prepare/letters/<uuid:person_id>/<uuid:programme_id>/<slug:kind>/": Doors(COORDINATOR, COORDINATOR),
    "prepare/letters/read/<uuid:letter_id>/": Doors(COORDINATOR, None),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
