"""What recruitment keeps about candidates, and about who referred them. All of it goes with the application; its
journey stays for the figures and holds no person (ADR 0015)."""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Key, Place, personal_fields, register
from naast.people.whose import IN_OFFICE
from naast.recruitment.models import Application, Audience
from naast.recruitment.services import erasing

OF_APPLICATION = (
    About("application__person_id", Fate.GOES),
    About("application__email", Fate.GOES, Key.EMAIL),
)
OF_CANDIDATE = personal_fields(Application) | {"programme"}
FOR_STAFF = _(
    "Notes for who talks with you. Ask us for them: we look together at what we can show you."
)


def _notes() -> tuple[About, ...]:
    theirs = {"audience": Audience.CANDIDATE}
    others = {"audience__in": (Audience.AUTHOR, Audience.TEAM)}
    shown = [About(way.path, way.fate, way.key, only=theirs) for way in OF_APPLICATION]
    kept = [
        About(way.path, way.fate, way.key, shown=False, why=FOR_STAFF, only=others)
        for way in OF_APPLICATION
    ]
    return (*shown, *kept)


def _referred() -> tuple[About, ...]:
    told = frozenset({"service", "name", "candidate_agreed", "tells"})
    return tuple(About(way.path, way.fate, way.key, fields=told) for way in OF_APPLICATION)


register(
    Place(
        "recruitment.Application",
        _("My way to becoming a volunteer"),
        (
            About("person_id", Fate.GOES, fields=OF_CANDIDATE),
            About("email", Fate.GOES, Key.EMAIL, fields=OF_CANDIDATE),
        ),
        erase=erasing.forget_all,
    ),
    Place("recruitment.Talk", _("Talks on my way to becoming a volunteer"), OF_APPLICATION),
    Place("recruitment.Note", _("Notes of those talks"), _notes()),
    Place("recruitment.Question", _("Questions I asked, and answers"), OF_APPLICATION),
    Place("recruitment.CompetenceView", _("What I can, as I see it and as you do"), OF_APPLICATION),
    Place(
        "recruitment.Referral",
        _("Who referred me, or whom I referred"),
        (
            *_referred(),
            # Whoever referred somebody, with an account here or without one.
            About(
                "email",
                Fate.EMPTIED,
                Key.EMAIL,
                fields=frozenset({"name", "email", "phone"}),
            ),
            About(
                "member_id",
                Fate.STAYS,
                Key.MEMBERSHIP,
                fields=frozenset({"service", "name", "email", "phone"}),
                why=IN_OFFICE,
            ),
        ),
    ),
    Place(
        "recruitment.Partner",
        _("Whom to call at another organisation"),
        why=_("A name at an organisation nearby. Coordinators change it or take it away."),
    ),
)
