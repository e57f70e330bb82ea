import postgres from 'postgres'
import { directory, partners } from '@/drizzle/seed/demo/directory'
import { flowPoints, offices } from '@/drizzle/seed/demo/places'
import { insertFoundations } from '@/drizzle/seed/insert/people-and-places'

/** The morning at which every test begins, in casework time; real time is years later. */
export const MORNING = '2014-06-30T09:00:00.000Z'

/** Offices, flow points, partners and the directory, without a single person. Written once, into the template. */
export async function layFoundations(superuserUrl: string): Promise<void> {
  const client = postgres(superuserUrl, { max: 1, onnotice: () => {} })
  try {
    await client.begin(async (tx) => {
      await tx`update app.instance set casework_offset = ${MORNING}::timestamptz - now()`
      const nobody = { users: [], functions: [], files: [], alerts: [], views: [] }
      await insertFoundations(
        tx,
        { now: MORNING, offices, flowPoints, partners, directory, ...nobody },
        new Map(),
      )
    })
    await client.unsafe('analyze')
  } finally {
    await client.end()
  }
}
