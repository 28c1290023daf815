"""A question about a client list, with what is assumed until it is answered; plain data that any stage can make.

Whoever makes a question also obeys its answer. Hours are of the planning period.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ChoiceOption:
    """One answer that can be given: its `value` as `--answer` and the `Answers` sheet take it, and its label."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """What a careful assistant would ask about a list or a plan.

    Attributes:
        code: names the question, and stays the same for the same headers month after month: "relationship",
            "annual_fee:Rev FY26".
        field: name of the field it is about, or `""`.
        header, sheet: the column it is about, as written, or `""`.
        text: the question, a whole sentence.
        choices: the answers that can be given; empty where a number, a date or words are asked for.
        default: value that is assumed until then, or `""`.
        moves: hours of the plan that an answer can move; None where that is not known.
        several: whether an answer may list several values, separated by ";".
        free: whether an answer may be something else than the choices.
    """

    code: str
    field: str
    header: str = ""
    sheet: str = ""
    text: str = ""
    choices: tuple[ChoiceOption, ...] = ()
    default: str = ""
    moves: float | None = None
    several: bool = False
    free: bool = False

    def value_of(self, said: str) -> str | None:
        """The value that some words choose, by value or label in any case; None where they choose none."""
        words = " ".join(said.split()).casefold()
        if not self.choices or self.several:
            return said.strip() or None
        for option in self.choices:
            if words in {option.value.casefold(), option.label.casefold()}:
                return option.value
        return said.strip() or None if self.free else None

    def label_of(self, value: str) -> str:
        """What a value is called, or the value itself."""
        return next((option.label for option in self.choices if option.value == value), value)


def answer_to(question: Question, answers: Mapping[str, str]) -> str | None:
    """The value that answers to many questions give to this one; None where they give none that can be used."""
    said = answers.get(question.code)
    return None if said is None else question.value_of(said)


def question_code(field: str, header: str = "") -> str:
    """Code of a question on a field, or on one column of it."""
    return f"{field}:{' '.join(header.split())}" if header else field


def most_telling_first(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Questions by the hours that they can move; those of unknown effect keep their order after the others.

    Questions whose effect is not known come before those that move nothing.
    """
    return tuple(sorted(questions, key=_rank))


def _rank(question: Question) -> tuple[int, float]:
    if question.moves is None:
        return (1, 0.0)
    return (0, -question.moves) if question.moves > 0 else (2, 0.0)
