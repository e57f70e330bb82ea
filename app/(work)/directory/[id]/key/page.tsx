import { EntryKey } from '@/app/_frame/entry-key'
import { prepareKey } from '@/lib/desks/directory/prepare-entry'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** An administrator keeps the public key of an agency's entry. */
export default async function EntryKeyPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'directory.keep-key', roles: ['ADMIN'] }, (reading) =>
    prepareKey(reading, id, query),
  )
  return <EntryKey page={page} list="/directory" />
}
