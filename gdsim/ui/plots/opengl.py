"""OpenGL where it can be had: one hidden context that pictures are rendered in.

Pictures are rendered into a framebuffer and painted like any other image. A QOpenGLWidget would be
shorter, but from the moment it appears Qt composes the *whole* window by OpenGL, which makes every
other view slower on a machine without a graphics card, and re-creates the window on the screen.

There is one context for the process because `pyqtgraph.opengl` keeps its compiled shaders in
globals: in a second context their numbers would mean nothing.
"""

from __future__ import annotations

import atexit
import ctypes
import os
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext, QSurfaceFormat

#: What `pyqtgraph.opengl` needs at least.
LOWEST = (2, 1)

#: Platform plugins without a screen, on which Qt has no OpenGL (it says so once per attempt).
_WITHOUT = frozenset({"offscreen", "minimal", "vnc", "linuxfb"})

_found: list[_Hidden | None] = []
#: What `look` goes on with.
_asking: list[Generator[None, None, _Hidden | None]] = []


class Failed(Exception):  # noqa: N818 - said of a picture
    """A picture could not be rendered."""


class _Hidden:
    """The context and the invisible surface that it is made current on."""

    def __init__(self) -> None:
        wanted = QSurfaceFormat()
        wanted.setDepthBufferSize(24)
        self.surface = QOffscreenSurface()
        self.surface.setFormat(wanted)
        self.surface.create()
        self.context = QOpenGLContext()
        self.context.setFormat(wanted)
        self.works = self.context.create() and self._is_new_enough()

    def _is_new_enough(self) -> bool:
        if not self.context.makeCurrent(self.surface):
            return False
        version = self.context.format().version()
        self.context.doneCurrent()
        return self.context.isOpenGLES() or tuple(version) >= LOWEST


def known() -> bool:
    """Whether `available` answers at once: asking takes a fifth of a second or more."""
    return bool(_found) or QGuiApplication.platformName() in _WITHOUT


def available() -> bool:
    """Whether 3D pictures can be rendered here. Asks the machine once; prints nothing."""
    while not _found:
        look()
    return _found[0] is not None


def look() -> None:
    """A part of what `available` does, as much as a frame may take."""
    if not _asking:
        _asking.append(_probe())
        # Before Qt goes: a context that outlives the application takes the process with it.
        atexit.register(_asking.clear)
    try:
        next(_asking[0])
    except StopIteration as end:
        _asking.clear()
        _found.append(end.value)
        atexit.register(_found.clear)


def _probe() -> Generator[None, None, _Hidden | None]:
    if QGuiApplication.platformName() in _WITHOUT:
        return None
    if QGuiApplication.platformName() == "xcb" and _interface_on_x11() == "none":
        return None
    with _quiet():
        hidden = _Hidden()
    if not hidden.works:
        return None
    _choose_platform()
    yield
    try:
        import OpenGL.GL  # noqa: F401

        yield
        import pyqtgraph.opengl  # noqa: F401
    except Exception:  # noqa: BLE001 - PyOpenGL raises anything where a library is missing
        return None
    return hidden


def _choose_platform() -> None:
    """Make PyOpenGL look for the current context where Qt makes it.

    PyOpenGL guesses from the environment, and guesses EGL wherever a Wayland session is around,
    while Qt on xcb uses GLX. It reads the variable at its first import.
    """
    if "OpenGL" in sys.modules or not sys.platform.startswith("linux"):
        return
    match QGuiApplication.platformName():
        case "xcb":
            os.environ["PYOPENGL_PLATFORM"] = _interface_on_x11()
        case "wayland" | "wayland-egl" | "eglfs":
            os.environ["PYOPENGL_PLATFORM"] = "egl"


@cache
def _interface_on_x11() -> str:
    """What Qt makes its contexts with on X11: ``glx``, ``egl``, or ``none`` where it must not try.

    A screen may have GLX while no driver can be loaded (none is installed, or one that does not fit
    the libraries). There Qt does not say no, it ends the process ("Could not initialize GLX").
    """
    if "egl" in os.environ.get("QT_XCB_GL_INTEGRATION", ""):
        return "egl"
    try:
        x11, gl = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libGL.so.1")
    except OSError:
        return "none"
    pointer = ctypes.c_void_p
    x11.XOpenDisplay.restype = gl.glXChooseFBConfig.restype = pointer
    # A connection of its own, so that whatever happens on it does not reach the window's.
    display = pointer(x11.XOpenDisplay(None))
    if display.value is None:
        return "none"
    count, ignored = ctypes.c_int(), ctypes.c_int()
    try:
        if not gl.glXQueryExtension(display, ctypes.byref(ignored), ctypes.byref(ignored)):
            return "egl"  # Qt falls back to it
        screen = x11.XDefaultScreen(display)
        formats = pointer(gl.glXChooseFBConfig(display, screen, None, ctypes.byref(count)))
        if formats.value is not None:
            x11.XFree(formats)
        return "glx" if count.value else "none"
    finally:
        x11.XCloseDisplay(display)


@contextmanager
def _quiet() -> Iterator[None]:
    """No Qt messages: that a machine has no OpenGL is told in the window, in words."""
    before = qInstallMessageHandler(lambda *_: None)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


@contextmanager
def current() -> Iterator[None]:
    """The hidden context made current. Raises `Failed` where it cannot be."""
    hidden = _found[0] if available() else None
    if hidden is None or not hidden.context.makeCurrent(hidden.surface):
        raise Failed("there is no OpenGL context")
    try:
        yield
    finally:
        hidden.context.doneCurrent()
