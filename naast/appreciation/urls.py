"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.appreciation.views import board, heard, own, thanks

app_name = "appreciation"
urlpatterns = [
    path("alongside/thanks/", thanks.overview, name="overview"),
    path("alongside/thanks/days/<uuid:person_id>/", thanks.days_of, name="days_of"),
    path("alongside/thanks/letters/<uuid:letter_id>/", own.write_letter, name="write_letter"),
    path("alongside/thanks/letters/for/<uuid:person_id>/", heard.letter_for, name="letter_for"),
    path(
        "alongside/thanks/letters/<uuid:letter_id>/<slug:step>/",
        heard.hear_letter,
        name="hear_letter",
    ),
    path("thanks/<uuid:person_id>/", thanks.thank, name="thank"),
    path("mine/thanks/", thanks.mine, name="mine"),
    path("mine/thanks/year/", own.year, name="year"),
    path("mine/thanks/letters/", own.letters, name="letters"),
    path("mine/thanks/letters/<uuid:letter_id>/", own.letter, name="letter"),
    path("mine/thanks/letters/<uuid:letter_id>/letter.pdf", own.letter_file, name="letter_file"),
    path(
        "mine/thanks/letters/<uuid:letter_id>/<slug:step>/",
        own.answer_letter,
        name="answer_letter",
    ),
    path("noticeboard/", board.board, name="board"),
    path("noticeboard/new/", board.offer, name="offer"),
    path("noticeboard/<uuid:post_id>/", board.post, name="post"),
    path("noticeboard/<uuid:post_id>/picture.jpg", board.picture, name="picture"),
    path("noticeboard/<uuid:post_id>/<slug:step>/", board.post_step, name="post_step"),
    path("together/", board.together, name="together"),
    path("together/new/", board.plan, name="plan"),
    path("together/<uuid:gathering_id>/<slug:step>/", board.gathering_step, name="gathering_step"),
]
