import { type SQL, sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { CaseFilter } from './filter'
import { type ViewName, viewNames } from './forms'
import { theirs, within } from './within'

/** A view somebody kept. `office`: the office it is for; nothing: one's own. `mine`: this actor may name and drop it. */
export type KeptView = {
  id: string
  name: ViewName
  office: { id: string; name: string } | undefined
  mine: boolean
  filter: CaseFilter
}

type Row = Omit<CaseFilter, 'sort'> & {
  id: string
  name: ViewName
  officeId: string | null
  officeName: string | null
  mine: boolean
  by: CaseFilter['sort']['by']
  falling: boolean
}

/** The views within reach, an office's before one's own, each in the order of their names. One statement; twelve a place at most. */
export const keptViews = (ctx: Ctx): Promise<KeptView[]> => read(ctx, sql`true`)

/** One of them. */
export async function keptView(ctx: Ctx, id: string | undefined): Promise<KeptView | undefined> {
  return isUuid(id) ? (await read(ctx, sql`v.id = ${id}::uuid`))[0] : undefined
}

async function read({ tx, actor }: Ctx, which: SQL): Promise<KeptView[]> {
  const rows = await tx.execute<Row>(sql`
    select v.id, v.name, v.office_id as "officeId", o.name as "officeName", ${theirs(actor)} as mine, v.of_view as view, v.risk, v.turn,
      v.sex, v.of_office as office, v.of_lead as lead, v.sort as by, v.falling
    from app.case_views v left join access.offices o on o.id = v.office_id
    where ${within(actor)} and ${which}
    order by o.name nulls last, array_position(${sql.param(`{${viewNames.join(',')}}`)}::text[], v.name)`)
  return [...rows].map(viewOf)
}

const viewOf = ({ id, name, officeId, officeName, mine, by, falling, ...filter }: Row): KeptView => ({
  id,
  name,
  mine,
  office: officeId && officeName ? { id: officeId, name: officeName } : undefined,
  filter: {
    view: filter.view,
    risk: filter.risk ?? undefined,
    turn: filter.turn ?? undefined,
    sex: filter.sex ?? undefined,
    office: filter.office ?? undefined,
    lead: filter.lead ?? undefined,
    sort: { by, falling },
  },
})
