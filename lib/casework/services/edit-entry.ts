import { eq } from 'drizzle-orm'
import type { FieldErrors, ValuesOf } from '@/lib/base/forms/form'
import { cercleOffices } from '@/lib/platform/db/schema'
import { type Applied, type Ctx, verb } from '@/lib/platform/gate/verb'
import { entryForm } from './form'
import { type EntryRow, lastChange, onAnyEntry, onOwnEntry, writeEntry } from './on-entry'
import { factColumns, factsShown } from './write-values'

type Facts = ValuesOf<(typeof entryForm)['fields']>

/** The cercles that an office reaches. */
export async function cerclesOf({ tx }: Pick<Ctx, 'tx'>, office: string): Promise<string[]> {
  const rows = await tx
    .select({ cercle: cercleOffices.cercle })
    .from(cercleOffices)
    .where(eq(cercleOffices.officeId, office))
    .orderBy(cercleOffices.cercle)
  return rows.map(({ cercle }) => cercle)
}

/** An entry reaches cercles of its office; what it had before it may keep. */
async function doubts(ctx: Ctx, row: EntryRow, { cercles }: Facts): Promise<FieldErrors> {
  const known = [...(await cerclesOf(ctx, row.officeId)), ...row.cercles]
  return cercles.every((code) => known.includes(code)) ? {} : { cercles: 'not-a-code' }
}

async function edit(ctx: Ctx, row: EntryRow, facts: Facts, list: string): Promise<Applied> {
  const invalid = await doubts(ctx, row, facts)
  if (Object.keys(invalid).length > 0) return { invalid }
  const written = await writeEntry(ctx, row, factColumns(facts))
  return written ? { location: `${list}/${row.id}?done=saved`, id: row.id } : { conflict: true }
}

const current = async (ctx: Ctx, row: EntryRow) => ({
  values: factsShown(row),
  ...(await lastChange(ctx, row)),
})

/** For whom, where, when, at what price: what an entry says beside the answer of the week. */
export const editEntry = verb({
  name: 'directory.edit',
  ...onAnyEntry,
  form: entryForm,
  page: ({ id }) => `/directory/${id}/edit`,
  doubts,
  current,
  apply: (ctx, row, facts) => edit(ctx, row, facts, '/directory'),
})

/** The same by the agency itself. */
export const editOwnEntry = verb({
  name: 'directory.edit-own',
  ...onOwnEntry,
  form: entryForm,
  page: ({ id }) => `/services/${id}/edit`,
  doubts,
  current,
  apply: (ctx, row, facts) => edit(ctx, row, facts, '/services'),
})
