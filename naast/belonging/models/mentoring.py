"""An experienced volunteer beside a new one, for a while, with three fixed moments (S1-196, S1-76)."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.belonging.states import Answer, MentoringState
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Engagement


class MentorReady(Owned):
    """Whether a mentor did what the house asks of mentors: a word and a day, never a mark (S1-76)."""

    class Word(models.TextChoices):
        """Three words that people can say of themselves."""

        NOT_YET = "not_yet", _("Not yet")
        BUSY = "busy", _("Is doing it now")
        DONE = "done", _("Did what we ask of a mentor")

    person = models.OneToOneField(Person, models.CASCADE, related_name="mentor_ready")
    word = models.CharField(_("what we ask of a mentor"), max_length=10, choices=Word)
    since_on = models.DateField(_("since"))

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"word", "since_on"})
        sensitive: frozenset[str] = frozenset()


class Mentoring(Owned):
    """A mentor beside somebody new in a programme. Both were asked, and both may say no without a reason."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="mentorings")
    newcomer = models.ForeignKey(Person, models.CASCADE, related_name="mentored_by")
    mentor = models.ForeignKey(Person, models.CASCADE, related_name="mentors")
    # Who guides when the mentor can't (S1-76).
    backup = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="mentorings_backed"
    )
    state = models.CharField(max_length=12, choices=MentoringState, default=MentoringState.ASKED)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"))
    mentor_answer = models.CharField(max_length=3, choices=Answer, blank=True)
    newcomer_answer = models.CharField(max_length=3, choices=Answer, blank=True)
    # Each says for themselves whether the other may have their phone number.
    mentor_shares_phone = models.BooleanField(default=False)
    newcomer_shares_phone = models.BooleanField(default=False)
    ended_on = models.DateField(null=True, blank=True)
    # When a coordinator saw that it does not go on.
    seen_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["engagement"],
                condition=Q(state__in=[MentoringState.ASKED, MentoringState.RUNNING]),
                name="one_mentor_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(mentor=F("newcomer")), name="nobody_mentors_themselves"
            ),
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")), name="mentoring_ends_after_it_starts"
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "id"]),
            models.Index(fields=["organisation", "mentor", "state"]),
            models.Index(fields=["organisation", "newcomer", "state"]),
            models.Index(
                fields=["organisation", "until_on"],
                condition=Q(state=MentoringState.RUNNING),
                name="mentoring_to_end",
            ),
            models.Index(
                fields=["organisation"],
                condition=Q(state=MentoringState.NOT_STARTED, seen_on__isnull=True),
                name="mentoring_to_see",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("engagement", "newcomer", "mentor", "backup")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "engagement",
                "newcomer",
                "mentor",
                "backup",
                "state",
                "seen_on",
            }
        )
        personal = frozenset(
            {
                "from_on",
                "until_on",
                "mentor_answer",
                "newcomer_answer",
                "mentor_shares_phone",
                "newcomer_shares_phone",
                "ended_on",
            }
        )
        sensitive: frozenset[str] = frozenset()


class MentorMoment(Owned):
    """One of the fixed moments: «we spoke», and a line for the coordinator if there is one."""

    mentoring = models.ForeignKey(Mentoring, models.CASCADE, related_name="moments")
    week = models.PositiveSmallIntegerField()
    due_on = models.DateField(_("around"))
    spoke_on = models.DateField(_("we spoke on"), null=True, blank=True)
    line = EncryptedTextField(_("a line for the coordinator"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["mentoring", "week"], name="mentor_moment_once")
        ]
        indexes = [
            models.Index(
                fields=["organisation", "due_on"],
                condition=Q(spoke_on__isnull=True),
                name="mentor_moment_to_come",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("mentoring",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "mentoring", "week"})
        personal = frozenset({"due_on", "spoke_on"})
        sensitive = frozenset({"line"})
