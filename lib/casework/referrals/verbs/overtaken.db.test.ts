import { beforeAll, describe, expect, test } from 'vitest'
import { POST as close } from '@/app/api/v1/alerts/[id]/close/route'
import { POST as raise } from '@/app/api/v1/alerts/route'
import { POST as accept } from '@/app/api/v1/inbox/[id]/accept/route'
import { POST as approve } from '@/app/api/v1/referrals/[id]/approve/route'
import { POST as cancel } from '@/app/api/v1/referrals/[id]/cancel/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { raised } from '@/lib/testing/factories/alert-values'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, walk } from '@/lib/testing/factories/walk'
import { type Endpoint, post } from '@/lib/testing/requests'
import { overtakenAnswer } from '../sharing/overtaken'

let lead: SignedIn
let supervisor: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

async function acknowledged(): Promise<string> {
  const draft = draftReferral()
  await insertCases([ordinaryCase(lead.id, [draft])])
  await walk([draft.id], TO_ACKNOWLEDGED, supervisor.id)
  return draft.id
}

async function answerTo(as: SignedIn, endpoint: Endpoint, id: string, values: Record<string, string>) {
  const answer = await post(endpoint, { as, params: { id }, values })
  return { status: answer.status, page: await answer.text() }
}

describe('whoever comes second reads who decided, how it stands, and where to go on', () => {
  test('a supervisor who approves what has already left goes back to the queue', async () => {
    const id = await acknowledged()
    const { status, page } = await answerTo(supervisor, approve, id, { hash: 'a'.repeat(64) })
    expect(status).toBe(409)
    expect(page).toContain('Quelqu’un a agi avant vous')
    expect(page).toContain('Accusé de réception')
    expect(page).toContain('href="/queue"')
    expect(page).toContain(`href="/referrals/${id}"`)
  })

  test('whoever cancels after a colleague reads the colleague’s name', async () => {
    const id = await acknowledged()
    const first = await post(cancel, { as: supervisor, params: { id }, values: { cancelReason: 'NEED_MET' } })
    expect(first.status).toBe(303)
    const { status, page } = await answerTo(lead, cancel, id, { cancelReason: 'NEED_MET' })
    expect(status).toBe(409)
    expect(page).toContain('SUPERVISOR MOP')
    expect(page).toContain('Annulé')
    expect(page).not.toContain('href="/queue"')
  })

  test('a partner reads how it stands, and nobody of ours is named', () => {
    const row = { id: 'r', state: 'DECLINED' as const }
    expect(overtakenAnswer(row, 'referral-NOT_IN_STATE')).toMatchObject({
      by: null,
      now: 'referrals.state.DECLINED',
    })
    expect(overtakenAnswer(row, 'referral-ACCESS_ENDED')).toMatchObject({
      by: null,
      now: 'inbox.ended-meanwhile',
    })
    expect(overtakenAnswer(row, 'referral-TEAM_ONLY')).toBeUndefined()
  })

  test('a partner who accepts what we have just cancelled reads so, and goes to what is left of it', async () => {
    const id = await acknowledged()
    const agency = await signedIn('PARTNER_FP', 'UNICEF')
    await post(cancel, { as: supervisor, params: { id }, values: { cancelReason: 'NEED_MET' } })
    const { status, page } = await answerTo(agency, accept, id, { note: 'Nous l’attendons.' })
    expect(status).toBe(409)
    expect(page).toContain('Annulé')
    expect(page).toContain(`href="/inbox/${id}"`)
    expect(page).not.toContain('SUPERVISOR')
    expect(page).toContain('Nous l’attendons.')
  })

  test('an alert that a colleague closed says so by name', async () => {
    const agent = await signedIn('DTM_ENUM', 'MOP')
    const id = await raised(raise, agent)
    await post(close, { as: supervisor, params: { id }, values: { reason: 'NOT_FOUND' } })
    const second = await signedIn('SUPERVISOR', 'MOP')
    const { status, page } = await answerTo(second, close, id, { reason: 'NOT_FOUND' })
    expect(status).toBe(409)
    expect(page).toContain('SUPERVISOR MOP')
    expect(page).toContain('Pas de dossier')
    expect(page).toContain('href="/alerts"')
  })
})
