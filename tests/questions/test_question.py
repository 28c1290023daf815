"""A question: codes, how an answer in words is taken, which question comes first."""

from planner.records.question import ChoiceOption, Question, most_telling_first, question_code

RELATIONSHIP = Question(
    "relationship", "relationship", text="Who are they?",
    choices=(ChoiceOption("client", "Clients"), ChoiceOption("prospect", "Prospects")), default="prospect",
)  # fmt: skip


def test_an_answer_is_taken_by_value_or_label_in_any_case():
    assert RELATIONSHIP.value_of(" CLIENT ") == "client"
    assert RELATIONSHIP.value_of("prospects") == "prospect"
    assert RELATIONSHIP.value_of("both") is None


def test_without_choices_any_words_are_an_answer_but_none_are_not():
    hours = Question("hours", "", text="How many?")
    assert hours.value_of(" 8 ") == "8"
    assert hours.value_of("  ") is None


def test_a_code_names_the_field_and_the_header_without_line_breaks():
    assert question_code("annual_fee", "Rev\nFY26") == "annual_fee:Rev FY26"
    assert question_code("relationship") == "relationship"


def test_the_most_telling_question_comes_first_and_one_that_moves_nothing_last():
    ones = [Question(code, "", moves=moves) for code, moves in (("a", 0.0), ("b", None), ("c", 2.0), ("d", 9.0))]
    assert [one.code for one in most_telling_first(ones)] == ["d", "c", "b", "a"]
