"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.learning.views import courses, hosting, log, own, paths, records, sessions

app_name = "learning"
COURSES = "prepare/courses/"
COURSE = f"{COURSES}<uuid:course_id>/"
PATH = f"{COURSES}paths/<uuid:programme_id>/"
SESSION = f"{COURSES}sessions/<uuid:session_id>/"
PERSON = f"{COURSES}people/<uuid:person_id>/"
RECORD = f"{COURSES}records/<uuid:completion_id>/"
MINE = "mine/learning/"
MY_SESSION = f"{MINE}sessions/<uuid:session_id>/"
urlpatterns = [
    path(COURSES, courses.courses, name="courses"),
    path(f"{COURSES}new/", courses.new_course, name="new_course"),
    path(f"{COURSES}curriculum/", courses.curriculum, name="curriculum"),
    path(f"{COURSES}curriculum/<slug:code>/", courses.theme, name="theme"),
    path(f"{COURSES}curriculum/<slug:code>/add/", courses.add_theme, name="add_theme"),
    path(f"{COURSES}paths/", paths.paths, name="paths"),
    path(PATH, paths.path, name="path"),
    path(f"{PATH}<uuid:course_id>/<slug:step>/", paths.change_path, name="change_path"),
    path(f"{COURSES}sessions/", sessions.sessions, name="sessions"),
    path(SESSION, sessions.session, name="session"),
    path(f"{SESSION}change/", sessions.change_session, name="change_session"),
    path(f"{SESSION}cancel/", sessions.cancel_session, name="cancel_session"),
    path(
        f"{SESSION}people/<uuid:person_id>/<slug:step>/", sessions.person_step, name="person_step"
    ),
    path(f"{COURSES}expiring/", records.expiring, name="expiring"),
    path(PERSON, records.of_person, name="of_person"),
    path(f"{PERSON}note/", records.note_done, name="note_done"),
    path(f"{RECORD}seen/", records.certificate_seen, name="certificate_seen"),
    path(f"{RECORD}remove/", records.remove_completion, name="remove_completion"),
    path(COURSE, courses.course, name="course"),
    path(f"{COURSE}change/", courses.change_course, name="change_course"),
    path(f"{COURSE}material/", courses.new_package, name="new_package"),
    path(f"{COURSE}use/<slug:step>/", courses.use_course, name="use_course"),
    path(f"{COURSE}sessions/new/", sessions.new_session, name="new_session"),
    path(MINE, own.mine, name="mine"),
    path(f"{MINE}how/", own.my_wish, name="my_wish"),
    path(f"{MINE}certificate.pdf", own.certificate, name="certificate"),
    path(f"{MINE}courses/<uuid:course_id>/", own.my_course, name="my_course"),
    path(MY_SESSION, own.my_session, name="my_session"),
    path(f"{MY_SESSION}calendar.ics", own.calendar, name="calendar"),
    path(f"{MY_SESSION}attendance/", hosting.attendance, name="attendance"),
    path(f"{MY_SESSION}attendance/<uuid:person_id>/<slug:step>/", hosting.tick, name="tick"),
    path(f"{MY_SESSION}<slug:step>/", own.come_or_leave, name="come_or_leave"),
    path(f"{MINE}log/", log.my_log, name="my_log"),
    path(f"{MINE}log/<uuid:entry_id>/", log.my_entry, name="my_entry"),
    path(f"{MINE}log/<uuid:entry_id>/delete/", log.delete_entry, name="delete_entry"),
    path(f"{MINE}growth/", log.my_growth, name="my_growth"),
    path(f"{MINE}growth/<uuid:competence_id>/", log.my_growth_in, name="my_growth_in"),
    path(f"{MINE}proof/", log.choose_proof, name="choose_proof"),
    path(f"{MINE}proof/page/", log.proof, name="proof"),
    path(f"{MINE}proof/page.pdf", log.proof_pdf, name="proof_pdf"),
]
