import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'

export type Holder = { name: string; compartment: string; since: string }
export type AskedOpening = {
  id: string
  to: string
  by: string
  compartment: string
  at: string
  askedAs: string
  reason: string
  mine: boolean
  dueAt: string
  endsAt: string
}
/** An opening that this reader asked for and that nobody answered in time. */
export type ExpiredOpening = { id: string; to: string; compartment: string; at: string }
/** What the notes of a case stand in, as far as this reader may know it. */
export type Around = {
  team: { name: string; role: string }[]
  /** Who holds the keys of the reader's discipline; for supervision of every one. */
  holders: Holder[]
  /** Sealed notes of the reader's own discipline without their key. */
  closed: number
  /** Openings that wait. */
  asked: AskedOpening[]
  /** Those this reader asked for that ended unanswered, until somebody asks again. */
  expired: ExpiredOpening[]
  /** Whether there is a colleague on the case to whom this reader could open sealed notes. */
  missing: boolean
  /** Danger flags that are up: the code and whose note it stands beside, without a word of it. */
  flags: { id: string; code: string; discipline: string; by: string; at: string; mine: boolean }[]
  /** Flags that came down, newest first: by whom and why. */
  lowered: { code: string; by: string; at: string; reason: string | null }[]
  counts: { team: number; own: number }
}

/** Everything beside the list itself, as one JSON column of another statement: an `Around`. */
export const aroundJson = (
  { actor }: Pick<Ctx, 'actor'>,
  caseId: string,
) => sql`(select to_json(beside) from (select
    (select coalesce(json_agg(json_build_object('name', u.name, 'role', u.role) order by m.capacity, u.name), '[]')
      from app.case_members m join access.users u on u.id = m.user_id
      where m.case_id = ${caseId} and m.until is null and m.capacity in ('LEAD', 'MEMBER')) as team,
    (select coalesce(json_agg(json_build_object('name', h.name, 'compartment', h.compartment, 'since', h.since) order by h.compartment, h.since), '[]')
      from (select u.name, k.compartment, min(k.since) as since from vault.key_holders k join access.users u on u.id = k.user_id
        where k.case_id = ${caseId} and k.until is null group by u.id, u.name, k.compartment) h) as holders,
    app.notes_closed_to_me(${caseId}) as closed,
    (select coalesce(json_agg(json_build_object('id', o.id, 'to', t.name, 'by', b.name, 'compartment', o.compartment,
        'at', o.asked_at, 'askedAs', o.asked_as, 'reason', o.reason, 'mine', o.asked_by = ${actor.userId},
        'dueAt', o.due_at, 'endsAt', o.ends_at) order by o.asked_at), '[]')
      from app.key_openings o join access.users t on t.id = o.to_user join access.users b on b.id = o.asked_by
      where o.case_id = ${caseId} and o.answer is null and o.ends_at > ${actor.now.toISOString()}::timestamptz) as asked,
    (select coalesce(json_agg(json_build_object('id', o.id, 'to', t.name, 'compartment', o.compartment, 'at', o.ends_at) order by o.ends_at), '[]')
      from app.key_openings o join access.users t on t.id = o.to_user
      where o.case_id = ${caseId} and o.asked_by = ${actor.userId} and coalesce(o.answer, 'EXPIRED') = 'EXPIRED'
        and o.ends_at <= ${actor.now.toISOString()}::timestamptz and not exists (select from app.key_openings n where n.case_id = o.case_id
          and n.to_user = o.to_user and n.compartment = o.compartment and n.asked_at > o.asked_at)) as expired,
    exists (select from app.missing_holders(${caseId})) as missing,
    (select coalesce(json_agg(json_build_object('id', d.id, 'code', d.code, 'discipline', d.discipline, 'by', u.name,
        'at', d.raised_at, 'mine', d.discipline = ${actor.role}) order by d.raised_at desc), '[]')
      from app.danger_flags d join access.users u on u.id = d.raised_by where d.case_id = ${caseId} and d.lowered_at is null) as flags,
    (select coalesce(json_agg(json_build_object('code', d.code, 'by', d.name, 'at', d.lowered_at, 'reason', d.lowered_for)
        order by d.lowered_at desc), '[]')
      from (select d.*, u.name from app.danger_flags d join access.users u on u.id = d.lowered_by
        where d.case_id = ${caseId} and d.lowered_at is not null order by d.lowered_at desc limit 5) d) as lowered,
    (select json_build_object('team', count(*) filter (where n.compartment = 'TEAM'), 'own', count(*) filter (where n.compartment <> 'TEAM'))
      from app.notes n where n.case_id = ${caseId}) as counts) beside)`
