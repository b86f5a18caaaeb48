"""Input of who noticed something: what, when and how soon; everything else only when there is time."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core import clock
from naast.core.careful import Careful
from naast.core.inputs import FIRST, DayField
from naast.organisations.actors import Actor
from naast.organisations.choices import ColleagueField
from naast.organisations.models import Membership
from naast.signals import kinds
from naast.signals.inputs import Noticed, Who
from naast.signals.queries import own as queries
from naast.signals.states import ASPECTS, SAFEGUARDED, Kind, Level, PersonKnows

LONGEST = 4000
MORE = (
    "told_to_me",
    "thinks",
    "goes_well",
    "who_knows",
    "wants",
    "person_knows",
    "match",
    "colleague",
    "only_contact_person",
    "may_name",
)


def _lines(label: Any, *, rows: int = 2, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class MatchField(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument, Django has none
    """Whom it is about, by first name; on a page that stays on the phone by one letter."""

    me: Actor
    is_short = False

    def label_from_instance(self, obj: Match) -> str:
        """The other one of the two, and the programme."""
        other = obj.volunteer if obj.participant_id == self.me.person_id else obj.participant
        name = f"{other.first_name[:1]}." if self.is_short else other.first_name
        return f"{name} ({obj.programme.name})"


class RaiseForm(Careful):
    """Three questions. With `kind` it is chosen already; without, it is asked."""

    careful_fields: ClassVar[tuple[str, ...]] = (
        "saw",
        "told_to_me",
        "thinks",
        "goes_well",
        "who_knows",
        "wants",
    )

    kind = forms.ChoiceField(
        label=_("What is it about?"), choices=Kind, widget=forms.RadioSelect, initial=Kind.WORRY
    )
    saw = _lines(_("What did you see or hear yourself?"), rows=4)
    seen_on: forms.DateField = DayField(label=_("When was that?"), initial=clock.today)
    level = forms.TypedChoiceField(
        label=_("How soon should somebody look at it?"),
        choices=[*Level.choices[:-1], (int(Level.NOW), _("Now: there is danger. I called first"))],
        coerce=int,
        initial=Level.CONSULT,
        widget=forms.RadioSelect,
    )
    aspect = forms.ChoiceField(label=_("One word more"), required=False, widget=forms.RadioSelect)
    told_to_me = _lines(
        _("What did somebody tell you, and who?"),
        help_text=_("«Her neighbour» or «his son» is enough: no name."),
    )
    thinks = _lines(
        _("What do you think or feel about it?"),
        help_text=_("Apart from what you saw. You don’t have to be sure, and you need no proof."),
    )
    goes_well = _lines(_("What goes well, and who is there already?"))
    who_knows = _lines(_("Who knows this already?"))
    wants = _lines(_("What do you hope for, or what does the person want?"))
    person_knows = forms.ChoiceField(
        label=_("Does the person know that you tell this?"),
        choices=PersonKnows,
        required=False,
        widget=forms.RadioSelect,
    )
    match = MatchField(
        label=_("Who is it about?"),
        queryset=Match.objects.none(),
        required=False,
        empty_label=_("Somebody else, or nobody in particular"),
    )
    colleague = ColleagueField(
        label=_("Is it about somebody who works here?"),
        help_text=_("Then it goes round them: they don’t read it."),
        queryset=Membership.objects.none(),
        required=False,
        empty_label=_("No"),
    )
    only_contact_person = forms.BooleanField(
        label=_("Only the contact person for safeguarding may read this"), required=False
    )
    may_name = forms.BooleanField(
        label=_("You may tell that it comes from me, when that helps"), required=False
    )
    client_key = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, actor: Actor, kind: str = "", is_short: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if kind:
            del self.fields["kind"]
            self.fields["saw"].help_text = str(kinds.what_to_write(kind))
        self.chosen = kind or str(self.data.get("kind") or "")
        if self.chosen in SAFEGUARDED:
            del self.fields["only_contact_person"]
        self._ask_aspect()
        self._ask_match(actor, is_short)
        colleague: ColleagueField = self.fields["colleague"]  # type: ignore[assignment]  # what it is above
        colleague.queryset = queries.who_works_here(actor)

    def _ask_aspect(self) -> None:
        choices = ASPECTS.get(self.chosen)
        if choices is None:
            del self.fields["aspect"]
        else:
            aspect: forms.ChoiceField = self.fields["aspect"]  # type: ignore[assignment]  # idem
            aspect.choices = choices.choices

    def _ask_match(self, actor: Actor, is_short: bool) -> None:
        match: MatchField = self.fields["match"]  # type: ignore[assignment]  # idem
        match.me, match.is_short = actor, is_short
        match.queryset = queries.matches_to_name(actor)

    def clean_seen_on(self) -> Any:
        """A day that has been."""
        day = self.cleaned_data["seen_on"]
        if day > clock.today():
            raise forms.ValidationError(_("This day is still to come. Choose today, or earlier."))
        return day

    def clean(self) -> dict[str, Any]:
        """Something was seen or told: a few words are enough."""
        data = super().clean()
        if not (data.get("saw", "").strip() or data.get("told_to_me", "").strip()):
            self.add_error("saw", _("Write a few words. It need not be more."))
        return data

    def noticed(self) -> Noticed:
        """What the service takes in."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "who"}
        return Noticed(**{**data, "kind": self.chosen})

    @property
    def more(self) -> list[forms.BoundField]:
        """The fields for who has more time."""
        return [self[name] for name in MORE if name in self.fields]

    @property
    def has_more(self) -> bool:
        """Whether something stands in those fields, or is wrong there: then they are open."""
        return self.is_bound and any(bound.errors or bound.data for bound in self.more)


class SentFromPhone(RaiseForm):
    """What waited on the phone until there was network: whoever wrote it is not there to read a hint."""

    careful_fields: ClassVar[tuple[str, ...]] = ()
    # What may have changed in the meantime (a match that ended, a colleague who left) stops nobody’s words.
    MAY_BE_GONE: ClassVar[tuple[str, ...]] = ("aspect", "person_knows", "match", "colleague")

    seen_on = forms.DateField()

    def clean_seen_on(self) -> date:
        """The clock of a phone may run ahead, or stand still at its first day: then it was today."""
        day: date = self.cleaned_data["seen_on"]
        return day if FIRST <= day <= clock.today() else clock.today()

    def clean(self) -> dict[str, Any]:
        """Without what is no longer there."""
        data = super().clean()
        for name in self.MAY_BE_GONE:
            self.errors.pop(name, None)
        return data


class WriteDownForm(RaiseForm):
    """What a colleague writes down: their own, or what they were told."""

    who = forms.ChoiceField(
        label=_("Who noticed it?"), widget=forms.RadioSelect, initial=Who.PERSON
    )

    field_order = ("who", "kind", "saw", "seen_on", "level")

    def __init__(self, *args: Any, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # It is about, or from, the person of the page.
        del self.fields["match"]
        self.fields["saw"].label = _("What was seen or heard?")
        who: forms.ChoiceField = self.fields["who"]  # type: ignore[assignment]  # what it is above
        who.choices = [
            (Who.PERSON, _("%(name)s told me") % {"name": name}),
            (
                Who.FAMILY,
                _("Family, a carer or a neighbour told me, about %(name)s") % {"name": name},
            ),
            (Who.ME, _("I noticed it myself, about %(name)s") % {"name": name}),
        ]

    def clean(self) -> dict[str, Any]:
        """What family told is hearsay: who told it stands there, as «her daughter»."""
        data = super().clean()
        if data.get("who") == Who.FAMILY and not data.get("told_to_me", "").strip():
            self.add_error("told_to_me", _("Write what they told, and who: «her daughter»."))
        return data
