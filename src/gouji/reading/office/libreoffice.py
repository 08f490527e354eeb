"""Old Word formats → DOCX by LibreOffice: a run of its own, without macros and links, bounded in time and memory."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from gouji.reading import allowance
from gouji.reading.unreadable import Unreadable

SECONDS = 90
MEMORY = 3 * 1024**3  # bytes of address space
LARGEST_RESULT = 512 * 1024**2
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    "/opt/libreoffice/program/soffice",
)
# Units of ulimit: KiB of address space, seconds, 512-byte blocks. A limit that the system knows not is no reason to stop.
_BOUNDED = 'ulimit -v {memory} 2>/dev/null; ulimit -t {seconds} 2>/dev/null; ulimit -f {blocks} 2>/dev/null; exec "$0" "$@"'
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""  # noqa: E501


def program() -> str | None:
    """Where LibreOffice is; None where it is not installed."""
    found = (shutil.which(name) for name in ("soffice", "libreoffice", *_USUAL))
    return next((path for path in found if path), None)


def docx_of(data: bytes, suffix: str, path: str) -> bytes:
    """The document as DOCX. `suffix` (`.doc`, `.rtf`) tells LibreOffice what it gets."""
    office = program()
    if office is None:
        raise absent(path, suffix)
    with tempfile.TemporaryDirectory(prefix="gouji-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / f"document{suffix}").write_bytes(data)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        _run(office, folder, suffix, path)
        result = folder / "out" / "document.docx"
        if not result.is_file() or result.stat().st_size > LARGEST_RESULT:
            raise _failed(path)
        return result.read_bytes()


def _run(office: str, folder: Path, suffix: str, path: str) -> None:
    """One run with a profile of its own, so that several may run at once, and none meets the user's."""
    allowance.expect(SECONDS / 3)
    arguments = [
        office, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "docx:MS Word 2007 XML",
        "--outdir", str(folder / "out"), str(folder / f"document{suffix}"),
    ]  # fmt: skip
    if os.name == "posix":
        bounded = _BOUNDED.format(memory=MEMORY // 1024, seconds=SECONDS, blocks=LARGEST_RESULT // 512)
        arguments = ["/bin/sh", "-c", bounded, *arguments]
    nothing = subprocess.DEVNULL
    environment = {**os.environ, "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    with subprocess.Popen(
        arguments, stdin=nothing, stdout=nothing, stderr=nothing, cwd=folder, env=environment, start_new_session=True
    ) as running:
        try:
            running.wait(SECONDS)
        except subprocess.TimeoutExpired:
            raise _too_slow(path) from None
        finally:
            _end(running)


def _end(running: subprocess.Popen[bytes]) -> None:
    """End the run and what it has started; nothing is left of one that ended well."""
    with contextlib.suppress(OSError):
        if os.name == "posix":
            os.killpg(running.pid, signal.SIGKILL)
        else:
            running.kill()


def absent(path: str, suffix: str) -> Unreadable:
    """The refusal where LibreOffice is not installed."""
    return Unreadable(
        path,
        f"读取 {suffix} 需要 LibreOffice（sudo apt install libreoffice-writer-nogui）。请安装后再试，或在 Word、WPS 中另存为 .docx。",
        f"to read {suffix} LibreOffice is needed (sudo apt install libreoffice-writer-nogui); or save the file as .docx",
    )


def _failed(path: str) -> Unreadable:
    return Unreadable(
        path,
        "LibreOffice 未能打开这个文件：可能已损坏或设有密码。请在 Word 或 WPS 中打开，另存为 .docx 后再试。",
        "LibreOffice could not open the file: it may be damaged or protected; save it as .docx",
    )


def _too_slow(path: str) -> Unreadable:
    return Unreadable(
        path,
        f"LibreOffice 在 {SECONDS} 秒内没有转换完这个文件。请在 Word 或 WPS 中另存为 .docx 后再试。",
        f"LibreOffice did not convert the file within {SECONDS} seconds; save it as .docx",
    )
