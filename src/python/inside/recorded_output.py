"""Standard output that also keeps what was printed, for the report."""

import io
import json

# In bytes of JSON: what is kept of one cell, and of a whole file.
CELL_LIMIT = 8 * 1024
FILE_LIMIT = 200 * 1024


class RecordedOutput(io.TextIOWrapper):
    """Writes to a descriptor, line by line, in UTF-8 whatever the machine's encoding is."""

    def __init__(self, descriptor, limit):
        """:param limit: what `take` gives at once, in bytes of JSON."""
        raw = open(descriptor, "wb", closefd=False)
        super().__init__(raw, encoding="utf-8", errors="backslashreplace", line_buffering=True)
        self._pieces = []
        self._size = 0
        self._limit = limit
        self._left = FILE_LIMIT

    def write(self, text):
        if type(text) is str and self._size < self._limit:
            piece = text[: self._limit]
            self._size += json_size(piece)
            self._pieces.append(piece)
        return super().write(text)

    def take(self):
        """What was printed since the last time."""
        text = cut("".join(self._pieces), min(self._limit, self._left))
        self._left -= json_size(text)
        self._pieces = []
        self._size = 0
        return text


def json_size(text):
    """Bytes that a text takes in a report, without its quotes."""
    return len(json.dumps(text, ensure_ascii=False).encode("utf-8", "replace")) - 2


def cut(text, limit):
    """Its start, of no more than `limit` bytes of JSON."""
    while text and json_size(text) > limit:
        text = text[: min(len(text) - 1, len(text) * max(limit, 0) // json_size(text))]
    return text
