"""Components: what they say to a screen reader, and what they refuse."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.template import Context, Template, TemplateSyntaxError

from naast.core.templatetags.ui_base import draw
from naast.core.templatetags.ui_people import Entry, Stage, letters, tint


def render(source: str, **context: Any) -> str:
    return " ".join(Template(source).render(Context(context)).split())


@pytest.mark.parametrize(
    "source",
    [
        '{% badge "a" tone="loud" %}',
        '{% notice "a" tone="loud" %}',
        '{% button "a" tone="loud" %}',
        '{% link_button "a" url="/" tone="loud" %}',
        '{% big_button "a" url="/" icon="sun" tone="loud" %}',
        '{% toast "a" level="loud" %}',
        '{% empty_state "a" drawing="whale" %}',
        '{% initials "a" size="huge" %}',
        '{% person_chip "a" size="huge" %}',
        '{% reasons_list "score" rows %}',
        '{% stage_path loud_stages %}',
        '{% task_table loud_tasks %}',
        '{% timeline too_long %}',
        '{% week_grid out_of_the_week %}',
        '{% icon "no-such-icon" %}',
        '{% page_head "a" action_url="/new" %}',
        '{% field rows %}',
    ],
)  # fmt: skip
def test_a_wrong_argument_is_refused(source: str) -> None:
    context = {
        "rows": ["a"],
        "loud_stages": [("a", "loud")],
        "loud_tasks": [("a", "everybody")],
        "too_long": [("a", "b", "sun", "/", "more")],
        "out_of_the_week": [21],
    }

    with pytest.raises(TemplateSyntaxError):
        render(source, **context)


def test_an_argument_a_component_does_not_know_is_refused_when_the_template_is_read() -> None:
    with pytest.raises(TemplateSyntaxError):
        Template('{% badge "a" colour="red" %}')


def test_text_is_escaped() -> None:
    assert "<b>" not in render("{% badge text %}{% notice text %}", text="<b>bold</b>")


def test_a_container_keeps_the_markup_inside_it() -> None:
    shown = render(
        "{% panel heading=heading level=3 %}<b>inside</b> {{ text }}{% endpanel %}",
        heading="A & B",
        text="<i>",
    )

    assert '<section class="panel" aria-label="A &amp; B">' in shown
    assert "<h3>A &amp; B</h3>" in shown
    assert "<b>inside</b> &lt;i&gt;" in shown


def test_the_page_head_has_the_only_h1_and_one_action() -> None:
    shown = render(
        '{% page_head "Volunteers" lead="All of them." action_url="/new" action_label="Invite" %}'
    )

    assert shown.count("<h1>") == 1
    assert '<a class="button button--main" href="/new">Invite</a>' in shown


def test_a_button_sends_its_form_and_an_opener_works_without_script() -> None:
    assert 'type="submit" name="answer" value="yes"' in render(
        '{% button "Yes" name="answer" value="yes" %}'
    )
    assert 'href="#stop" data-open="stop"' in render('{% button "Stop" opens="stop" %}')


def test_a_dialog_is_named_by_its_heading() -> None:
    shown = render('{% dialog name="stop" heading="Stop?" %}x{% enddialog %}')

    assert '<dialog class="dialog" id="stop" aria-labelledby="stop-heading">' in shown
    assert '<h2 id="stop-heading">Stop?</h2>' in shown


def test_icons_and_initials_are_decoration() -> None:
    assert 'aria-hidden="true"' in draw("sun")
    assert 'aria-hidden="true">LB</span>' in render('{% initials "Lien van den Berg" %}')


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Amina Haddad", "AH"),
        ("Lien van den Berg", "LB"),
        ("Jean-Pierre du Bois", "JB"),
        ("Noor", "N"),
        ("’t Hooft", "H"),
        ("", ""),
        ("هدى سالم", "هس"),
    ],
)
def test_initials_are_the_first_name_and_the_last_big_word(name: str, expected: str) -> None:
    assert letters(name) == expected


def test_a_name_has_the_same_ground_everywhere() -> None:
    assert tint("Amina Haddad") == tint("Amina Haddad")
    assert {tint(f"name {number}") for number in range(50)} == {1, 2, 3, 4}


def test_a_pair_is_read_as_two_names() -> None:
    assert "Rik" in render('{% pair_chip "Rik" "Amina" url="/m" %}')
    assert "Amina</a>" in render('{% pair_chip "Rik" "Amina" url="/m" %}')


def test_later_is_a_link_that_says_what_it_puts_off() -> None:
    shown = render(
        '{% attention_row "Rik" "Rik waits." later_url="/later" action_url="/r" action_label="Look" %}'
    )

    assert 'href="/later"' in shown
    assert 'Rik waits."' in shown.split("aria-label=")[1]


def test_the_way_says_where_we_are() -> None:
    shown = render("{% stage_path rows %}", rows=[Stage("A", "done"), ("B", "current"), ("C",)])

    assert shown.count('aria-current="step"') == 1
    assert '<li class="is-current" aria-current="step">' in shown
    assert '<li class="is-todo">' in shown


def test_reasons_without_sentences_show_nothing() -> None:
    assert render('{% reasons_list "connects" rows %}', rows=[]) == ""
    assert "circle-question-mark" not in render(
        '{% reasons_list "still_to_ask" rows %}', rows=["Stairs?"]
    )


def test_the_task_table_says_whose_a_task_is_in_words() -> None:
    shown = render(
        "{% task_table rows %}", rows=[("Walk", "volunteer"), ("Medication", "never", "By law.")]
    )

    assert shown.count('<th scope="col">') == 3
    assert '<th scope="row">Walk</th>' in shown
    assert 'class="is-so tasks--never"' in shown
    assert "By law." in shown


def test_readiness_says_what_is_missing_in_words() -> None:
    shown = render(
        "{% readiness_list rows %}", rows=[("Agreement", True), ("Training", False, "Lien")]
    )

    assert shown.count("badge--attention") == 1
    assert shown.index("Training") < shown.index("badge--attention")
    assert "Lien" in shown


def test_a_moment_in_the_timeline_is_a_local_date_for_people_and_machines() -> None:
    late = datetime(2026, 3, 31, 22, 30, tzinfo=UTC)
    rows = [Entry(late, "Met."), (date(2026, 3, 1), "Asked."), ("last year", "Began.")]

    shown = render("{% timeline rows %}", rows=rows)

    assert 'datetime="2026-04-01"' in shown
    assert 'datetime="2026-03-01"' in shown
    assert '<span class="timeline__when">last year</span>' in shown


def test_the_week_grid_reads_the_free_parts() -> None:
    shown = render("{% week_grid chosen %}", chosen=[0, 20])

    assert shown.count("is-free") == 2
    assert shown.count('<th scope="row">') == 7


def test_empty_definitions_are_left_out() -> None:
    shown = render(
        "{% definitions rows %}", rows=[("Place", "Deurne"), ("Phone", ""), ("Mail", "a@b", "/m")]
    )

    assert "Phone" not in shown
    assert '<a href="/m">a@b</a>' in shown


def test_progress_without_a_total_is_not_pretending() -> None:
    assert "value=" not in render('{% progress "Reading" %}')
    assert 'max="10" value="4"' in render('{% progress "Reading" done=4 total=10 %}')


def test_tabs_are_links_with_a_current_one() -> None:
    shown = render('{% tabs rows label="Card" %}', rows=[("A", "/a", True), ("B", "/b")])

    assert '<nav class="tabs" aria-label="Card">' in shown
    assert '<a href="/a" aria-current="page">A</a>' in shown
    assert '<a href="/b">B</a>' in shown


def test_a_pager_without_neighbours_is_not_there() -> None:
    assert render("{% pager %}") == ""
    assert 'rel="next"' in render('{% pager following="?after=x" %}')


def test_a_number_leads_to_the_people_behind_it() -> None:
    assert '<a class="stat" href="/w">' in render('{% stat_link 3 "waiting" url="/w" %}')
    assert "<a" not in render('{% stat_link 3 "waiting" %}')


def test_a_filter_is_a_get_form() -> None:
    shown = render('{% filter_bar clear_url="/all" label="Filter" %}x{% endfilter_bar %}')

    assert 'method="get" role="search" aria-label="Filter"' in shown
    assert 'href="/all"' in shown


def test_two_sides_stand_beside_each_other() -> None:
    shown = render(
        '{% side_by_side %}{% side heading="Wish" kicker="Rik" %}a{% endside %}'
        "{% between %}b{% endbetween %}{% below %}c{% endbelow %}{% endside_by_side %}"
    )

    assert '<div class="beside">' in shown
    assert 'class="beside__side" aria-label="Wish"' in shown
    assert shown.index("beside__between") < shown.index("beside__below")


def test_what_is_for_paper_is_marked() -> None:
    assert 'class="print-only"' in render("{% print_only %}a{% endprint_only %}")
    assert 'class="screen-only"' in render("{% screen_only %}a{% endscreen_only %}")
