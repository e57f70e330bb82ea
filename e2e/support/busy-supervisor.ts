import { randomUUID } from 'node:crypto'
import { type Account, account } from './accounts'
import { maintaining } from './database'
import { newcomer, openedCase } from './people'
import { onwards, post, type Sent } from './post'
import { prepareReferral, referralIn, submitReferral } from './referral'
import type { Page } from './test'

const OFFICE = 'GAO'

/** A supervisor of this test alone, with the demonstration's password. */
async function colleague(): Promise<Account & { id: string }> {
  const like = account('SUPERVISOR', { office: OFFICE })
  const id = randomUUID()
  const email = `${id}@relais.example`
  await maintaining(async (tx) => {
    await tx`insert into access.users (id, email, name, role) values (${id}, ${email}, 'Kadi Touré', 'SUPERVISOR')`
    await tx`insert into access.user_offices values (${id}, ${OFFICE})`
    await tx`insert into access.credentials (user_id, password_hash)
      select ${id}, c.password_hash from access.credentials c join access.users u on u.id = c.user_id where u.email = ${like.email}`
  })
  return { ...like, id, email, name: 'Kadi Touré' }
}

/** A page of the draft as its form would send it. */
async function change(lead: Page, code: string, id: string, page: string, values: Sent): Promise<void> {
  const [row] = await maintaining(
    (tx) => tx<{ version: number }[]>`select version from app.referrals where id = ${id}`,
  )
  const sent = { ...values, _version: String(row?.version) }
  onwards(await post(lead, `/api/v1/cases/${code}/refer/${id}/${page}`, sent))
}

/**
 * So many referrals that wait for one supervisor and nobody else: of a restricted case that names them. The first is
 * prepared on its pages, the others say the same by the same verbs.
 */
export async function busySupervisor(lead: Page, many: number): Promise<{ who: Account; code: string }> {
  const who = await colleague()
  const code = await openedCase(lead, newcomer(), { cercle: 'ML0702', risk: 'HIGH' })
  // Before anything waits: no other supervisor's numbers move.
  onwards(
    await post(lead, `/api/v1/cases/${code}/restrict`, { supervisors: who.id, restrictReason: 'REPRISAL' }),
  )
  const first = await prepareReferral(lead, code, {
    service: 'LEGAL_COUN',
    partner: 'NRC',
    reason: 'Conseil sur une plainte.',
  })
  await submitReferral(lead)
  const [like] = await maintaining(
    (tx) =>
      tx<
        { entry: string; facts: string[] }[]
      >`select entry_id as entry, facts from app.referrals where id = ${first}`,
  )
  const service = 'LEGAL_COUN'
  const yes = { answer: 'GIVEN', giver: 'SELF', mode: 'VERBAL_PHONE', language: 'ses' }
  for (let n = 1; n < many; n += 1) {
    const id = referralIn(
      `http://x${onwards(await post(lead, `/api/v1/cases/${code}/refer`, { ...yes, service }))}`,
    )
    const said = {
      service,
      entry: like?.entry ?? '',
      priority: 'NORMAL',
      reasonText: 'Conseil sur une plainte.',
    }
    await change(lead, code, id, 'service', said)
    await change(lead, code, id, 'share', { facts: like?.facts ?? [] })
    await change(lead, code, id, 'submit', { read: 'on' })
  }
  await maintaining((tx) => tx`delete from access.user_offices where user_id = ${who.id}`)
  return { who, code }
}
