"""1.1 Conduct research and information monitoring: values for its families."""

from random import Random

from content.generators.people import TOWNS
from content.generators.registry import generator
from content.values import Both, Value

PAGES = (
    ("agenda", "agenda"), ("piscine", "pool"), ("cantine", "meals"), ("velos", "bikes"), ("ecole", "school"),
    ("parc", "park"),
)  # fmt: skip


@generator
def url_host(rng: Random) -> dict[str, Value]:
    """A town hall's page: the site is the host, neither the page nor the protocol."""
    town = rng.choice(TOWNS)
    page_fr, page_en = rng.choice(PAGES)
    host = f"mairie-{town}.example"
    number = rng.randint(2, 9)
    return {
        "host": host,
        "path": Both(f"{page_fr}-{number}", f"{page_en}-{number}"),
        "page": Both(f"https://{host}/{page_fr}-{number}", f"https://{host}/{page_en}-{number}"),
        "protocol": "https",
    }
