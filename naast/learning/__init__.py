"""Courses, sessions, attendance, and what people say they learned."""
