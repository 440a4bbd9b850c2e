"""The questions of the room `evidence`. An id is never used again for another question."""

from chokepoints.evidence.questions_figures import FIGURES
from chokepoints.evidence.questions_start import START
from chokepoints.evidence.questions_story import STORY

QUESTIONS = (*START, *STORY, *FIGURES)
