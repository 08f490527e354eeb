"""The two networks of the extra: one finds text on a page, one reads a line of it. Loaded once in a process, never fetched."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

import numpy as np

from gouji.reading.scan import FINDER, READER, bundled
from gouji.reading.scan.picture import Grey, Numbers

THREADS = 2
SILENT = 4


@cache
def finder() -> Any:
    """The session that marks text on a page."""
    return _session(FINDER)


@cache
def reader() -> Any:
    """The session that reads the characters of a line."""
    return _session(READER)


@cache
def characters() -> tuple[str, ...]:
    """What the numbers of the reader stand for; the first is the gap between characters."""
    known = reader().get_modelmeta().custom_metadata_map["character"].splitlines()
    return ("", *known, " ")


def marks(page: Numbers) -> Numbers:
    """For each pixel of the page (rows, columns; multiples of 32; from -1 to 1), how sure it is text."""
    found: Numbers = _run(finder(), np.repeat(page[None, None], 3, axis=1))[0, 0]
    return found


def columns(lines: Numbers) -> Numbers:
    """For each line (48 pixels high, from -1 to 1) and each eighth pixel column, how sure each character is."""
    return _run(reader(), np.repeat(lines[:, None], 3, axis=1))


def centred(grey: Grey) -> Numbers:
    """From 0…255 to -1…1, as the networks want it."""
    return (grey.astype(np.float32) - np.float32(127.5)) / np.float32(127.5)


def _run(session: Any, given: Numbers) -> Numbers:
    found: Numbers = session.run(None, {session.get_inputs()[0].name: given.astype(np.float32)})[0]
    return found


def _session(pattern: str) -> Any:
    onnxruntime = import_module("onnxruntime")  # which has no type stubs
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = SILENT
    options.enable_cpu_mem_arena = False
    path = max(bundled(pattern), key=lambda file: (file.name, file.stat().st_size))
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
