"""Generators by name. A generator draws everything from the `Random` it is given, and computes the key."""

import importlib
import pkgutil
from collections.abc import Callable
from random import Random
from typing import TypeVar

import content.generators
from content.values import Value, Values

Generator = Callable[[Random], dict[str, Value]]
_G = TypeVar("_G", bound=Generator)

GENERATORS: dict[str, Generator] = {}


def generator(function: _G) -> _G:
    """Register a generator under its own name, once."""
    name = function.__name__
    if name in GENERATORS:
        raise ValueError(f"two generators are called {name}")
    GENERATORS[name] = function
    return function


def load_generators() -> None:
    """Import every module beside this one, so that its generators are registered."""
    for module in pkgutil.iter_modules(content.generators.__path__):
        importlib.import_module(f"content.generators.{module.name}")


def generate(name: str, seed: int) -> Values:
    """The values of one variant. The same seed always gives the same values."""
    return GENERATORS[name](Random(f"{name}:{seed}"))
