"""What the law says about a programme as such, whoever takes part. Pure but for its organisation."""

from datetime import date

from naast.law.checks import Judgement, Situation, Verdict, judge
from naast.programmes.models import Programme, Serves

# The law gives no ground to ask a check in these cases.
NO_GROUND = (Verdict.WARN, Verdict.DONT, Verdict.NOT_NEEDED)


def check_of(programme: Programme, day: date) -> Judgement:
    """Whether a check of conduct may be asked of somebody who starts here today as an adult."""
    house = programme.organisation
    situation = Situation(
        with_minors=programme.contact_with_minors,
        extra_care=programme.serves != Serves.EVERYBODY,
        is_vaph=programme.serves == Serves.VAPH_ADULTS,
        is_youth_work=house.is_youth_work,
        since=day,
    )
    return judge(house.country, situation, day)
