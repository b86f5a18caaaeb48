"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.belonging.views import ideas, mentoring, mine, questions, welcoming, wishes

app_name = "belonging"
ALONG = "alongside/welcome/"
MENTOR = f"{ALONG}mentors/<uuid:mentoring_id>/"
ANSWER = f"{ALONG}answers/<uuid:question_id>/"
PERSON = f"{ALONG}people/<uuid:person_id>/"
MINE = "mine/welcome/"
IDEA = f"{MINE}ideas/<uuid:idea_id>/"
urlpatterns = [
    # Coordinators.
    path(ALONG, welcoming.overview, name="overview"),
    path(f"{ALONG}prepare/", welcoming.prepare, name="prepare"),
    path(
        f"{ALONG}programmes/<uuid:programme_id>/", welcoming.change_welcome, name="change_welcome"
    ),
    path(f"{ALONG}first-days/<uuid:first_day_id>/", welcoming.first_day, name="first_day"),
    path(f"{ALONG}mentors/", mentoring.mentors, name="mentors"),
    path(f"{ALONG}mentors/for/<uuid:engagement_id>/", mentoring.new_mentor, name="new_mentor"),
    path(MENTOR, mentoring.mentor_link, name="mentor_link"),
    path(f"{MENTOR}end/", mentoring.end_mentor, name="end_mentor"),
    path(f"{MENTOR}seen/", mentoring.see_mentor, name="see_mentor"),
    path(f"{ALONG}answers/", questions.answers, name="answers"),
    path(f"{ALONG}going-on/", questions.going_on, name="going_on"),
    path(ANSWER, questions.answer, name="answer"),
    path(f"{ANSWER}write/", questions.write_answer, name="write_answer"),
    path(f"{ANSWER}print/", questions.print_question, name="print_question"),
    path(f"{ALONG}wishes/", wishes.wishes, name="wishes"),
    path(f"{ALONG}wishes/<uuid:wish_id>/", wishes.wish, name="wish"),
    path(f"{ALONG}wishes/<uuid:wish_id>/later/", wishes.wish_later, name="wish_later"),
    path(f"{ALONG}ideas/", ideas.ideas_to_answer, name="ideas_to_answer"),
    path(f"{ALONG}ideas/<uuid:idea_id>/", ideas.answer_idea, name="answer_idea"),
    path(PERSON, wishes.person, name="person"),
    path(f"{PERSON}wish/", wishes.new_wish, name="new_wish"),
    path(f"{PERSON}guide/", wishes.new_guide, name="new_guide"),
    path(f"{PERSON}mentor/", mentoring.mentor_ready, name="mentor_ready"),
    path(f"{ALONG}contacts/<uuid:contact_id>/spoke/", wishes.spoke, name="spoke"),
    path(f"{ALONG}guides/<uuid:guide_id>/", wishes.tell_guide, name="tell_guide"),
    # Whoever welcomes somebody.
    path(f"{MINE}hosting/", welcoming.hosting, name="hosting"),
    path(f"{MINE}hosting/<uuid:first_day_id>/", welcoming.host_day, name="host_day"),
    # Volunteers.
    path(MINE, mine.mine, name="mine"),
    path(f"{MINE}mentoring/<uuid:mentoring_id>/", mentoring.mentoring, name="mentoring"),
    path(f"{MINE}moments/<uuid:moment_id>/", mentoring.moment, name="moment"),
    path(f"{MINE}questions/<uuid:question_id>/", questions.question, name="question"),
    path(f"{MINE}looks/", mine.looks, name="looks"),
    path(f"{MINE}wishes/", mine.my_wishes, name="my_wishes"),
    path(f"{MINE}contact/", mine.my_contact, name="my_contact"),
    path(f"{MINE}guides/", mine.my_guides, name="my_guides"),
    path(f"{MINE}guides/<uuid:guide_id>/stop/", mine.take_back_guide, name="take_back_guide"),
    path(f"{MINE}after-visit/<uuid:visit_id>/", mine.after_visit, name="after_visit"),
    path(f"{MINE}tips/", mine.tips, name="tips"),
    # Ideas: volunteers, and coordinators to read.
    path(f"{MINE}ideas/", ideas.ideas, name="ideas"),
    path(f"{MINE}ideas/new/", ideas.new_idea, name="new_idea"),
    path(IDEA, ideas.idea, name="idea"),
    path(f"{IDEA}change/", ideas.change_idea, name="change_idea"),
    path(f"{IDEA}support/", ideas.idea_support, name="idea_support"),
    path(f"{IDEA}hand-over/", ideas.idea_hand_over, name="idea_hand_over"),
    path(f"{IDEA}part/<slug:part>/", ideas.idea_part, name="idea_part"),
    path(f"{IDEA}step/<slug:step>/", ideas.idea_step, name="idea_step"),
    path(f"{IDEA}people/<uuid:member_id>/<slug:part>/", ideas.idea_lead, name="idea_lead"),
]
