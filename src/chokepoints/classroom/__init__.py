"""Room `classroom`: the instruments that every lesson plays: panels, questions and predictions."""

from chokepoints.classroom.panel import Panel, show
from chokepoints.classroom.predict import predict
from chokepoints.classroom.questions import check, hint, question_ids, saved

__all__ = ["Panel", "check", "hint", "predict", "question_ids", "saved", "show"]
