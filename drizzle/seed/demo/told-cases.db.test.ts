import { beforeAll, describe, expect, test } from 'vitest'
import { root } from '@/lib/testing/database'
import told from '../reference/told-cases.json'
import { seedDemo } from '../seed'
import { demoFiles } from './demo-cases'
import { planDemo } from './plan-demo'

beforeAll(async () => {
  await root()`truncate access.offices, access.users, app.cercle_offices, app.partners cascade`
  await root()`update app.instance set demo = true`
  const demo = planDemo()
  const codes = demoFiles().map((file) => file.case.code)
  const files = demo.files.filter((file) => codes.some((code) => code === file.case.code))
  const alerts = demo.alerts.filter(({ id }) => files.some((file) => file.case.alertId === id))
  expect(await seedDemo({ ...demo, files, alerts })).toBe('seeded')
})

type Lines = Record<'file' | 'consents' | 'referrals' | 'help' | 'donor', string[]>

/** The same lines as the expectation has them, read from what was seeded. */
async function stands(start: string): Promise<Lines> {
  const sql = root()
  const [file] =
    await sql`select c.id, concat_ws(' ', c.state, c.risk, c.sensitivity, c.closure_reason, c.cercle, c.source,
      'opened', c.opened_at::date, 'closed ' || c.closed_at::date, 'asked ' || x.asked_at::date) as line
    from app.cases c left join app.case_closings x on x.case_id = c.id where c.code like ${`${start}%`}`
  const id = String(file?.id)
  const consents =
    await sql`select concat_ws(' ', c.given_at::date, c.purpose, c.partner_code, c.service, c.status, c.giver,
      c.legal_basis, c.reason, c.mode, c.language, 'until ' || c.withdrawn_at::date, 'confirmed ' || f.at::date,
      ': ' || nullif(array_to_string(array(select f from unnest(c.facts) f order by f), ' '), '')) as line
    from app.consents c left join app.consent_confirmations f on f.consent_id = c.id and f.says = 'YES' where c.case_id = ${id}`
  const day = (...states: string[]) =>
    sql`(select min(e.at)::date from app.referral_events e where e.referral_id = r.id and e.to_state in ${sql(states)})`
  const referrals =
    await sql`select concat_ws(' ', r.partner_code, r.service, r.priority, r.state, 'sent ' || ${day('SENT')},
      'read ' || ${day('ACKNOWLEDGED')}, 'decided ' || ${day('ACCEPTED', 'DECLINED')}, 'done ' || ${day('COMPLETED')}) as line
    from app.referrals r where r.case_id = ${id}`
  const help =
    await sql`select concat_ws(' ', a.given_on, a.service, a.quantity) as line from app.assistance a where a.case_id = ${id} and a.ended_at is null`
  const donors =
    await sql`select distinct a.donor as line from app.assistance a where a.case_id = ${id} and a.ended_at is null`
  const lines = (rows: readonly { line?: unknown }[]) => rows.map(({ line }) => String(line)).sort()
  return {
    file: lines(file ? [file] : []),
    consents: lines(consents),
    referrals: lines(referrals),
    help: lines(help),
    donor: lines(donors),
  }
}

describe('each told case stands as its story says: state, every answer with its facts, services, days', () => {
  test.each(Object.entries(told.cases))('%s', async (start, { file, consents, referrals, help, donor }) => {
    expect(await stands(start)).toEqual({
      file: [file],
      consents: [...consents].sort(),
      referrals: [...referrals].sort(),
      help: [...help].sort(),
      donor: [donor],
    })
  })
})

test('the soap-maker has her grant and its visits, the man from Guinea his way home', async () => {
  const rows = await root()`select c.code, p.kind, p.origin_country, p.return_country, g.total, g.state,
      array(select v.visit || ' ' || v.visited_on from app.grant_visits v where v.case_id = c.id) as visits,
      array(select s.step from app.return_steps s where s.case_id = c.id and s.state = 'DONE' order by s.on_day) as done,
      array(select t.kind || ' ' || t.reason || ' ' || t.due_at::date from app.tasks t where t.case_id = c.id and t.state = 'OPEN'
        and t.kind in ('RETURN_STEP', 'GRANT_VISIT', 'GRANT_DELIVER')) as asked,
      (select count(*)::int from app.assistance a where a.case_id = c.id and a.service = 'REINT_IGA') as grants
    from app.return_paths p join app.cases c on c.id = p.case_id left join app.return_grants g on g.case_id = c.id order by c.code`
  expect(rows.map((row) => ({ ...row }))).toMatchObject([
    {
      kind: 'HOME',
      origin_country: 'TUN',
      return_country: 'MLI',
      total: 350_000,
      state: 'APPROVED',
      visits: ['M1 2014-06-25'],
      asked: ['GRANT_VISIT M3 2014-09-04'],
      grants: 1,
    },
    {
      kind: 'TO_RETURN',
      origin_country: 'DZA',
      return_country: 'GIN',
      total: null,
      done: ['FITNESS', 'TRAVEL_DOC', 'TICKET', 'DEPARTURE', 'ARRIVAL', 'CONTACT_7'],
      asked: [],
      grants: 0,
    },
  ])
})
