"""From many signals to policy: limits reached, stuck referrals, obstacles, unmet needs, and what management answered."""
