import { type SQL, sql } from 'drizzle-orm'
import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { TASK_OF } from '@/lib/casework/cases/care'
import { careRests } from '@/lib/casework/cases/care-rests'
import { mayLead, mayWorkOn } from '@/lib/casework/cases/policy'
import { type Restriction, restrictionJson } from '@/lib/casework/cases/restriction'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import {
  type ConsentJson,
  consentJson,
  consentRow,
  type SaidConsent,
} from '@/lib/casework/consents/consent-rows'
import { judgedAgain } from '@/lib/casework/consents/judge-again'
import { saidYes } from '@/lib/casework/consents/said-yes'
import { type RetentionSettings, retentionSettings } from '@/lib/casework/endings/closing'
import { knownCode, pointingCodes } from '@/lib/casework/likeness/one-person'
import { birthOf } from '@/lib/casework/people/birth'
import { type PersonView, personView, principalOf } from '@/lib/casework/people/queries'
import { pending } from '@/lib/casework/transfers/pending'
import { duties, dutiful, hangingOn } from '@/lib/desks/work/duties'
import { caseTransfers } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { unwrap } from '@/lib/platform/vault/keys'
import { type OpenKey, type Place, unseal } from '@/lib/platform/vault/seal'

/** What the codes proposed, what was chosen, why it is less, and by whom. */
export type Rating = {
  proposed: string
  chosen: string
  restrict: boolean
  rules: string[]
  lowerReason: string | null
  openReason: string | null
  by: string
  at: string
}

/** Bytes inside JSON: base64. */
type B64 = string
type HeadJson = {
  lead: string
  lead_role: string
  office: string
  people: (Omit<PersonJson, 'identity'> & { identity: B64 })[]
  keys: { id: string; wrapped: B64; compartment: string }[]
  consents: ConsentJson[]
  counts: { assistance: number; referrals: number; notes: number; plan: number; documents: number }
  proposal: (Rating & { clocks: string[] | null; from: string; hourKnown: boolean }) | null
  duty: { kind: string; at: string } | null
  restriction: Restriction | null
  retention: RetentionSettings | null
  offered: boolean
  homeward: boolean
  care: string[] | null
  known: string | null
  pointing: string[] | null
  beside: unknown
}
type PersonJson = PersonView & { keyId: string }

/** What every page of a case shows above its own content, and what this actor may do there. */
export type CaseHead = {
  reach: CaseInReach
  lead: string
  leadRole: string
  office: string
  people: PersonView[]
  person: PersonView
  keys: Map<string, OpenKey>
  /** Newest first. */
  consents: SaidConsent[]
  counts: HeadJson['counts'] & { consents: number }
  /** The nearest of everything that falls due on this case, whoever of the team does it. */
  duty: { kind: string; at: Date } | null
  /** Clinical clocks that the codes propose and no care has met, and from when they run. */
  clinical: { clocks: string[]; from: Date; hourKnown: boolean } | null
  /** Until when care in time is owed by open tasks, whatever opened them. */
  care: Date[]
  /** The newest rating of the risk. */
  rating: Rating | null
  /** The restriction that stands, where the case is restricted. */
  restriction: Restriction | null
  /** Whether an offer of the case to another office or agency waits. */
  offered: boolean
  /** Whether a way home was opened on this case. */
  homeward: boolean
  /** Of the same person: the code of the file at which this one points, and of those that point at it, as far as they are in reach. */
  known: string | null
  pointing: string[]
  /** How long a closed file is kept, as the settings say it now; read for pages about an ending only. */
  retention: RetentionSettings
  /** What the page asked for besides, in the same statement: JSON. */
  beside: unknown
  /** `write`: words about the person, which wait for their yes. */
  may: { work: boolean; lead: boolean; write: boolean }
}

const taskOfClock = `case clock ${Object.entries(TASK_OF)
  .map(([clock, kind]) => `when '${clock}' then '${kind}'`)
  .join(' ')} end`

const bytes = (column: string) => `replace(encode(${column}, 'base64'), E'\\n', '')`

/** Columns of app.people by the names the program uses. */
const personJson = `json_build_object('id', p.id, 'caseId', p.case_id, 'officeId', p.office_id, 'sensitivity', p.sensitivity,
  'standing', p.standing, 'householdRole', p.household_role, 'sex', p.sex, 'birthYear', p.birth_year, 'ageBasis', p.age_basis,
  'nationalities', p.nationalities, 'displacementStatus', p.displacement_status, 'originCercle', p.origin_cercle,
  'documentStatus', p.document_status, 'languages', p.languages, 'specificNeeds', p.specific_needs, 'concerns', p.concerns,
  'safeContact', p.safe_contact, 'householdSize', p.household_size, 'careArrangement', p.care_arrangement,
  'separationCause', p.separation_cause, 'tracingStatus', p.tracing_status, 'functioning', p.functioning, 'keyId', p.key_id, 'version', p.version,
  'identity', ${bytes('p.identity')})`

/** Care met once, or in a partner's hands, is no clock of this page; a clock without its task yet is one. */
const unmetClocks = sql`(select json_agg(clock) from unnest(q.clocks) as clock where not exists (select from app.tasks t
  where t.case_id = q.case_id and t.kind = ${sql.raw(taskOfClock)} and (t.state <> 'OPEN' or ${careRests})
    and not exists (select from app.tasks o where o.subject_id = t.subject_id and o.kind = t.kind and o.state = 'OPEN' and o.id <> t.id)))`

const AHEAD_DAYS = 3660
/** What falls due on one case, by the rule of the home page; tasks of any holder. */
const dutiesOf = ({ actor: { now } }: Ctx, id: string) =>
  duties({
    ...hangingOn(sql`(select ${dutiful} from app.cases c where c.id = ${id}) c`, sql`= ${id}`),
    holder: sql`t.holder_id`,
    now,
    until: daysAfter(now, AHEAD_DAYS),
  })

/** `beside`: one more JSON column, so that a page with a question of its own asks no statement more. */
type Wanted = { ending?: boolean; beside?: (caseId: string) => SQL }

/** The case behind a code with its people, opened keys and counts: two statements. Nothing when out of sight. */
export async function caseHead(
  ctx: Ctx,
  code: string,
  { ending = false, beside }: Wanted = {},
): Promise<CaseHead | undefined> {
  const reach = await caseInReach(ctx, code)
  if (!reach) return undefined
  const { id } = reach.record
  const [row] = await ctx.tx.execute<HeadJson>(sql`
    select u.name as lead, u.role as lead_role, o.name as office,
      (select coalesce(json_agg(${sql.raw(personJson)} order by p.standing desc, p.birth_year, p.id), '[]')
        from app.people p where p.case_id = ${id}) as people,
      (select coalesce(json_agg(json_build_object('id', k.id, 'compartment', k.compartment,
        'wrapped', ${sql.raw(bytes('k.wrapped'))})), '[]') from vault.keys k where k.case_id = ${id} and k.scope in ('CASE', 'WORK')) as keys,
      (select coalesce(json_agg(${sql.raw(consentJson)} order by c.given_at desc), '[]')
        from app.consents c where c.case_id = ${id}) as consents,
      json_build_object(
        'assistance', (select count(*) from app.assistance a where a.case_id = ${id} and a.ended_at is null),
        'referrals', (select count(*) from app.referrals r where r.case_id = ${id}),
        'notes', (select count(*) from app.notes n where n.case_id = ${id}),
        'plan', (select count(*) from app.plan_actions a where a.case_id = ${id} and a.state = 'OPEN'),
        'documents', (select count(*) from app.documents d where d.case_id = ${id} and d.withdrawn_at is null)) as counts,
      (select json_build_object('proposed', q.risk, 'chosen', q.chosen_risk, 'restrict', q.restrict_proposed, 'rules', q.rules,
          'lowerReason', q.lower_reason, 'openReason', q.open_reason, 'by', (select b.name from access.users b where b.id = q.rated_by), 'at', q.rated_at,
          'hourKnown', q.happened_at is not null, 'clocks', ${unmetClocks}, 'from', coalesce(q.happened_at, ${reach.record.openedAt.toISOString()}::timestamptz))
        from app.case_proposals q where q.case_id = ${id}) as proposal,
      (select json_build_object('kind', d.kind, 'at', d.due_at) from (${dutiesOf(ctx, id)}) d order by d.due_at limit 1) as duty,
      ${restrictionJson(id)} as restriction, ${ending ? retentionSettings : sql`null`} as retention,
      (select json_agg(t.due_at) from app.tasks t where t.case_id = ${id} and t.state = 'OPEN' and t.kind in ('CARE_PEP', 'CARE_EC') and not ${careRests}) as care,
      exists(select from ${caseTransfers} where ${caseTransfers.caseId} = ${id} and ${pending}) as offered,
      exists(select from app.return_paths w where w.case_id = ${id}) as homeward,
      ${knownCode(ctx.actor, reach.record.mergedInto)} as known, ${pointingCodes(ctx.actor, id)} as pointing,
      ${beside?.(id) ?? sql`null`} as beside
    from access.users u, access.offices o where u.id = ${reach.record.leadId} and o.id = ${reach.record.officeId}`)
  if (!row) return undefined
  return headOf(ctx, reach, row)
}

function headOf({ actor }: Ctx, reach: CaseInReach, row: HeadJson): CaseHead | undefined {
  const wrapped = new Map(row.keys.map((key) => [key.id, Buffer.from(key.wrapped, 'base64')]))
  const people = row.people.map((json) => {
    const view = { ...json, identity: Buffer.from(json.identity, 'base64') }
    return personView(view, wrapped.get(json.keyId) ?? null)
  })
  const person = principalOf(people)
  if (!person) return undefined
  // An age corrected since may leave no rule that allows an answer: it says so wherever it is read.
  const consents = judgedAgain(row.consents.map(consentRow), {
    birth: birthOf(person),
    day: isoDayOf(actor.now),
    restricted: reach.record.sensitivity === 'S4',
  })
  const work = mayWorkOn(actor, reach).allowed
  return {
    reach,
    lead: row.lead,
    leadRole: row.lead_role,
    office: row.office,
    people,
    person,
    keys: new Map([...wrapped].map(([id, bytes]) => [id, unwrap({ id, wrapped: bytes })])),
    consents,
    counts: { ...row.counts, consents: consents.length },
    duty: row.duty && { kind: row.duty.kind, at: new Date(row.duty.at) },
    clinical: row.proposal && {
      clocks: row.proposal.clocks ?? [],
      from: new Date(row.proposal.from),
      hourKnown: row.proposal.hourKnown,
    },
    care: (row.care ?? []).map((due) => new Date(due)),
    rating: row.proposal,
    restriction: row.restriction,
    offered: row.offered,
    homeward: row.homeward,
    known: row.known,
    pointing: row.pointing ?? [],
    retention: row.retention ?? {},
    beside: row.beside,
    may: {
      work,
      lead: mayLead(actor, reach).allowed,
      write: work && hasAnswered({ reach, consents }),
    },
  }
}

/** Whether the person has agreed to a file, so that words about them may be kept. PURE. */
export const hasAnswered = ({ reach, consents }: Pick<CaseHead, 'reach' | 'consents'>): boolean =>
  reach.record.state !== 'DRAFT' || saidYes(consents)

/** Opens base64 bytes with one of the case's keys; undefined when that key is out of this reader's reach. */
export function openText(head: CaseHead, keyId: string, place: Place, sealed: B64): string | undefined {
  const key = head.keys.get(keyId)
  return key && unseal(key, place, Buffer.from(sealed, 'base64')).toString('utf8')
}

/** A page that needs nothing of a case but its head. */
export async function viewCaseHead(reading: Ctx, code: string) {
  const subject = { type: 'case', id: code }
  const head = await caseHead(reading, code)
  return head ? { view: head, subject: { ...subject, caseId: head.reach.record.id } } : { missing: subject }
}
