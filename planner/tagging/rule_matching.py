"""Where the conditions of rules hold, for all accounts at once; each different text is looked at once."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from planner.arrays import Index, Mask, Numbers, Texts, same_text
from planner.parsing.word_index import WORD, WordIndex, index_words, words_of
from planner.tagging.remark_texts import Sayings
from planner.tagging.rule import NUMBER_OPERATORS, Condition, Operator, Rule
from planner.tagging.rule_attributes import NUMBER_CLUES, Clues
from planner.valuation.distinct import Distinct, distinct, plain

COMPARE: Mapping[Operator, Callable[[Numbers, float], Mask]] = MappingProxyType(
    {
        Operator.AT_LEAST: operator.ge,
        Operator.AT_MOST: operator.le,
        Operator.ABOVE: operator.gt,
        Operator.BELOW: operator.lt,
    }
)
DENYING = frozenset({Operator.IS_NOT, Operator.LACKS_WORD, Operator.BLANK})
WORD_OPERATORS = frozenset({Operator.HAS_WORD, Operator.LACKS_WORD})
SAYING = frozenset({Operator.SAYS, Operator.DENIES})


def phrases_of(rules: Iterable[Rule]) -> tuple[str, ...]:
    """The phrases that rules look for in what texts say."""
    found = (c.values for rule in rules for c in rule.when if c.operator in SAYING and isinstance(c.values, tuple))
    return tuple(dict.fromkeys(phrase for values in found for phrase in values))


def _each(test: Callable[[str, tuple[str, ...]], bool]) -> Callable[[Sequence[str], tuple[str, ...]], list[bool]]:
    """A test of each text with those parts that stand in any of them; the others are looked for only once."""

    def every(texts: Sequence[str], wanted: tuple[str, ...]) -> list[bool]:
        whole = "\n".join(texts)
        parts = tuple(part for part in wanted if part in whole)
        return [test(text, parts) for text in texts] if parts else [False] * len(texts)

    return every


TEXT_TESTS: Mapping[Operator, Callable[[Sequence[str], tuple[str, ...]], list[bool]]] = MappingProxyType(
    {
        Operator.IS: lambda texts, wanted: [text in wanted for text in texts],
        Operator.IS_NOT: lambda texts, wanted: [text in wanted for text in texts],
        Operator.ONE_OF: lambda texts, wanted: [text in wanted for text in texts],
        Operator.STARTS: _each(str.startswith),
        Operator.ENDS: _each(str.endswith),
        Operator.CONTAINS: _each(lambda text, parts: any(part in text for part in parts)),
        Operator.BLANK: lambda texts, _: [text != "" for text in texts],
        Operator.FILLED: lambda texts, _: [text != "" for text in texts],
    }
)


@dataclass(frozen=True, eq=False)
class Matcher:
    """Holds the texts of a list, cut into words, and what was found, while its rules are tried.

    `phrases` are those that its rules look for in what texts say.
    """

    clues: Clues
    phrases: tuple[str, ...] = ()
    _sayings: dict[str, Sayings] = field(default_factory=dict)
    _satisfied: dict[Condition, Mask] = field(default_factory=dict)
    _written: dict[str, Distinct] = field(default_factory=dict)
    _texts: dict[str, Distinct] = field(default_factory=dict)
    _words: dict[str, WordIndex] = field(default_factory=dict)

    def holds(self, rule: Rule) -> Mask:
        """(n,) where all conditions of a rule hold."""
        result = np.ones(self.clues.roster.size, dtype=bool)
        for condition in rule.when:
            result &= self.satisfied(condition)
            if not result.any():
                break
        return result

    def satisfied(self, condition: Condition) -> Mask:
        """(n,) where one of the fields fits; all of them where the operator denies."""
        if condition not in self._satisfied:
            join = np.logical_and if condition.operator in DENYING else np.logical_or
            masks = [self._fits(name, condition) for name in condition.fields]
            self._satisfied[condition] = np.asarray(join.reduce(masks), dtype=bool)
        return self._satisfied[condition]

    def found(self, condition: Condition, accounts: Index) -> tuple[Texts, Texts]:
        """For (k,) accounts that a word condition holds for: the field that fits, and the words there as they stand."""
        assert isinstance(condition.values, tuple)
        fields = same_text(len(accounts), condition.fields[0])
        words = same_text(len(accounts), "")
        for name in reversed(condition.fields):
            codes, places = np.unique(self._as_written(name).codes[accounts], return_inverse=True)
            texts = self._as_written(name).values
            here = [
                as_written(texts[code], self.words(name).first_of(condition.values, code)) for code in codes.tolist()
            ]
            there = np.array(here, dtype=object)[places]
            fields = np.where(there != "", name, fields).astype(object)
            words = np.where(there != "", there, words).astype(object)
        return fields, words

    def texts(self, name: str) -> Distinct:
        """Different texts of a clue, in plain form."""
        if name not in self._texts:
            self._texts[name] = self._as_written(name).plain()
        return self._texts[name]

    def words(self, name: str) -> WordIndex:
        """The words of the different texts of a clue as they are written."""
        if name not in self._words:
            self._words[name] = index_words(self._as_written(name).values)
        return self._words[name]

    def _says(self, name: str, condition: Condition) -> list[bool]:
        """Whether each different text of a clue says, or denies, one of the phrases."""
        assert isinstance(condition.values, tuple)
        if name not in self._sayings:
            phrases = dict.fromkeys((*self.phrases, *condition.values))
            self._sayings[name] = Sayings(self._as_written(name).values, phrases, self.clues.today)
        found = self._sayings[name]
        return (found.saying if condition.operator is Operator.SAYS else found.denying)(condition.values)

    def _as_written(self, name: str) -> Distinct:
        if name not in self._written:
            self._written[name] = distinct(self.clues.text(name))
        return self._written[name]

    def _fits(self, name: str, condition: Condition) -> Mask:
        if name in NUMBER_CLUES:
            return _number_fits(self.clues.number(name), condition)
        if condition.operator in NUMBER_OPERATORS:
            return _number_fits(_as_numbers(self.texts(name)), condition)
        fits = self._text_fits(name, condition)
        return ~fits if condition.operator in DENYING else fits

    def _text_fits(self, name: str, condition: Condition) -> Mask:
        """(n,) whether the text passes the operator's test, before any denial."""
        assert isinstance(condition.values, tuple)
        if condition.operator in SAYING:
            return self._as_written(name).spread(np.array(self._says(name, condition), dtype=bool))
        wanted = tuple(plain(value) for value in condition.values)
        if condition.operator in WORD_OPERATORS:
            return self._as_written(name).spread(self.words(name).any_of(wanted))
        test = TEXT_TESTS[condition.operator]
        texts = self.texts(name)
        return texts.spread(np.array(test(texts.values, wanted), dtype=bool))


def _number_fits(values: Numbers, condition: Condition) -> Mask:
    """Nothing is known to be so of a missing number, except that it is missing."""
    if condition.operator is Operator.BLANK:
        return np.isnan(values)
    if condition.operator is Operator.FILLED:
        return ~np.isnan(values)
    assert isinstance(condition.values, float)
    return COMPARE[condition.operator](values, condition.values)


def _as_numbers(texts: Distinct) -> Numbers:
    """(n,) of one of the user's own columns; NaN where a text is no number."""
    numbers = []
    for text in texts.values:
        try:
            numbers.append(float(text.replace(",", "")))
        except ValueError:
            numbers.append(np.nan)
    return texts.spread(np.array(numbers, dtype=np.float64)).astype(np.float64)


def as_written(text: str, found: str) -> str:
    """Words found in a text with the case, accents and signs that they have there: `Non-Profit` for `non profit`.

    Codes (`NON_PROFIT`) stay plain words.
    """
    words, wanted = words_of(text), words_of(found)
    places = [match.span() for match in WORD.finditer(text)]
    if not wanted or len(places) != len(words) or "_" in text:
        return found
    last = len(wanted) - 1
    at = next((k for k in range(len(words) - last) if words[k : k + len(wanted)] == wanted), None)
    if at is None:
        return found
    start, end = places[at][0], places[at + last][1]
    closing = text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end)
    return text[start : end + closing]
