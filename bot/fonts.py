"""The one font of our pictures and documents, so that they look the same on every machine."""

from functools import cache
from importlib.resources import files

import typst


@cache
def fonts() -> typst.Fonts:
    """Atkinson Hyperlegible from its wheel; neither the system's fonts nor typst's own."""
    folder = files("fontpkg_atkinson_hyperlegible") / "files"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
