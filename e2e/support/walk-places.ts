import { type Account, all } from './accounts'
import { maintaining } from './database'
import { pagesOf } from './pages-of-roles'

const home: Record<string, string> = { PARTNER_FP: '/inbox', DTM_ENUM: '/alerts' }

type Found = { path: string }

/** Where a walk begins: home, the menu, and one case, referral and alert of every state within a person's reach. */
export async function startingPlaces({ email, role, partner }: Account): Promise<string[]> {
  const found = await maintaining(async (tx) => {
    const mine = tx`select c.id, c.code, c.state, c.risk from app.cases c join access.users u on u.email = ${email}
      where (u.role = 'SUPERVISOR' and c.sensitivity = 'S3' and c.office_id in
          (select office_id from access.user_offices where user_id = u.id))
        or c.lead_id = u.id`
    if (role === 'PARTNER_FP')
      return tx<Found[]>`select distinct on (state) '/inbox/' || id as path from app.referrals
        where partner_code = ${partner} and sent_at is not null
          and last_at > clock.casework_now() - interval '90 days' order by state, last_at desc`
    if (role === 'DTM_ENUM')
      return tx<Found[]>`select distinct on (a.state) '/alerts/' || a.id as path from app.alerts a
        join access.users u on u.id = a.raised_by where u.email = ${email}
        and a.raised_at > clock.casework_now() - interval '30 days' order by a.state, a.raised_at desc`
    const cases = await tx<
      Found[]
    >`select distinct on (state) '/cases/' || code as path from (${mine}) m order by state, code`
    const referrals = await tx<Found[]>`select distinct on (r.state) '/referrals/' || r.id as path
      from app.referrals r join (${mine}) m on m.id = r.case_id order by r.state, r.last_at desc`
    const emergency = await tx<
      Found[]
    >`select '/cases/' || m.code || '/refer/' || r.id || '/emergency' as path
      from app.referrals r join (${mine}) m on m.id = r.case_id
      where r.state in ('DRAFT', 'RETURNED') and r.priority = 'EMERGENCY' and ${role} <> 'SUPERVISOR' limit 1`
    const review = await tx<Found[]>`select '/queue/' || r.id || '/review' as path
      from app.referrals r join (${mine}) m on m.id = r.case_id
      where r.emergency_path and r.reviewed_at is null and ${role} = 'SUPERVISOR' limit 1`
    // The queue opens nothing by itself, so no link leads from its list to what is done with one of its rows.
    const decide = await tx<Found[]>`select '/queue/' || waiting.id || '/' || act as path
      from (select r.id from app.referrals r join (${mine}) m on m.id = r.case_id
        where r.state = 'PENDING_APPROVAL' and ${role} = 'SUPERVISOR' limit 1) waiting
        cross join unnest(array['return', 'reassign', 'aside?of=approve']) as act`
    // A line leads to several at once only where two of low risk wait for one agency.
    const together = await tx<
      Found[]
    >`select '/queue/together?partner=' || r.partner_code || '&service=' || r.service as path
      from app.referrals r join (${mine}) m on m.id = r.case_id
      where r.state = 'PENDING_APPROVAL' and ${role} = 'SUPERVISOR' order by r.id limit 1`
    // Behind a form that asks for its language: what leaves on paper, of what its agency reads now.
    const paper = await tx<Found[]>`select '/referrals/' || r.id || '/form?language=en&carry=NOT_SAFE' as path
      from app.referrals r join (${mine}) m on m.id = r.case_id join app.consents c on c.id = r.consent_id
      where r.state in ('SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS') and r.partner_deleted_at is null
        and c.status in ('GIVEN', 'ASSENT') and not exists (select from app.shares s where s.referral_id = r.id
          and (s.ended_at is not null or s.until < clock.casework_now()::date)) order by r.last_at desc limit 1`
    // Behind a form that asks what the answer is about: what leaves for an organisation, with or without lines of the directory.
    const asking = await tx<Found[]>`select '/cases/' || m.code || '/consents/new?for=' || about as path
      from (select code from (${mine}) x where state = 'OPEN' order by code limit 1) m
        cross join unnest(array['STATS', 'REFERRAL&partner=ICRC', 'REFERRAL&partner=SAMU']) as about
      where ${role} = any(array['SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER'])`
    // Behind a form too: what a reason wants checked before the team asks to close.
    const closing = await tx<Found[]>`select '/cases/' || m.code || '/ask-closure?reason=GOALS_MET' as path
      from (select code from (${mine}) x where state = 'OPEN' order by code limit 1) m
      where ${role} = any(array['SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER'])`
    // Cases on their way to somebody else, of which a walk would otherwise meet none.
    const offered = await tx<Found[]>`select distinct '/cases/' || m.code as path
      from app.case_transfers x join (${mine}) m on m.id = x.case_id
      where x.state = 'OFFERED' or (x.state = 'ACCEPTED' and x.kind = 'EXTERNAL')`
    // Cases on a path of return: few, and each with pages of its own.
    const returning = await tx<Found[]>`select '/cases/' || m.code || '/return' as path
      from app.return_paths p join (${mine}) m on m.id = p.case_id`
    // What three disciplines do: the parts of an open case, and of one that has a plan, papers, a day to keep, a colleague.
    const parts = await tx<Found[]>`select distinct '/cases/' || x.code || x.part as path from (
        select m.code, part from (select code from (${mine}) y where state = 'OPEN' order by code limit 1) m
          cross join unnest(array['/plan', '/follow-ups', '/assessments', '/documents', '/team', '/return', '/papers']) as part
        union all (select m.code, '/plan' from (${mine}) m join app.plan_actions a on a.case_id = m.id and a.state = 'OPEN'
          where m.state = 'OPEN' order by a.owner = 'US' desc, m.code limit 1)
        union all (select m.code, '/documents' from (${mine}) m join app.documents d on d.case_id = m.id and d.withdrawn_at is null
          where m.state = 'OPEN' order by m.code limit 1)
        union all (select m.code, '/follow-ups' from (${mine}) m join app.appointments a on a.case_id = m.id and a.state = 'PLANNED'
          where m.state = 'OPEN' order by m.code limit 1)
        union all (select m.code, '/assessments' from (${mine}) m join app.assessments a on a.case_id = m.id
          where m.state = 'OPEN' order by a.state, m.code limit 1)
        union all (select m.code, part from (select y.code from (${mine}) y join app.case_members b on b.case_id = y.id
            and b.until is null and b.capacity = 'MEMBER' where y.state = 'OPEN' order by y.code limit 1) m
          cross join unnest(array['', '/team']) as part)) x
      where ${role} <> 'SUPERVISOR' or x.part <> '/team'`
    return [
      ...parts,
      ...together,
      ...paper,
      ...returning,
      ...cases,
      ...referrals,
      ...emergency,
      ...review,
      ...decide,
      ...asking,
      ...closing,
      ...offered,
    ]
  })
  // Several at once: which agency and service stands in its address, above.
  const fixed = (pagesOf[role] ?? []).filter(
    (pattern) => !pattern.includes('[') && pattern !== '/queue/together',
  )
  return [home[role] ?? '/work', ...fixed, ...found.map(({ path }) => path)]
}

/** Of the people with this role, whoever leads referrals in most states (and, of social workers, has a kept list and a case on offer): their pages show most. */
export async function busiest(role: string): Promise<Account> {
  const rows = await maintaining(
    (tx) => tx<{ email: string }[]>`select u.email from access.users u
    left join app.cases c on c.lead_id = u.id left join app.referrals r on r.case_id = c.id or r.partner_code = u.partner_code
    where u.role = ${role} and u.email = any(${all.map(({ email }) => email)}) group by u.id, u.email, u.role
    order by u.role = 'SOCIAL_WORKER' and exists (select from app.case_views v where v.owner_id = u.id) and exists (select
        from app.case_transfers t join app.cases k on k.id = t.case_id where k.lead_id = u.id and t.kind = 'EXTERNAL' and t.state = 'OFFERED') desc,
      count(distinct r.state) desc, u.email limit 1`,
  )
  const found = all.find(({ email }) => email === rows[0]?.email)
  if (!found) throw new Error(`nobody has the role ${role}`)
  return found
}
