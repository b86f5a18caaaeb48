"""What happens in the background."""

from uuid import UUID

from django_tasks import task

from naast.exchange import running


@task()
def load_list(job_id: str, language: str) -> None:
    """Load a list; `language` is that of the coordinator, for the sentences in the result."""
    running.run(UUID(job_id), language)
