"""Exports of connections with own columns: persons of one company are one account, the self-employed their own."""

from planner.fields import Field
from tests.readers.make import csv_roster

TEXT = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On,who to me,fit A-D,worth pa,my notes
Miles,Oduya,https://www.linkedin.com/in/mo,mo@example.com,Northgate Foods,CFO,21 Sep 2021,client,B,£24k,
Jenny,Pallister,https://www.linkedin.com/in/jp,,Northgate Foods,Chair,02 Mar 2022,client,,,sends me other trustees
Imogen,Fairley,https://www.linkedin.com/in/if,,Self-employed,Trustee,08 Feb 2019,introducer,,,three intros in 2025
Dominic,Sayle,https://www.linkedin.com/in/ds,,Self-employed,Lawyer,17 Jul 2023,introducer,,,
Ruth,Amsel,https://www.linkedin.com/in/ra,ra@example.com,Tern Robotics,Director,19 Aug 2024,prospect,A,£30k,25%
"""


def test_persons_of_a_company_are_one_account_and_the_self_employed_are_themselves():
    roster = csv_roster(TEXT)
    assert roster.names.tolist() == ["Northgate Foods", "Imogen Fairley", "Dominic Sayle", "Tern Robotics"]
    kinds = ["client", "referral source", "referral source", "prospect"]
    assert roster.text(Field.RELATIONSHIP).tolist() == kinds
    assert {(clue.account, clue.family) for clue in roster.remarks} >= {(0, "sends work")}
    assert {"named-after-person", "persons-together"} <= {issue.code for issue in roster.issues}
