import { EntryEdit } from '@/app/_frame/entry-edit'
import { prepareEntry } from '@/lib/desks/directory/prepare-entry'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** An administrator changes what an entry says. */
export default async function EditEntryPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'directory.edit', roles: ['ADMIN'] }, (reading) =>
    prepareEntry(reading, id, query),
  )
  return <EntryEdit page={page} list="/directory" />
}
