"""Headers that are no header of a field, whatever their words are like, and those over persons."""

from __future__ import annotations

from types import MappingProxyType

from planner.fields import Field
from planner.parsing.standing.words.standing_words import patterns

NEVER = MappingProxyType(
    {
        Field.ANNUAL_FEE: patterns(
            """annual revenue, turnover, company revenue, annual turnover, their revenue, client revenue,
            company turnover, annual sales, gross revenue, employees, number of employees, market cap,
            company annual revenue, revenue range, client turnover, yearly revenue, balance, wip, work in progress,
            gst, vat, gst amount, vat amount, tax, sales tax, last year with us, unbilled, wip balance, debtors,
            debtors balance, outstanding, amount due, balance due, amount outstanding,
            outstanding amount, open amount, open balance, offener betrag, offen, offene posten, restbetrag, montant du,
            reste du, reste a payer, solde du, importe pendiente, pendiente, saldo pendiente, openstaand,
            openstaand bedrag, openstaand saldo"""
        ),
        Field.PROBABILITY: patterns(
            """rate, rates, our rate, fee rate, rate of fee, commission, commission rate, comm rate, margin, discount,
            fee percent, percentage fee, percent of fees, percent of collections, percent of coll, of collections"""
        ),
        Field.OWNER: patterns(
            """deal owner id, account owner id, owner id, company owner id, opportunity owner id, lead owner id, handle,
            handles, twitter handle, instagram handle, social handle"""
        ),
        Field.DEAL: patterns(
            """job title, job titles, job role, job function, job position, job level, deal type, deal kind, deal size,
            deal category, who we deal with, dealing with, opportunity type, opportunity size, project type,
            engagement type, matter type, job type,
            event type"""
        ),
        Field.EXPECTED_DATE: patterns(
            """audit month, audit date, audit due, next audit, submission date, target submission, submission due,
            filing date, filing due, hearing date, next hearing, exam date, report due, report date,
            echeance contrat, echeance du contrat, vencimiento contrato, vencimiento del contrato, scadenza contratto,
            scadenza del contratto"""
        ),
        Field.CLOSED_ON: patterns(
            """orig close date, original close date, initial close date, first close date, planned close date,
            target close date"""
        ),
        Field.NOTES: ("why", "decision"),
        Field.LOST_REASON: ("why",),
        Field.DOMAIN: patterns(
            """card url, record url, page url, task url, board url, item url, source url, url source, source link,
            link source, lien source, url de la source, article url, article link, news url, quelle url, url quelle"""
        ),
        Field.TYPE: patterns("forecast category, forecast type, forecast category name"),
        Field.CURRENT_HOURS: patterns(
            """hours planned, planned hours, hours change, change, plan hours, hours plan, change in hours, hours spent,
            actual hours, opening hours"""
        ),
    }
)

PERSONS = frozenset(
    patterns(
        """first name, last name, surname, full name, contact name, contact person, who we deal with, who we speak to,
        who we talk to, who we know,
        who to talk to, our contact, main contact, job title, job position, role,
        contact role, buying role, phone, phone number, mobile, mobile phone, work phone, username, user name, user id,
        owner id, owner name"""
    )
)
"""Headers over persons: they name no field of an account, but show where a list of contacts or users begins."""
