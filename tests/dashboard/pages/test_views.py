"""Figures, summaries, the print sheets and rules in words: pure functions of a plan."""

import json
import re
from dataclasses import replace

import numpy as np
import pytest
from dash import html
from plotly.utils import PlotlyJSONEncoder

from dashboard.components.figures import curve_figure
from dashboard.components.markup import markup
from dashboard.components.shares import group_shares, served_parts, share_text
from dashboard.components.sheet_picture import sheet_picture
from dashboard.components.summary import attainment, expected_money, moves, people
from dashboard.components.words import change, hour_brings, number, period
from dashboard.pages.how import best_at_zero
from dashboard.pages.plan.panel import next_hour
from dashboard.pages.plan.side import OVER, compare, push_and_rest, team
from dashboard.pages.plan.top import easing, figures, hour_figure, notices, served_bar, share_row, why_no_move
from dashboard.pages.roster import list_check
from dashboard.pages.roster import page as roster
from dashboard.print_page import MOST_ROWS, by_hours, print_facts
from dashboard.service.plan_service import View
from dashboard.state.workspace import Workspace
from dashboard.tables.rules import as_rows, outcome_words, rule_sentence, with_new, with_strength, without
from planner.errors import SettingError
from planner.export.words import BASELINE_TITLES
from planner.export.workbook.summary_sheet import next_hour_words
from planner.goods import GROUPS, Good, Group
from planner.pipeline import plan as make_plan
from planner.reading import read_roster
from planner.tagging.default_rules import DEFAULT_RULES
from planner.tagging.rule import Condition, Operator, Rule

NEXT_HOUR = re.compile(r"the next hour about ([£$][\d,]*\d|under [£$]1)")


def test_what_each_hour_serves_adds_to_all_hours_and_each_hour_is_there_once(firm, crm):
    for plan in (firm, crm):
        parts = served_parts(plan)
        assert sum(part.share for part in parts) == pytest.approx(1)
        assert len({part.groups for part in parts if not part.open}) == len([part for part in parts if not part.open])
        shown = markup(served_bar(parts))
        assert sum(float(width) for width in re.findall(r"width:([\d.]+)%", shown)) == pytest.approx(100, abs=0.1)


def test_today_is_shown_only_where_it_is_known(firm, crm):
    assert all("share-today" in markup(share_row(share)) for share in group_shares(firm))
    assert not any("share-today" in markup(share_row(share)) for share in group_shares(crm))
    assert "Against how you spend the time today" in moves(firm)
    assert "get time" in moves(crm)


def test_a_share_says_how_it_stands_to_the_chosen_one(firm):
    share = group_shares(firm)[0]
    assert replace(share, reached=0.31, chosen=0.2, hours=97.0, short=0.0).note == "97 h · more than you asked"
    assert replace(share, reached=0.31, chosen=0.3, hours=97.0, short=0.0).note == "97 h · as you asked"
    assert replace(share, reached=0.26, chosen=0.3, hours=97.0, short=0.0).note == "97 h · within your leeway"
    assert replace(share, reached=0.1, short=12.0, guesses=5).note == "12 h short · 5 guesses to confirm"
    assert replace(share, seen=False).note == "nothing on the list says yet"


def test_a_share_is_short_by_the_hours_that_the_notice_on_it_tells(firm):
    counts = np.zeros_like(firm.allocation.counts)
    counts[0, 1] = 7.2
    allocation = replace(firm.allocation, counts=counts, short=np.array([0.0, 39.6, 0.0]))
    share = group_shares(replace(firm, allocation=allocation))[1]
    assert share.note.startswith("40 h short")  # 7 h of 47 h


def test_the_best_client_at_zero_has_a_fee_that_the_list_states():
    content = b"Client,Type,Fee,Status\nAcme,client,40000,\nBrook,client,9000,on hold\nCrane,prospect,,dead\n"
    plan = make_plan(read_roster(content, name="list.csv"), hours=20)
    said = best_at_zero(plan)
    assert said.startswith("The largest at zero on your list is Brook (9,000 a year). Your list says “on hold”")


def test_the_money_of_a_list_of_deals_is_not_called_yearly_fees(firm, crm):
    assert " of yearly fees · " in list_check.summary(firm.roster, "£")
    assert " of deals · " in list_check.summary(crm.roster, "$")


def test_a_plan_without_hours_is_not_said_to_lie_well():
    content = b"Client,Status,Fee\nAcme Ltd,lost,1000\nBrook & Co,dead,2000\nCrane Mills,on hold,300\n"
    said = markup(push_and_rest(make_plan(read_roster(content, name="list.csv"))))
    assert "Nobody to push." in said
    assert "the hours lie well" not in said


def test_at_most_two_notices_are_open_and_the_rest_is_folded(firm):
    told = replace(firm, explanation=replace(firm.explanation, advice=("One.", "Two."), warnings=("Three.",)))
    shown = markup(notices(told))
    opened, _, folded = shown.partition("<details")
    assert opened.count("callout") == 1
    assert "cost-line" in opened
    assert folded.count("callout") == 2
    assert "2 more notices" in folded


def test_what_the_balance_costs_comes_with_ways_to_ease_it_and_to_hold_it(firm):
    inputs = replace(firm.problem, balance_weight=1.0)
    short = replace(firm.allocation, short=np.array([0.0, 40.0, 0.0]), counts=firm.allocation.counts * [1, 0.3, 1])
    plan = replace(firm, problem=inputs, allocation=short)
    balance, by = easing(plan)
    assert by == round(100 * (0.3 - group_shares(plan)[1].reached)) > 5
    assert sum(map(int, balance.split("/"))) == 100
    assert easing(replace(firm, allocation=replace(short, counts=firm.allocation.counts)))[1] == 5


def test_a_balance_that_moves_no_hour_says_why(firm):
    assert why_no_move(firm).startswith("No hour moves: your plan already gives each at least what this asks for")
    tags = replace(firm.tags, seen=np.array([True, False, True]))
    assert "nothing on your list says yet who builds strengths" in why_no_move(replace(firm, tags=tags))


def test_attainment_is_of_the_most_a_group_could_reach(firm):
    reached = attainment(firm)
    assert set(reached) == set(GROUPS)
    assert 0 < reached[Group.YOU] <= 1


def test_people_use_no_more_hours_than_they_have(firm):
    rows = people(firm)
    assert len(rows) == 4
    assert sum(row.used for row in rows) == pytest.approx(firm.allocation.hours.sum())
    assert all(row.used <= row.capacity + 1e-6 for row in rows)


def test_hours_of_people_are_told_in_money_and_points_and_a_loss_as_a_loss(firm):
    hours = np.array([[0, 0, -178.0], [2.0, 0, 20], [0, 0, 30], [0, 0, 10]])
    made = replace(firm, explanation=replace(firm.explanation, hour_of_person=hours))
    shown = str(team(made))
    assert "a loss of about £180 of margin a year" in shown
    assert "about £20 of margin a year and 2 points of good for others" in shown
    assert "−" not in shown
    unknown = replace(firm, explanation=replace(firm.explanation, hour_of_person=np.full((4, 3), np.nan)))
    assert "not worked out" in str(figures(unknown))


def test_money_is_what_the_plan_brings_and_how_much_more_than_today(firm):
    expected, above = expected_money(firm)
    assert expected > 0
    assert expected - above == pytest.approx(firm.explanation.baselines["today"].money)


def test_a_curve_marks_today_the_plan_and_the_next_hour():
    hours, share = np.array([0.0, 5, 10, 20]), np.array([0.1, 0.5, 0.7, 0.9])
    figure = curve_figure(hours, share, today=5, planned=10, good="now")
    marks = {trace.name: trace for trace in figure.data}
    assert list(marks) == ["What extra time brings", "The next hour", "Today", "Plan"]
    assert marks["Today"].y[0] == pytest.approx(50)
    assert marks["Plan"].y[0] == pytest.approx(70)
    assert list(marks["The next hour"].x) == [10, 11]


def test_a_curve_without_today_or_room_shows_neither():
    hours, share = np.array([0.0, 10]), np.array([0.1, 0.9])
    figure = curve_figure(hours, share, today=np.nan, planned=10, good="")
    assert [trace.name for trace in figure.data] == ["What extra time brings", "Plan"]


def test_ways_to_split_stand_side_by_side_and_what_is_not_seen_stays_blank(firm):
    reached = firm.allocation.attainment.copy()
    reached[1] = np.nan
    shown = markup(
        compare(replace(firm, allocation=replace(firm.allocation, ideal=np.where([1, 0, 1], firm.allocation.ideal, 0))))
    )
    ways = re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', shown)
    assert [name for name, _ in ways] == ["This plan", *BASELINE_TITLES.values()]
    cells = re.findall(r"<td>(.*?)</td>", ways[0][1])
    assert [bool(cell) for cell in cells] == [True, False, True]
    assert f"width:{100 * reached[2]:.0f}%" in cells[2]


def test_the_print_sheets_hold_the_biggest_accounts_and_say_how_many_are_left(firm):
    facts = print_facts(firm, "advisory_firm.xlsx")
    assert facts["headline"] == firm.explanation.headline
    assert len(facts["rows"]) == MOST_ROWS
    served = int((firm.allocation.hours > 0).sum())
    left = firm.roster.size - served
    assert facts["left"] == f"In the workbook: {served - MOST_ROWS} accounts with time and {left} accounts without."
    hours = firm.allocation.hours[by_hours(firm)]
    assert (np.diff(hours) <= 0).all()


@pytest.mark.parametrize(("amount", "text"), [(2.5, "+2½ h"), (-14, "−14 h"), (0.1, "as now"), (float("nan"), "")])
def test_a_change_of_hours_in_words(amount, text):
    assert change(amount) == text


def test_figures_in_words():
    assert period(13) == "quarter"
    assert period(6) == "6 weeks"
    assert number(1250) == "1,250"
    assert number(float("nan")) == "–"
    assert hour_brings([0, 0, 412], True, "$") == "about $410 of margin a year"
    assert hour_brings([0.123, 0, 0], True, "$") == "0.12 points of good for others"
    assert hour_brings([float("nan")] * 3, True, "$") == "not worked out"


def test_rules_are_said_in_plain_words():
    rule = Rule((Condition(("type", "industry"), Operator.HAS_WORD, tuple("abcdefg")),), Good.OTHERS, 0.9, "")
    assert rule_sentence(rule) == "When type or industry has the word a, b, c, d, e or 2 more"
    assert outcome_words(rule) == "good for others, as rated 4.5 of 5"
    low = Rule((Condition(("share of clients in the industry",), Operator.BELOW, 0.05),), Good.STRENGTHS, 0.0, "")
    assert rule_sentence(low) == "When the share of your clients in its industry is below 5%"
    assert outcome_words(low) == "not builds strengths"
    new = Rule(
        (Condition(("months since won",), Operator.BLANK), Condition(("name",), Operator.HAS_WORD, ("financ*",))),
        Good.NOW,
        1,
        "",
    )
    assert (
        rule_sentence(new)
        == "When the months since you last won work there are not known, and name has the word financ…"
    )
    assert all(rule_sentence(one).startswith("When ") for one in DEFAULT_RULES)


def test_rules_are_changed_as_rows_of_their_sheet():
    rows = as_rows(DEFAULT_RULES)
    assert len(rows) == len(DEFAULT_RULES)
    assert with_strength(rows, 2, 0.25)[2]["strength"] == 0.25
    assert without(rows, 0) == rows[1:]
    own = with_new(rows, "industry", "robotics, energy", "strengths", 0.6)
    assert own[0]["value"] == "robotics; energy"
    assert len(own) == len(rows) + 1
    assert own[1:] == rows
    with pytest.raises(SettingError):
        with_new(rows, "industry", " ", "strengths", 0.6)


def test_the_next_hour_of_the_panel_begins_with_the_one_of_the_accounts_sentence(firm, crm):
    for plan in (firm, crm):
        told = [(at, found[1]) for at, why in enumerate(plan.explanation.why) if (found := NEXT_HOUR.search(str(why)))]
        assert len(told) > 3
        assert all(next_hour(plan, at).startswith(f"about {figure} of margin a year") for at, figure in told)


def test_a_list_of_thousands_of_columns_and_remarks_is_a_page_that_a_browser_takes(firm):
    source = replace(firm.roster.source, unmapped=tuple(f"Fee {at}" for at in range(16_000)))
    issue = replace(firm.issues[0], message="This cell cannot be read.")
    plan = replace(firm, roster=replace(firm.roster, source=source, issues=(issue,) * 16_000))
    shown = json.dumps(roster.layout(View("me", Workspace(), 0, plan, "")), cls=PlotlyJSONEncoder)
    assert len(shown) < 4_000_000
    assert "of 16,0" in shown


def test_a_cell_whose_remark_was_understood_is_marked_with_what_it_says():
    lines = (
        "Client,Fee,Notes\nAlba,40000,refers us all the time (3 last yr)\nBrae,30000,likes tea\nCorrie,20000,conflict\n"
    )
    read = read_roster(lines.encode(), name="notes.csv")
    assert read.picture is not None
    drawn = sheet_picture(read.picture, clues=read.remarks)
    cells = {cell.title: cell for cell in drawn._traverse() if isinstance(cell, html.Td) and getattr(cell, "title", "")}
    said = next(title for title in cells if title.startswith("refers us"))
    assert "sends you clients; 3 referrals a year" in said
    assert cells[said].children[0].className == "clue referral"
    assert cells["likes tea"].children == "likes tea"
    assert "remark understood" in str(drawn)
    assert "remark understood" not in str(sheet_picture(read.picture))


def test_sections_and_totals_below_the_head_of_a_sheet_are_shown_and_accounts_between_them_counted():
    clients = "".join(f"Client {at},{1000 + at}\n" for at in range(20))
    content = f"Account,Fee\nCLIENTS,\n{clients}Total,20190\nPROSPECTS,\nTollard Bank,900\n"
    picture = read_roster(content.encode(), name="sections.csv").picture
    assert picture is not None
    assert [(row.number, row.cells[0]) for row in picture.rows[-3:]] == [
        (15, "Client 12"), (23, "Total"), (24, "PROSPECTS")
    ]  # fmt: skip
    assert picture.more == 8
    assert "the rows below are prospects" in str(sheet_picture(picture))


def test_a_list_that_was_also_read_is_shown_without_words_on_how_to_change_it():
    content = "Account,Fee\nCLIENTS,\nAlba Ltd,900\nTotal,900\n"
    picture = read_roster(content.encode(), name="list.csv").picture
    assert picture is not None
    shown = sheet_picture(picture, fixed=True)
    assert "Click" in str(sheet_picture(picture))
    assert "Click" not in str(shown)
    assert not [one for one in shown._traverse() if isinstance(one, html.Button)]


def test_money_and_points_of_the_next_hour_are_told_apart(firm):
    both = next(at for at, row in enumerate(firm.explanation.next_hour) if row[1] > 1 and row[2] > 1)
    assert re.fullmatch(
        r"about £[\d,]+ of margin a year(, [^,]+)? and [\d.]+ points? of strengths", next_hour(firm, both)
    )


def test_what_one_more_hour_brings_says_whose_it_is_and_is_rounded_as_everywhere(firm):
    told = replace(firm.explanation, hour_of_person=np.array([[0, 1.9, 163.0], [0, 0, 12.0], [0, 0, 9.0], [0, 0, 8.0]]))
    plan = replace(firm, explanation=told)
    name = plan.team.people[0].name
    assert hour_figure(plan) == ("£160", f"of margin a year and 1.9 points of strengths; an hour of {name}")
    assert next_hour_words(plan).startswith(f"one more hour of {name} brings about £160 of margin a year")


def test_a_share_is_written_as_in_the_terminal():
    assert [share_text(share) for share in (0.9992, 1.0, 0.31, float("nan"))] == ["over 99%", "100%", "31%", "–"]


def test_more_than_all_is_put_down_to_no_limit_of_the_users(firm):
    assert "limit" not in OVER
    assert "More hours, or more on one account, can pass that." in OVER
