"""Addresses of this room, under /o/<organisation>/."""

from django.urls import URLPattern, path

from naast.division.views import ideas, matches, mine, overview, programmes, tables, tensions

app_name = "division"
ARRANGE = "alongside/division/"
PROGRAMME = f"{ARRANGE}programmes/<uuid:programme_id>/"
MATCH = f"{ARRANGE}matches/<uuid:match_id>/"
TENSION = f"{ARRANGE}tensions/<uuid:tension_id>/"
LINE = f"{ARRANGE}staffing/<uuid:line_id>/"
MINE = "mine/division/"
MY_MATCH = f"{MINE}matches/<uuid:match_id>/"
TABLE = f"{MINE}tables/<uuid:division_id>/"

urlpatterns: list[URLPattern] = [
    path(ARRANGE, overview.overview, name="overview"),
    path(PROGRAMME, programmes.programme, name="programme"),
    path(f"{PROGRAMME}terms/", programmes.terms, name="terms"),
    path(f"{PROGRAMME}example/", programmes.begin_example, name="begin_example"),
    path(f"{PROGRAMME}staffing/", programmes.staffing, name="staffing"),
    path(f"{PROGRAMME}staffing/print/", programmes.print_staffing, name="print_staffing"),
    path(f"{PROGRAMME}staffing/new/", programmes.new_line, name="new_line"),
    path(LINE, programmes.staffing_day, name="staffing_day"),
    path(f"{LINE}remove/", programmes.remove_line, name="remove_line"),
    path(MATCH, matches.match, name="match"),
    path(f"{MATCH}pattern/", matches.move_pattern, name="move_pattern"),
    path(f"{MATCH}stand-in/", matches.name_stand_in, name="name_stand_in"),
    path(f"{ARRANGE}away/<uuid:step_id>/", matches.arrange_away, name="arrange_away"),
    path(f"{ARRANGE}tables/<uuid:division_id>/paper/", matches.yes_on_paper, name="yes_on_paper"),
    path(f"{ARRANGE}tensions/", tensions.tensions, name="tensions"),
    path(TENSION, tensions.tension, name="tension"),
    path(f"{TENSION}view/<slug:side>/", tensions.write_view_down, name="write_view_down"),
    path(f"{TENSION}<slug:step>/", tensions.tension_step, name="tension_step"),
    path(f"{ARRANGE}ideas/<uuid:idea_id>/", ideas.answer_idea, name="answer_idea"),
    path(MINE, mine.mine, name="mine"),
    path(MY_MATCH, mine.my_division, name="my_division"),
    path(f"{MY_MATCH}print/", mine.print_division, name="print_division"),
    path(f"{MY_MATCH}begin/", tables.begin, name="begin"),
    path(f"{MY_MATCH}room/", mine.say_room, name="say_room"),
    path(f"{MY_MATCH}pass-on/", mine.pass_on, name="pass_on"),
    path(f"{MY_MATCH}tension/", tensions.new_tension, name="new_tension"),
    path(f"{TABLE}yes/", tables.say_yes, name="say_yes"),
    path(f"{TABLE}talked/", tables.talked, name="talked"),
    path(f"{TABLE}rows/new/", tables.new_row, name="new_row"),
    path(f"{TABLE}rows/<int:place>/", tables.row, name="row"),
    path(f"{TABLE}rows/<int:place>/remove/", tables.remove_row, name="remove_row"),
    path(f"{MINE}away/<uuid:step_id>/", mine.away, name="away"),
    path(f"{MINE}stand-in/<uuid:hand_over_id>/", mine.stand_in_note, name="stand_in_note"),
    path(f"{MINE}passed/<uuid:passed_id>/", mine.passed, name="passed"),
    path(f"{MINE}tensions/<uuid:tension_id>/", tensions.my_tension, name="my_tension"),
    path(f"{MINE}ideas/<uuid:programme_id>/", ideas.ideas, name="ideas"),
]
