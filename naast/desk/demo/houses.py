"""The three invented organisations and who works in them."""

from dataclasses import dataclass

from naast.organisations.models import Function

ADDRESS = "%s@demo.example"


@dataclass(frozen=True, slots=True)
class Somebody:
    """One of the cast: signs in as `login`@demo.example."""

    login: str
    name: str
    functions: tuple[Function, ...]


@dataclass(frozen=True, slots=True)
class House:
    """One organisation of the demo."""

    slug: str
    name: str
    country: str
    presets: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    cast: tuple[Somebody, ...]
    volunteers: int
    participants: int


HOUSES = (
    House(
        "de-brug",
        "Buddyhuis De Brug",
        "BE",
        ("buddy", "home_visits", "language_practice"),
        (
            ("9000", "Gent"),
            ("9050", "Gentbrugge"),
            ("9030", "Mariakerke"),
            ("9040", "Sint-Amandsberg"),
        ),
        (
            Somebody("lies", "Lies Zonneveld", (Function.COORDINATOR, Function.ADMINISTRATOR)),
            Somebody("karim", "Karim Bruggenbouwer", (Function.COORDINATOR, Function.COACH)),
            Somebody("koen", "Koen Kabelgoot", (Function.ADMINISTRATOR,)),
            Somebody("nele", "Nele Naastbij", (Function.PROFESSIONAL,)),
            Somebody("vera", "Vera Vertrouwen", (Function.SAFEGUARDING,)),
            Somebody("rita", "Rita Routebord", (Function.REFERRER,)),
            Somebody("mats", "Mats Middenin", (Function.MEDIATOR,)),
            Somebody("wim", "Wim Weegschaal", (Function.BOARD, Function.FINANCE)),
            Somebody("fien", "Fien Centenbak", (Function.FINANCE,)),
            Somebody("bea", "Bea Buitengewoon", (Function.VOLUNTEER,)),
            Somebody("piet", "Piet Pluim", (Function.PARTICIPANT,)),
            Somebody("roos", "Roos Tweehoed", (Function.PARTICIPANT, Function.VOLUNTEER)),
        ),
        48,
        34,
    ),
    House(
        "thuiswijzer",
        "Thuiswijzer Noord",
        "NL",
        ("home_administration", "home_visits"),
        (("9711", "Groningen"), ("9301", "Roden"), ("9351", "Leek"), ("9801", "Zuidhorn")),
        (
            Somebody("marieke", "Marieke Mapje", (Function.COORDINATOR, Function.ADMINISTRATOR)),
            Somebody(
                "jan",
                "Jan Jaarrekening",
                (Function.FINANCE, Function.PROFESSIONAL, Function.SAFEGUARDING),
            ),
            Somebody("dirk", "Dirk Dubbeltje", (Function.FINANCE,)),
            Somebody("hassan", "Hassan Hulpvaardig", (Function.VOLUNTEER,)),
            Somebody("greet", "Greet Gordijn", (Function.PARTICIPANT,)),
        ),
        36,
        40,
    ),
    House(
        "de-linde",
        "Woonzorghuis De Linde",
        "BE",
        ("ward", "palliative", "circle"),
        (("2800", "Mechelen"), ("2820", "Bonheiden"), ("2860", "Sint-Katelijne-Waver")),
        (
            Somebody("veerle", "Veerle Lindeboom", (Function.COORDINATOR, Function.ADMINISTRATOR)),
            Somebody("tom", "Tom Tweedelijn", (Function.PROFESSIONAL, Function.SAFEGUARDING)),
            Somebody("mia", "Mia Middenvelder", (Function.MEDIATOR,)),
            Somebody("georgette", "Georgette Glimlach", (Function.VOLUNTEER,)),
            Somebody("alfons", "Alfons Avondrood", (Function.PARTICIPANT,)),
        ),
        40,
        30,
    ),
)
