"""Rows that are made when they are looked at are the rows that they stand for, by row and by column."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.parsing.cell_values import Cells
from planner.readers import laid_rows
from planner.readers.laid_rows import LaidRows

VALUES = ["", "a", "b", 1.0, True, 0.0, -0.0, False, 2.5, "", "c"]


def laid(codes):
    values = np.empty(len(VALUES), dtype=object)
    values[:] = VALUES
    return LaidRows(values, np.array(codes, dtype=np.intp)), [[VALUES[code] for code in row] for row in codes]


@pytest.fixture(autouse=True)
def few_at_once(monkeypatch):
    monkeypatch.setattr(laid_rows, "AT_ONCE", 3)


def shown(cells):
    """Cells with what tells `True` from `1` and `0.0` from `-0.0`."""
    return [(type(cell), str(cell)) for cell in cells]


CODES = st.lists(st.lists(st.integers(0, len(VALUES) - 1), min_size=4, max_size=4), min_size=1, max_size=9)


@settings(max_examples=60, deadline=None)
@given(CODES, st.integers(-9, 9), st.integers(-9, 9))
def test_rows_are_those_that_the_cells_stand_for(codes, start, stop):
    rows, expected = laid(codes)
    assert len(rows) == len(expected)
    assert list(map(shown, rows)) == list(map(shown, expected))
    assert list(map(shown, rows[start:stop])) == list(map(shown, expected[start:stop]))
    assert shown(rows[-1]) == shown(expected[-1])


@settings(max_examples=60, deadline=None)
@given(CODES)
def test_columns_know_what_columns_of_all_cells_know(codes):
    rows, expected = laid(codes)
    filled = [i for i, row in enumerate(expected) if any(cell != "" for cell in row)]
    assert rows.filled().tolist() == filled
    columns = zip(*(expected[i] for i in filled), strict=True) if filled else [()] * 4
    for column, cells in zip(rows.columns(rows.filled()), columns, strict=True):
        assert shown(column) == shown(cells)
        assert column.kinds == Cells(cells).kinds
        assert shown(column.distinct) == shown(Cells(cells).distinct)
