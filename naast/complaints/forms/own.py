"""Input of who complains and of the other side: short, warm, three questions (S4-22)."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.complaints.forms.fields import HOW_STAFF, SeenFields, listeners, one_of, text
from naast.complaints.inputs import ForSomebody, NewComplaint
from naast.complaints.queries.around import PERSON, Somebody
from naast.complaints.queries.complaints import Ear
from naast.complaints.states import ABOUT_US, About, Content, Hat, Yes
from naast.people.models import Person


class ComplaintForm(SeenFields):
    """1 What happened? 2 Who or what is it about? 3 Who may listen?"""

    about = one_of(_("It is about"), About.choices)
    who = forms.ChoiceField(label=_("Who is it?"), required=False)
    other_words = forms.CharField(
        label=_("Or say it in your own words"),
        max_length=300,
        required=False,
        help_text=_("A name, or which rule or decision it is about."),
    )
    receiver = one_of(
        _("You choose"),
        [],
        help_text=_("Only this person reads it. A mediator stands outside the line."),
    )
    without_coordinator = forms.BooleanField(
        label=_("No coordinator may read this"), required=False
    )
    may_be_named = forms.BooleanField(
        label=_("The other side may know that it was me"),
        help_text=_("You may also say this later. Before a talk together we ask you again."),
        required=False,
    )
    hat = one_of(_("I say this as"), Hat.choices)

    first: tuple[str, ...] = ("facts", "how", "seen_by", "seen_on")
    second: tuple[str, ...] = ("about", "who", "other_words")
    third: tuple[str, ...] = ("receiver", "without_coordinator", "may_be_named", "hat")

    def __init__(
        self, *args: Any, ears: Iterable[Ear], around: Iterable[Somebody], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.around = {somebody.value: somebody for somebody in around}
        self.fields["facts"].label = _("In your own words")
        self.fields["receiver"].choices = listeners(ears)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["who"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", _("I say it in my own words")),
            *((each.value, f"{each.name} · {each.as_what}") for each in self.around.values()),
        ]
        if not self.around:
            del self.fields["who"]

    def questions(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The three questions with their fields."""
        parts = (
            (_("1. What happened?"), self.first),
            (_("2. Who or what is it about?"), self.second),
            (_("3. Who may listen?"), self.third),
        )
        return [
            (title, [self[name] for name in names if name in self.fields]) for title, names in parts
        ]

    def new(self) -> NewComplaint:
        """What the service takes in. Somebody who was chosen says by themselves what it is about."""
        data = self.cleaned_data
        chosen = self.around.get(data.get("who", ""))
        about = data["about"]
        if chosen is not None and about not in ABOUT_US:
            about = chosen.about.value
        letter, _colon, pk = chosen.value.partition(":") if chosen else ("", "", "")
        is_person = letter == PERSON
        return NewComplaint(
            about=about,
            hat=data["hat"],
            seen=self.seen(),
            receiver_id=UUID(data["receiver"]),
            other_id=UUID(pk) if pk and is_person else None,
            other_member_id=UUID(pk) if pk and not is_person else None,
            other_words=data["other_words"],
            without_coordinator=data["without_coordinator"],
            may_be_named=data["may_be_named"],
        )


class WrittenDownForm(ComplaintForm):
    """The same, for somebody who told it to a colleague: family, or who has no account."""

    person = forms.ChoiceField(label=_("Who told you this?"), required=False)
    name = forms.CharField(
        label=_("Or their name, and how to reach them"), max_length=300, required=False
    )
    first = ("person", "name", "hat", "facts", "how", "seen_by", "seen_on")
    third = ("receiver", "without_coordinator", "may_be_named")

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", _("Somebody else: I write the name")),
            *((str(person.pk), person.name) for person in people),
        ]
        self.fields["facts"].label = _("In their words")
        self.fields["how"].choices = HOW_STAFF  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["hat"].label = _("They say this as")
        self.fields["may_be_named"].label = _("The other side may know who told it")

    def whom(self) -> ForSomebody:
        """For whom it is written down."""
        data = self.cleaned_data
        chosen = data["person"]
        return ForSomebody(person_id=UUID(chosen) if chosen else None, name=data["name"])


class OwnViewForm(forms.Form):
    """How one of the two sees it; empty says that they would rather not."""

    words = text(
        _("How do you see it?"),
        rows=6,
        required=False,
        help_text=_("In your own words. Would you rather not say? Leave it empty: that is fine."),
    )


class DayForm(forms.Form):
    """Whether the day of the talk suits."""

    how = one_of(
        _("Does this day suit you?"),
        [(Yes.YES.value, _("Yes, I’ll be there")), (Yes.NO.value, _("No, or I have a question"))],
    )
    words = text(
        _("Do you want to add something?"),
        rows=2,
        required=False,
        help_text=_("Another day, somebody you bring along, or what you need to feel at ease."),
    )

    def suits(self) -> bool:
        """Whether they said yes."""
        return bool(self.cleaned_data["how"] == Yes.YES.value)


class BackForm(forms.Form):
    """How it is now."""

    how = one_of(_("How do you look back on the answer?"), Content.choices)


class WithdrawForm(forms.Form):
    """No reason is asked."""

    words = text(
        _("Do you want to say why?"), rows=3, required=False, help_text=_("You don’t have to.")
    )


class ListenerForm(forms.Form):
    """Who listens from now on."""

    receiver = one_of(_("Who may listen?"), [])

    def __init__(self, *args: Any, ears: Iterable[Ear], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["receiver"].choices = listeners(ears)  # type: ignore[attr-defined]  # a ChoiceField

    def receiver_id(self) -> UUID:
        """Who was chosen."""
        return UUID(self.cleaned_data["receiver"])
