import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { offices, staffFunctions, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { StaffFunction } from './functions'

/** Who holds a function now for an office: its own holder first, then its region's, then the operation's. Active only. */
export async function holdersOf({ tx, actor }: Ctx, wanted: StaffFunction, officeId: string) {
  const rows = await tx
    .select({
      id: users.id,
      name: users.name,
      officeId: staffFunctions.officeId,
      region: staffFunctions.region,
    })
    .from(staffFunctions)
    .innerJoin(users, eq(users.id, staffFunctions.personId))
    .innerJoin(offices, eq(offices.id, officeId))
    .where(
      and(
        eq(staffFunctions.function, wanted),
        eq(users.active, true),
        lte(staffFunctions.fromAt, actor.now),
        or(isNull(staffFunctions.untilAt), gt(staffFunctions.untilAt, actor.now)),
        or(
          eq(staffFunctions.officeId, officeId),
          eq(staffFunctions.region, offices.region),
          and(isNull(staffFunctions.officeId), isNull(staffFunctions.region)),
        ),
      ),
    )
    .orderBy(asc(staffFunctions.fromAt), asc(users.name))
  return rows.toSorted((a, b) => nearness(a) - nearness(b)).map(({ id, name }) => ({ id, name }))
}

const nearness = ({ officeId, region }: { officeId: string | null; region: string | null }) =>
  officeId ? 0 : region ? 1 : 2
