import { randomUUID } from 'node:crypto'
import { isoDayOf } from '@/lib/base/time/days'
import { meetCare } from '@/lib/casework/cases/care'
import { type Done, meets } from '@/lib/casework/cases/meets'
import { notePlace } from '@/lib/casework/cases/note-place'
import { onCase } from '@/lib/casework/cases/on-case'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import { type CaseRow, caseInReach } from '@/lib/casework/cases/scope'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { answered, onlyAfterYes } from '@/lib/casework/consents/said-yes'
import { isCaseworker } from '@/lib/platform/access/roles'
import { notes } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { caseKey } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import { type DangerCode, raiseDanger } from './danger'
import { noteForm } from './form'

/** A note for the team, or sealed for the writer's own discipline. On a draft no word is kept before the person's yes. */
export const addNote = verb({
  ...onCase,
  name: 'note.add',
  form: noteForm,
  page: ({ code }) => `/cases/${code}/notes/new`,
  scope: async (ctx, { code }) => {
    const found = await caseInReach(ctx, code, true)
    return found && { ...found, yes: await answered(ctx, found.record) }
  },
  policy: (actor, reach) => onlyAfterYes(mayWorkOn(actor, reach), reach.yes),
  apply: async (ctx, { record }, { compartment, body, metOn, danger }) => {
    const { tx, actor } = ctx
    if (metOn > isoDayOf(actor.now)) return { invalid: { metOn: 'in-future' } }
    const readers = compartment === 'OWN' && isCaseworker(actor.role) ? actor.role : 'TEAM'
    const owner = { caseId: record.id, officeId: record.officeId, sensitivity: record.sensitivity }
    const key = await caseKey(tx, owner, readers)
    const id = randomUUID()
    const sealed = seal(key, notePlace(id), body)
    await tx.insert(notes).values({
      ...owner,
      id,
      compartment: readers,
      writtenBy: actor.userId,
      keyId: key.id,
      body: sealed,
    })
    if (danger) await raiseDanger(ctx, record, danger as DangerCode)
    const kept = !metOn || (await noteMeeting(ctx, record, metOn))
    // To the notes, with this one in sight.
    const location = `/cases/${record.code}/notes?done=added#note-${id}`
    return kept ? { location, id, detail: { note: id, compartment: readers } } : { conflict: true }
  },
})

/** The person was met on this day: seen, and the first time that is a first action. False when somebody was quicker. */
async function noteMeeting(ctx: Ctx, record: CaseRow, on: string): Promise<boolean> {
  const met: Done = { by: 'meeting', on, asked: isoDayOf(record.askedAt ?? record.openedAt) }
  await meetCare(ctx, record.id, met)
  return touchCase(ctx, record, { contactOn: on, acted: meets(met).firstAction })
}
