import { EntryKey } from '@/app/_frame/entry-key'
import { prepareKey } from '@/lib/desks/directory/prepare-entry'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** An agency keeps the public key of its own entry. */
export default async function OwnKeyPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const spec = { action: 'directory.keep-own-key', roles: ['PARTNER_FP'], session: 'partner' } as const
  const page = await read(spec, (reading) => prepareKey(reading, id, query))
  return <EntryKey page={page} list="/services" />
}
