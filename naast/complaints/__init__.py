"""Feedback and complaints: one talk with a mediator, both views, an outcome, and a body to appeal to."""
