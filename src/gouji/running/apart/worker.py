"""The parent's side of one child: started when needed, ended when it is late, gone with everything it left behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, cast

from gouji.running.apart.terms import Call, Done, Lost, More, Outcome, receive, send

_START = "import sys; sys.path.insert(0, sys.argv[1]); from gouji.running.apart.child import serve; serve()"
_MOMENT = 0.5  # seconds
_SOURCE = str(Path(__file__).resolve().parents[3])


class _Clock:
    """Calls once when the time is up; started again it counts anew, so that a call may be granted more."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._begun = time.monotonic()
        self._timer: threading.Timer | None = None

    def start(self, seconds: float) -> None:
        """Let `seconds` in all, from the making of the clock, pass."""
        self.stop()
        self._timer = threading.Timer(max(0.0, self._begun + seconds - time.monotonic()), self._ring)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """No call after this."""
        if self._timer:
            self._timer.cancel()


class Worker:
    """One child process. After an outcome that is Lost, or `spent`, it is no more."""

    def __init__(self) -> None:
        self._folder = tempfile.mkdtemp(prefix="gouji-")
        self._late = False
        self._busy = False
        self.alive = True
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, _SOURCE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "TMPDIR": self._folder, "TEMP": self._folder, "TMP": self._folder},
            start_new_session=True,  # Ctrl-C is ours to handle; the whole group can be ended at once
        )

        self._pipe_in = cast(BinaryIO, self._process.stdin)
        self._pipe_out = cast(BinaryIO, self._process.stdout)

    def run(self, call: Call) -> Outcome:
        """Have the child run a call, and wait for what comes of it."""
        clock = _Clock(self._too_late)
        outcome: Outcome
        self._busy = True
        try:
            send(self._pipe_in, call)
            outcome = self._answer(call, clock)
        except (EOFError, OSError):
            outcome = self._lost()
        finally:
            clock.stop()
            self._busy = False
        if isinstance(outcome, Lost) or outcome.spent:
            self.end()
        return outcome

    def _answer(self, call: Call, clock: _Clock) -> Outcome:
        clock.start(call.limits.seconds * call.limits.slowness)
        while True:
            message = receive(self._pipe_out)
            if isinstance(message, Done | Lost):
                return message
            if isinstance(message, More):
                clock.start(message.seconds * call.limits.slowness)

    def _too_late(self) -> None:
        self._late = True
        self._kill()

    def _lost(self) -> Lost:
        status = self._process.wait()
        if self._late or status == -getattr(signal, "SIGXCPU", 0) != 0:
            return Lost("time")
        try:
            return Lost("crash", signal.Signals(-status).name)
        except ValueError:
            return Lost("crash", f"exit {status}")

    def end(self) -> None:
        """End the child, whatever it started, and remove its folder."""
        if not self.alive:
            return
        self.alive = False
        self._kill()
        self._process.wait()
        for pipe in (self._pipe_in, self._pipe_out):
            with contextlib.suppress(OSError):
                pipe.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _kill(self) -> None:
        """End the child; one at work gets a moment to end the programs it has started in sessions of their own."""
        if self._busy and hasattr(os, "killpg"):
            self._signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_MOMENT)
        self._signal(getattr(signal, "SIGKILL", signal.SIGTERM))

    def _signal(self, sign: signal.Signals) -> None:
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, sign)
            else:
                self._process.kill()
