"""Input of who takes part in an evening, and of who leads it."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from naast.casebook.policies import cases_visible_to
from naast.core import clock
from naast.core.inputs import DayField, NamedField, pk_of
from naast.intervision import guides
from naast.intervision.forms.common import (
    WITHOUT_NAMES,
    WithoutNames,
    theme_choices,
    words,
)
from naast.intervision.inputs import ActionNote, AgendaPlan, PromiseNote, QuestionNote
from naast.intervision.models import (
    EthicsQuestion,
    Evening,
    GroupTalk,
    LearningQuestion,
    Promise,
    Series,
    SeriesMember,
)
from naast.intervision.policies.series import still_inside
from naast.intervision.queries.agenda import NO_ARTICLE, Agenda
from naast.intervision.queries.evenings import without_account
from naast.intervision.queries.talks import waiting_for
from naast.organisations.actors import Actor
from naast.organisations.choices import ColleagueField
from naast.organisations.models import STAFF
from naast.organisations.queries import colleagues
from naast.people.models import Person


def _group(series_id: Any) -> QuerySet[Person]:
    members = SeriesMember.objects.filter(still_inside(), series_id=series_id)
    people = Person.objects.filter(pk__in=members.values("person"))
    return people.order_by("sort_name", "id")


class SignOffForm(forms.Form):
    """A few words with «I can’t come», where somebody likes."""

    words = words(
        _("A few words for who leads the evening"),
        rows=2,
        required=False,
        max_length=300,
        help_text=_("You don’t have to say why."),
    )


class QuestionForm(WithoutNames):
    """A learning question."""

    text = words(
        _("What would you like to talk over?"), rows=5, max_length=1500, help_text=WITHOUT_NAMES
    )
    theme = forms.ChoiceField(label=_("What is it about?"), required=False)
    is_shared = forms.BooleanField(
        label=_("The group may read it beforehand"),
        help_text=_("Otherwise only who leads the evening reads it."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = theme_choices(_("I don’t know yet"))  # type: ignore[attr-defined]  # a ChoiceField

    def note(self) -> QuestionNote:
        """What the service takes in."""
        return QuestionNote(**self.cleaned_data)


class BroughtForm(WithoutNames):
    """What somebody without an account would like to talk over, as they told it."""

    person = NamedField(label=_("Who"), queryset=None)
    text = words(
        _("What would you like to talk over?"),
        rows=3,
        max_length=1500,
        required=False,
        help_text=WITHOUT_NAMES,
    )

    def __init__(self, *args: Any, evening: Evening, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = without_account(evening)  # type: ignore[attr-defined]  # a ModelChoiceField

    def note(self) -> QuestionNote:
        """What the service takes in."""
        data = self.cleaned_data
        return QuestionNote(text=data["text"], is_checked=data["is_checked"])


def initial_of_question(question: LearningQuestion) -> dict[str, object]:
    """A question as its form shows it."""
    return {name: getattr(question, name) for name in ("text", "theme", "is_shared")}


class ActionForm(WithoutNames):
    """What somebody will do."""

    what = words(_("What"), rows=2, max_length=300)
    person = NamedField(
        label=_("Who"), queryset=None, required=False, empty_label=_("Somebody else, or all of us")
    )
    who = forms.CharField(
        label=_("Or a first name"),
        help_text=_("For somebody who is not of the group, or «all of us»."),
        max_length=60,
        required=False,
    )
    due_on = DayField(label=_("By when"), required=False)

    def __init__(self, *args: Any, evening: Evening, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = _group(evening.series_id)  # type: ignore[attr-defined]  # a ModelChoiceField

    def note(self) -> ActionNote:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        return ActionNote(person_id=pk_of(data.pop("person")), **data)


class TitledField(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument
    """A case by its title."""

    def label_from_instance(self, obj: Any) -> str:
        """How it reads in the list."""
        return str(obj.title)


class TextChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # stubs want an argument
    """A question or a wish by its first words."""

    def label_from_instance(self, obj: Any) -> str:
        """How it reads in the list."""
        return str(Truncator(obj.text).chars(90))


class AgendaForm(forms.Form):
    """What the leader chooses."""

    method = forms.ChoiceField(label=_("Method"))
    brought_by = NamedField(
        label=_("Who brings something in"),
        queryset=None,
        required=False,
        empty_label=_("We see at the table"),
    )
    led_by = NamedField(
        label=_("Who leads this evening"),
        queryset=None,
        required=False,
        empty_label=_("The leader of the group"),
    )
    article = forms.ChoiceField(label=_("Article of the charter"), required=False)
    ethics = TextChoice(
        label=_("A question about what is right"),
        queryset=None,
        required=False,
        empty_label=_("Not this time"),
    )
    case = TitledField(
        label=_("A case from the case bank"),
        queryset=None,
        required=False,
        empty_label=_("None this time"),
    )
    themes = forms.MultipleChoiceField(
        label=_("Themes"),
        help_text=_("The only thing that stays of what it was about."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=theme_choices(),
    )

    def __init__(
        self, *args: Any, actor: Actor, evening: Evening, agenda: Agenda, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["method"].choices = [(each.code, each.name) for each in guides.methods()]
        fields["article"].choices = [
            (NO_ARTICLE, _("None this time")),
            *((clause.code, clause.heading) for clause in agenda.articles),
        ]
        fields["brought_by"].queryset = fields["led_by"].queryset = _group(evening.series_id)
        fields["ethics"].queryset = waiting_for(evening)
        fields["case"].queryset = cases_visible_to(actor).filter(is_shown=True).only("title")

    def plan(self) -> AgendaPlan:
        """What the service takes in."""
        data = self.cleaned_data
        return AgendaPlan(
            method=data["method"],
            article=data["article"],
            ethics_id=pk_of(data["ethics"]),
            case_id=pk_of(data["case"]),
            brought_by_id=pk_of(data["brought_by"]),
            led_by_id=pk_of(data["led_by"]),
            themes=tuple(data["themes"]),
        )


def initial_of_agenda(evening: Evening, agenda: Agenda) -> dict[str, object]:
    """The agenda as its form shows it."""
    return {
        "method": evening.method or evening.series.method,
        "article": agenda.article.code if agenda.article else NO_ARTICLE,
        "ethics": agenda.ethics.pk if agenda.ethics else None,
        "case": evening.case_id,
        "brought_by": evening.brought_by_id,
        "led_by": evening.led_by_id,
        "themes": evening.themes,
    }


class WishForm(WithoutNames):
    """What somebody would like better."""

    text = words(_("What would you like better?"), rows=3, max_length=600)
    with_name = forms.BooleanField(
        label=_("My name may stand beside it"),
        help_text=_("Otherwise nobody sees whose wish it is."),
        required=False,
    )


class PromiseFields(forms.Form):
    """What is promised, by whom and by when."""

    what = words(_("What we promise"), rows=2, max_length=300)
    owner = ColleagueField(
        label=_("Who sees to it"), queryset=None, required=False, empty_label=_("Nobody yet")
    )
    due_on = DayField(label=_("By when"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = colleagues(actor, *STAFF)  # type: ignore[attr-defined]  # a ModelChoiceField

    def note(self) -> PromiseNote:
        """What the service takes in."""
        data = dict(self.cleaned_data)
        wish, owner = data.pop("wish", None), data.pop("owner")
        return PromiseNote(wish_id=pk_of(wish), owner_id=pk_of(owner), **data)


class PromiseForm(PromiseFields):
    """What the organisation promises, and which wish it answers."""

    wish = TextChoice(
        label=_("Which wish it answers"),
        queryset=None,
        required=False,
        empty_label=_("None of these"),
    )

    def __init__(self, *args: Any, actor: Actor, talk: GroupTalk, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        self.fields["wish"].queryset = talk.wishes.order_by("-votes", "id")  # type: ignore[attr-defined]  # a ModelChoiceField


class NewsForm(PromiseFields):
    """A promise, and what came of it."""

    news = words(
        _("What came of it"),
        rows=3,
        required=False,
        max_length=500,
        help_text=_("The group reads it at the next yearly talk. Did it not work out? Say why."),
    )
    is_done = forms.BooleanField(label=_("This is settled"), required=False)


def initial_of_promise(promise: Promise) -> dict[str, object]:
    """A promise as its form shows it."""
    same = {name: getattr(promise, name) for name in ("what", "due_on", "news")}
    return {**same, "owner": promise.owner_id, "is_done": promise.done_on is not None}


class EthicsForm(WithoutNames):
    """A question about what is right or allowed."""

    text = words(
        _("What do you wonder about?"),
        max_length=1500,
        help_text=WITHOUT_NAMES,
    )
    series = NamedField(
        label=_("For whom"),
        queryset=None,
        required=False,
        empty_label=_("The whole organisation"),
    )
    with_name = forms.BooleanField(
        label=_("My name may stand beside it"),
        help_text=_("Otherwise nobody sees who asks."),
        required=False,
    )

    def __init__(self, *args: Any, groups: QuerySet[Series], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["series"].queryset = groups  # type: ignore[attr-defined]  # a ModelChoiceField


class DiscussedForm(WithoutNames):
    """When a question was discussed, and what it came to."""

    discussed_on = DayField(label=_("Discussed on"), initial=clock.today)
    outcome = words(
        _("What we hold to from now on"),
        max_length=1500,
        help_text=_("What was decided, not who said what. No names."),
    )


def initial_of_ethics(question: EthicsQuestion) -> dict[str, object]:
    """A discussed question as its form shows it; today for one that waits."""
    return {
        "discussed_on": question.discussed_on or clock.today(),
        "outcome": question.outcome,
    }
