"""Words that the default rules look for; a `*` stands for any ending (see `planner.tagging.word_index`)."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in text.split(";"))


CHARITY_KINDS: Final = _words(
    """
    nonprofit*; non profit*; not for profit*; charity; charities; charitable; ngo; ngos; non
    governmental*; philanthrop*; third sector; voluntary sector; social enterprise*; food bank*; 501 c 3; civic social
    organization*; civic and social organi*; religious institution*
    """
)
FREE_WORK: Final = _words(
    """
    pro bono; probono; reduced fee*; reduced rate*; half rate; low bono
    """
)
CHARITY_NAMES: Final = ("foundation", "charity", "charities", "trust")
CHARITY_WORK: Final = (
    "food bank*",
    "legal aid",
    "citizens advice",
    "red cross",
    "humane society",
    "homeless*",
    "refugee*",
)
"""Names of work that hardly anybody does for profit."""
BUSINESS_NAMES: Final = _words(
    """
    capital; bank*; invest*; financ*; insurance; wealth; asset*; securities; holdings; properties;
    property; realty; reit; company; savings; mutual; software; tech*; medicine; building; construction;
    engineering; repair*; drilling; suppl*; lane; street; road; avenue; corp; corporation; plc; llc; llp;
    gmbh; partners; nhs
    """
)
BUSINESS_KINDS: Final = _words(
    """
    bank*; financ*; invest*; insurance; capital markets; software; construction; real estate
    """
)
PUBLIC_KINDS: Final = _words(
    """
    government*; public sector; public body; public bodies; public administration; municipal*; local
    authority; local authorities; council*; federal; ministry; judiciary; public safety; military
    """
)
NO_PUBLIC_KINDS: Final = ("government relations", "government affairs", "contractor*", "software", "tech*")
PUBLIC_NAMES: Final = _words(
    """
    city of; county of; town of; state of; borough of; government of; ministry of; city council; county council;
    district council; borough council; town council; parish council; nhs; fire department;
    police department; housing authority; transit authority; port authority; ports authority
    """
)
SCHOOL_KINDS: Final = _words(
    """
    education*; higher education; school*; universit*; college*; hospital; hospitals; hospice*;
    museum*; librar*; individual family services; social services; human services
    """
)
SCHOOL_NAMES: Final = _words(
    """
    hospice; hospital; university; college; school district; school of; primary school; high school;
    housing association
    """
)
NO_SCHOOL_KINDS: Final = ("software", "tech*", "publishing", "supplies")
NO_SCHOOL_NAMES: Final = _words(
    """
    animal; veterinary; vet; pet; suppl*; software; park; bank*; capital; sports
    """
)
BUSINESS_CARE: Final = _words(
    """
    pharma*; insurance; biotech*; bio tech*; healthcare; health care
    """
)
TIMING: Final = _words(
    """
    timing; no decision; not now; not ready; too early; postpon*; delay*; deferred; on hold; status quo
    """
)
SENDERS: Final = _words(
    """
    partner*; referrer*; referral partner*; referral source*; adviser*; advisor*; association*;
    investor*; introducer*; intermediar*
    """
)
