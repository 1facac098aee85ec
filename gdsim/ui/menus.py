"""The menu bar: its menus by id, with the submenus of the features."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QMenu, QMenuBar

from gdsim.ui.action_spec import MenuSpec
from gdsim.ui.actions import MENUS, Actions
from gdsim.ui.appearance import Appearance
from gdsim.ui.i18n import tr


class Menus(dict[str, QMenu]):
    """All menus, filled with the actions."""

    def __init__(self, bar: QMenuBar, actions: Actions, submenus: Iterable[MenuSpec]) -> None:
        super().__init__({name: bar.addMenu(tr(title)) for name, title in MENUS})
        self._submenus = tuple(submenus)
        for spec in self._submenus:
            self[spec.id] = QMenu(tr(spec.title), self[spec.menu])
        self._themes = self["view"].addMenu(tr("Appearance"))
        self._languages = self["view"].addMenu(tr("Language"))
        actions.fill(self, self._submenus)

    def retranslate(self, appearance: Appearance) -> None:
        """All titles, and what can be chosen of appearance and language."""
        for name, title in MENUS:
            self[name].setTitle(tr(title))
        for spec in self._submenus:
            self[spec.id].setTitle(tr(spec.title))
        self._themes.setTitle(tr("Appearance"))
        self._languages.setTitle(tr("Language"))
        appearance.fill_menus(self._themes, self._languages)
