"""Where places lie: our own copy of a public list, read once by `naast load_places`."""

from django.db import models


class Place(models.Model):
    """A town, village or borough under one of its names. It says nothing about anybody."""

    country = models.CharField(max_length=2)
    key = models.CharField(max_length=120)  # people.places.place_key of one of its names
    name = models.CharField(max_length=120)
    latitude = models.FloatField()
    longitude = models.FloatField()
    population = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["country", "key"], name="place_key_once_a_country")
        ]

    class Privacy:
        """Public geography only."""

        plain = frozenset({"id", "country", "key", "name", "latitude", "longitude", "population"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{self.name} ({self.country})"
