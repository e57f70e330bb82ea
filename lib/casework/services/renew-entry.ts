import type { FieldErrors, ValuesOf } from '@/lib/base/forms/form'
import { type Applied, type Ctx, verb } from '@/lib/platform/gate/verb'
import { capacityForm } from './form'
import { type EntryRow, lastChange, onAnyEntry, onOwnEntry, writeEntry } from './on-entry'
import { answerColumns, pauseProblem } from './write-values'

type Answer = ValuesOf<(typeof capacityForm)['fields']>

const doubts = ({ actor }: Ctx, _: EntryRow, answer: Answer): FieldErrors => pauseProblem(answer, actor.now)

async function renew(ctx: Ctx, row: EntryRow, answer: Answer, list: string): Promise<Applied> {
  const invalid = pauseProblem(answer, ctx.actor.now)
  if (Object.keys(invalid).length > 0) return { invalid }
  // Who looked and on which day, the database says.
  const written = await writeEntry(ctx, row, answerColumns(answer))
  if (!written) return { conflict: true }
  return {
    location: `${list}/${row.id}?done=renewed`,
    id: row.id,
    detail: { from: row.state, to: answer.capacity },
  }
}

const changed = async (ctx: Ctx, row: EntryRow) => ({
  ...(await lastChange(ctx, row)),
  now: `services.now.${row.state}` as const,
})

/** "Up to date today": the answer to one question, by an administrator. */
export const renewEntry = verb({
  name: 'directory.renew',
  ...onAnyEntry,
  form: capacityForm,
  page: ({ id }) => `/directory/${id}`,
  doubts,
  changed,
  apply: (ctx, row, answer) => renew(ctx, row, answer, '/directory'),
})

/** The same by the agency itself. */
export const renewOwnEntry = verb({
  name: 'directory.renew-own',
  ...onOwnEntry,
  form: capacityForm,
  page: ({ id }) => `/services/${id}`,
  doubts,
  changed,
  apply: (ctx, row, answer) => renew(ctx, row, answer, '/services'),
})
