import { sql } from 'drizzle-orm'
import { isoDayOf } from '@/lib/base/time/days'
import { type PeopleSaid, peopleSaid } from '@/lib/casework/services/queries'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import type { LoopRow } from './loop'
import { HOLDS, loopCounts, loopTimes } from './loop-measures'
import { monthOfDay, monthsBack, parseMonth } from './months'

/** What people said is null where it would be somebody's word. */
export type OwnRow = Omit<LoopRow, 'confirmed' | 'contested'> &
  Record<'confirmed' | 'contested', number | null>
type Found = {
  whole: OwnRow[] | null
  rows: OwnRow[] | null
  reasons: { code: string; declined: number }[] | null
  said: PeopleSaid | null
  since: string | null
}

/** An agency's own month: what its base received and what came of it, and what people say of it. One statement. */
export async function readOwnLoop({ tx, actor }: Reading, query: Query) {
  const today = isoDayOf(actor.now)
  const month = parseMonth(one(query, 'month') ?? monthOfDay(today))?.code
  const subject = { type: 'month', id: month ?? String(one(query, 'month')) }
  if (!month || month > monthOfDay(today)) return { missing: subject }
  const day = `${month}-01`
  const [found] =
    await tx.execute<Found>(sql`with f as materialized (select * from app.received_between(${day}::date, ${day}::date) f)
    select (select json_agg(to_jsonb(g) || jsonb_build_object('confirmed', g.c, 'contested', g.d)) from (select ''::text as code, ${loopCounts}, ${loopTimes},
        max(f.all_confirmed) as c, max(f.all_contested) as d from f having count(*) > 0) g) as whole,
      (select json_agg(case when g.told then to_jsonb(g) else to_jsonb(g) || '{"confirmed": null, "contested": null}' end order by g.code)
        from (select f.service as code, ${loopCounts}, ${loopTimes}, bool_and(f.confirmed is not null) as told from f group by 1) g) as rows,
      (select json_agg(g order by g.declined desc, g.code) from (select f.decline_reason as code, count(*)::int as declined
        from f where ${HOLDS.declined} group by 1) g) as reasons,
      ${peopleSaid(sql`${actor.partner}::text`)} as said,
      (select p.agreement_from::text from app.partners p where p.code = ${actor.partner}) as since`)
  const since = monthOfDay(found?.since ?? '')
  return {
    view: {
      month,
      // None before the agreement began; the one that is read stands among them.
      months: monthsBack(monthOfDay(today), 24).filter((one) => one >= since || one === month),
      whole: found?.whole?.[0],
      rows: found?.rows ?? [],
      reasons: found?.reasons ?? [],
      said: found?.said ?? null,
    },
    subject,
    detail: { count: found?.whole?.[0]?.sent ?? 0 },
  }
}
export type OwnLoopView = Extract<Awaited<ReturnType<typeof readOwnLoop>>, { view: unknown }>['view']
