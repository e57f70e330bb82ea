import { type SQL, sql } from 'drizzle-orm'
import type { Turn } from '@/lib/casework/cases/lines'
import type { Identity } from '@/lib/casework/people/identity'
import { openIdentity } from '@/lib/casework/people/sealed-identity'
import type { ReferralState } from '@/lib/casework/referrals/machine/states'
import { taskNamed } from '@/lib/desks/work/duties'
import type { Reading } from '@/lib/platform/gate/read'
import { unwrap } from '@/lib/platform/vault/keys'

type Sealed = { personId: string | null; wrapped: string | null; keyId: string | null; sealed: string | null }

/** A living case as its row shows it. What stands in `task…` and `referral…` is its most pressing step; ms where a time is meant. */
type Line = {
  id: string
  /** What the list is ordered by, as the address of the next page carries it. */
  mark: string | null
  code: string
  state: string
  sensitivity: string
  risk: string | null
  turn: Turn
  leadId: string
  officeId: string
  version: number
  /** The person speaks, as codes. */
  languages: string[]
  lead: string
  due: number | null
  since: number | null
  dueKind: string | null
  subjectType: 'case' | 'task' | 'referral' | null
  taskKind: string | null
  referralState: ReferralState | null
  partner: string | null
  opened: number
  lastContactOn: string | null
  sex: string | null
  birthYear: number | null
  ageBasis: string | null
  specificNeeds: string[] | null
  concerns: string[] | null
  displacementStatus: string | null
}
export type LineRow = Line & { identity: Pick<Identity, 'given' | 'family' | 'birthDate'> }

const base64 = (column: string) => sql.raw(`replace(encode(${column}, 'base64'), E'\\n', '')`)

/**
 * The rows of a page: `page` selects lines within reach, each with its `mark` and its `place`. Of the sealed name only its first letters are shown, of the birth date the age;
 * of a restricted case neither is opened. One statement.
 */
export async function lineRows({ tx }: Reading, page: SQL): Promise<LineRow[]> {
  const rows = await tx.execute<Line & Sealed>(sql`
    select l.case_id as id, l.mark, l.code, l.state, l.sensitivity, l.risk, l.turn, l.lead_id as "leadId", l.office_id as "officeId", c.version, u.name as lead,
      extract(epoch from l.due_at)::float8 * 1000 as due, c.next_due_kind as "dueKind", l.subject_type as "subjectType",
      extract(epoch from case l.subject_type when 'task' then t.opened_at when 'referral' then coalesce(r.settled_at, r.sent_at, r.last_at)
        else coalesce(case when c.next_due_kind = 'follow-up' then l.last_contact_on::timestamptz end, l.opened_at) end)::float8 * 1000 as since,
      ${taskNamed} as "taskKind", r.state as "referralState", r.partner_code as partner,
      extract(epoch from l.opened_at)::float8 * 1000 as opened, l.last_contact_on::text as "lastContactOn",
      p.id as "personId", p.sex, p.birth_year as "birthYear", p.age_basis as "ageBasis", p.specific_needs as "specificNeeds", coalesce(p.languages, '{}') as languages,
      p.concerns, p.displacement_status as "displacementStatus", p.key_id as "keyId",
      case when l.sensitivity = 'S3' then ${base64('k.wrapped')} end as wrapped,
      case when l.sensitivity = 'S3' then ${base64('p.identity')} end as sealed
    from ${page} l join app.cases c on c.id = l.case_id
      join access.users u on u.id = l.lead_id
      left join app.people p on p.case_id = l.case_id and p.standing = 'PRINCIPAL'
      left join vault.keys k on k.id = p.key_id
      left join app.tasks t on l.subject_type = 'task' and t.id = l.subject_id
      left join app.referrals r on l.subject_type = 'referral' and r.id = l.subject_id
    order by l.place`)
  return rows.map(opened)
}

function opened({ personId, wrapped, keyId, sealed, ...line }: Line & Sealed): LineRow {
  if (!personId || !wrapped || !keyId || !sealed)
    return { ...line, identity: { given: '', family: '', birthDate: '' } }
  const key = unwrap({ id: keyId, wrapped: Buffer.from(wrapped, 'base64') })
  const { given, family, birthDate } = openIdentity(key, personId, Buffer.from(sealed, 'base64'))
  return { ...line, identity: { given, family, birthDate } }
}
