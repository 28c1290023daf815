"""Ratings as people write them, each column on its own scale."""

from planner.fields import Field
from tests.readers.make import sheet_roster


def test_each_column_of_ratings_has_its_own_scale_and_one_that_only_its_numbers_suggest_is_told():
    rows = [[f"Firm {i}", good, impact] for i, (good, impact) in enumerate([(5, 9), (4, 6), (3, 10), (2, 2), (1, 7)])]
    roster = sheet_roster(["Client", "Good for others", "Impact"], *rows)
    assert roster.number(Field.RATING_OTHERS).tolist() == [5, 4, 3, 2, 1]
    assert roster.number(Field.IMPACT).tolist() == [4.5, 3, 5, 1, 3.5]
    told = [issue.message for issue in roster.issues if issue.code == "rating-scale"]
    assert told == [
        "Good for others was read on a scale of 0 to 5, as its numbers suggest.",
        "Impact was read on a scale of 0 to 10, as its numbers suggest.",
    ]
