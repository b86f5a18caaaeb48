"""`naast nightly`: what the house does by itself every night."""

from typing import Any

from django.core.management.base import BaseCommand

from naast.accountability.services import nightly as accountability
from naast.agreements.services import nightly as papers
from naast.agreements.services import talks_nightly
from naast.appreciation.services import nightly as appreciation
from naast.belonging.services import nightly as belonging
from naast.capacity.services import nightly as capacity
from naast.checks.services import nightly as checks
from naast.circles.services import nightly as circles
from naast.companionship.services.quiet import ask_quiet_ones
from naast.complaints.services import nightly as complaints
from naast.core import clock, drafts
from naast.desk import nightly as desk
from naast.division.services import nightly as division
from naast.intervision.services import nightly as intervision
from naast.learning.services import nightly as learning
from naast.lending.services import nightly as lending
from naast.messaging.reminders import send_what_was_left
from naast.needs.services import nightly as needs
from naast.outreach.services import nightly as outreach
from naast.parting.services import nightly as parting
from naast.payouts.services import nightly as payouts
from naast.privacy.services import nightly as privacy
from naast.programmes.services import nightly as programmes
from naast.rates.services import nightly as rates
from naast.recruitment.services import nightly as recruitment
from naast.shifting.services import nightly as shifting
from naast.signals.services import nightly as signals
from naast.statements.services import nightly as statements
from naast.support.services import nightly as support
from naast.surroundings.services import nightly as surroundings


class Command(BaseCommand):
    """Run this once a night (cron or a timer); running it twice does nothing twice."""

    help = (
        "Ask quiet matches and thinking candidates how they are, remind of talks and meetings, "
        "forget who did not start, and drop drafts nobody came back for."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one line with what was done."""
        now = clock.now()
        done = {
            "quiet matches asked": ask_quiet_ones(now),
            **papers.run(now),
            **talks_nightly.run(now),
            **programmes.run(now),
            **recruitment.run(now),
            **checks.run(now),
            **outreach.run(now),
            **learning.run(now),
            **intervision.run(now),
            **circles.run(now),
            **capacity.run(now),
            **support.run(now),
            # Before belonging, which asks nobody a second time what strikes them.
            **surroundings.run(now),
            **belonging.run(now),
            **division.run(now),
            **shifting.run(now),
            **appreciation.run(now),
            **parting.run(now),
            **lending.run(now),
            **rates.run(now),
            **payouts.run(now),
            **statements.run(now),
            **signals.run(now),
            **needs.run(now),
            **complaints.run(now),
            # After every room has told what is due: what goes, goes last.
            **privacy.run(now),
            **accountability.run(now),
            **desk.run(now),
            "messages left behind": send_what_was_left(),
            "old drafts dropped": drafts.forget_old(),
        }
        self.stdout.write("; ".join(f"{what}: {number}" for what, number in done.items()))
