import { EntryEdit } from '@/app/_frame/entry-edit'
import { prepareEntry } from '@/lib/desks/directory/prepare-entry'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** An agency changes what its own entry says. */
export default async function EditOwnEntryPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read(
    { action: 'directory.edit-own', roles: ['PARTNER_FP'], session: 'partner' },
    (reading) => prepareEntry(reading, id, query),
  )
  return <EntryEdit page={page} list="/services" />
}
