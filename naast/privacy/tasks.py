"""What happens in the background."""

from uuid import UUID

from django_tasks import task

from naast.privacy import mentions


@task()
def take_out_mentions(erasure_id: str) -> None:
    """Read the texts of others for somebody who was erased; stops and starts again without harm."""
    mentions.take_out(UUID(erasure_id))
