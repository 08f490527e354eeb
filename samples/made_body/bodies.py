"""The bodies there are, by the seed, and the places they are in; all of them invented."""

from __future__ import annotations

from made_body.bodies_of_services import ARCHIVE, LIBRARY, SCHOOL
from made_body.bodies_of_works import ROADS, WATER

THEMES = (WATER, LIBRARY, ROADS, ARCHIVE, SCHOOL)
PLACES = ("青川市", "临江市", "云溪县", "平澜市", "望河县", "锦屏市")
