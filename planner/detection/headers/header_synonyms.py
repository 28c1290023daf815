"""The headers that CRMs and people use for each field, in plain words (lower case, no punctuation).

`SURE` headers name the field and nothing else. `LIKELY` ones may mean something else too; the values under them
and the other columns decide. Sources: default exports of Salesforce, HubSpot, Dynamics 365, Pipedrive, Zoho,
Odoo and SuiteCRM, and trackers kept by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from planner.detection.headers.header_synonyms_i18n import ELSEWHERE
from planner.fields import FIELDS, Field
from planner.parsing.standing.standing_words import patterns

_SURE = {
    Field.ACCOUNT: """account name, client name, customer name, company name, organisation name, organization name,
        client, account, company, customer, organisation, organization, client prospect, prospect client,
        client or prospect, clients and prospects, client account, account client, account organisation, org name,
        associated company, associated company primary, primary company, potential customer, firm name,
        contact organization, business name, prospect name, name of client, client company, company account,
        related organization, company trading name, key account, key client, target company, target account, clients,
        accounts, companies, customers, end user account""",
    Field.RELATIONSHIP: """relationship, relationship type, client status, account status, relationship status,
        client type, customer type, lifecycle stage, relationship stage, client or prospect status,
        account relationship""",
    Field.OWNER: """rep name, sales rep name, salesperson name, owner, account owner, deal owner, opportunity owner,
        relationship owner, partner in charge, company owner, record owner, assigned to, assigned user,
        assigned user name, salesperson, sales rep, account manager, relationship manager, lead partner, client partner,
        responsible, responsible partner, organization owner, owner name, full name of owner, bd owner, handled by,
        relationship holder, held by, company owner name, our lead, account lead, acct lead, client lead, deal lead,
        bid lead, pic, principal in charge, partner in charge, engineer in charge, architect in charge,
        relationship lead, user responsible, sales person, rep, sales agent, account executive, sales executive,
        salesman, sales owner, members, assignee, assignees, assigned members""",
    Field.INDUSTRY: """industry, sector, industry sector, industry name, vertical, market sector, naics,
        naics description, sic description, primary industry, industry vertical, client sector, line of business,
        industry type, type of industry, nature of business, nature of the business, nature of client s business,
        kind of business, line of trade""",
    Field.SERVICE: """service, service line, practice, practice area, product, product name, service offered, offering,
    engagement type, work type, matter type, discipline, product interest, service area, type of work, services,
    product family, area of law, practice area s, nature of work, nature of services, nature of assignment,
    nature of engagement, services rendered, services provided""",
    Field.REGION: """region, territory, country, location, state province, billing country, geography, country region,
        billing state province, area, sales territory, market region, address 1 country region""",
    Field.STAGE: """stage, deal stage, sales stage, pipeline stage, opportunity stage, stage name, step in pipeline,
        deal status stage, sales stage name, pipeline phase, sales phase, process stage, board list, section column,
        bucket name, lane, swimlane""",
    Field.PROBABILITY: """probability, chance, likelihood, win probability, deal probability, close probability,
        chance of winning, confidence, win chance, win percentage, probability of close, closing probability,
        likelihood of winning, chances, prob, forecast probability, pwin, chance to win, deal confidence,
        probability of winning, odds""",
    Field.ANNUAL_FEE: """annual fee, fee, fees, annual fees, yearly fee, fee per year, potential fee, fee potential,
        expected fee, estimated fee, annual value to us, annual contract value, acv, arr, fees per year, fee income,
        potential annual fee, annual billing, annual billings, retainer, annual retainer, fee estimate, likely fee,
        potential fees, target fee, what they could pay, annual recurring revenue, yearly fees, annual deal value,
        fee a year, fees a year""",
    Field.COST_TO_SERVE: """cost to serve, cost, delivery cost, costs, cost of service, cost of delivery,
        servicing cost, annual cost, cost to deliver, cost per year, direct cost, service cost""",
    Field.EXPECTED_DATE: """expected date, expected close date, close date, expected closing, expected close,
        est close date, estimated close date, closing date, expected start, decision date, due date, target date,
        forecast close date, deal close date, expected closing date, when, timing, likely date, expected decision,
        expected signing, target close, est closing, date closed expected, start date expected, decision due,
        likely to sign, could hire, when could they hire, expected, tentative close date, tentative closing date,
        tentative date, planned close date, projected close date""",
    Field.REFERRALS_PER_YEAR: """referrals per year, referrals a year, referrals, number of referrals, annual referrals,
        referrals given, referrals yr, introductions a year, introductions per year""",
    Field.REFERRAL_FEE: """referral fee, fee of a referral, fee per referral, referral value, average referral fee,
        value of a referral, typical referral fee, average referred fee""",
    Field.RATING_OTHERS: """rating others, good for others, others, others rating, mission, good for the world,
        social good, public benefit, community, mission fit, purpose, does good, good beyond the fee""",
    Field.RATING_STRENGTHS: """rating strengths, builds strengths, builds my strengths, builds our strengths, strengths,
        strengths rating, learning, strength, skill building, capability, skills, learning value, growth in skills,
        we would learn, builds skills, strategic learning, expertise, builds expertise, good for our strengths""",
    Field.RATING_NOW: """rating now, good for you now, now, good now, can pay now, good for us now, good for me now,
        good for the firm now, now rating, ready now, will hire now, can hire now""",
    Field.RATING_LATER: """rating later, good for you later, later, good later, later rating, good for us later,
        good for me later, good for the firm later, future potential, may hire later, long term potential""",
    Field.RATING_REFERRAL: """rating referral, good for you via referral, referral, via referral, referral rating,
        referral potential, referrer rating, can refer, good via referral, good for us via referral,
        good for me via referral, good for us via referrals""",
    Field.IMPACT: """impact, impact rating, social impact, impact score""",
    Field.ECONOMIC_BUYER: """economic buyer, who signs, decision maker, budget holder, signatory, approver, signs off,
        buyer, who decides, key decision maker, signs""",
    Field.CHAMPION: """champion, sponsor, internal champion, advocate, our champion, coach""",
    Field.ALTERNATIVE: """alternative, up against, competitor, competitors, competition, main competitor, incumbent,
        current adviser, current provider, main competitors, competing with""",
    Field.CURRENT_HOURS: """current hours, hours now, bd hours, time now, current time, hours today, hours last quarter,
        bd time, current bd hours, time spent now, hours currently, hours, hrs, bd hrs, current hrs, current bd time,
        time on bd, hours we spend now""",
    Field.MIN_HOURS: """min hours, minimum hours, at least hours, min hrs, committed hours, least hours,
        hours at least""",
    Field.MAX_HOURS: """max hours, maximum hours, at most hours, max hrs, most hours, hours at most, hours cap""",
    Field.LOCK_HOURS: """lock hours, locked hours, fixed hours, lock, hours locked, hours fixed""",
    Field.RESPONSE_0: """response 0, of today with no time, no time, value with no time, share with no time""",
    Field.RESPONSE_HALF: """response half, of today with half the hours, half the hours, value with half the hours""",
    Field.RESPONSE_SAME: """response same, of today with today s hours, same hours, value with the same hours""",
    Field.RESPONSE_MORE: """response more, of today with half as many hours again, half as many hours again""",
    Field.RESPONSE_MAX: """response max, of today with unlimited time, unlimited time, value with unlimited time""",
    Field.SMALLEST_BLOCK: """smallest block, smallest block hours, minimum block, smallest useful block""",
    Field.NOTES: """notes, note, comments, comment, remarks, description, background, memo""",
    Field.ACCOUNT_ID: """account id, company id, organization id, client id, customer id, organisation id,
        associated company ids, associated company id, client code, customer code, account number, customer number,
        client number, associated company ids primary, account name id, company name id, client no, account code,
        company record id, customer no""",
    Field.DEAL: """deal, deal name, opportunity, opportunity name, deal title, project, project name, topic, matter,
        opportunity title, engagement, engagement name, potential name, matter name, pitch, proposal name, job,
        potential, opportunities, deals, card name, card title, task name""",
    Field.TYPE: """type, account type, organisation type, organization type, company type, type of organisation,
        type of client, kind, entity type, category, org type, segment, client category, ownership""",
    Field.DOMAIN: """website, domain, company domain name, web site, url, web, company domain, website url, domain name,
        email domain, homepage, web address, associated company domain, organization website, account domain""",
    Field.EMAIL: """email, email address, e mail, contact email, work email, primary email, email work, mail""",
    Field.LEAD_SOURCE: """lead source, source, referred by, ref by, refd by, reference by, recommended by,
    enquiry source, source of enquiry, original source, how we met, came from, original source type, introduced by,
    referral source name, origin, source of lead, marketing source, lead origin""",
    Field.NEXT_STEP: """next step, next steps, next action, next activity, action, to do, follow up, next move,
        actions""",
    Field.NEXT_STEP_DATE: """next step date, next step due, next step by, date of next step, next action date,
        next action due, next activity date, next task due date, follow up date, followup date, follow up on,
        follow up by, follow up due, next follow up, next contact, next contact date, next call, next call date,
        next meeting, next meeting date, next touch, next touch date, action by, action date, action due, call back,
        callback date, call back date, reminder, reminder date, task due date, chase date, chase on, next review date,
        next check in, next checkin, next check in date""",
    Field.LAST_CONTACT: """last contact, last contacted, last contact date, date of last contact, last touch,
        last touchpoint, last touch date, last spoke, last spoken, last spoke to, last conversation, last met,
        last meeting, last meeting date, last call, last call date, last visit, last seen, last interaction,
        last interaction date, last engagement date, last heard from, last in touch, contacted on, date contacted,
        contact date, date of contact, outreach date, date of outreach, last outreach, last email, last emailed,
        date emailed, emailed on, email sent on, email sent date, date email sent, message sent on, dm sent on,
        dm sent date, dm date, date reached out, reached out on""",
    Field.STATUS: """go no go, go nogo, bid no bid, status, deal status, opportunity status, status reason, state,
    is won, won, outcome of deal, win loss, won lost""",
    Field.LOST_REASON: """lost reason, reason lost, closed lost reason, loss reason, reason for loss, lost because,
        why lost, reason won lost, why we lost""",
    Field.CREATED_ON: """created, created on, create date, created date, date created, creation date, deal created,
        created at, created time, date entered, added on, date added, opened, opened on, add time, deal created on,
        first contact, record created""",
    Field.CLOSED_ON: """closed, closed on, actual close date, actual closing date, date closed, closed date,
        closed time, actual end, completed on, deal closed on, close time""",
    Field.WON_ON: """last won, won on, won date, date won, won time, last engaged, last hired, last engagement,
        last instructed, last project, last job, last worked""",
    Field.LOST_ON: """last lost, lost on, lost date, date lost, lost time""",
    Field.HOURS_SPENT: """hours spent, time spent, actual hours, hours actual, hours used, spent hours""",
    Field.OUTCOME: """outcome, result, what happened, outcome of the quarter""",
    Field.WHY_DIFFERENT: """why different, reason for difference, why it differs""",
}

_LIKELY = {
    Field.ACCOUNT: """name, firm, business, prospect, target, who, party, organisation client, institution, charity,
        parent account, contact, contact name, lead, entity, kunde, firma, cliente, societe, entreprise, org, prospects,
        target client, counterparty, full name, company organisation""",
    Field.RELATIONSHIP: """status, type, account type, stage, category, group, client, lead status, current client,
        existing client, class, classification, kind""",
    Field.OWNER: """people, partner, lead, who, responsible person, by, person, contact owner, consultant, user,
    manager, principal, director, team member, partners, created by, owner code, pm, project manager, project lead,
    job lead, job runner, project director, director in charge""",
    Field.INDUSTRY: """segment, category, field, market, type of business, business, naics code, focus area,
        mission area, therapeutic area, therapy area, area of work, cause area, branche, business type, activity""",
    Field.SERVICE: """what they buy, what they bought, what they buy from us, what we do for them, what we do,
    what we did, what we did for them, work we do, work done, type, solution, need, interest, scope, products,
    workstream, deal type, what, opportunity type, work, pipeline, practice group, what for, matter""",
    Field.REGION: """city, state, market, office, billing city, town, county, billing state, place, where""",
    Field.STAGE: """list, list name, phase, pipeline, status, progress, step, funnel, temperature, lead status,
        where we are, where are we, where we are at, where are we at, where it is at, where it s at, where it stands,
        where things stand, where things are, state of play, state of things""",
    Field.PROBABILITY: """likely, rating, temperature, win, certainty, heat, forecast, close, percent, p""",
    Field.ANNUAL_FEE: """value, amount, deal value, deal amount, est revenue, estimated revenue, expected revenue,
        potential, opportunity amount, potential value, amount in company currency, opportunity value,
        revenue potential, contract value, total contract value, tcv, budget, price, worth, deal size,
        potential revenue, total amount, weighted value, est value, estimated value, expected value, size, annual value,
        money, potential amount, mrr, monthly fee, project value, job value, est annual fee, quote, opportunity size,
        fee value, amount usdollar, close value, closed value, grand total, our revenue, income, billing, billings,
        sales, work value, fee last year, fees last year""",
    Field.COST_TO_SERVE: "service costs, cost percent, cost share, our cost",
    Field.EXPECTED_DATE: """date, start date, start, target, deadline, close, due, next date, quarter, when due, month,
        renewal date, renewal, start month, timeframe, horizon, eta, when next, next expected, next job expected,
        next matter expected, next project expected, next work expected, next instruction, next instruction expected,
        next order expected, next commission expected""",
    Field.REFERRALS_PER_YEAR: """introductions, intros, intros a year, referrals made, refers a year, sent us,
        referred us, referred to us, clients sent, leads sent, work sent us, has sent us""",
    Field.RATING_OTHERS: "good, social, mission driven, charity rating, good cause, good causes, worthy cause",
    Field.RATING_STRENGTHS: """strategic, stretch, new skills, development, we learn, do we learn, teaches us,
        would teach us, we d learn""",
    Field.RATING_NOW: "urgency, readiness, hot now",
    Field.RATING_LATER: "future, long term, can grow, could grow, may grow, room to grow",
    Field.RATING_REFERRAL: "referrer, refers, connector, introducer, network, referrals, introductions",
    Field.ECONOMIC_BUYER: "decision makers, cfo, signer, primary contact role buyer",
    Field.CHAMPION: "supporter, contact inside, friend inside",
    Field.ALTERNATIVE: "versus, vs, rival, alternatives",
    Field.CURRENT_HOURS: """time, hours per quarter, hours per week, hours this quarter, effort, hours per month,
        time per week, hrs week, h, hours a week, hours qtr, bd, current""",
    Field.NOTES: "details, info, information, context, remark, history, further notes",
    Field.ACCOUNT_ID: """id, record id, code, number, ref, reference, client ref, record id company, no, external id,
        account, company""",
    Field.DEAL: "title, subject, name, opp, work, deal record, record name, description",
    Field.TYPE: "nonprofit, sector, classification, class, customer type, client type, type of customer",
    Field.DOMAIN: "site, link, www",
    Field.LEAD_SOURCE: """reference, channel, referrer, referral, via, campaign source, intro, heard of us from,
    heard from, heard about us, heard of us through, heard about us from, found us, found us through, how they found us,
    who sent them, where from, from where, where they came from, sent by, how we know them, how do we know them,
    how we met them, know them from, how they found me, how they found, how did they find us, how did they find me,
    how they heard of us, how they heard of me, how they heard about us, how they came to us, how they came to me,
    how we got them, how i got them, how i know them, how i met them, found me, found me through""",
    Field.NEXT_STEP_DATE: "next, next step, next steps, next action, action, follow up, to do",
    Field.LAST_CONTACT: "contacted, date sent, sent date, sent on, emailed, reached out",
    Field.NEXT_STEP: """next, next contact, next call, next meeting, plan, plan for q1, plan for q2, plan for q3,
        plan for q4, plan for next quarter, plan for the quarter, plan this quarter, todo, follow up date note,
        next project, next job, next piece of work, next work, what s next, what is next, what next, coming up""",
    Field.STATUS: "won lost status, open closed, result, closed won, stage, is closed, active",
    Field.LOST_REASON: "reason, reason description",
    Field.CREATED_ON: """invoice date, date of invoice, billing date, entered, start of record, last modified,
        last modified date, modified on, date, updated, first met, received""",
    Field.CLOSED_ON: "end date, finished, close date",
    Field.WON_ON: "last invoice, last invoice date, last billed, last order, last work",
}

NEVER = MappingProxyType(
    {
        Field.ANNUAL_FEE: patterns(
            """annual revenue, turnover, company revenue, annual turnover, their revenue, client revenue,
            company turnover, annual sales, gross revenue, employees, number of employees, market cap,
            company annual revenue, revenue range, client turnover, yearly revenue, balance, wip, work in progress,
            unbilled, wip balance, debtors, debtors balance, outstanding, amount due, balance due, amount outstanding,
            outstanding amount, open amount, open balance, offener betrag, offen, offene posten, restbetrag, montant du,
            reste du, reste a payer, solde du, importe pendiente, pendiente, saldo pendiente, openstaand,
            openstaand bedrag, openstaand saldo"""
        ),
        Field.OWNER: patterns(
            """deal owner id, account owner id, owner id, company owner id, opportunity owner id, lead owner id, handle,
            handles, twitter handle, instagram handle, social handle"""
        ),
        Field.DEAL: patterns(
            """job title, job titles, job role, job function, job position, job level, deal type, deal kind, deal size,
            deal category, opportunity type, opportunity size, project type, engagement type, matter type, job type,
            event type"""
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
        """first name, last name, surname, full name, contact name, contact person, job title, job position, role,
        contact role, buying role, phone, phone number, mobile, mobile phone, work phone, username, user name, user id,
        owner id, owner name"""
    )
)
"""Headers over persons: they name no field of an account, but show where a list of contacts or users begins."""

SURE: Mapping[Field, tuple[str, ...]] = MappingProxyType(
    {
        name: (
            *patterns(_SURE.get(name, "")),
            name.value.replace("_", " "),
            FIELDS[name].title.lower().replace(",", ""),
        )
        for name in Field
    }
)
LIKELY: Mapping[Field, tuple[str, ...]] = MappingProxyType(
    {name: patterns(f"{_LIKELY.get(name, '')}, {ELSEWHERE.get(name, '')}") for name in Field}
)
