import { sql } from 'drizzle-orm'
import { type Ctx, type Params, verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { ASIDE_HOURS, asideForm, rowForm } from './mark-form'
import { mayWait } from './may-wait'
import { queueAfter, rowPage, tabOf } from './queue-place'
import type { Waiting } from './waiting'
import { itemWaiting } from './waiting-item'

const onRow = {
  session: 'staff' as const,
  roles: ['SUPERVISOR'] as const,
  audit: ({ id = '' }: Params, row: Waiting | undefined) => ({
    type: 'queue',
    id,
    caseId: row?.caseId ?? null,
  }),
}

/** What came of a mark: it stands; the row stands there no more; somebody else is at it; it is not set aside. */
type Came = 'done' | 'gone' | 'taken' | 'never'
async function mark(
  { tx }: Ctx,
  what: 'CLAIM' | 'LATER',
  { id, kind }: Waiting,
  more?: { hours: number; why: string },
) {
  const [row] = await tx.execute<{ came: Came }>(
    sql`select app.mark_item(${what}, ${kind}, ${id}::uuid, ${more?.hours ?? null}::integer, ${more?.why ?? null}) as came`,
  )
  return row?.came ?? 'gone'
}

const notOthers = (row: Waiting) => (row.claim && !row.claim.mine ? denied('claimed') : allowed)

/** A supervisor is at a row: for an hour at most nobody else begins it. One of several who press at once. */
export const claimItem = verb({
  ...onRow,
  name: 'queue.claim',
  form: rowForm,
  page: ({ id }, { kind }) => queueAfter(kind, `item=${id}`),
  scope: (ctx, { id }, { of }) => itemWaiting(ctx, id, of),
  policy: (_, row) => notOthers(row),
  apply: async (ctx, row, { kind }) => {
    const came = await mark(ctx, 'CLAIM', row)
    return came === 'done' ? { location: queueAfter(kind, `item=${row.id}`), id: row.id } : { conflict: true }
  },
})

/** A row waits with a reason: out of this supervisor's list for a while, its clock running on. */
export const setAside = verb({
  ...onRow,
  name: 'queue.set-aside',
  form: asideForm,
  page: ({ id }, { of, kind }) => rowPage(id, 'aside', kind, of),
  scope: (ctx, { id }, { of }) => itemWaiting(ctx, id, of),
  policy: (_, row) => (mayWait(row) ? notOthers(row) : denied('harm-waits-not')),
  apply: async (ctx, row, { asideReason, asideFor, kind }) => {
    const came = await mark(ctx, 'LATER', row, { hours: ASIDE_HOURS[asideFor], why: asideReason })
    return came === 'done'
      ? { location: queueAfter(kind, `aside=${row.id}`), id: row.id }
      : { conflict: true }
  },
})

/** Lets a row go that this supervisor was at, or takes one up again that they set aside. */
export const letGo = verb({
  ...onRow,
  name: 'queue.let-go',
  form: rowForm,
  page: (_, { kind }) => queueAfter(kind, ''),
  scope: (ctx, { id }, { of }) => itemWaiting(ctx, id, of),
  policy: () => allowed,
  apply: async ({ tx }, { id, kind: of }, { kind }) => {
    await tx.execute(sql`select app.unmark_item(${id}::uuid)`)
    return { location: queueAfter(tabOf(kind) === 'later' ? '' : kind, `freed=${id}&of=${of}`), id }
  },
})
