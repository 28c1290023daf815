"""The rules that tag a plain list, as data. They ship, are shown, and are edited in the Rules sheet.

They look at names, types, industries, domains and remarks, never at addresses. Of the rules for one good that hold
for an account, the strongest counts. A lead source "Referral" says that the account was referred in, so no rule
looks at it.
"""

from __future__ import annotations

from typing import Final

from planner.goods import Good
from planner.roster.standing.account_standing import TIMING
from planner.tagging.default_words import (
    ANIMALS,
    BUSINESS_CARE,
    BUSINESS_FORMS,
    BUSINESS_KINDS,
    BUSINESS_NAMES,
    CAUSES,
    CHARITY_FORMS,
    CHARITY_KINDS,
    CHARITY_NAMES,
    CHARITY_WORK,
    CORPORATE,
    FREE_WORK,
    LONE_KINDS,
    NO_CHARITY_KINDS,
    NO_CHARITY_WORK,
    NO_PUBLIC_KINDS,
    NO_PUBLIC_NAMES,
    NO_SCHOOL_KINDS,
    NO_SCHOOL_NAMES,
    NO_SENDERS,
    PUBLIC_KINDS,
    PUBLIC_NAMES,
    SCHOOL_KINDS,
    SCHOOL_NAMES,
    SENDERS,
)
from planner.tagging.remark_rules import REMARK_RULES
from planner.tagging.rule import Condition, Operator, Rule
from planner.tagging.rule_attributes import Clue
from planner.valuation.deal_timing import Timing
from planner.valuation.free_work import PART, YES
from planner.vocabulary import Relationship

KIND = (str(Clue.TYPE), str(Clue.INDUSTRY))
ANY_LABEL = (*KIND, str(Clue.SERVICE), str(Clue.DEAL_NAME))

_CLIENT = Condition((str(Clue.RELATIONSHIP),), Operator.IS, (str(Relationship.CLIENT),))
_PAST_CLIENT = Condition((str(Clue.RELATIONSHIP),), Operator.IS, (str(Relationship.PAST_CLIENT),))
_SERVED = Condition(
    (str(Clue.RELATIONSHIP),), Operator.ONE_OF, (str(Relationship.CLIENT), str(Relationship.PAST_CLIENT))
)
_REFERS = Condition((str(Clue.RELATIONSHIP),), Operator.IS, (str(Relationship.REFERRAL_SOURCE),))
_PROSPECT = Condition((str(Clue.RELATIONSHIP),), Operator.IS, (str(Relationship.PROSPECT),))
_NOTHING_OPEN = Condition((str(Clue.OPEN_DEAL),), Operator.IS, (str(Timing.NONE),))
_NO_REAL_DEAL = Condition(
    (str(Clue.OPEN_DEAL),), Operator.ONE_OF, (str(Timing.NONE), str(Timing.EARLY), str(Timing.STALE))
)
_NOT_DEAD = Condition((str(Clue.OPEN_DEAL),), Operator.IS_NOT, (str(Timing.STALE),))
_CAN_HIRE = Condition((str(Clue.RELATIONSHIP),), Operator.IS_NOT, (str(Relationship.REFERRAL_SOURCE),))
_CHARITY_NAME = Condition((str(Clue.NAME),), Operator.HAS_WORD, CHARITY_NAMES)


def _when(clue: Clue | tuple[str, ...], operator: Operator, *values: str) -> Condition:
    return Condition(clue if isinstance(clue, tuple) else (str(clue),), operator, values)


def _number(clue: Clue, operator: Operator, number: float) -> Condition:
    return Condition((str(clue),), operator, float(number))


OTHERS: Final = (
    Rule(
        (_when(KIND, Operator.HAS_WORD, *CHARITY_KINDS), _when(KIND, Operator.LACKS_WORD, *NO_CHARITY_KINDS)),
        Good.OTHERS,
        0.9,
        "{Where} says “{found}”",
    ),
    Rule(
        (_when(KIND, Operator.ONE_OF, *LONE_KINDS),),
        Good.OTHERS,
        0.6,
        "Its kind suggests a charity; confirm",
        sure=False,
    ),
    Rule((_when(KIND, Operator.HAS_WORD, *CAUSES),), Good.OTHERS, 0.5, "{Where} says “{found}”; confirm", sure=False),
    Rule((_when(ANY_LABEL, Operator.HAS_WORD, *FREE_WORK),), Good.OTHERS, 0.9, "{Where} says “{found}”"),
    Rule((_when(Clue.FREE_WORK, Operator.IS, YES),), Good.OTHERS, 0.9, "Pro bono or reduced fee"),
    Rule((_when(Clue.FREE_WORK, Operator.IS, PART),), Good.OTHERS, 0.6, "Partly pro bono or at a reduced fee"),
    Rule(
        (
            _CHARITY_NAME,
            _when(Clue.NAME, Operator.LACKS_WORD, *BUSINESS_NAMES),
            _when(KIND, Operator.LACKS_WORD, *BUSINESS_KINDS),
            _when(Clue.LEGAL_FORM, Operator.LACKS_WORD, *BUSINESS_FORMS),
        ),
        Good.OTHERS,
        0.6,
        "The name suggests a charity; confirm",
        sure=False,
    ),
    Rule(
        (_when(Clue.LEGAL_FORM, Operator.HAS_WORD, *CHARITY_FORMS),),
        Good.OTHERS,
        0.6,
        "Its legal form suggests a charity; confirm",
        sure=False,
    ),
    Rule(
        (_CHARITY_NAME, _when(Clue.DOMAIN, Operator.ENDS, ".org", ".org.uk", ".org.au", ".ngo", ".charity")),
        Good.OTHERS,
        0.6,
        "The name and {domain} suggest a charity; confirm",
        sure=False,
    ),
    Rule(
        (
            _when(Clue.NAME, Operator.HAS_WORD, *CHARITY_WORK),
            _when(Clue.NAME, Operator.LACKS_WORD, *NO_CHARITY_WORK),
            _when(KIND, Operator.LACKS_WORD, *BUSINESS_KINDS),
        ),
        Good.OTHERS,
        0.6,
        "The name suggests a charity; confirm",
        sure=False,
    ),
    Rule(
        (
            _when(KIND, Operator.HAS_WORD, *PUBLIC_KINDS),
            _when(KIND, Operator.LACKS_WORD, *NO_PUBLIC_KINDS),
        ),
        Good.OTHERS,
        0.4,
        "Public body",
        sure=False,
    ),
    Rule(
        (
            _when(Clue.NAME, Operator.HAS_WORD, *PUBLIC_NAMES),
            _when(Clue.NAME, Operator.LACKS_WORD, *NO_PUBLIC_NAMES),
        ),
        Good.OTHERS,
        0.4,
        "The name suggests a public body",
        sure=False,
    ),
    Rule(
        (_when(Clue.DOMAIN, Operator.ENDS, ".gov", ".mil", ".gc.ca", ".nhs.uk"),),
        Good.OTHERS,
        0.4,
        "Public body",
        sure=False,
    ),
    Rule(
        (_when(Clue.DOMAIN, Operator.CONTAINS, ".gov.", ".govt.", ".gob.", ".gouv."),),
        Good.OTHERS,
        0.4,
        "Public body",
        sure=False,
    ),
    Rule((_when(Clue.INDUSTRY, Operator.STARTS, "92"),), Good.OTHERS, 0.4, "Public body", sure=False),
    Rule(
        (
            _when(KIND, Operator.HAS_WORD, *SCHOOL_KINDS),
            _when(KIND, Operator.LACKS_WORD, *NO_SCHOOL_KINDS),
        ),
        Good.OTHERS,
        0.3,
        "Serves the public, pays normally; confirm",
        sure=False,
    ),
    Rule(
        (_when(Clue.DOMAIN, Operator.ENDS, ".edu", ".edu.au", ".ac.uk", ".sch.uk"),),
        Good.OTHERS,
        0.3,
        "Serves the public, pays normally; confirm",
        sure=False,
    ),
    Rule(
        (
            _when(Clue.NAME, Operator.HAS_WORD, *SCHOOL_NAMES),
            _when(Clue.NAME, Operator.LACKS_WORD, *NO_SCHOOL_NAMES),
            _when(KIND, Operator.LACKS_WORD, *ANIMALS, *CORPORATE),
        ),
        Good.OTHERS,
        0.3,
        "Serves the public, pays normally; confirm",
        sure=False,
    ),
    Rule(
        (_when(KIND, Operator.HAS_WORD, *BUSINESS_CARE),),
        Good.OTHERS,
        0.0,
        "{Where} says “{found}”: a business like others",
    ),
)

STRENGTHS: Final = (
    Rule(
        (_when(Clue.NEW_SERVICE, Operator.IS, "yes"), _CAN_HIRE, _NOT_DEAD),
        Good.STRENGTHS,
        0.5,
        "A new service for you",
    ),
    Rule(
        (
            _number(Clue.INDUSTRY_SHARE, Operator.BELOW, 0.05),
            _number(Clue.CLIENTS, Operator.AT_LEAST, 20),
            _number(Clue.INDUSTRIES, Operator.AT_LEAST, 5),
            _CAN_HIRE,
            _NOT_DEAD,
        ),
        Good.STRENGTHS,
        0.4,
        "{industry_clients}",
        sure=False,
    ),
)

YOU: Final = (
    Rule(
        (_when(Clue.OPEN_DEAL, Operator.IS, str(Timing.NOW)), _when(Clue.PAYS, Operator.IS, "yes")),
        Good.NOW,
        1.0,
        "{open_deal}",
    ),
    Rule(
        (_CLIENT, _number(Clue.MONTHS_SINCE_WON, Operator.AT_MOST, 12), _NO_REAL_DEAL),
        Good.NOW,
        0.6,
        "Repeats; {typical_fee}",
    ),
    Rule(
        (_CLIENT, Condition((str(Clue.MONTHS_SINCE_WON),), Operator.BLANK), _NO_REAL_DEAL),
        Good.NOW,
        0.6,
        "A client; {typical_fee}",
    ),
    Rule(
        (_when(Clue.OPEN_DEAL, Operator.ONE_OF, str(Timing.LATER), str(Timing.EARLY)),), Good.LATER, 0.7, "{open_deal}"
    ),
    Rule((_when(Clue.OPEN_DEAL, Operator.IS, str(Timing.STALE)),), Good.LATER, 0.3, "{open_deal}"),
    Rule(
        (
            _SERVED,
            _number(Clue.MONTHS_SINCE_WON, Operator.ABOVE, 12),
            _number(Clue.MONTHS_SINCE_WON, Operator.AT_MOST, 48),
        ),
        Good.LATER,
        0.5,
        "Last hired in {won_year}",
    ),
    Rule(
        (_PAST_CLIENT, _number(Clue.MONTHS_SINCE_WON, Operator.AT_MOST, 12)),
        Good.LATER,
        0.5,
        "Last hired in {won_year}",
    ),
    Rule(
        (_PAST_CLIENT, Condition((str(Clue.MONTHS_SINCE_WON),), Operator.BLANK)),
        Good.LATER,
        0.5,
        "Hired you before",
    ),
    Rule(
        (
            _when(Clue.LOST_REASON, Operator.HAS_WORD, *TIMING),
            _number(Clue.MONTHS_SINCE_LOST, Operator.AT_MOST, 18),
        ),
        Good.LATER,
        0.4,
        "Lost to {lost_reason}",
    ),
    Rule((_PROSPECT, _NOTHING_OPEN), Good.LATER, 0.2, "A prospect{nothing_open}"),
    Rule((_number(Clue.DEALS_REFERRED, Operator.AT_LEAST, 2),), Good.REFERRAL, 0.9, "{deals_referred}"),
    Rule(
        (_number(Clue.REFERRALS, Operator.AT_LEAST, 2),),
        Good.REFERRAL,
        0.9,
        "Sends you {referrals a year} referrals a year",
    ),
    Rule(
        (_number(Clue.REFERRALS, Operator.AT_LEAST, 1),),
        Good.REFERRAL,
        0.5,
        "Sends you {referrals a year} referrals a year",
    ),
    Rule(
        (_when(Clue.TYPE, Operator.HAS_WORD, *SENDERS), _when(Clue.TYPE, Operator.LACKS_WORD, *NO_SENDERS)),
        Good.REFERRAL,
        0.8,
        "Type says “{found}”",
    ),
    Rule(
        (_REFERS, _when(Clue.SENDS_NOTHING, Operator.IS_NOT, YES)),
        Good.REFERRAL,
        0.8,
        "A referral source, by what the list says",
    ),
    Rule(
        (_REFERS, _when(Clue.SENDS_NOTHING, Operator.IS, YES)),
        Good.REFERRAL,
        0.3,
        "Listed as a referral source, of which your remark says that nothing comes",
    ),
)

DEFAULT_RULES: Final = OTHERS + STRENGTHS + YOU + REMARK_RULES
