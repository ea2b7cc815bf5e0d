"""Fresh values for an item: pure functions of a seed, one module for each competence."""

from content.generators.registry import GENERATORS, Generator, generate, generator, load_generators

__all__ = ["GENERATORS", "Generator", "generate", "generator", "load_generators"]
