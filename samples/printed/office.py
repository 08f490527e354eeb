"""What an office suite makes of our sheets and texts: PDF with embedded fonts, and DOC. Left out where there is none."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pikepdf

SUITE = shutil.which("soffice")


def convert(source: Path, target: Path) -> bool:
    """Convert a file to the format of the target's name; False without an office suite."""
    if SUITE is None:
        return False
    with tempfile.TemporaryDirectory() as scratch:
        kind = target.suffix[1:]
        command = [
            SUITE,
            f"-env:UserInstallation=file://{scratch}/profile",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            scratch,
            str(source),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        shutil.move(f"{scratch}/{source.stem}.{kind}", target)
    return True


def without_unicode(source: Path, target: Path) -> None:
    """The PDF without the tables that tell which signs its glyphs are: the page looks the same, its text is lost."""
    with pikepdf.open(source) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                del thing["/ToUnicode"]
        pdf.save(target)
