"""Puts samples/ on the path; imported before what makes the sample documents."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "samples"))
