"""Where the law asks for a contact person and nobody is one, nobody starts in a programme with people with whom we
take extra care (spec/law 2.4): programmes.evidence."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.law import handling as law
from naast.organisations.models import Country, Function, Organisation, Role
from naast.programmes.evidence import Asked, Extra, Found
from naast.programmes.models import Programme, Serves

CODE = "contact-person"
LABEL: Text = _("Somebody here is the contact person for safeguarding")


def source(asked: Asked) -> Found:
    """The same for everybody of this house, in these programmes alone; nobody can let it wait. One query, and
    nothing to read where a contact person is named."""
    with_care = Q(contact_with_minors=True) | ~Q(serves=Serves.EVERYBODY)
    programmes = Programme.objects.filter(
        with_care, organisation__in=without_contact_person([asked.organisation_id], asked.today)
    )
    missing = [_missing(each) for each in programmes.values_list("pk", flat=True)]
    return Found(extras=dict.fromkeys(asked.person_ids, missing) if missing else {})


def _missing(programme_id: UUID) -> Extra:
    return Extra(
        f"{CODE}:{programme_id}",
        LABEL,
        in_place=False,
        who=_("coordinator"),
        may_wait=False,
        programme_id=programme_id,
    )


def without_contact_person(ids: Iterable[UUID], day: date) -> QuerySet[Organisation]:
    """Of these houses, the ones where the law asks for a contact person that day and nobody is one."""
    named = Role.objects.filter(
        membership__organisation_id=OuterRef("pk"),
        membership__ended_on__isnull=True,
        function=Function.SAFEGUARDING,
    )
    asked = [code for code in Country.values if law.contact_person(code, day) is not None]
    return Organisation.objects.filter(~Exists(named), pk__in=ids, country__in=asked)
