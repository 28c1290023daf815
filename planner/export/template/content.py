"""What the blank client list says: its columns, an example to write over, and how to fill it in."""

from __future__ import annotations

from typing import Final

from planner.fields import Field
from planner.goods import GROUPS
from planner.text import listed
from planner.vocabulary import Relationship

COLUMNS: Final = (
    Field.ACCOUNT,
    Field.RELATIONSHIP,
    Field.OWNER,
    Field.INDUSTRY,
    Field.SERVICE,
    Field.ANNUAL_FEE,
    Field.PROBABILITY,
    Field.EXPECTED_DATE,
    Field.CURRENT_HOURS,
    Field.RATING_OTHERS,
    Field.RATING_STRENGTHS,
    Field.RATING_NOW,
    Field.RATING_LATER,
    Field.RATING_REFERRAL,
    Field.ECONOMIC_BUYER,
    Field.NEXT_STEP,
    Field.NOTES,
    Field.COST_TO_SERVE,
    Field.REGION,
    Field.STAGE,
    Field.CHAMPION,
    Field.ALTERNATIVE,
    Field.PROMISE,
    Field.IMPACT,
    Field.REFERRALS_PER_YEAR,
    Field.REFERRAL_FEE,
    Field.MIN_HOURS,
    Field.MAX_HOURS,
    Field.LOCK_HOURS,
    Field.SMALLEST_BLOCK,
    Field.RESPONSE_0,
    Field.RESPONSE_HALF,
    Field.RESPONSE_SAME,
    Field.RESPONSE_MORE,
    Field.RESPONSE_MAX,
)
CRITERION: Final = "wants it done our way"
EXAMPLE: Final[tuple[dict[Field | str, object], ...]] = (
    {
        Field.ACCOUNT: "Harrow & Pike Building Supplies",
        Field.RELATIONSHIP: Relationship.CLIENT,
        Field.OWNER: "M. Lind",
        Field.INDUSTRY: "Distribution",
        Field.SERVICE: "Pricing",
        Field.ANNUAL_FEE: 84_000,
        Field.PROBABILITY: 0.8,
        Field.CURRENT_HOURS: 10,
        Field.RATING_OTHERS: 0,
        Field.RATING_STRENGTHS: 1,
        Field.RATING_NOW: 5,
        Field.ECONOMIC_BUYER: "The finance director",
        Field.NEXT_STEP: "Send the renewal",
        CRITERION: 4,
    },
    {
        Field.ACCOUNT: "St Brannoc's Hospice",
        Field.RELATIONSHIP: Relationship.CLIENT,
        Field.OWNER: "T. Akers",
        Field.INDUSTRY: "Nonprofit",
        Field.SERVICE: "Strategy",
        Field.ANNUAL_FEE: 9_500,
        Field.PROBABILITY: 0.9,
        Field.CURRENT_HOURS: 16,
        Field.RATING_OTHERS: 5,
        Field.RATING_NOW: 2,
        Field.RATING_REFERRAL: 3,
        Field.NOTES: "Half rate; the trustees know everyone",
        Field.LOCK_HOURS: 8,
    },
    {
        Field.ACCOUNT: "Tern Robotics",
        Field.RELATIONSHIP: Relationship.PROSPECT,
        Field.OWNER: "M. Lind; T. Akers",
        Field.INDUSTRY: "Manufacturing",
        Field.SERVICE: "Carve-out",
        Field.ANNUAL_FEE: 28_000,
        Field.PROBABILITY: 0.3,
        Field.CURRENT_HOURS: 4,
        Field.RATING_STRENGTHS: 5,
        Field.RATING_NOW: 2,
        Field.RATING_LATER: 3,
        Field.NEXT_STEP: "Offer the two-day trial",
        Field.NOTES: "Our first carve-out; we would learn it",
        CRITERION: 5,
    },
    {
        Field.ACCOUNT: "Ruiz Delgado LLP",
        Field.RELATIONSHIP: Relationship.REFERRAL_SOURCE,
        Field.OWNER: "T. Akers",
        Field.INDUSTRY: "Legal",
        Field.CURRENT_HOURS: 2,
        Field.RATING_REFERRAL: 4,
        Field.REFERRALS_PER_YEAR: 2,
        Field.NOTES: "Sent three clients since 2024",
    },
    {
        Field.ACCOUNT: "Vantage Peak Holdings",
        Field.RELATIONSHIP: Relationship.PROSPECT,
        Field.OWNER: "M. Lind",
        Field.INDUSTRY: "Property",
        Field.SERVICE: "Strategy",
        Field.ANNUAL_FEE: 120_000,
        Field.PROBABILITY: 0.05,
        Field.CURRENT_HOURS: 14,
        Field.RATING_NOW: 0,
        Field.RATING_LATER: 1,
        Field.NOTES: "Still on the list because it is big",
    },
)
TEAM: Final = (("M. Lind", 30), ("T. Akers", 20))
STAGES: Final = ("Lead", "Qualification", "Needs analysis", "Presentation", "Proposal", "Negotiation", "Won", "Lost")
STEPS: Final = (
    "Write your accounts over the example on the sheet “Client list”, one a row. Only the account's name is required; "
    "what you leave empty is assumed, and the plan says so.",
    "Rate each account from 0 to 5 on what it is good for: others, building your strengths, you now, you later, you "
    "via referral. Empty means that you do not know, which is not 0.",
    "Fill in “Team” (who has how many hours in the period) and, if you like, the balance on “Settings”.",
    "Run  planner plan  with this file, or load it in the dashboard. Every other sheet may stay as it is.",
)
SHEETS: Final = (
    ("Client list", "Your clients, prospects, past clients and referral sources."),
    ("Settings", "The balance, the hours, the period and every other choice; an empty value means found or off."),
    ("Team", f"Hours of each person in the period; {listed(GROUPS)} give a person a balance of their own."),
    ("Rules", "What makes an account good where nobody has rated it; change, delete or add rows."),
    ("Limits", "Such as:  industry = Health | at most | 60     owner = B. Chen | at least | 25%     "
     "industry = Legal | at most | 2 x industry = Retail"),
    ("Fit", "What your best clients have in common, and its weight; rate it in the list under “Fit: …”."),
    ("Ladder", "How you can serve an account, from least to most, and from how many hours."),
    ("Overrides", "What you changed by hand, and why; these win over the list."),
    ("Answers", "What you answered to the questions about your list; each is used again where it is asked again."),
)  # fmt: skip
