"""What parent and child agree on: limits, calls, how a call can end, and how messages cross a pipe."""

from __future__ import annotations

import pickle
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO, Literal

GIBIBYTE = 1024**3
_SIZE = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost. `slowness` is how much longer the clock may run than the processor works."""

    seconds: float = 60.0  # of processor time; pages add to it
    most_seconds: float = 3600.0  # whatever the pages add
    memory: int = 2 * GIBIBYTE  # of address space
    most_memory: int = 6 * GIBIBYTE
    slowness: float = 3.0


@dataclass(frozen=True, slots=True)
class Call:
    """A function of a module and its arguments, to be run in a child."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    limits: Limits


@dataclass(frozen=True, slots=True)
class More:
    """What a child has been granted beyond the limits: so many seconds altogether."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Done:
    """What the function gave. `spent`: the child has grown large and ends after this."""

    value: Any
    spent: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """The child ended without an answer: it crashed (`sign` names the signal or the exit status) or ran too long."""

    why: Literal["crash", "time"]
    sign: str = ""


Outcome = Done | Lost


def send(stream: BinaryIO, message: object) -> None:
    """Write one message. OSError when nobody is there to read it."""
    packed = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(_SIZE.pack(len(packed)) + packed)
    stream.flush()


def receive(stream: BinaryIO) -> Any:
    """The next message; EOFError when the other side has gone."""
    head = stream.read(_SIZE.size)
    if len(head) < _SIZE.size:
        raise EOFError
    (size,) = _SIZE.unpack(head)
    packed = stream.read(size)
    if len(packed) < size:
        raise EOFError
    return pickle.loads(packed)
