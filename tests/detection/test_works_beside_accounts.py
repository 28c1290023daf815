"""Leads called after the work, beside the organisations that it may be sold to."""

import pytest

from planner.fields import Field
from tests.readers.make import csv_roster

ENGLISH = """Lead,Contact,Phase,Amount,Likelihood,Rep
Website redesign,Harwick Dental Practice,Proposal,12000,50%,Ann Lee
SEO retainer,Moss & Dale Ltd,Contacted,8000,20%,Ann Lee
Website redesign,St Bride's School,Negotiation,9000,80%,Bob Ray
Annual report,Kettering Food Bank,Proposal,4000,60%,Ann Lee
"""
SPANISH = """Lead;Contacto;Etapa;Valor;Probabilidad;Asignado a
Auditoría;Ayuntamiento de Villarroya;Negociación;36.000,00 €;80%;Itziar Beloki
DPD externo;Robótica Aizkorri SL;Propuesta enviada;14.400,00 €;60%;Gorka Mendiluze
Auditoría;Hospital Comarcal del Lea;Contactado;12.000,00 €;20%;Itziar Beloki
Formación;Floristería Lirio;Nuevo;600,00 €;5%;Gorka Mendiluze
"""


@pytest.mark.parametrize(
    ("text", "account", "first"),
    [(ENGLISH, "Contact", "Harwick Dental Practice"), (SPANISH, "Contacto", "Ayuntamiento de Villarroya")],
)
def test_the_organisation_is_the_account_and_the_work_its_deal(text, account, first):
    roster = csv_roster(text)
    mapping = roster.source.mapping
    assert mapping[Field.ACCOUNT].header == account
    assert mapping[Field.DEAL].header == "Lead"
    assert roster.size == 4
    assert first in roster.names
    assert f"account:{account}" in {question.code for question in roster.questions}


@pytest.mark.parametrize(
    "contacts",
    [
        ("Jane Moss", "Ravi Patel", "Tom Ives", "Zoltan Bakos"),
        ("HSBC Bank", "Savills Estates", "HSBC Bank", "Penn Solicitors"),
    ],
)
def test_a_lead_stays_the_account_beside_persons_and_beside_who_brought_it(contacts):
    leads = ("Harwick Dental", "Fernhill Rise", "Copper Kettle", "Lumen")
    rows = "".join(f"{lead},{contact},Proposal,9000,50%\n" for lead, contact in zip(leads, contacts, strict=True))
    roster = csv_roster(f"Lead,Contact,Phase,Amount,Likelihood\n{rows}")
    assert roster.names.tolist() == list(leads)
