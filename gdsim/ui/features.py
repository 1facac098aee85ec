"""The features of the window. Adding one is one file and one line here."""

from gdsim.ui.about import About
from gdsim.ui.computing import Computing
from gdsim.ui.data_edits import DataEdits
from gdsim.ui.data_tools import DataTools
from gdsim.ui.descriptions import Descriptions
from gdsim.ui.drops import Drops
from gdsim.ui.exporting import Exporting
from gdsim.ui.feature import Feature
from gdsim.ui.focus import Focus
from gdsim.ui.gallery import Gallery
from gdsim.ui.growing import Growing
from gdsim.ui.lane_actions import LaneActions
from gdsim.ui.layouts import Layouts
from gdsim.ui.lecture.entry import Lectures
from gdsim.ui.map_work import MapWork
from gdsim.ui.motion import Motion
from gdsim.ui.palette import Palette
from gdsim.ui.playing import Playing
from gdsim.ui.recent_files import RecentFiles
from gdsim.ui.recovery import Recovery
from gdsim.ui.shortcuts import Shortcuts
from gdsim.ui.start_edits import StartEdits
from gdsim.ui.view_menu import ViewMenu
from gdsim.ui.view_options import ViewOptions
from gdsim.ui.view_places import ViewPlaces

FEATURES: tuple[type[Feature], ...] = (
    Growing,
    Playing,
    Computing,
    ViewOptions,
    StartEdits,
    ViewMenu,
    DataEdits,
    DataTools,
    LaneActions,
    MapWork,
    Layouts,
    ViewPlaces,
    Motion,
    Focus,
    Descriptions,
    RecentFiles,
    Exporting,
    Drops,
    Recovery,
    Gallery,
    Lectures,
    Palette,
    Shortcuts,
    About,
)
