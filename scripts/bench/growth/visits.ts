import postgres from 'postgres'
import { EVERYWHERE, NORTHERN_BASE } from '@/drizzle/seed/scale/staffing'
import type { Served } from '../../instance/environment'
import { signIn } from '../served/browse'

export type Visit = { name: string; path: string; cookie: string }

/** Each page as whoever reads most there: a caseworker, a supervisor of two offices, the one of everything, others. */
export async function visitsOf(served: Served): Promise<Visit[]> {
  const worker = await signIn(served, (one) => one.role === 'SOCIAL_WORKER' && one.offices.includes('GAO'))
  const supervisor = await signIn(served, (one) => one.email === 'harouna.kounta@relais.example')
  const deputy = await signIn(served, (one) => one.email === 'mariam.keita@relais.example')
  const everything = await signIn(served, (one) => one.email === EVERYWHERE)
  const officer = await signIn(served, (one) => one.role === 'IM')
  const partner = await signIn(served, (one) => one.email === NORTHERN_BASE)
  const agency = await signIn(served, (one) => one.partner === 'UNICEF' && one.email !== NORTHERN_BASE)
  const enumerator = await signIn(served, (one) => one.role === 'DTM_ENUM' && one.offices.includes('GAO'))
  const visit = (who: string, cookie: string) => (name: string, path: string) => ({
    name: `${name}, ${who}`,
    path,
    cookie,
  })
  const [ofWorker, ofTwo, ofAll] = [
    visit('caseworker', worker),
    visit('supervisor of two', supervisor),
    visit('supervisor of all', everything),
  ]
  return [
    ofWorker('/work', '/work'),
    ofWorker('/referrals', '/referrals'),
    ofWorker('/cases', '/cases'),
    ofWorker('case page', `/cases/${await caseOf(served)}`),
    ...[ofTwo, ofAll].flatMap((of) => [
      of('/work', '/work'),
      of('/queue', '/queue'),
      of('/queue, tasks', '/queue?kind=task'),
      of('/referrals', '/referrals'),
      of('/referrals, closed', '/referrals?tab=closed'),
      of('/cases', '/cases'),
      of('/cases, closed', '/cases?view=closed'),
      of('/alerts', '/alerts'),
    ]),
    visit('deputy', deputy)('/queue', '/queue'),
    visit('base of two', partner)('/inbox', '/inbox'),
    visit('agency of all', agency)('/inbox', '/inbox'),
    visit('information officer', officer)('/statistics', '/statistics'),
    visit('information officer', officer)('/statistics, month before', '/statistics?month=2014-05'),
    visit('information officer', officer)('/work', '/work'),
    visit('enumerator', enumerator)('/alerts', '/alerts'),
  ]
}

/** The open case of the caseworker on which most happened. */
async function caseOf(served: Served): Promise<string> {
  const client = postgres(served.database.url, { max: 1, connection: { role: 'relais_owner' } as never })
  try {
    const [row] = await client.begin(async (tx) => {
      await tx`select set_config('relais.maintenance', 'on', true)`
      return tx<{ code: string }[]>`select c.code from app.cases c join access.users u on u.id = c.lead_id
        join app.referrals r on r.case_id = c.id join app.referral_events e on e.referral_id = r.id
        where u.email = 'fatoumata.maiga@relais.example' and c.state = 'OPEN' group by c.code
        order by count(*) desc, c.code limit 1`
    })
    return row?.code ?? ''
  } finally {
    await client.end()
  }
}
