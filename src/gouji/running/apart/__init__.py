"""Work on documents that are not to be trusted, in processes of its own: a crash, a hang or a bomb costs one document."""

from gouji.running.apart.crew import Crew
from gouji.running.apart.terms import Done, Limits, Lost, Outcome

__all__ = ["Crew", "Done", "Limits", "Lost", "Outcome"]
