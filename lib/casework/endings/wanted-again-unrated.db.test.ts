import { beforeAll, describe, expect, test } from 'vitest'
import { POST as record } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as giveBack } from '@/app/api/v1/cases/[code]/return-closure/route'
import { POST as safety } from '@/app/api/v1/cases/[code]/safety/route'
import { POST as withdraw } from '@/app/api/v1/cases/[code]/withdraw/route'
import { POST as openCase } from '@/app/api/v1/cases/route'
import { asksForRisk } from '@/lib/casework/registration/registration'
import { caseHead } from '@/lib/desks/case-file/head'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { adult } from '@/lib/testing/factories/consent-answers'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

const versionOf = async (table: 'cases' | 'people', code: string) => {
  const [row] =
    table === 'cases'
      ? await root()`select version from app.cases where code = ${code}`
      : await root()`select p.version from app.people p join app.cases c on c.id = p.case_id where c.code = ${code} and p.standing <> 'HOUSEHOLD'`
  return String(row?.version)
}

/** A draft that nobody rated, ended by the person, who says yes again; the supervisor gives it back. */
async function wantedAgain(): Promise<string> {
  const begun = await post(openCase, { as: lead, values: adult })
  const code = begun.headers.get('location')?.split('/')[2] ?? ''
  const params = { code }
  const ended = await post(withdraw, {
    as: lead,
    params,
    values: { withdrawReason: 'NOT_SAID', told: 'on', _version: await versionOf('cases', code) },
  })
  expect(ended.headers.get('location')).not.toContain('draft=')
  const yes = { purpose: 'CASE_MGMT', answer: 'GIVEN', giver: 'SELF', mode: 'SIGN', language: 'bam' }
  const said = await post(record, { as: lead, params, values: yes })
  expect(said.headers.get('location')).not.toContain('draft=')
  const given = await post(giveBack, {
    as: supervisor,
    params,
    values: { _version: await versionOf('cases', code) },
  })
  expect(given.headers.get('location')).toContain('done=wanted-again')
  return code
}

const standsAs = async (code: string) => {
  const head = await as(lead, (ctx) => caseHead(ctx, code))
  if (!head) throw new Error('no case')
  const { record } = head.reach
  return { state: record.state, asks: asksForRisk(record), risk: record.risk, mayRate: head.may.write }
}

describe('a draft that was never rated and is wanted again', () => {
  test('stands open, asks its team for the risk, and its limit is that of the highest', async () => {
    const code = await wantedAgain()
    expect(await standsAs(code)).toEqual({ state: 'OPEN', asks: true, risk: null, mayRate: true })
    const [row] = await root()`select next_due_kind as kind,
      next_due_at <= clock.casework_now() + interval '24 hours' as soon from app.cases where code = ${code}`
    expect(row).toEqual({ kind: 'first-action', soon: true })
  })

  test('asks no more once it is rated', async () => {
    const code = await wantedAgain()
    await post(safety, {
      as: lead,
      params: { code },
      values: { risk: 'MEDIUM', safeContact: 'IN_PERSON', _version: await versionOf('people', code) },
    })
    expect(await standsAs(code)).toEqual({ state: 'OPEN', asks: false, risk: 'MEDIUM', mayRate: true })
  })
})
