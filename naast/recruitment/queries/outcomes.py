"""What the pages of the decision show: what may come out of it, what the training showed, who it may be."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.core.templatetags.ui_blocks import Definition
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people import api as people
from naast.people.models import Person
from naast.programmes.models import StageKind
from naast.recruitment.models import Application, Note, Outcome
from naast.recruitment.policies import notes as note_policies
from naast.recruitment.queries import applications as queries
from naast.recruitment.queries.fit import fit_panel

# The prompt under which is noted what one saw during the training (recruitment.guide).
TRAINING = "training"
MEANINGS: dict[Outcome, Text] = {
    Outcome.FITS: gettext_lazy("You both see it. The last word is up to the candidate."),
    Outcome.FITS_WITH_SUPPORT: gettext_lazy(
        "With what helps this person. First ask yourselves whether you can carry that now."
    ),
    Outcome.OTHER_ROLE: gettext_lazy("Something else in this house suits better."),
    Outcome.OTHER_ORGANISATION: gettext_lazy("A place elsewhere: make the first contact together."),
    Outcome.LEISURE: gettext_lazy("To take part and meet people, without a task."),
    Outcome.NOT_NOW: gettext_lazy("The moment or our support is not right. Say what is possible."),
    Outcome.OWN_CHOICE: gettext_lazy("They chose otherwise. Thank them warmly."),
}


@dataclass(frozen=True, slots=True)
class Possible:
    """One way in which it may go on."""

    code: str
    label: Text
    meaning: Text


def decision_page(actor: Actor, application: Application) -> dict[str, Any]:
    """The ways it may go on, with what was seen so far: the training is a part of getting to know each
    other (S1-189), and the role beside the person says where another role fits better (S0-14)."""
    return {
        "application": application,
        "possible": [
            Possible(outcome.value, outcome.label, meaning) for outcome, meaning in MEANINGS.items()
        ],
        "training": training_rows(application),
        "training_notes": training_notes(actor, application),
        "fit": fit_panel(actor, application),
        "carried_by": application.carried_by.user.name if application.carried_by else "",
    }


def training_rows(application: Application) -> list[Definition]:
    """Since when somebody was in training, and until when; empty when they never were."""
    passages = [
        each for each in queries.passages_of(application) if each.kind == StageKind.TRAINING
    ]
    if not passages:
        return []
    newest = passages[-1]
    return [
        Definition(_("Training from"), newest.entered_on),
        Definition(_("Until"), newest.left_on or _("still going on")),
    ]


def training_notes(actor: Actor, application: Application) -> list[Note]:
    """What was seen during the training, as far as this actor may read it; one query."""
    rows = note_policies.visible_to(actor).filter(application=application, prompt=TRAINING)
    return list(rows.select_related("author__user").order_by("id"))


def likely_same_people(actor: Actor, application: Application) -> list[Person]:
    """Who on the list may be this candidate; none when it is known who they are."""
    if application.person_id is not None:
        return []
    return people.likely_same(
        actor,
        given_name=application.given_name,
        family_name=application.family_name,
        email=application.email,
        phone=application.phone,
    )


def side_by_side(person: Person) -> list[Definition]:
    """Enough of somebody on the list to recognise them."""
    return [
        Definition(_("E-mail"), person.email),
        Definition(_("Phone"), person.phone),
        Definition(_("Lives in"), person.place),
        Definition(_("Here as"), ", ".join(str(hat) for hat in _hats(person))),
    ]


def _hats(person: Person) -> list[Text]:
    hats = {"volunteer": _("volunteer"), "participant": _("participant")}
    return [label for hat, label in hats.items() if hasattr(person, hat)]


def candidate_side(application: Application) -> list[Definition]:
    """The same of the candidate."""
    return [
        Definition(_("E-mail"), application.email),
        Definition(_("Phone"), application.phone),
        Definition(_("Lives in"), application.place),
    ]
