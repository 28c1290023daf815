"""Reports that write the value of a group once, and merged names."""

import io

import xlsxwriter

from planner.fields import Field
from planner.reading import read_roster
from tests.readers.make import sheet_roster


def test_the_stage_of_a_group_holds_for_all_its_rows():
    roster = sheet_roster(
        ["Stage", "Account Name", "Opportunity Name", "Amount"],
        ["Proposal", "Acme", "Audit", 5], ["", "Beta", "Plan", 6], ["Subtotal", "Count", 2, 11],
        ["Closed Won", "Zed", "Old job", 7], ["", "Yam", "Older job", 8], ["Subtotal", "Count", 2, 15],
    )  # fmt: skip
    assert roster.names.tolist() == ["Acme", "Beta", "Zed", "Yam"]
    assert roster.deals is not None
    assert roster.deals.state.tolist() == ["open", "open", "won", "won"]


def test_gaps_in_an_ordinary_column_stay_gaps():
    rows = [["Acme", "law"], ["Beta", ""], ["Zed", "art"], ["Yam", ""], ["Fig", ""]]
    assert sheet_roster(["Client", "Sector"], *rows).text(Field.INDUSTRY).tolist() == ["law", "", "art", "", ""]


def test_a_name_merged_over_its_deals_is_that_of_each():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Deals")
        for i, row in enumerate([["Client", "Deal", "Stage"], ["", "Audit", "Lead"], ["", "Plan", "Won"]]):
            sheet.write_row(i, 0, row)
        sheet.merge_range("A2:A3", "Acme")
    roster = read_roster(out.getvalue(), name="a.xlsx")
    assert roster.names.tolist() == ["Acme"]
    assert roster.deals is not None
    assert roster.deals.name.tolist() == ["Audit", "Plan"]


def test_a_remark_in_the_first_row_of_a_list_with_a_total_is_that_row_s_alone():
    rows = [
        ["Acme Ltd", 100, "half fee"],
        ["Brook plc", 200, ""],
        ["Crag Inc", 300, "slow payer"],
        ["Dell LLP", 400, ""],
    ]
    roster = sheet_roster(
        ["Client", "Fee", "Remarks"], *rows, ["Eddy Co", 5, ""], ["Fox Ltd", 5, ""], ["Total", 1010, ""]
    )
    assert [(clue.account, clue.quote) for clue in roster.remarks] == [(0, "half fee"), (2, "slow payer")]
