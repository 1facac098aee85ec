"""The 3D view: what it draws is what the runs say, and it is quick, quiet and dragged by hand."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeyEvent, QPainter
from PySide6.QtTest import QTest

from gdsim.engine.lane import Lane
from gdsim.engine.optimizers import make_optimizer
from gdsim.engine.problems import BY_ID
from gdsim.engine.problems.regression import LinearRegression
from gdsim.engine.schedules import Constant
from gdsim.engine.simulate import simulate
from gdsim.engine.stopping import Stop
from gdsim.ui import theme as th
from gdsim.ui.plots.surface import SurfaceView
from gdsim.ui.plots.surface_arrows import laid
from gdsim.ui.plots.surface_camera import Camera
from gdsim.ui.plots.surface_heights import Heights, fit_heights, nice_ticks
from gdsim.ui.plots.surface_mesh import make_mesh, to_z
from gdsim.ui.plots.surface_overlay import Overlay
from gdsim.ui.plots.surface_tracks import clip_segments, make_track
from gdsim.ui.scene import PREDICTING, Scene

ROOT = Path(__file__).parents[3]
REGRESSION = LinearRegression([1, 2, 3, 4], [3, 5, 7, 9])


def scene(problem=REGRESSION, start=(0.0, 0.0), rate=0.2, steps=60) -> Scene:
    lanes = tuple(
        Lane(order=order, learning_rate=Constant(rate)) for order in ("synchronous", "sequential")
    )
    runs = simulate(problem, start, lanes, stop=Stop(max_steps=steps))
    return Scene(problem, runs, th.lane_styles(lanes), ("Synchronous", "Sequential"), problem.box)


@pytest.fixture
def gl(qapp):
    if QGuiApplication.platformName() == "offscreen":
        pytest.skip("there is no OpenGL without a screen")


@pytest.fixture
def view(gl, qtbot):
    made = SurfaceView()
    qtbot.addWidget(made)
    made.resize(640, 440)
    made.set_scene(scene())
    with qtbot.waitExposed(made):
        made.show()
    made.grab()
    return made


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    bits = np.frombuffer(image.constBits(), np.uint8)
    # A copy, since the bits go with the converted image.
    return bits.reshape(image.height(), image.width(), 4).copy()


# ---- heights ------------------------------------------------------------------------------


def test_heights_keep_the_order_of_losses():
    loss = np.geomspace(1e-3, 1e5, 50)
    heights = fit_heights(loss, 0.0)
    assert heights.scale > 0
    assert (np.diff(heights(loss)) > 0).all()
    assert heights(np.array([0.0, heights.high])).tolist() == [0.0, 1.0]


def test_a_bowl_is_drawn_true_to_scale():
    heights = make_mesh(REGRESSION, REGRESSION.box).heights
    assert heights.scale == 0
    assert heights(0.5 * heights.high) == pytest.approx(0.5)


def test_label_tells_the_formula_of_the_height(qapp):
    assert Heights(0.0, 50.0).label() == "height: J"
    bent = Heights(3.0, 1000.0, scale=20.0)
    assert bent.label() == "height: log(1 + (J − 3) / 20)"
    assert bent(103.0) == pytest.approx(np.log(1 + 100 / 20) / np.log(1 + 997 / 20))
    assert Heights(0.0, 9.0, cut=True).label() == "height: J; cut off at J = 9"


def test_towers_are_cut_and_said_to_be():
    loss = np.append(np.linspace(1.0, 2.0, 99), 1e300)
    heights = fit_heights(loss, 1.0)
    assert heights.cut
    assert heights.high < 1e8
    assert heights(1e300) == 1.0
    assert np.isfinite(fit_heights(np.array([np.nan, np.inf]), np.inf)([0.0, np.inf])).all()


def test_ticks_are_round_and_inside():
    assert nice_ticks(-1.2, 5.2, 5) == [0.0, 2.0, 4.0]
    assert nice_ticks(0.0, 0.0, 5) == []
    for heights in (Heights(0.0, 52.0), Heights(3.0, 1e6, 500.0), Heights(-78.0, 250.0)):
        ticks = heights.ticks()
        assert len(ticks) >= 3
        assert all(heights.low <= tick <= heights.high for tick in ticks)
        assert (np.diff(heights(ticks)) > 0.1).all()


# ---- mesh, tracks, camera -----------------------------------------------------------------


def test_mesh_stands_where_the_loss_is():
    mesh = make_mesh(REGRESSION, REGRESSION.box)
    vertices = mesh.vertices().reshape(*mesh.loss.shape, 3)
    at = vertices[30, 80].astype(float)
    loss = REGRESSION.value(mesh.theta(at[:2]))
    assert mesh.heights(loss) == pytest.approx((at[2] - 0.12) / 0.88, abs=1e-6)
    assert mesh.z_at(at[:1], at[1:2])[0] == pytest.approx(at[2], abs=1e-6)


def test_same_colour_for_the_same_loss_as_the_contour(qapp):
    mesh = make_mesh(REGRESSION, REGRESSION.box)
    table = th.surface_colours(th.LIGHT)
    colours = mesh.colours(table).reshape(*mesh.loss.shape, 4) / mesh.shades()[..., None]
    low = np.unravel_index(mesh.loss.argmin(), mesh.loss.shape)
    high = np.unravel_index(mesh.loss.argmax(), mesh.loss.shape)
    assert colours[low][:3] == pytest.approx(table[0][:3], abs=0.06)
    assert colours[high][:3] == pytest.approx(table[-1][:3], abs=0.03)


def test_track_passes_through_the_recorded_steps():
    shown = scene()
    mesh = make_mesh(shown.problem, shown.box)
    for run in shown.runs:
        track = make_track(mesh, run)
        expected = np.column_stack((mesh.flat(run.theta), to_z(mesh.heights(run.loss))))
        assert track.steps == pytest.approx(expected, abs=1e-12)
        for k in range(1, 6):
            assert track.vertices[track.first[k] - 1] == pytest.approx(expected[k], abs=1e-9)
            assert mesh.theta(track.vertices[track.first[k] - 1, :2]) == pytest.approx(run.theta[k])


def test_track_lies_on_the_surface_between_steps():
    shown = scene()
    mesh = make_mesh(shown.problem, shown.box)
    track = make_track(mesh, shown.runs[0])
    drawn = mesh.z_at(track.vertices[:, 0], track.vertices[:, 1])
    assert track.vertices[:, 2] == pytest.approx(drawn, abs=2e-3)
    apart = np.hypot(*np.diff(track.vertices[:, :2], axis=0).T)
    assert apart.max() < 0.05


def test_track_of_a_diverging_run_is_cut_at_the_box():
    shown = scene(rate=0.4, steps=2000)
    assert np.abs(shown.runs[0].theta).max() > 1e5
    mesh = make_mesh(shown.problem, shown.box)
    track = make_track(mesh, shown.runs[0])
    assert np.isfinite(track.vertices).all()
    assert np.abs(track.vertices[:, :2]).max() <= 1.0 + 1e-9
    assert not track.joined[-1]
    assert np.isnan(track.steps[-1]).all()


def test_track_that_comes_back_is_not_joined_across_the_outside():
    mesh = make_mesh(REGRESSION, REGRESSION.box)
    theta = mesh.theta(np.array([[0.0, 0.0], [0.5, 0.0], [9.0, 0.0], [0.0, 9.0], [0.0, 0.5]]))
    track = make_track(mesh, SimpleNamespace(theta=theta, loss=REGRESSION.value(theta)))
    jumps = np.hypot(*np.diff(track.vertices[:, :2], axis=0).T) > 0.1
    assert jumps.sum() == 1
    assert not track.joined[:-1][jumps].any()
    assert track.joined[:-1][~jumps].all()
    assert track.vertices[jumps.argmax(), :2] == pytest.approx((1.0, 0.0))
    assert track.vertices[jumps.argmax() + 1, :2] == pytest.approx((0.0, 1.0))
    assert np.isnan(track.steps[:, 0]).tolist() == [False, False, True, True, False]


def test_clipping_segments():
    tail = np.array([[-3.0, 0.0], [0.0, 0.0], [2.0, 2.0], [0.5, 0.5], [np.nan, 0.0], [3.0, 0.2]])
    head = np.array([[3.0, 0.0], [0.0, 2.0], [3.0, 2.0], [0.5, 0.5], [0.0, 0.0], [np.inf, 0.2]])
    enter, leave = clip_segments(tail, head)
    assert (enter <= leave).tolist() == [True, True, False, True, False, False]
    assert (enter[0], leave[0]) == pytest.approx((1 / 3, 2 / 3))
    assert (enter[1], leave[1]) == (0.0, 0.5)
    assert (enter[3], leave[3]) == (0.0, 1.0)


def test_pick_finds_what_was_projected():
    mesh = make_mesh(REGRESSION, REGRESSION.box)
    camera = Camera(elevation=50.0).sized(800, 600)
    points = np.random.default_rng(1).uniform(-0.9, 0.9, (40, 2))
    world = mesh.place(mesh.theta(points))
    hidden = camera.hidden(mesh, world)
    assert not hidden.all()
    for point, pixel in zip(points[~hidden], camera.project(world[~hidden]), strict=True):
        assert camera.pick(mesh, *pixel) == pytest.approx(point, abs=0.02)


@pytest.mark.parametrize("size", [(900, 260), (500, 500), (260, 700)])
@pytest.mark.parametrize("elevation", [4.0, 32.0, 60.0, 90.0])
def test_the_whole_box_is_in_sight(size, elevation):
    corners = np.array([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (0, 1)], dtype=float)
    camera = Camera(elevation=elevation).sized(*size)
    seen = camera.project(corners) / size
    assert seen.min() > 0
    assert seen.max() < 1
    # And fills most of it one way or the other.
    assert np.ptp(seen, axis=0).max() > 0.65


def test_of_many_places_each_is_hidden_as_when_it_is_alone():
    mesh = make_mesh(BY_ID["himmelblau"].make(), ((-6.0, 6.0), (-6.0, 6.0)))
    world = mesh.place(np.random.default_rng(2).uniform(-6.0, 6.0, (30_000, 2)))
    world[7] = np.nan
    low = Camera(azimuth=-60.0, elevation=15.0).sized(800, 600)
    many = low.hidden(mesh, world)
    few = np.concatenate([low.hidden(mesh, part) for part in np.array_split(world, 3)])
    # On the brink they may differ by the pixel or two of a spot.
    assert 0.5 < few.mean() < 0.9
    assert (many != few).mean() < 0.003


def test_behind_a_hill_is_hidden():
    mesh = make_mesh(BY_ID["himmelblau"].make(), ((-6.0, 6.0), (-6.0, 6.0)))
    near_wall_and_far_wall = mesh.place(np.array([[0.0, -5.5], [0.0, 5.5]]))
    low = Camera(azimuth=-90.0, elevation=15.0).sized(800, 600)
    assert low.hidden(mesh, near_wall_and_far_wall).tolist() == [True, False]
    assert not Camera(elevation=90.0).hidden(mesh, near_wall_and_far_wall).any()


# ---- the view -----------------------------------------------------------------------------


def test_framebuffer_is_not_blank(view):
    picture = pixels(view.picture.canvas.render(view.camera, 1.0))
    covered = picture[..., 3] == 255
    assert 0.1 < covered.mean() < 0.9
    colours = picture[covered].astype(int)
    # Blue valley, yellow heights.
    assert (colours[:, 0] - colours[:, 2]).max() > 20
    assert (colours[:, 2] - colours[:, 0]).max() > 40


def test_a_large_picture_is_made_in_bands_that_fit_together(view, monkeypatch):
    canvas = view.picture.canvas
    for draft in (False, True):
        monkeypatch.setattr("gdsim.ui.plots.surface_canvas._ROOM", 10**9)
        whole = pixels(canvas.render(view.camera, 2.0, draft=draft)).astype(int)
        monkeypatch.setattr("gdsim.ui.plots.surface_canvas._ROOM", 10**6)
        for rows in (37, 200):  # the last band is not full
            band = rows * whole.shape[1] * (1 if draft else 4)
            monkeypatch.setattr("gdsim.ui.plots.surface_canvas._BAND", band)
            bands = pixels(canvas.render(view.camera, 2.0, draft=draft)).astype(int)
            assert canvas._frames[draft].height() == rows
            assert bands.shape == whole.shape
            # The last bit of a coordinate decides some samples at the edges.
            assert (np.abs(bands - whole).max(axis=2) > 2).mean() < 5e-4


def test_picture_changes_with_the_step_and_the_mesh_is_not_uploaded_again(view):
    canvas = view.picture.canvas
    first = pixels(view.grab().toImage())
    counts = canvas.uploads, canvas.renderings
    for step in (1, 2, 3):
        view.set_step(step)
        second = pixels(view.grab().toImage())
        assert (second != first).any(axis=2).sum() > 100
        first = second
    assert (canvas.uploads, canvas.renderings) == counts
    view.set_scene(scene(rate=0.1))
    view._look(view.camera.turned(20, 0))
    view.grab()
    assert (canvas.uploads, canvas.renderings) == (counts[0], counts[1] + 1)
    view.set_scene(scene(LinearRegression([1, 2, 3], [1, 2, 2])))
    view.grab()
    assert canvas.uploads == counts[0] + 1


@pytest.mark.parametrize("theme", th.THEMES.values(), ids=list(th.THEMES))
def test_marks_have_the_lanes_colours(view, theme):
    view.set_theme(theme)
    view.set_step(4)
    picture = pixels(view.grab().toImage())
    camera, overlay = view.camera, view.picture.overlay
    for lane in (0, 1):
        x, y = camera.project(overlay.place(lane, 4)).round().astype(int)
        colour = theme.lane_colour(lane)
        expected = [int(colour[i : i + 2], 16) for i in (5, 3, 1)]
        assert picture[y, x, :3].tolist() == expected
    assert picture[3, -4, :3].tolist() == [int(theme.card[i : i + 2], 16) for i in (5, 3, 1)]


def centre(view: SurfaceView) -> QPoint:
    return QPoint(*view.picture.overlay.start_pixel().round().astype(int).tolist())


def test_dragging_the_start_asks_for_what_is_under_the_mouse(view, qtbot):
    asked = []
    view.start_dragged.connect(lambda point, finished: asked.append((point, finished)))
    view.start_dragged.connect(lambda point, _: view.set_scene(scene(start=point)))
    mesh, camera = view.picture.mesh, view.camera
    wanted = np.array([0.8, 1.5])
    goal = camera.project(mesh.place(wanted)).round().astype(int).tolist()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=centre(view))
    QTest.mouseMove(view, QPoint(*goal))
    view.grab()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(*goal))
    assert [finished for _, finished in asked] == [False, True]
    assert asked[-1][0] == pytest.approx(wanted, abs=0.05)
    assert all(isinstance(number, float) for number in asked[-1][0])
    assert view.camera == camera
    # Taken hold of anew where it has been put.
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=centre(view))
    assert asked[-1][0] == pytest.approx(wanted, abs=0.05)


def test_dragging_elsewhere_turns_and_double_click_resets(view):
    asked = []
    view.start_dragged.connect(lambda *args: asked.append(args))
    before = view.camera
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(600, 30))
    QTest.mouseMove(view, QPoint(500, 60))
    view.grab()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(500, 60))
    assert view.camera.azimuth != before.azimuth % 360
    assert view.camera.elevation > before.elevation
    assert not asked
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(600, 30))
    assert view.camera == before


def test_keys_turn_zoom_and_move_the_start(view):
    asked = []
    view.start_dragged.connect(lambda point, finished: asked.append((point, finished)))
    before = view.camera
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.camera.azimuth == (before.azimuth + 5) % 360
    assert view.camera.elevation == before.elevation + 5
    assert view.camera.zoom > 1
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.camera == before
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(
        view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    )
    (w, b), finished = asked[0]
    assert w > 0
    assert b == 0
    assert finished
    assert -0.02 < asked[1][0][1] < 0


def test_arrows_are_the_windows_until_the_view_has_the_focus(view):
    def asks_for(key, modifier=Qt.KeyboardModifier.NoModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
        event.ignore()
        view.event(event)
        return event.isAccepted()

    assert asks_for(Qt.Key.Key_Left)
    assert not asks_for(Qt.Key.Key_Space)
    assert not asks_for(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    # A click turns the surface but leaves the player's keys to the player.
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(600, 30))
    assert not view.hasFocus()


def test_what_is_seen_is_said_too(view):
    view.set_step(1)
    told = view.accessibleDescription()
    assert told.startswith("step 1; ")
    assert "Synchronous: w 3.5, b 1.2" in told
    assert "Sequential: w 3.5, b −0.55" in told


def test_other_dimensions_say_what_to_use_instead(view):
    view.set_scene(scene(BY_ID["parabola"].make(), start=(4.0,)))
    view.grab()
    assert "two parameters" in view.message().lower()
    view.set_scene(scene())
    view.grab()
    assert view.message() == ""


def test_a_failing_driver_is_told_in_words(view, monkeypatch, capfd):
    def fail(*_args, **_kwargs):
        raise OSError("driver gone")

    monkeypatch.setattr(view.picture.canvas, "render", fail)
    view._look(view.camera.turned(10, 0))
    view.grab()
    assert "OpenGL" in view.message()
    view.set_step(3)
    view.grab()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("rate", [0.4, 1e3])
def test_diverging_runs_are_drawn_and_told(view, rate):
    view.set_scene(scene(rate=rate, steps=2000))
    for step in (0, 1, 5, 2000):
        view.set_step(step)
        view.grab()
    assert view.picture.overlay.outside(2000) == [0, 1]
    assert view.picture.overlay.mesh.heights.high < 100


# ---- without OpenGL -----------------------------------------------------------------------

ALONE = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
sys.path.insert(0, {root!r})
from gdsim.engine import Lane, LinearRegression, simulate
from gdsim.ui import theme as th
from gdsim.ui.plots.surface import SurfaceView
from gdsim.ui.scene import Scene
problem = LinearRegression([1, 2, 3, 4], [3, 5, 7, 9])
lanes = (Lane(),)
runs = simulate(problem, (0, 0), lanes)
view = SurfaceView()
view.set_theme(th.LIGHT)
view.set_scene(Scene(problem, runs, th.lane_styles(lanes), ("Synchronous",), problem.box))
view.set_step(1)
assert not any(name.partition(".")[0] == "OpenGL" for name in sys.modules), "too early"
view.show()
app.processEvents()
view.set_step(2)
view.grab()
app.processEvents()
assert "OpenGL" in view.message(), view.message()
assert view.picture.canvas is None
"""


@pytest.mark.parametrize(
    "settings",
    [
        {"QT_QPA_PLATFORM": "offscreen"},
        {"QT_QPA_PLATFORM": "xcb", "QT_XCB_GL_INTEGRATION": "none"},
    ],
    ids=["offscreen", "no GLX"],
)
def test_without_opengl_there_is_a_message_and_not_a_word_printed(qapp, settings):
    if settings["QT_QPA_PLATFORM"] == "xcb" and QGuiApplication.platformName() != "xcb":
        pytest.skip("there is no screen")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", ALONE.format(root=str(ROOT))],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_wayland_variables_do_not_leave_the_view_blank(gl):
    """PyOpenGL would look for an EGL context where Qt on xcb has made one by GLX."""
    code = ALONE.partition("view.show()")[0] + (
        "view.show(); app.processEvents(); view.grab()\n"
        "picture = view.picture.canvas.render(view.camera, 1.0)\n"
        "assert view.message() == '', view.message()\n"
        "assert picture.pixelColor(picture.width() // 2, picture.height() // 2).alpha() == 255\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code.format(root=str(ROOT))],
        env={**os.environ, "XDG_SESSION_TYPE": "wayland", "WAYLAND_DISPLAY": "wayland-7",
             "QT_QPA_PLATFORM": "xcb"},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


# ---- arrows, and what is not yet told --------------------------------------------------------


def painted(shown: Scene, step: int) -> np.ndarray:
    """The overlay alone, without OpenGL."""
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    overlay = Overlay(shown, make_mesh(shown.problem, shown.box))
    overlay.look(Camera(width=600, height=400))
    painter = QPainter(image)
    overlay.paint(painter, th.LIGHT, step)
    painter.end()
    return pixels(image)


def test_arrows_end_where_they_lead(qapp):
    mesh = make_mesh(REGRESSION, REGRESSION.box)
    here, move = np.array([0.5, 0.25]), np.array([0.75, 0.5])
    places = laid(mesh, here, move)
    assert mesh.theta(places[[0, -1], :2]) == pytest.approx(np.array([here, here + move]))
    assert places[:, 2] == pytest.approx(mesh.place(mesh.theta(places[:, :2]))[:, 2])
    # Cut off at the edge of the box, and nothing where the way is none.
    assert np.abs(laid(mesh, here, 1e6 * move)[-1, :2]).max() == pytest.approx(1.0)
    for nothing in (np.array([np.nan, 0.0]), np.array([np.inf, 1.0])):
        assert not len(laid(mesh, here, nothing))


def test_states_are_arrows_here_too(qapp):
    lanes = (Lane(optimizer=make_optimizer("momentum"), learning_rate=Constant(0.02)),)
    runs = simulate(REGRESSION, (0.0, 0.0), lanes, stop=Stop(max_steps=20))
    without = Scene(REGRESSION, runs, (0,), ("",), REGRESSION.box)
    assert (painted(without, 3) != painted(replace(without, shown={"state-arrows"}), 3)).any()


def test_nothing_gives_away_what_is_to_be_predicted(qapp):
    told = [painted(replace(scene(steps=n), shown={PREDICTING}), 4) for n in (4, 60)]
    assert (told[0] == told[1]).all()
    assert (painted(scene(), 4) != told[0]).any()


def test_a_hidden_view_keeps_its_picture_only(view):
    canvas, before = view.picture.canvas, view.grab().toImage()
    assert canvas._frames
    view.hide()
    assert not canvas._frames
    view.show()
    assert view.grab().toImage() == before
    view.resize(600, 400)  # rendered anew, in new frames
    view.grab()
    assert canvas._frames


ENDING = """
from gdsim.scenario import default_scenario
from gdsim.ui.app import make_application
app = make_application()
from gdsim.ui.main_window import MainWindow
window = MainWindow(default_scenario())
window.set_mode("surface")
window.show()
while window.stage.surface.picture.canvas is None:
    app.processEvents()
"""


def test_a_process_may_end_with_the_surface_on_the_screen() -> None:
    assert subprocess.run([sys.executable, "-c", ENDING], timeout=60, check=False).returncode == 0
