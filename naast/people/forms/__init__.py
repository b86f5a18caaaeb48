"""Forms of people, by subject. They clean and offer choices; services decide."""

from naast.people.forms.around import (
    ConsentForm,
    ExceptionForm,
    HatForm,
    NoteForm,
    PrivateWordsForm,
    SupportForm,
)
from naast.people.forms.languages import LANGUAGE_ROWS
from naast.people.forms.people import ContactForm, ListForm, NewParticipantForm, NewVolunteerForm
from naast.people.forms.sections import (
    TOPIC_FIELDS,
    BlocksForm,
    FileForm,
    PaidForm,
    SuitsForm,
    WeekForm,
    WordsForm,
)

__all__ = [
    "LANGUAGE_ROWS",
    "TOPIC_FIELDS",
    "BlocksForm",
    "ConsentForm",
    "ContactForm",
    "ExceptionForm",
    "FileForm",
    "HatForm",
    "ListForm",
    "NewParticipantForm",
    "NewVolunteerForm",
    "NoteForm",
    "PaidForm",
    "PrivateWordsForm",
    "SuitsForm",
    "SupportForm",
    "WeekForm",
    "WordsForm",
]
