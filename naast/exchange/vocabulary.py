"""What columns are called: our heading in three languages, and every other wording we know.

These words are data, not interface text: a list that goes out in Dutch must come in again on a screen
in French, so they don't go through the translation catalogues.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from django.utils.translation import get_language

from naast.exchange.values.readings import folded

Kind = Literal["volunteers", "participants", "matches", "visits"]
KINDS: tuple[Kind, ...] = ("volunteers", "participants", "matches", "visits")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a list can tell. `is_many`: several columns may say it together."""

    code: str
    nl: str
    fr: str
    en: str
    more: str = ""
    is_many: bool = False

    @property
    def heading(self) -> str:
        """Our own heading, in the language of the reader."""
        language = (get_language() or "en")[:2]
        return {"nl": self.nl, "fr": self.fr}.get(language, self.en)

    def words(self) -> list[str]:
        """Every known wording, in the form in which words are compared."""
        return [
            folded(word)
            for word in (self.code, self.nl, self.fr, self.en, *self.more.split("|"))
            if folded(word)
        ]


# The two columns in front of rows that come back: ours, so they are no news when they come in again.
_LEFTOVER = {
    "nl": ("Rij", "Te verbeteren"),
    "fr": ("Ligne", "À corriger"),
    "en": ("Row", "To mend"),
}


def leftover_headings() -> tuple[str, str]:
    """What stands above the row number and the reason, in the language of the reader."""
    return _LEFTOVER.get((get_language() or "en")[:2], _LEFTOVER["en"])


def is_leftovers(headings: list[str]) -> bool:
    """Whether a list begins with our own two columns, in any language."""
    return tuple(headings[:2]) in set(_LEFTOVER.values())


_EXTERNAL_ID = Field(
    "external_id", "Nummer", "Numéro", "Number",
    "nr|no|id|lidnummer|klantnummer|vrijwilligersnummer|deelnemersnummer|volgnummer|dossiernummer|registratienummer|extern id|external id|externe id|stamnummer|code|reference|referentie|num dossier|numero de dossier|identifiant|member number|record id|ref|n",
)  # fmt: skip

_PERSON = (
    _EXTERNAL_ID,
    Field("full_name", "Naam en voornaam", "Nom complet", "Full name",
          "volledige naam|voornaam en naam|voor en achternaam|voornaam achternaam|naam voornaam|nom et prenom|prenom et nom|nom prenom|name|vrijwilliger|deelnemer|persoon|benevole|volontaire|participant|volunteer|wie|maatje|buddy|client|bewoner|naam vrijwilliger|naam deelnemer|nom du benevole|volunteer name|participant name|hulpvrager|clientnaam"),
    Field("given_name", "Voornaam", "Prénom", "First name",
          "roepnaam|voornamen|prenoms|given name|firstname|forename|christian name|vnaam|voorn|voorletters|initialen"),
    Field("particle", "Tussenvoegsel", "Particule", "Particle",
          "tussenvoegsels|tussenv|voorvoegsel|prefix|tv|tussen|name particle"),
    Field("family_name", "Achternaam", "Nom de famille", "Last name",
          "familienaam|fam naam|famnaam|surname|lastname|family name|nom|naam|nom famille|achtern"),
    Field("email", "E-mail", "E-mail", "Email",
          "mail|e mailadres|emailadres|mailadres|e mail adres|email adres|adresse mail|adresse e mail|adresse email|adresse electronique|courriel|email address|mail address|e mail address|elektronisch adres|contact mail"),
    Field("mobile", "Gsm", "GSM", "Mobile",
          "gsm nummer|gsmnummer|gsm nr|mobiel|mobiele telefoon|mobiel nummer|mobielnummer|06 nummer|06|portable|telephone portable|tel portable|mobile phone|cell|cellphone|tel mobiel|numero de gsm|telefoon mobiel"),
    Field("phone", "Telefoon", "Téléphone", "Phone",
          "tel|tel nr|telnr|tel nummer|telefoonnummer|telefoonnr|telefoon vast|vaste telefoon|vast nummer|vaste lijn|telefoon thuis|telephone fixe|numero de telephone|num tel|phone number|telephone number|landline|tel thuis|fixe|telefoon gsm|tel gsm|gsm tel|contactnummer|telephone gsm|tel fixe"),
    Field("birth_on", "Geboortedatum", "Date de naissance", "Date of birth",
          "geb datum|gebdatum|geb|geboren|geboren op|geboorte|gebdat|geb dat|datum geboorte|ne le|nee le|ne e le|naissance|date naiss|date de naiss|dob|birth date|birthdate|birthday|verjaardag|birth on|anniversaire"),
    Field("gender", "Geslacht", "Sexe", "Gender",
          "gender m v x|geslacht m v|m v|m v x|sex|genre|aanspreking|aanhef|civilite|titel|salutation|m f|h f"),
    Field("street", "Straat en nummer", "Rue et numéro", "Street and number",
          "straat|adres|straat nr|straat nummer|straatnaam|adresregel|adres straat|rue|adresse|rue et no|address|street|street address|rue numero|straat huisnummer|straat en huisnummer|rue no|domicilie|woonadres"),
    Field("house_number", "Huisnummer", "Numéro de maison", "House number",
          "huisnr|nr bus|nummer bus|huis nr|numero maison|house no|bus|box|huisnummer bus|boite|toevoeging", is_many=True),
    Field("postcode", "Postcode", "Code postal", "Postcode",
          "post code|pc|postnr|postnummer|cp|zip|zip code|postal code|zipcode|postcode en gemeente|postcode gemeente|postcode plaats|postcode woonplaats|code postal et commune|pc woonplaats|pc gemeente|cp localite|code postal localite"),
    Field("place", "Woonplaats", "Commune", "Town",
          "gemeente|stad|plaats|plaatsnaam|localite|ville|city|place|deelgemeente|stad gemeente|municipality|dorp|woonplaats gemeente|domicile"),
    Field("languages", "Talen", "Langues", "Languages",
          "taal|talenkennis|gesproken talen|welke talen|spreekt|langue|langues parlees|connaissances linguistiques|language|spoken languages|language skills|taalkennis|moedertaal|thuistaal|kennis talen|taal 1|taal 2|taal 3|langue 1|langue 2|langue maternelle", is_many=True),
    Field("availability", "Beschikbaarheid", "Disponibilité", "Availability",
          "beschikbaar|beschikbare momenten|wanneer|wanneer vrij|vrije momenten|wanneer beschikbaar|dagen|dagdelen|dagen beschikbaar|disponible|disponibilites|quand|jours|moments|available|when|days|times|vrij op|past op|uren|momenten", is_many=True),
    Field("competences", "Competenties", "Compétences", "Competences",
          "competentie|vaardigheden|vaardigheid|kan|kunnen|wat kan je|skills|skill|savoir faire|aptitudes|capaciteiten|specialiteiten|kan goed|opleidingen|talent|competence", is_many=True),
    Field("interests", "Interesses", "Centres d’intérêt", "Interests",
          "interesse|hobby|hobbys|hobby s|hobbies|loisirs|interets|centres d interet|interest|likes|vrije tijd|vrijetijd|doet graag|graag|passions|passies", is_many=True),
    Field("dislikes", "Liever niet", "Plutôt pas", "Rather not",
          "doet niet graag|dislikes|n aime pas|geen interesse", is_many=True),
    Field("strengths", "Sterktes", "Points forts", "Strengths",
          "sterke punten|talenten|kwaliteiten|krachten|talents|forces|qualites|atouts", is_many=True),
    Field("prefers_paper", "Liever per telefoon of op papier", "Plutôt par téléphone ou sur papier", "Prefers phone or paper",
          "op papier|papier|post|per post|geen internet|par courrier|by post|paper|prefers paper"),
    Field("since_on", "Sinds", "Depuis", "Since",
          "startdatum|start|begindatum|datum start|begonnen op|vrijwilliger sinds|deelnemer sinds|in dienst|datum aanmelding|aanmelddatum|aangemeld op|inschrijvingsdatum|datum inschrijving|date de debut|debut|inscrit le|date d inscription|inscription|start date|started|since on|volunteer since|actief sinds|gestart op|lid sinds|date of registration|datum intake|intake"),
    Field("status", "Status", "Statut", "Status",
          "actief|toestand|situatie|statuut|etat|actif|active|state|stand van zaken|actief ja nee|is actief"),
)  # fmt: skip

_VOLUNTEER = (
    Field("left_on", "Gestopt op", "Parti le", "Left on",
          "einddatum|stopdatum|uit dienst|datum einde|fin|date de fin|end date|einde|stop|gestopt"),
    Field("motives", "Motivatie", "Motivation", "Motives",
          "motief|motieven|waarom|drijfveer|drijfveren|pourquoi|why", is_many=True),
    Field("knowledge", "Kennis en ervaring", "Connaissances et expérience", "Knowledge and experience",
          "ervaring|ervaringen|kennis|experience|experiences|connaissances|knowledge|werkervaring", is_many=True),
    Field("possibilities", "Mogelijkheden", "Possibilités", "Possibilities",
          "possibilities|mogelijkheid|vervoer|transport|rijbewijs|permis|auto|voiture|driving licence|car", is_many=True),
    Field("wishes", "Wensen", "Souhaits", "Wishes",
          "wens|wat wil je doen|gewenste taken|voorkeur|voorkeuren|taken|souhait|preference|preferences|taches souhaitees|wish|taak|activiteit|activiteiten|wil graag", is_many=True),
    Field("professional_past", "Beroep", "Profession", "Profession",
          "beroep vroeger|vroeger beroep|job|werk|functie|metier|ancien metier|occupation|professional past|beroepsverleden|professioneel verleden|ex beroep"),
    Field("own_limits", "Grenzen", "Limites", "Own limits",
          "eigen grenzen|beperkingen|grens|wat wil je niet|limits|limites personnelles|aandachtspunten", is_many=True),
    Field("max_matches", "Hoogstens koppelingen", "Maximum de duos", "At most matches",
          "max koppelingen|maximum koppelingen|aantal koppelingen|max matches|max duos|hoeveel koppelingen"),
    Field("max_travel_km", "Hoogstens km", "Maximum km", "At most km",
          "max km|max afstand|afstand|distance max|km|hoe ver|rayon|max distance|reisafstand|max travel km|actieradius"),
    Field("smokes", "Rookt", "Fume", "Smokes", "roker|roken|fumeur|smoker|rookt ja nee"),
    Field("accepts_smoking", "Roken is oké", "Accepte la fumée", "Fine with smoking", "roken ok|rook ok|rook geen probleem|accepts smoking|fumee ok"),
    Field("accepts_pets", "Huisdieren zijn oké", "Accepte les animaux", "Fine with pets", "huisdieren ok|dieren ok|accepts pets|animaux ok|huisdieren geen probleem"),
    Field("accepts_stairs", "Trappen zijn oké", "Accepte les escaliers", "Fine with stairs", "trappen ok|trap ok|accepts stairs|escaliers ok|kan trappen doen"),
)  # fmt: skip

_PARTICIPANT = (
    Field("background", "Wat een vrijwilliger moet weten", "Ce qu’un bénévole doit savoir", "What a volunteer should know",
          "achtergrond|info|bijzonderheden|situatieschets|contexte|context|background|situation|omschrijving|toelichting|aandachtspunten|goed om te weten", is_many=True),
    Field("network", "Netwerk", "Réseau", "Network",
          "mensen rondom|familie|naasten|entourage|mantelzorger|famille|people around|mantelzorgers", is_many=True),
    Field("trusted_name", "Vertrouwenspersoon", "Personne de confiance", "Trusted person",
          "naam vertrouwenspersoon|contact familie|contactpersoon familie|trusted name|personne de contact|noodcontact|ice contact|emergency contact"),
    Field("trusted_phone", "Telefoon vertrouwenspersoon", "Téléphone personne de confiance", "Phone of trusted person",
          "tel vertrouwenspersoon|gsm vertrouwenspersoon|telefoon contactpersoon|trusted phone|tel contactpersoon|tel noodcontact|emergency phone"),
    Field("home_has_smoker", "Roker in huis", "Fumeur à la maison", "Smoker at home", "rookt|roker|roken|fume|fumeur|smokes|smoker|home has smoker|wordt er gerookt"),
    Field("home_pets", "Huisdieren", "Animaux", "Pets", "huisdier|dieren|animaux domestiques|pet|home pets|animal", is_many=True),
    Field("home_has_stairs", "Trappen in huis", "Escaliers à la maison", "Stairs at home", "trap|trappen|escalier|escaliers|stairs|home has stairs"),
)  # fmt: skip


def _side(side: str, nl: str, fr: str, en: str, more: str) -> tuple[Field, ...]:
    """How a match or a visit points at one of its two people."""
    others = [word for word in more.split("|") if word]

    def wordings(*patterns: str) -> str:
        return "|".join(pattern % word for word in (nl, fr, en, *others) for pattern in patterns)

    return (
        Field(side, nl.capitalize(), fr.capitalize(), en.capitalize(),
              wordings("%s", "naam %s", "nom %s", "nom du %s", "%s name", "name %s", "%s naam", "volledige naam %s")),
        Field(f"{side}_given", f"Voornaam {nl}", f"Prénom {fr}", f"First name {en}",
              wordings("voornaam %s", "prenom %s", "%s voornaam", "%s first name", "first name %s", "%s prenom")),
        Field(f"{side}_family", f"Achternaam {nl}", f"Nom de famille {fr}", f"Last name {en}",
              wordings("achternaam %s", "familienaam %s", "%s achternaam", "%s familienaam", "%s last name", "last name %s", "nom de famille %s")),
        Field(f"{side}_email", f"E-mail {nl}", f"E-mail {fr}", f"Email {en}",
              wordings("mail %s", "email %s", "e mail %s", "%s mail", "%s email", "%s e mail", "mailadres %s", "emailadres %s", "e mailadres %s", "courriel %s")),
        Field(f"{side}_phone", f"Telefoon {nl}", f"Téléphone {fr}", f"Phone {en}",
              wordings("tel %s", "gsm %s", "telefoon %s", "%s telefoon", "%s gsm", "%s phone", "%s tel", "phone %s")),
        Field(f"{side}_id", f"Nummer {nl}", f"Numéro {fr}", f"Number {en}",
              wordings("nr %s", "nummer %s", "%s nr", "%s nummer", "%s id", "id %s", "%s number", "numero %s", "lidnummer %s")),
    )  # fmt: skip


_SIDES = (
    *_side(
        "volunteer",
        "vrijwilliger",
        "bénévole",
        "volunteer",
        "volontaire|buddy|maatje|vrijw|coach|parrain|bezoeker|duo",
    ),
    *_side(
        "participant",
        "deelnemer",
        "participant",
        "participant",
        "client|hulpvrager|bewoner|gast|beneficiaire|kernlid|deeln|bezochte|client deelnemer|patient|oudere|klant",
    ),
)
_PROGRAMME = Field("programme", "Werking", "Programme", "Programme",
    "program|project|dienst|aanbod|werkvorm|projet|service|deelwerking|afdeling|buddywerking")  # fmt: skip

_MATCH = (
    _EXTERNAL_ID,
    *_SIDES,
    _PROGRAMME,
    Field("started_on", "Gestart op", "Commencé le", "Started on",
          "start|startdatum|begin|begindatum|sinds|datum start|datum koppeling|koppelingsdatum|debut|date de debut|depuis|start date|since|gekoppeld op|started|van|from"),
    Field("ended_on", "Beëindigd op", "Terminé le", "Ended on",
          "einde|einddatum|stop|stopdatum|gestopt op|fin|date de fin|end|end date|tot|until|afgerond op|ended|afgesloten op"),
    Field("intended_end_on", "Bedoeld tot", "Prévu jusqu’au", "Meant to last until",
          "verwachte einddatum|geplande einddatum|fin prevue|planned end|intended end on|loopt tot"),
    Field("state", "Stand", "État", "State",
          "status|toestand|fase|stand van zaken|statut|etat|phase|stage|situatie"),
    Field("rhythm", "Bezoeken in vier weken", "Visites en quatre semaines", "Visits in four weeks",
          "frequentie|ritme|hoe vaak|frequence|frequency|rhythm|rythme|aantal bezoeken per maand"),
    Field("agreed_volunteer", "Afspraken", "Accords", "Agreements",
          "taken|wat doet de vrijwilliger|afspraak|taches|accord|tasks|agreement|opmerking|opmerkingen|remarque|remarques|notes|note|notitie|agreed volunteer", is_many=True),
)  # fmt: skip

_VISIT = (
    _EXTERNAL_ID,
    *_SIDES,
    _PROGRAMME,
    Field("visited_on", "Datum", "Date", "Date",
          "dag|wanneer|datum bezoek|bezoekdatum|bezocht op|date de visite|date visite|day|visit date|datum contact|visited on|jour|when|le"),
    Field("minutes", "Duur", "Durée", "Duration",
          "tijd|tijdsduur|hoe lang|duur bezoek|temps|duree visite|length|time spent|bestede tijd"),
    Field("duration_hours", "Duur in uren", "Durée en heures", "Duration in hours",
          "uren|aantal uren|aantal uur|uur|heures|nombre d heures|hours|nb heures|number of hours"),
    Field("duration_minutes", "Duur in minuten", "Durée en minutes", "Duration in minutes",
          "minuten|aantal minuten|min|nombre de minutes|number of minutes|minutes|duur min|duree min"),
    Field("mode", "Hoe", "Comment", "How",
          "wijze|vorm|soort|type|soort contact|manier|contactvorm|mode|forme|type de contact|kind|contact|waar|ou|where"),
    Field("mood", "Hoe was het", "Comment c’était", "How was it",
          "gevoel|sfeer|stemming|ressenti|mood|ambiance|humeur|verloop"),
    Field("good_moment", "Mooi moment", "Bon moment", "Good moment",
          "mooie momenten|leuk moment|positief|moment positif|what went well|wat ging goed", is_many=True),
    Field("pass_on", "Door te geven", "À transmettre", "To pass on",
          "opmerking|opmerkingen|nota|notitie|notities|verslag|bericht|remarque|remarques|note|notes|comment|comments|commentaire|rapport|vaststellingen|signaal|pass on|report", is_many=True),
    Field("other_activity", "Wat deden jullie", "Qu’avez-vous fait", "What you did",
          "activiteit|activiteiten|activite|wat gedaan|activity|activities|taak|taken|invulling|other activity|bezigheid"),
)  # fmt: skip

_FIELDS: dict[str, tuple[Field, ...]] = {
    "volunteers": (*_PERSON, *_VOLUNTEER),
    "participants": (*_PERSON, *_PARTICIPANT),
    "matches": _MATCH,
    "visits": _VISIT,
}


def fields_of(kind: str) -> tuple[Field, ...]:
    """The fields a list of this kind can fill, in the order in which they go out."""
    return _FIELDS[kind]


@cache
def field_named(kind: str, code: str) -> Field | None:
    """The field with this code, or None."""
    return next((field for field in _FIELDS[kind] if field.code == code), None)


@cache
def known_words(kind: str) -> dict[str, str]:
    """Every wording of this kind's fields, folded, to the code. Earlier fields and own headings win."""
    words: dict[str, str] = {}
    for field in _FIELDS[kind]:
        for word in (field.code, field.nl, field.fr, field.en):
            words[folded(word)] = field.code
    for field in _FIELDS[kind]:
        for word in field.words():
            words.setdefault(word, field.code)
    return words
