"""Sets the French of content files: each French text in its place, nothing else in the file touched."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from content.typography import set_french


def fix(path: Path) -> bool:
    """Set the French texts of one YAML file. True when the file changed."""
    text = path.read_text("utf-8")
    fixed = text
    for start, end in sorted(_french(yaml.compose(text, yaml.SafeLoader), inside=False), reverse=True):
        fixed = fixed[:start] + set_french(fixed[start:end]) + fixed[end:]
    if fixed != text:
        path.write_text(fixed, "utf-8")
    return fixed != text


def _french(node: yaml.Node | None, inside: bool) -> Iterator[tuple[int, int]]:
    """Where the French texts stand: everything below a key `fr`."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _french(value, inside or key.value == "fr" or str(key.value).endswith("_fr"))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _french(value, inside)
    elif inside and isinstance(node, yaml.ScalarNode):
        yield node.start_mark.index, node.end_mark.index
