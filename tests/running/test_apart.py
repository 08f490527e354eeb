"""Work in children: what crashes, hangs or swells costs its own document, and the next one is served."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gouji.running.apart import Crew, Limits
from gouji.running.apart.terms import GIBIBYTE, Done, Lost

UNIX = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system limits no memory")


@pytest.fixture
def crew() -> Iterator[Crew]:
    with Crew(1, Limits(seconds=1, memory=GIBIBYTE)) as crew:
        yield crew


def test_a_function_runs_in_another_process_and_the_process_is_used_again(crew: Crew) -> None:
    first, second = crew.submit(os.getpid).result(), crew.submit(os.getpid).result()
    assert first == second
    assert first != Done(os.getpid())


@UNIX
def test_a_crash_is_told_by_its_signal_and_the_next_call_is_served(crew: Crew) -> None:
    crashed, served = crew.submit(os.abort), crew.submit(max, 1, 2)
    assert crashed.result() == Lost("crash", "SIGABRT")
    assert served.result() == Done(2)


def test_a_sudden_end_is_told_by_its_status(crew: Crew) -> None:
    assert crew.submit(os._exit, 3).result() == Lost("crash", "exit 3")


@UNIX
def test_a_busy_child_is_ended_when_it_has_used_its_time(crew: Crew) -> None:
    assert crew.submit(sum, range(10**12)).result() == Lost("time")


def test_an_idle_child_is_ended_by_the_clock() -> None:
    with Crew(1, Limits(seconds=0.2)) as crew:
        start = time.monotonic()
        assert crew.submit(time.sleep, 60).result() == Lost("time")
        assert time.monotonic() - start < 10


@UNIX
def test_memory_is_bounded(crew: Crew) -> None:
    assert crew.submit(bytes, 2 * GIBIBYTE).result() == Lost("crash", "MemoryError")


def test_an_exception_is_told_by_its_name(crew: Crew) -> None:
    assert crew.submit(int, "甲").result() == Lost("crash", "ValueError")


def test_what_a_child_prints_does_not_disturb_its_answer(crew: Crew) -> None:
    assert crew.submit(print, "甲", "乙").result() == Done(None)
    assert crew.submit(os.system, "echo 丙").result() == Done(0)


def test_nothing_a_child_leaves_behind_stays(crew: Crew) -> None:
    left = crew.submit(tempfile.mkdtemp).result()
    assert isinstance(left, Done)
    crew.submit(max, 1, 2).result()
    assert not Path(left.value).exists()


@UNIX
def test_a_program_started_in_a_session_of_its_own_does_not_outlive_its_document(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    line = ["sh", "-c", f"echo $$ > {told}; exec sleep 60"]
    popen = (-1, None, None, None, None, None, True, False, None, None, None, None, 0, True, True)  # its own session
    with Crew(1, Limits(seconds=0.5)) as crew:
        assert crew.submit(subprocess.run, line, *popen).result() == Lost("time")
    pid = int(told.read_text())
    deadline = time.monotonic() + 5
    while Path(f"/proc/{pid}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{pid}").exists() or "Z" in Path(f"/proc/{pid}/stat").read_text().split()[2]


def test_leaving_ends_what_is_still_at_work_and_removes_its_folder() -> None:
    crew = Crew(2)
    folder = crew.submit(tempfile.gettempdir).result()
    waiting = [crew.submit(time.sleep, 60) for _ in range(3)]
    time.sleep(0.2)
    start = time.monotonic()
    crew.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert time.monotonic() - start < 5
    assert all(call.cancelled() or isinstance(call.result(), Lost) for call in waiting)
    assert isinstance(folder, Done)
    assert not Path(folder.value).parent.exists()
