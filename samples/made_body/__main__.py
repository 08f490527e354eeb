"""Make a body: `python samples/made_body --out FOLDER [--seed N] [--years 2023-2025] [--fault KIND …] [--format FORMAT]`.

Writes FOLDER/documents and FOLDER/truth.json. One seed, one body.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])

from made_body.making import main  # noqa: E402

main()
