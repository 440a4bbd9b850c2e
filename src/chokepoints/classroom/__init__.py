"""Room `classroom`: the instruments that every lesson plays: panels, questions, predictions and progress."""

from chokepoints.classroom.keep import keep
from chokepoints.classroom.panel import Panel, show
from chokepoints.classroom.predict import predict
from chokepoints.classroom.progress import progress
from chokepoints.classroom.questions import check, hint, question_ids, saved

__all__ = ["Panel", "check", "hint", "keep", "predict", "progress", "question_ids", "saved", "show"]
