"""What agreements keep about people.

A signed agreement goes as well: no law we know asks to keep it once somebody left and wants to be erased, and a
claim is what a legal hold is for. The guards of the database let a copy go, as long as it takes its signatures
along. That it was signed, on which day and with which checksum, stays in the history, without words.
"""

from django.utils.translation import gettext_lazy as _

from naast.core.personal_data import About, Fate, Key, Place, register
from naast.people.whose import IN_OFFICE, WHO_SAW_IT

OF_COPY = About("copy__person_id", Fate.GOES)
NOT_KEPT = "not_kept__engagement__person_id"

register(
    Place(
        "agreements.AboutUs",
        _("Who answers for the organisation"),
        why=_("A name on the papers of the organisation. Coordinators change it."),
    ),
    Place(
        "agreements.CardRead",
        _("Cards I read"),
        (About("person_id", Fate.GOES, fields=frozenset({"programme", "read_on"})),),
    ),
    Place(
        "agreements.Copy",
        _("My agreements"),
        (About("person_id", Fate.GOES),),
        is_sealed=True,
    ),
    Place(
        "agreements.Signature",
        _("Signatures under my agreements"),
        (
            OF_COPY,
            # Who signed for the organisation, or wrote down what was said or put on paper.
            About(
                "written_by_id",
                Fate.STAYS,
                Key.MEMBERSHIP,
                fields=frozenset({"how", "signed_on"}),
                why=IN_OFFICE,
            ),
        ),
        is_sealed=True,
    ),
    Place("agreements.Question", _("What I asked about my agreements"), (OF_COPY,)),
    Place("agreements.Renewal", _("Agreements I read again"), (OF_COPY,)),
    Place(
        "agreements.InformationLetter",
        _("Letters with information for me"),
        (About("person_id", Fate.EMPTIED),),
        # That we told somebody what the law asks to tell.
        keeps=frozenset({"way", "sent_on", "emptied_on"}),
    ),
    Place(
        "agreements.StaffAcknowledgement",
        _("Texts I read as a colleague"),
        (About("membership_id", Fate.GOES, Key.MEMBERSHIP),),
    ),
    Place(
        "agreements.NotKept",
        _("Agreements that I did not keep"),
        (About("engagement__person_id", Fate.GOES),),
    ),
    Place(
        "agreements.Observation",
        _("What was seen when I did not keep an agreement"),
        (
            About(NOT_KEPT, Fate.GOES, fields=frozenset({"seen_on", "is_first_hand", "facts"})),
            About(NOT_KEPT, Fate.GOES, fields=frozenset({"seen_by"}), shown=False, why=WHO_SAW_IT),
        ),
    ),
    Place(
        "agreements.StepTaken",
        _("Talks about an agreement that I did not keep"),
        (About(NOT_KEPT, Fate.GOES),),
    ),
)
