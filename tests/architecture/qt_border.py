"""The import-linter contract that keeps Qt above the border (named in pyproject.toml).

import-linter's own "forbidden" contract knows an external package only as a whole and refuses
layers that do not exist yet; here a layer may use QtCore alone, and may be still to come.
"""

import ast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

GRAPHICAL = ("PySide6", "shiboken6", "pyqtgraph", "OpenGL")
ROOT = "gdsim"


class QtBorder(Contract):
    """No graphical package below the border, and PySide6.QtCore alone on it.

    Direct imports are enough to look at: the layers contract sees to it that a layer imports
    nothing above itself.

    free: names of the layers that import none of ``GRAPHICAL``
    core_only: names of the layers that may import ``PySide6.QtCore`` and nothing else of them
    """

    free = fields.ListField(subfield=fields.StringField())
    core_only = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        found = [
            f"{module}:{detail['line_number']}: {detail['line_contents'].strip()}"
            for layers, core_allowed in ((self.free, False), (self.core_only, True))
            for module in _modules_of(layers, graph)
            for package in sorted(graph.find_modules_directly_imported_by(module) & {*GRAPHICAL})
            for detail in graph.get_import_details(importer=module, imported=package)
            if not (core_allowed and _is_qtcore(detail["line_contents"]))
        ]
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["found"]:
            output.print_error(line)


def _modules_of(layers: list[str], graph: ImportGraph) -> list[str]:
    names = [f"{ROOT}.{layer}" for layer in layers]
    return sorted(
        module
        for module in graph.modules
        if any(module == name or module.startswith(f"{name}.") for name in names)
    )


def _is_qtcore(line: str) -> bool:
    """Return whether an import statement takes from PySide6.QtCore and nothing else.

    A statement over several lines arrives as its first line, which names the module.
    """
    words = line.replace(",", " ").split()
    if words[:1] == ["from"]:
        return words[1] == "PySide6.QtCore" or words[1:] == ["PySide6", "import", "QtCore"]
    statement = ast.parse(line.strip()).body[0]
    return isinstance(statement, ast.Import) and all(
        alias.name == "PySide6.QtCore" or alias.name.split(".")[0] not in GRAPHICAL
        for alias in statement.names
    )
