"""The author's fault: content that cannot be used, said with its file and line."""


class ContentError(Exception):
    """Content is broken. `faults` holds one line each: file, line, what is wrong and its cure."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults
