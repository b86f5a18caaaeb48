"""Who may read and take back a yes, note what was published, and ask for a letter about attendance."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.people.models import Consent, Person
from naast.privacy.models import AttendanceLetter, PhotoYes, Published


def consents_visible_to(actor: Actor) -> QuerySet[Consent]:
    """The register of the house for coordinators; everybody their own."""
    rows = Consent.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else rows.filter(_own(actor))


def photos_visible_to(actor: Actor) -> QuerySet[PhotoYes]:
    """Yeses to pictures: coordinators all, everybody their own."""
    rows = PhotoYes.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else rows.filter(_own(actor))


def published_visible_to(actor: Actor) -> QuerySet[Published]:
    """What was shown because of a yes, to who sees that yes."""
    return Published.objects.filter(photo_yes__in=photos_visible_to(actor))


def letters_visible_to(actor: Actor) -> QuerySet[AttendanceLetter]:
    """Letters about attendance: coordinators see that they were asked, everybody their own."""
    rows = AttendanceLetter.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else rows.filter(_own(actor))


def letters_to_print(actor: Actor) -> QuerySet[AttendanceLetter]:
    """Everybody opens their own. A coordinator prints what was asked on paper or by mail, to give it to the
    volunteer; what somebody made on their own screen is for them alone (S1-15)."""
    not_theirs = Q(how=AttendanceLetter.How.ON_SCREEN) & ~_own(actor)
    return letters_visible_to(actor).exclude(not_theirs)


def _own(actor: Actor) -> Q:
    """Rows about the actor; none for who is nobody's person here."""
    return Q(person_id=actor.person_id) & Q(person_id__isnull=False)


def can_say_yes(actor: Actor, person: Person) -> Decision:
    """A yes is the person's; a coordinator writes it down when it was said in a talk or on paper."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not (actor.is_coordinator or actor.person_id == person.pk):
        return deny(_("Only the person and the coordinator can change this."))
    return ALLOW


def can_note_published(actor: Actor, photo_yes: PhotoYes) -> Decision:
    """Noting where a picture was shown, and that it came down."""
    if photo_yes.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if not actor.is_coordinator:
        return deny(_("Only a coordinator notes where a picture was shown."))
    return ALLOW


def can_ask_letter(actor: Actor, person: Person) -> Decision:
    """Only on the volunteer's own written request (S1-15): they ask it themselves, or a coordinator has their request
    on paper or by mail before them."""
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if not hasattr(person, "volunteer"):
        return deny(_("These letters are for volunteers."))
    if not (actor.is_coordinator or actor.person_id == person.pk):
        return deny(_("Only the volunteer asks for this."))
    return ALLOW
