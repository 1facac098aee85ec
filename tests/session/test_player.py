"""Time moves the cursor and nothing else."""

import pytest

from gdsim.scenario import default_scenario
from gdsim.session import Player, Session


@pytest.fixture
def session(qapp: object) -> Session:
    return Session(default_scenario())


@pytest.fixture
def player(session: Session) -> Player:
    return Player(session)


def test_it_steps_at_its_speed(session: Session, player: Player) -> None:
    player.set_speed(8.0)
    player.play()
    player.advance(0.0)
    assert session.cursor == 1  # the first step follows at once
    for _ in range(60):
        player.advance(1 / 60)
    assert session.cursor in (8, 9)


@pytest.mark.parametrize("speed", [1.0, 8.0, 200.0])
@pytest.mark.parametrize("frame", [1 / 144, 1 / 60, 1 / 7])
def test_speed_and_frames_change_no_number(
    session: Session, player: Player, speed: float, frame: float
) -> None:
    before = [run.theta.tobytes() for run in session.runs]
    seen: list[int] = []
    session.cursor_changed.connect(seen.append)
    player.set_speed(speed)
    player.play()
    while player.playing:
        player.advance(frame)
    assert session.cursor == session.steps
    assert seen == sorted(set(seen))
    assert [run.theta.tobytes() for run in session.runs] == before


def test_it_pauses_at_the_end_and_begins_again(session: Session, player: Player) -> None:
    session.set_cursor(session.steps)
    player.play()
    assert session.cursor == 0
    player.advance(1000.0)
    assert session.cursor == session.steps
    assert not player.playing


def test_stepping_pauses(session: Session, player: Player) -> None:
    player.play()
    player.step(1)
    assert not player.playing
    assert session.cursor == 1
    player.step(-5)
    assert session.cursor == 0


def test_paused_it_does_not_move(session: Session, player: Player) -> None:
    player.advance(5.0)
    assert session.cursor == 0
