import { expect } from 'vitest'
import { changesOf } from '@/lib/casework/history/changes'
import { caseHead } from '@/lib/desks/case-file/head'
import { as, type SignedIn, signedIn } from '../actors'
import { root } from '../database'
import { type Endpoint, post } from '../requests'
import { insertCases } from './case-rows'
import { makeReadable } from './readable'

export const SAFETY = {
  risk: 'MEDIUM',
  safeContact: 'CALL_OK',
  contactDetail: '',
  phone: '65000001',
  meetingPlace: '',
  withholdReason: '',
  warning: 'son oncle écoute',
}
export const HOUSEHOLD = { householdRole: 'HOH', householdSize: '4', sizeUnsaid: '' }

/** A lead, a colleague on the case, the office's supervisor, and a caseworker of the office who is not on it. */
export type Team = Record<'lead' | 'colleague' | 'supervisor' | 'stranger', SignedIn>

export const team = async (): Promise<Team> => ({
  lead: await signedIn('SOCIAL_WORKER', 'MOP'),
  colleague: await signedIn('PSYCHOLOGIST', 'MOP'),
  supervisor: await signedIn('SUPERVISOR', 'MOP'),
  stranger: await signedIn('SOCIAL_WORKER', 'MOP'),
})

/** An open case of this team whose past can be read. */
export async function keptCase({ lead, colleague }: Team) {
  const id = crypto.randomUUID()
  const members = [
    { userId: lead.id, capacity: 'LEAD' as const },
    { userId: colleague.id, capacity: 'MEMBER' as const },
  ]
  await insertCases([{ id, officeId: 'MOP', sensitivity: 'S3', leadId: lead.id, members, referrals: [] }])
  await makeReadable(id)
  const [row] = await root()`select code from app.cases where id = ${id}`
  const code = String(row?.code)
  return {
    id,
    code,
    /** Its lines as they are stored, oldest first. */
    lines: () => root()`select xmin::text as xid, * from app.case_changes where case_id = ${id} order by id`,
    /** As somebody reads it, newest first. */
    past: (who: SignedIn) =>
      as(who, async (ctx) => {
        const head = await caseHead(ctx, code)
        return head ? (await changesOf(ctx, { caseId: id, keys: head.keys })).shown : []
      }),
    /** One save, which has to be taken. */
    save: async (endpoint: Endpoint, values: Record<string, string | string[]>, who = lead) => {
      const answer = await post(endpoint, { as: who, params: { code }, values })
      expect([answer.status, answer.headers.get('location')?.includes('draft=')]).toEqual([303, false])
    },
  }
}
export type KeptCase = Awaited<ReturnType<typeof keptCase>>
