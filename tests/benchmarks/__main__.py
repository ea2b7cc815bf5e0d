"""Runs benchmarks and prints their figures. Exit status 1 when a goal is missed."""

import argparse
import importlib
import json
import pkgutil
import sys
from collections.abc import Mapping, Sequence
from typing import Protocol

import tests.benchmarks
from tests.benchmarks import Figure


class Benchmark(Protocol):
    QUICK: str

    def measure(self, quick: bool) -> dict[str, Figure]: ...


def names() -> list[str]:
    """Every module beside this one."""
    found = {module.name for module in pkgutil.iter_modules(tests.benchmarks.__path__)}
    return sorted(found - {"__main__"})


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Prints each figure and its goal.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which ones: {', '.join(names())}; all by default")
    parser.add_argument("--quick", action="store_true", help="within 50 seconds a name, on less")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    asked = parser.parse_args(arguments)
    unknown = set(asked.names) - set(names())
    if unknown:
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(names())}")
    measured = {name: _measured(name, asked.quick, asked.json) for name in asked.names or names()}
    if asked.json:
        found = {name: {key: _plain(figure) for key, figure in figures.items()} for name, figures in measured.items()}
        print(json.dumps(found, indent=2))
    return int(any(figure.met is False for figures in measured.values() for figure in figures.values()))


def _measured(name: str, quick: bool, silent: bool) -> dict[str, Figure]:
    benchmark: Benchmark = importlib.import_module(f"tests.benchmarks.{name}")
    title = f"{name} (quick: {benchmark.QUICK})" if quick else name
    print(title, file=sys.stderr if silent else sys.stdout, flush=True)
    figures = benchmark.measure(quick)
    if not silent:
        print(_table(figures), flush=True)
    return figures


def _plain(figure: Figure) -> dict[str, object]:
    return {
        "value": figure.value,
        "goal": figure.goal,
        "met": figure.met,
        "sense": figure.sense,
        "unit": figure.unit,
        "note": figure.note,
    }


def _table(figures: Mapping[str, Figure]) -> str:
    width = max(map(len, figures))
    return "\n".join(f"  {name:<{width}}  {_line(figure)}".rstrip() for name, figure in figures.items())


def _line(figure: Figure) -> str:
    value = "not measured" if figure.value is None else f"{_number(figure.value):>9} {figure.unit}"
    goal = "" if figure.goal is None else f"{figure.sense} {_number(figure.goal)} {figure.unit}".rstrip()
    met = {None: "", True: "met", False: "MISSED"}[figure.met]
    return f"{value:<22}  {goal:<24}  {met:<6}  {figure.note}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


if __name__ == "__main__":
    sys.exit(main())
