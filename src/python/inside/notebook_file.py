"""Reads a notebook of any version, and says in plain words what is wrong with a damaged one."""

import json

from nbformat import converter, reader, versions


class BadNotebook(Exception):
    """`code` names the catalogue's sentence, `values` fill it."""

    def __init__(self, message, code, **values):
        super().__init__(message)
        self.code = code
        self.values = {name: str(value)[:80] for name, value in values.items()}


def read_cells(file):
    """The code cells that Run All runs, in order: those that are not blank.

    :raises BadNotebook:
    """
    document = parse(file)
    language = language_of(document)
    if "python" not in language.lower():
        raise BadNotebook(f"a notebook of {language}", "NOTEBOOK_LANGUAGE", language=language)
    return [cell for cell in cells_of(upgrade(document)) if cell["cell_type"] == "code" and cell["source"].strip()]


def parse(file):
    with open(file, "rb") as content:
        raw = content.read()
    try:
        document = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise not_json(str(error)) from None
    if not isinstance(document, dict):
        raise not_json("JSON, but not of a notebook")
    return document


def language_of(document):
    """Python's own name where the notebook does not say."""
    said = document.get("metadata")
    for part, key in (("language_info", "name"), ("kernelspec", "language")):
        found = said.get(part) if isinstance(said, dict) else None
        if isinstance(found, dict) and isinstance(found.get(key), str) and found[key]:
            return found[key]
    return "python"


def upgrade(document):
    """As version 4: https://nbformat.readthedocs.io/en/latest/format_description.html"""
    version = document.get("nbformat")
    if type(version) is not int or version not in versions:
        raise BadNotebook(f"nbformat {version}", "NOTEBOOK_VERSION", version=version)
    try:
        return converter.convert(reader.reads(json.dumps(without_outputs(document))), 4)
    except Exception as error:
        raise damaged(str(error)) from None


def without_outputs(document):
    """Nothing of them is read, and they are most of what can be damaged."""
    sheets = document.get("worksheets")
    for holder in [document, *(sheets if isinstance(sheets, list) else [])]:
        cells = holder.get("cells") if isinstance(holder, dict) else None
        for cell in cells if isinstance(cells, list) else []:
            if isinstance(cell, dict):
                cell.pop("attachments", None)
                if "outputs" in cell:
                    cell["outputs"] = []
    return document


def cells_of(notebook):
    cells = notebook.get("cells")
    if not isinstance(cells, list):
        raise damaged("no cells")
    for number, cell in enumerate(cells, 1):
        if not isinstance(cell, dict):
            raise damaged(f"cell {number} is not an object")
        for key in ("cell_type", "source"):
            if not isinstance(cell.get(key), str):
                raise damaged(f"cell {number} has no {key}")
    return cells


def not_json(said):
    return BadNotebook(said, "NOTEBOOK_NOT_JSON", said=said)


def damaged(said):
    return BadNotebook(said, "NOTEBOOK_DAMAGED", said=said)
