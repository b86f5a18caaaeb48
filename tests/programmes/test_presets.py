"""The presets: complete, in three languages, and each makes a programme that people can read."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from naast.matching.soft import DEFAULT_WEIGHTS
from naast.organisations.actors import Actor
from naast.programmes import queries, services, weights
from naast.programmes.models import Form, Pattern, Selection, StageKind, Task
from naast.programmes.patterns import missing_codes
from naast.programmes.presets import Preset, Words, loader, preset_named, presets
from tests.conftest import Cast

SLUGS = [preset.slug for preset in presets()]
# Words that give away a text that was left in another language.
TELLTALES = {
    "nl": re.compile(r"\b(the|and|with|you|your|le|des|vous|avec|pour)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(the|and|with|you|het|een|van|niet|voor)\b", re.IGNORECASE),
    "en": re.compile(r"\b(het|een|niet|voor|les|des|vous|avec)\b", re.IGNORECASE),
}
LENGTHS = {
    "name": 200,
    "steps_in": 200,
    "note": 300,
    "who_arranges": 120,
    "with_whom": 120,
    "when": 120,
    "who": 150,
    "competence": 160,
    "example": 250,
    "stage name": 80,
    "takes": 80,
}


def texts(preset: Preset) -> Iterator[tuple[str, Words]]:
    """Every text of a preset with the name of its field."""
    yield from (("programme name", preset.name), ("card", preset.card))
    yield from preset.texts.items()
    for name, rows in preset.lists.items():
        yield from ((name, row) for row in rows)
    parts: list[Any] = [*preset.tasks, *preset.contact, *preset.conditions, *preset.on_call]
    for part in parts:
        for name in part.__slots__:
            value = getattr(part, name)
            if isinstance(value, Words):
                yield name, value
    for asked in preset.competences:
        yield from (("competence", asked.name), ("example", asked.example))
    for stage in preset.stages.values():
        yield from (
            ("stage name" if name == "name" else name, it) for name, it in stage.texts.items()
        )


@pytest.mark.covers("S1-278")
def test_there_is_a_preset_for_each_setting_of_the_sources() -> None:
    assert {
        "buddy",
        "home_visits",
        "home_administration",
        "ward",
        "palliative",
        "language_practice",
        "circle",
    } == set(SLUGS)
    assert {preset.pattern for preset in presets()} == set(Pattern)


@pytest.mark.parametrize("preset", presets(), ids=SLUGS)
def test_every_text_of_a_preset_exists_in_three_languages_and_stays_in_them(preset: Preset) -> None:
    for field, words in texts(preset):
        for language in ("nl", "fr", "en"):
            text = words.in_language(language)
            assert text, (field, language)
            assert not TELLTALES[language].search(text), (field, language, text)
        if " " in words.in_language("nl"):
            assert words.in_language("nl") != words.in_language("en"), field


@pytest.mark.parametrize("preset", presets(), ids=SLUGS)
def test_every_text_of_a_preset_fits_its_column(preset: Preset) -> None:
    for field, words in texts(preset):
        longest = max(len(words.in_language(language)) for language in ("nl", "fr", "en"))
        assert longest <= LENGTHS.get(field, 10_000), (field, words.in_language("nl"))


@pytest.mark.covers("S0-61", "S2-24", "S1-184", "S1-137")
@pytest.mark.parametrize("preset", presets(), ids=SLUGS)
def test_a_preset_says_whose_every_task_is_and_who_steps_in(preset: Preset) -> None:
    assert 8 <= len(preset.tasks) <= 14
    assert {task.who for task in preset.tasks} == {who.value for who in Task.Who}
    assert {task.is_core for task in preset.tasks} == {True, False}
    assert all(task.steps_in.in_language("nl") for task in preset.tasks)


@pytest.mark.covers("S1-110", "S1-145", "S1-197")
@pytest.mark.parametrize("preset", presets(), ids=SLUGS)
def test_a_preset_has_several_contact_lines_limits_and_a_frame_for_closeness(
    preset: Preset,
) -> None:
    assert len(preset.contact) >= 2
    assert len(preset.lists["not_done"]) >= 5
    for language, words in {
        "nl": ("Cadeaus", "Geld", "Telefoon", "Sociale media"),
        "fr": ("Cadeaux", "Argent", "Téléphone", "Réseaux sociaux"),
        "en": ("Gifts", "Money", "Phone", "Social media"),
    }.items():
        frame = preset.texts["relation_frame"].in_language(language)
        assert all(word in frame for word in words), (language, frame)


def test_no_preset_asks_for_figures_of_people() -> None:
    for preset in presets():
        for field, words in texts(preset):
            assert not re.search(
                r"score|quota|target|streefcijfer|objectif chiffré", words.in_language("en"), re.I
            ), field


@pytest.mark.covers("S1-5")
def test_the_buddy_preset_trains_first_and_lasts_two_years_with_its_milestones() -> None:
    buddy = preset_named("buddy")

    assert buddy.form is Form.DUO
    assert buddy.numbers["duration_months"] == 24
    assert buddy.series["milestone_months"] == (1, 3, 6, 12, 18, 24)
    assert any(entry.kind == "training" and entry.is_required for entry in buddy.conditions)


@pytest.mark.covers("S2-7")
def test_home_administration_has_a_start_list_a_way_on_and_a_moment_to_stop_and_keeps_no_amounts() -> (
    None
):
    preset = preset_named("home_administration")
    said = " ".join(task.name.in_language("en") for task in preset.tasks)

    assert "start list" in said
    assert "order" in preset.texts["purpose"].in_language("en")
    assert "Show the way to a service" in said
    assert "Agree when it is good enough, and finish" in said
    assert any("No amounts" in line.in_language("en") for line in preset.lists["not_done"])


def test_the_ward_has_a_light_package_with_staff_near() -> None:
    ward = preset_named("ward")

    assert ward.weight == 1
    assert ward.texts["staff_presence"].in_language("en")
    assert ward.lists["mandate"] == ()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.covers("S1-278")
def test_every_preset_makes_a_programme_in_one_step_whose_page_reads_like_a_leaflet(
    cast: Cast, coordinator: Actor, slug: str, language: str
) -> None:
    preset = preset_named(slug)
    made = services.create_programme(actor=coordinator, preset=preset, language=language)

    answer = cast.client("bea").get(cast.url(f"programmes/{made.pk}/"))

    assert answer.status_code == 200
    assert answer.context["programme"].purpose == preset.texts["purpose"].in_language(language)
    page = answer.content.decode()
    for task in preset.tasks:
        assert task.name.in_language(language).replace("’", "’") in page


@pytest.mark.django_db
@pytest.mark.parametrize("slug", SLUGS)
def test_a_fresh_programme_only_misses_names_and_numbers(coordinator: Actor, slug: str) -> None:
    """What the package can't know: who answers for it and on which number."""
    made = services.create_programme(actor=coordinator, preset=preset_named(slug), language="nl")
    programme = queries.get_programme(coordinator, made.pk)

    assert programme is not None
    assert set(missing_codes(programme)) <= {"responsible", "on_call"}


# The nine that are asked for duo work, as instruments B22 names them.
NINE = (
    "stable",
    "bears",
    "drawn",
    "open",
    "reliable",
    "feedback",
    "communicates",
    "cultures",
    "limits",
)


def _asked(preset: Preset, *keys: str) -> dict[str, bool]:
    """Which of these shared competences a preset asks: key → needed."""
    shared = loader._toml("shared")["competences"]
    names = {row.name.in_language("nl"): row.is_needed for row in preset.competences}
    return {key: names[name] for key in keys if (name := shared[key]["name"]["nl"]) in names}


@pytest.mark.covers("S1-146")
@pytest.mark.parametrize("slug", ["buddy", "home_visits", "circle"])
def test_a_duo_or_circle_asks_the_nine_each_with_what_one_sees(slug: str) -> None:
    preset = preset_named(slug)
    assert set(_asked(preset, *NINE)) == set(NINE)
    for asked in preset.competences:
        for language in ("nl", "fr", "en"):
            assert asked.example.in_language(language)


@pytest.mark.covers("S0-30")
@pytest.mark.parametrize("preset", presets(), ids=SLUGS)
def test_every_preset_asks_to_be_discreet_empathic_and_not_judging(preset: Preset) -> None:
    three = ("discreet", "empathic", "not_judging")
    assert set(_asked(preset, *three)) == set(three)


@pytest.mark.covers("S0-18")
@pytest.mark.parametrize("preset", presets(), ids=SLUGS)
def test_every_preset_says_what_is_needed_and_what_is_only_welcome(preset: Preset) -> None:
    assert {row.is_needed for row in preset.competences} == {True, False}
    assert len({row.kind for row in preset.competences}) >= 2
    names = [row.name.in_language("nl") for row in preset.competences]
    assert len(names) == len(set(names))


@pytest.mark.covers("S0-17")
@pytest.mark.parametrize("preset", presets(), ids=SLUGS)
def test_every_preset_chooses_how_much_people_get_to_know_each_other(preset: Preset) -> None:
    assert set(preset.stages) == set(StageKind)
    on = {kind for kind, stage in preset.stages.items() if stage.is_on}
    assert {StageKind.APPLICATION, StageKind.START} <= on
    assert preset_named("language_practice").selection is Selection.LIGHT
    assert preset_named("buddy").selection is Selection.FULL


@pytest.mark.covers("S1-188")
def test_where_it_may_weigh_people_come_together_and_it_says_who_arranges_it() -> None:
    asked = {
        preset.slug: [each for each in preset.conditions if each.kind == "intervision"]
        for preset in presets()
    }
    assert {slug for slug, lines in asked.items() if lines} == {
        "buddy",
        "ward",
        "palliative",
        "circle",
    }
    for (line,) in filter(None, asked.values()):
        assert all(line.who_arranges.in_language(language) for language in ("nl", "fr", "en"))


@pytest.mark.covers("S1-237")
def test_in_a_hospital_or_at_a_bedside_nobody_tries_out_before_the_agreement() -> None:
    before = {preset.slug for preset in presets() if preset.agreement_before_trial}
    assert before == {"ward", "palliative"}


@pytest.mark.covers("S1-240")
@pytest.mark.parametrize("preset", presets(), ids=SLUGS)
def test_every_preset_tells_how_somebody_grows(preset: Preset) -> None:
    assert len(preset.lists["growth_steps"]) >= 3


@pytest.mark.parametrize(
    "changes",
    [
        {"competences": []},
        {"competences": [{"use": "open", "needed": False}]},
        {"stages": {"tour": {"off": True}}},
        {"stages": {"tour": {"takes": {"nl": "even"}}}},
    ],
)
def test_a_preset_that_says_too_little_about_the_way_to_a_start_is_refused(
    changes: dict[str, Any],
) -> None:
    with pytest.raises(loader.IncompletePreset):
        loader.read(loader._toml("buddy") | changes, loader._toml("shared"))


@pytest.mark.parametrize("changes", [{"selection": "strict"}, {"stages": {"exam": {"on": True}}}])
def test_a_preset_with_a_stage_or_selection_that_does_not_exist_is_refused(
    changes: dict[str, Any],
) -> None:
    with pytest.raises(ValueError, match=r"strict|exam"):
        loader.read(loader._toml("buddy") | changes, loader._toml("shared"))


def test_a_preset_without_a_french_text_is_refused() -> None:
    with pytest.raises(loader.IncompletePreset):
        loader.words({"nl": "ja", "en": "yes"}, "somewhere")


@pytest.mark.parametrize(
    ("field", "value"), [("form", "dance"), ("pattern", "boss"), ("weight", 9)]
)
def test_a_preset_with_a_value_that_the_model_does_not_know_is_refused(
    field: str, value: Any
) -> None:
    data = loader._toml("buddy") | {field: value}
    with pytest.raises(ValueError, match=str(value)):
        loader.read(data, loader._toml("shared"))


def test_a_preset_names_every_part_of_the_weights_or_none() -> None:
    data = loader._toml("buddy") | {"match_weights": {"expectations": 100}}
    with pytest.raises(loader.IncompletePreset):
        loader.read(data, loader._toml("shared"))


def test_the_weights_are_those_that_the_matching_computes_with() -> None:
    assert weights.defaults() == DEFAULT_WEIGHTS
    for preset in presets():
        assert not preset.match_weights or sum(preset.match_weights.values()) == 100
