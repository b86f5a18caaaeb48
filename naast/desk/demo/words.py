"""What the invented people are called and say. Plainly fictional, in Dutch like the organisations."""

GIVEN_NAMES = (
    ("Aïcha", "woman"), ("Bart", "man"), ("Celine", "woman"), ("Dries", "man"), ("Emine", "woman"),
    ("Floor", "woman"), ("Gust", "man"), ("Hanne", "woman"), ("Ibrahim", "man"), ("Jef", "man"),
    ("Katrien", "woman"), ("Lode", "man"), ("Maria", "woman"), ("Noor", "woman"), ("Omar", "man"),
    ("Paula", "woman"), ("Quinten", "man"), ("Rosa", "woman"), ("Sam", "other"), ("Tine", "woman"),
    ("Ugur", "man"), ("Vera", "woman"), ("Wout", "man"), ("Xander", "man"), ("Yasmina", "woman"),
    ("Zoë", "woman"), ("Achiel", "man"), ("Berthe", "woman"), ("Cyriel", "man"), ("Denise", "woman"),
    ("Elza", "woman"), ("Fons", "man"), ("Godelieve", "woman"), ("Henk", "man"), ("Irma", "woman"),
    ("Joris", "man"), ("Kaat", "woman"), ("Leona", "woman"), ("Marcel", "man"), ("Nadia", "woman"),
)  # fmt: skip
FAMILY_NAMES = (
    "Verzonnen", "Van Nergens", "De Fabel", "Uit den Duim", "Zonderland", "Fictief", "Van Papier",
    "Bedacht", "Sprookje", "Luchtkasteel", "Van der Droom", "De Schets", "Voorbeeld", "Wolkenveld",
    "Van ’t Verhaal", "Inktpot", "De Gommer", "Potlood", "Kladblok", "Morgenster",
)  # fmt: skip
INTERESTS = (
    "wandelen", "tuinieren", "koken", "kaarten", "muziek", "voetbal", "lezen", "breien", "fietsen",
    "schilderen", "dieren", "film", "geschiedenis", "markt", "vogels", "puzzelen",
)  # fmt: skip
DISLIKES = ("drukte", "lawaai", "televisie", "vroeg opstaan", "politiek")
COMPETENCES = ("luisteren", "papieren ordenen", "computer", "autorijden", "klussen", "taal oefenen")
EXPERIENCES = ("rouw", "eenzaamheid", "schulden", "vlucht", "mantelzorg")
LANGUAGES = (
    {"nl": 3}, {"nl": 3, "fr": 2}, {"nl": 3, "en": 2}, {"nl": 2, "tr": 3}, {"nl": 2, "ar": 3, "fr": 2},
    {"nl": 3, "en": 3, "de": 1}, {"nl": 1, "fa": 3, "en": 2},
)  # fmt: skip
STRENGTHS = (
    "Rustig en geduldig, neemt de tijd.",
    "Brengt humor mee en ziet wat er wél kan.",
    "Kan goed luisteren zonder meteen raad te geven.",
    "Praktisch: ziet een losse lamp en draait ze vast.",
    "Legt makkelijk contact, ook met wie weinig zegt.",
)
MOTIVES = (
    "Ik heb zelf hulp gehad en wil iets teruggeven.",
    "Sinds mijn pensioen heb ik tijd, en ik ben graag onder de mensen.",
    "Ik wil de buurt beter leren kennen.",
    "Mijn moeder was lang alleen. Dat gun ik niemand.",
    "Ik wil mijn Nederlands oefenen en iets betekenen.",
)
KNOWLEDGE = (
    "Werkte jaren in een bibliotheek.",
    "Boekhouder op rust.",
    "Deed thuiszorg voor een tante.",
    "Volgde de vorming over eenzaamheid.",
)
POSSIBILITIES = (
    "Een namiddag per week, met de fiets.",
    "Liefst op zaterdag; heeft een auto.",
    "Twee keer per maand, dicht bij huis.",
    "Kan ook ’s avonds bellen.",
)
WISHES = (
    "Graag iemand om mee buiten te komen.",
    "Wil leren omgaan met moeilijke gesprekken.",
    "Liefst één vast contact, geen groep.",
    "Wil na een jaar opnieuw kijken wat past.",
)
SUPPORT = ("time", "language", "structure", "nearness")
OWN_WORDS = (
    "Ik zou graag eens per week iemand over de vloer krijgen om een koffie te drinken.",
    "Sinds mijn man er niet meer is, ga ik niet meer wandelen. Alleen durf ik niet goed.",
    "Er liggen drie dozen papieren. Ik wil ze samen met iemand uitzoeken.",
    "Ik wil Nederlands praten, niet alleen in de les maar gewoon in het leven.",
    "Naar de markt gaan op zaterdag, zoals vroeger.",
    "Iemand die van voetbal houdt en mee naar de match kijkt.",
    "Ik wil graag nog eens naar de zee.",
    "Gewoon iemand die luistert en niet meteen wil helpen.",
    "Samen koken, want voor mij alleen doe ik het niet meer.",
    "Iemand die meegaat naar het ziekenhuis en mee onthoudt wat ze zeggen.",
)
PACES = (
    "Rustig beginnen, eerst een halfuurtje.",
    "Graag eerst bellen voor iemand komt.",
    "Liefst altijd dezelfde dag.",
    "",
)
GOALS = (
    "Weer elke week buitenkomen.",
    "De post zelf durven openen.",
    "Mensen kennen in de straat.",
)
GOOD_MOMENTS = (
    "We hebben gelachen om oude foto’s.",
    "Ze wees mij haar favoriete boom.",
    "Voor het eerst samen tot aan het park.",
    "Hij vertelde over zijn werk in de haven.",
    "",
    "",
)
PASS_ON = (
    "De bel is stuk, kloppen op het raam werkt.",
    "Ze vroeg of ze ook op dinsdag kan.",
    "",
    "",
    "",
)
STREETS = ("Verzinselstraat", "Papierlaan", "Droomkaai", "Fabelplein", "Potloodweg", "Wolkenhof")
