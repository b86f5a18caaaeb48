"""What the invented organisations look for, and what invented candidates tell. In Dutch, like the houses."""

# preset → (title, text, plain, requirements, duration, structure, company, place)
VACANCIES: dict[str, tuple[str, str, str, list[str], str, str, str, str]] = {
    "buddy": (
        "Buddy: naast iemand gaan staan",
        "Je gaat om de week op stap met iemand die weinig mensen ziet. Jullie wandelen, drinken koffie of "
        "doen samen boodschappen. Je hoeft niets op te lossen. Er zijn is genoeg.\n\n"
        "De coördinator zoekt samen met jou iemand die bij je past. Jullie leren elkaar eerst kennen. "
        "Past het niet? Dan zoeken we verder, zonder dat iemand iets fout deed.",
        "Je gaat om de week op stap met iemand. Jullie wandelen of drinken koffie. Wij helpen jou op weg.",
        ["Je kunt luisteren.", "Je komt op de afgesproken dag.", "Je houdt voor je wat je hoort."],
        "lasting",
        "free",
        "alone",
        "Gent en omgeving",
    ),
    "home_visits": (
        "Op bezoek bij iemand thuis",
        "Je gaat elke week een uur op bezoek bij iemand die niet meer zo makkelijk buiten komt. Een gesprek, "
        "een kaartspel, een wandeling om het huis: jullie kiezen samen.\n\n"
        "Je staat er niet alleen voor. Er is altijd iemand die je kunt bellen.",
        "Je gaat elke week op bezoek bij iemand thuis. Jullie praten of spelen een spel.",
        ["Je bent rustig en geduldig.", "Je komt elke week, het liefst een jaar lang."],
        "lasting",
        "fixed",
        "alone",
        "Bij mensen thuis",
    ),
    "language_practice": (
        "Samen Nederlands oefenen",
        "Op woensdagavond zitten we met een tiental mensen aan tafel. We praten over gewone dingen: het weer, "
        "de school, een recept. Jij praat mee en verbetert met een glimlach.\n\n"
        "Je hoeft geen leerkracht te zijn. Je hoeft zelf ook geen perfect Nederlands te spreken.",
        "Je praat met mensen die Nederlands leren. Op woensdagavond, met koffie.",
        ["Je praat graag met mensen.", "Je kunt op woensdagavond."],
        "interim",
        "fixed",
        "together",
        "Buurthuis De Brug",
    ),
    "home_administration": (
        "Thuis helpen met papieren",
        "Je gaat naast iemand zitten en maakt samen orde in brieven en rekeningen. Je neemt niets over: de ander "
        "beslist. Na een paar maanden kan hij of zij zelf weer verder.",
        "Je helpt iemand thuis met brieven en rekeningen. De ander beslist altijd zelf.",
        ["Je werkt netjes met papieren.", "Je neemt niets over.", "Je volgt eerst onze training."],
        "interim",
        "fixed",
        "alone",
        "Bij mensen thuis",
    ),
    "ward": (
        "Gastvrouw of gastheer op de afdeling",
        "Je schenkt koffie, maakt een praatje en wandelt mee naar de tuin. De zorg doen de verpleegkundigen; jij "
        "brengt de buitenwereld mee naar binnen.",
        "Je schenkt koffie en maakt een praatje met bewoners.",
        ["Je legt makkelijk contact.", "Je kunt een halve dag in de week."],
        "lasting",
        "fixed",
        "together",
        "Woonzorghuis De Linde",
    ),
    "palliative": (
        "Nabij zijn in de laatste levensfase",
        "Je bent er: met een hand, een verhaal of stilte. Ook voor de familie, die even naar buiten kan. Je krijgt "
        "vooraf een opleiding en elke maand praten we samen over wat het met ons doet.",
        "Je zit bij iemand die gaat sterven. Je praat, of je bent samen stil.",
        [
            "Je kunt stil zijn.",
            "Je nam de tijd na een eigen verlies.",
            "Je volgt de opleiding.",
            "Je komt naar het maandelijkse gesprek.",
            "Je blijft minstens een jaar.",
            "Je kunt ook ’s avonds.",
        ],
        "lasting",
        "fixed",
        "together",
        "Woonzorghuis De Linde",
    ),
    "circle": (
        "Lid van een kring rond één persoon",
        "Met vier vrijwilligers vormen jullie een kring rond iemand die opnieuw begint. Jullie komen elke week samen, "
        "eerlijk en nuchter.",
        "Met vier mensen sta je rond één persoon die opnieuw begint.",
        [
            "Je staat stevig in je schoenen.",
            "Je volgt de opleiding.",
            "Je werkt samen met de anderen.",
        ],
        "lasting",
        "fixed",
        "together",
        "Mechelen",
    ),
}
# What somebody does in each role: codes of vacancies.exploration.ENERGY.
GIVES: dict[str, list[str]] = {
    "buddy": ["listen", "chat", "outside", "calm"],
    "home_visits": ["listen", "chat", "calm"],
    "language_practice": ["chat", "explain", "group", "new_people"],
    "home_administration": ["papers", "explain", "organise", "calm"],
    "ward": ["chat", "group", "cook", "move"],
    "palliative": ["listen", "calm"],
    "circle": ["listen", "group", "new_people"],
}
# (name, code, circle, cost a year)
CHANNELS = (
    ("Eigen site", "site", "online", 120),
    ("Via een vrijwilliger", "mond-tot-mond", "acquaintances", 0),
    ("Affiche in de bib", "bib", "neighbourhood", 60),
    ("Broodzakken", "broodzak", "neighbourhood", 450),
    ("Infoavond", "infoavond", "events", 180),
    ("Doorverwijzers", "doorverwijzers", "partners", 0),
)
WHY_HERE = (
    "Ik woon hier om de hoek en liep altijd voorbij. Nu heb ik tijd.",
    "Mijn buurvrouw doet dit ook en ze vertelt er zo blij over.",
    "Ik ben nieuw in de stad en wil mensen leren kennen.",
    "Mijn vader werd hier goed geholpen. Ik wil iets teruggeven.",
    "Ik zoek iets waar ik echt iemand voor ben.",
)
LIKES = (
    "Wandelen, praten met oudere mensen, koken.",
    "Dingen regelen en op orde zetten.",
    "Muziek maken, tuinieren.",
    "Gezelschapsspelletjes en een goed gesprek.",
)
CAN = (
    "Ik kan goed luisteren en ik heb geduld.",
    "Ik werkte dertig jaar op een kantoor.",
    "Ik spreek Arabisch en Frans en een beetje Nederlands.",
    "Ik kan koken voor twintig man.",
)
PASTS = ("", "", "Verpleegkundige geweest.", "Leerkracht op rust.", "Werkte in een bakkerij.")
NOTES = (
    "Vertelt warm over haar oma. Wil klein beginnen, om de week.",
    "Was zenuwachtig in het begin, daarna veel gelachen. Brengt de volgende keer haar zus mee.",
    "Wil graag weten wat te doen als iemand verdrietig wordt. Dat komt terug in de vorming.",
)
QUESTIONS = (
    "Mag ik ook één keer overslaan als mijn kleinkind ziek is?",
    "Betaal ik de bus zelf?",
    "Wat doe ik als het niet klikt?",
)
STOPS = ("no_time", "life", "too_slow", "found_elsewhere", "practical", "no_answer")
