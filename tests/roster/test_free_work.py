"""Work done for nothing, and bills of nothing: said in whatever column people say it."""

import numpy as np
import pytest

from planner.fields import Field
from planner.goods import Good
from planner.pipeline import plan
from tests.readers.make import sheet_roster, workbook_roster

HEADER = ["Client", "What they are", "Turnover with us 24/25", "Who"]


@pytest.mark.parametrize(
    ("what", "fee"),
    [("pro bono", ""), ("client", "pro bono"), ("client - half rate", 900), ("charity, free of charge", "")],
)
def test_what_is_done_for_nothing_is_good_for_others_wherever_it_is_said(what, fee):
    roster = sheet_roster(
        HEADER, ["Harbour Trust", what, fee, "A"], ["Acme", "client", 9000, "B"], ["Zed", "target", "", "B"]
    )
    tags = plan(roster, hours=30).tags
    assert tags.strength[0, list(Good).index(Good.OTHERS)] > 0.5
    assert np.isnan(tags.strength[1, list(Good).index(Good.OTHERS)])


def test_a_bill_of_nothing_says_nothing_of_what_a_prospect_would_pay_and_all_of_what_a_client_pays():
    roster = sheet_roster(
        HEADER,
        ["Acme", "client", 9000, "A"],
        ["Harbour", "client", 0, "A"],
        ["Old", "lapsed", 0, "B"],
        ["New", "target", 0, "B"],
    )
    fee = roster.number(Field.ANNUAL_FEE)
    assert fee[:2].tolist() == [9000, 0]
    assert np.isnan(fee[2:]).all()


def test_who_gets_work_for_nothing_is_a_client_where_others_were_billed():
    header = ["Client", "Fee 2025", "Owner", "Notes"]
    rows = [["Acme", 9000, "A", ""], ["Village Hall", 0, "A", "pro bono, Ann's idea"], ["Brook", 0, "B", "met in May"]]
    roster = workbook_roster({"2026": [header, *rows, ["Cora", 4000, "B", ""]]})
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "prospect", "client"]
