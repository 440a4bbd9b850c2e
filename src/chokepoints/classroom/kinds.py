"""The kinds of answer that a question may have, each from the module that reads it."""

from chokepoints.classroom.functions import FunctionAnswer
from chokepoints.classroom.numeric import NumberAnswer
from chokepoints.classroom.plain import Kind, Unreadable, is_blank, plain
from chokepoints.classroom.results import PRINTED
from chokepoints.classroom.several import ListAnswer, SetAnswer
from chokepoints.classroom.tabular import TableAnswer
from chokepoints.classroom.texts import Asking, Copied, Point, TextAnswer
from chokepoints.classroom.wordings import ChoiceAnswer, ExactAnswer, spelling

__all__ = [
    "PRINTED",
    "Asking",
    "ChoiceAnswer",
    "Copied",
    "ExactAnswer",
    "FunctionAnswer",
    "Kind",
    "ListAnswer",
    "NumberAnswer",
    "Point",
    "SetAnswer",
    "TableAnswer",
    "TextAnswer",
    "Unreadable",
    "is_blank",
    "plain",
    "spelling",
]
