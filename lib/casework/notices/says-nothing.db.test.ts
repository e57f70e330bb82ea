import { afterAll, beforeAll, expect, test } from 'vitest'
import { env } from '@/lib/platform/env/env'
import { runDueJobs } from '@/lib/platform/jobs/run'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { moved, TO_SENT } from '@/lib/testing/factories/walk'
import { mailServer } from '@/lib/testing/mail-server'
import { NOTICE_RULES } from './rules'
import { sendNotice } from './send-notice'

let lead: SignedIn
let supervisor: SignedIn
let partner: SignedIn
let mail: Awaited<ReturnType<typeof mailServer>>

beforeAll(async () => {
  mail = await mailServer()
  Object.assign(env(), { mail: { url: mail.url, from: 'relais@relais.example' } })
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  partner = await signedIn('PARTNER_FP', 'UNICEF')
})
afterAll(() => mail.close())

/** A letter without its number and its date: all that may differ. */
const rest = (raw: string) => raw.replaceAll(/^(Message-ID|Date): .*$/gim, '$1')

test('whatever happened, a reader gets the same letter to the byte, so nothing of a referral can be in it', async () => {
  const services = ['CP_BIA', 'CP_CASE_MGMT']
  const letters = new Map<string, Set<string>>()
  let told = 0
  // Each event once, of one service or the other: a letter costs a thread.
  const events = [...new Map(NOTICE_RULES.map(({ event, by }) => [event, by]))]
  const ours = [lead.id, supervisor.id]
  for (const [turn, service] of services.entries()) {
    const by = { lead: lead.id, supervisor: supervisor.id }
    const id = await moved(by, TO_SENT, { service })
    for (const [event, parties] of events.filter((_, n) => n % services.length === turn)) {
      await root()`delete from app.notices`
      await root()`delete from jobs.outbox`
      await root()`delete from app.notice_lines`
      await root()`select app.tell(r, ${event}, ${`${id}/${event}`}, ${parties[0] ?? ''}, null) from app.referrals r where r.id = ${id}`
      await root()`delete from jobs.outbox where subject_id in
        (select id from app.notices where to_user is not null and to_user <> all(${ours}))`
      await root()`update jobs.outbox set run_at = now()`
      mail.received.length = 0
      await runDueJobs([sendNotice])
      const [row] =
        await root()`select array_agg(carried_by::text) as ids, count(*)::int as n from app.notices where state = 'SENT'`
      told += Number(row?.n)
      for (const { to, raw, messageId } of mail.received) {
        expect(row?.ids).toContain(messageId.replaceAll(/[<>]|@.*/g, ''))
        const key = to.join(' ')
        letters.set(key, (letters.get(key) ?? new Set()).add(rest(raw)))
        expect(raw).not.toContain(to[0])
      }
    }
  }
  expect(told).toBeGreaterThanOrEqual(events.length)
  for (const person of [lead, supervisor, partner])
    expect([
      person.role,
      letters.get([...letters.keys()].find((key) => key.includes(person.email)) ?? '')?.size,
    ]).toEqual([person.role, 1])
})
