"""Time zones by the cities people write, in each language."""

from functools import cache
from zoneinfo import available_timezones

from babel.dates import get_timezone_location

from content.reading import squeezed

LANGUAGES = ("fr", "en")


@cache
def known() -> frozenset[str]:
    return frozenset(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "posix")))


def of_city(said: str) -> str | None:
    """The zone of a city: "Londres", "new york", "Montréal". None for one that names no zone."""
    return _cities().get(squeezed(said))


@cache
def _cities() -> dict[str, str]:
    """Built at the first question: it takes a moment that most conversations never need."""
    cities: dict[str, str] = {}
    for zone in sorted(known()):
        cities.setdefault(squeezed(zone.rsplit("/", 1)[-1].replace("_", " ")), zone)
        for language in LANGUAGES:
            cities.setdefault(squeezed(get_timezone_location(zone, locale=language, return_city=True)), zone)
    return cities
