"""Lectures: prepared demonstrations as data, and going through them beat by beat. No Qt."""

from gdsim.lectures.errors import LectureError
from gdsim.lectures.files import (
    LECTURES,
    SUFFIX,
    builtin_lecture,
    builtin_titles,
    lecture_path,
    load_lecture,
)
from gdsim.lectures.listings import LISTINGS, Executed, Listing, execute
from gdsim.lectures.model import Ask, Beat, Choice, Lecture, Scene
from gdsim.lectures.runner import LectureRunner, Moment, Question
from gdsim.lectures.texts import Text
from gdsim.lectures.vocabulary import HIGHLIGHTS, MOST_VIEWS, VIEWS

__all__ = [
    "HIGHLIGHTS",
    "LECTURES",
    "LISTINGS",
    "MOST_VIEWS",
    "SUFFIX",
    "VIEWS",
    "Ask",
    "Beat",
    "Choice",
    "Executed",
    "Lecture",
    "LectureError",
    "LectureRunner",
    "Listing",
    "Moment",
    "Question",
    "Scene",
    "Text",
    "builtin_lecture",
    "builtin_titles",
    "execute",
    "lecture_path",
    "load_lecture",
]
