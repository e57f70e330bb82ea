import { type Applied, type Ctx, verb } from '@/lib/platform/gate/verb'
import { keyForm } from './key-form'
import { type EntryRow, onAnyEntry, onOwnEntry, writeEntry } from './on-entry'
import { fingerprintOf } from './recipient'

async function keep(ctx: Ctx, row: EntryRow, recipient: string, list: string): Promise<Applied> {
  if (!(await writeEntry(ctx, row, { recipient }))) return { conflict: true }
  const detail = { key: recipient === '' ? 'none' : fingerprintOf(recipient) }
  return { location: `${list}/${row.id}?done=saved`, id: row.id, detail }
}

/** The administrator keeps the public key to which files for this entry are sealed. */
export const keepKey = verb({
  name: 'directory.keep-key',
  ...onAnyEntry,
  form: keyForm,
  page: ({ id }) => `/directory/${id}/key`,
  apply: (ctx, row, { recipient }) => keep(ctx, row, recipient, '/directory'),
})

/** The same by the agency itself. */
export const keepOwnKey = verb({
  name: 'directory.keep-own-key',
  ...onOwnEntry,
  form: keyForm,
  page: ({ id }) => `/services/${id}/key`,
  apply: (ctx, row, { recipient }) => keep(ctx, row, recipient, '/services'),
})
