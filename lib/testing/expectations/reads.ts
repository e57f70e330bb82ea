import type { Person } from '../actors'
import type { CaseSpec } from '../factories/case-rows'
import {
  hearsPerson,
  type Placed,
  partnerReadsStage,
  partnerSees,
  readsCompartment,
  seesCase,
  worksOn,
} from '../factories/oracle'
import { readsLeave } from './leaves'

/** Who reads one row, told from the design: where the row stands, and nothing of how a policy is written. */
export type About =
  | { kind: 'case'; one: CaseSpec }
  | { kind: 'compartment'; one: CaseSpec; compartment: string }
  /** Answers of an assessment: of which part, and who filled it in. */
  | { kind: 'assessed'; one: CaseSpec; part: string; authorId: string | undefined }
  /** Who holds which key of a discipline, and to whom it is opened. */
  | { kind: 'holding'; one: CaseSpec; discipline: string }
  | { kind: 'flag'; one: CaseSpec; discipline: string }
  /** Sealed for its author and the lead. */
  | { kind: 'own document'; one: CaseSpec; author: string }
  /** Who is at a row of the supervisors' queue, or set it aside. */
  | { kind: 'mark'; one: CaseSpec }
  | { kind: 'alert'; officeId: string }
  | { kind: 'psea'; hearerId: string }
  | { kind: 'staff' }
  /** A case offered to Timbuktu, where `open` still: there its supervisors read it; a restricted one is asked of the supervisor there by name. */
  | { kind: 'offer'; one: CaseSpec; open: boolean }
  /** A view of the case list: somebody's own, or for whoever works on cases in an office. */
  | { kind: 'view'; ownerId?: string; officeId?: string }
  /** What was said of two files: for whoever may open both. */
  | { kind: 'pair'; one: CaseSpec; other: CaseSpec }
  /** When somebody of ours is away. */
  | { kind: 'leave'; of: Person }
  /** By what people are found: looked for by functions, read by no login. */
  | { kind: 'nobody' }
  /** What the person answered when asked. */
  | { kind: 'answered'; one: CaseSpec }
  /** Of a referral: what the agency reads of it too. */
  | { kind: 'sent'; one: CaseSpec; placed: Placed; stage?: 1 | 2 }

/** Beside a sealed note: its code is for the lead, the supervisor and whoever shares the discipline on the case. */
const readsFlag = (person: Person, one: CaseSpec, discipline: string) =>
  person.role === 'SUPERVISOR' ? seesCase(person, one) : worksOn(person, one) && person.role === discipline

const isLead = (person: Person, one: CaseSpec) =>
  person.role !== 'SUPERVISOR' &&
  one.members.some(({ userId, capacity, ended }) => userId === person.id && capacity === 'LEAD' && !ended)

/** A part by its discipline on the case; the incident by the lead, the survivor's words by a psychologist; all by whoever filled it in. */
const readsAssessed = (person: Person, one: CaseSpec, part: string, authorId: string | undefined) => {
  if (part === 'TEAM') return seesCase(person, one)
  if (person.role === 'SUPERVISOR' || !worksOn(person, one)) return false
  if (person.id === authorId) return true
  return part === 'INCIDENT'
    ? isLead(person, one)
    : person.role === (part === 'WORDS' ? 'PSYCHOLOGIST' : part)
}

const isAsked = (person: Person) => person.role === 'SUPERVISOR' && person.offices.includes('TBT')

export function readsRow(person: Person, about: About): boolean {
  if (person.role === 'PARTNER_FP') {
    if (about.kind !== 'sent') return false
    return about.stage
      ? partnerReadsStage(person, about.placed, about.stage)
      : partnerSees(person, about.placed)
  }
  switch (about.kind) {
    case 'case':
    case 'sent':
      return seesCase(person, about.one)
    case 'mark':
      return person.role === 'SUPERVISOR' && seesCase(person, about.one)
    case 'compartment':
      return readsCompartment(person, about.one, about.compartment)
    case 'holding':
      return readsFlag(person, about.one, about.discipline)
    case 'flag':
      return isLead(person, about.one) || readsFlag(person, about.one, about.discipline)
    case 'assessed':
      return readsAssessed(person, about.one, about.part, about.authorId)
    case 'own document':
      return (
        person.role !== 'SUPERVISOR' &&
        worksOn(person, about.one) &&
        (person.id === about.author || isLead(person, about.one))
      )
    case 'alert':
      return person.role === 'SUPERVISOR' && person.offices.includes(about.officeId)
    case 'offer':
      return seesCase(person, about.one) || (about.open && isAsked(person))
    case 'psea':
      return person.id === about.hearerId
    case 'answered':
      return hearsPerson(person, about.one)
    case 'staff':
      return true
    case 'nobody':
      return false
    case 'leave':
      return readsLeave(person, about.of)
    case 'view':
      return about.officeId === undefined
        ? person.id === about.ownerId
        : ['SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR'].includes(person.role) &&
            person.offices.includes(about.officeId)
    case 'pair':
      return seesCase(person, about.one) && seesCase(person, about.other)
  }
}

/** All that an agency's login may ask for: its side of a referral, what was sealed for it and the talk about it. */
const AGENCY: Readonly<Record<string, readonly string[]>> = {
  'app.referrals':
    'id partner_code office_id base_office_id service priority version sent_at answered_at settled_at ended_at expected_on outcome outcome_on last_at partner_state partner_due_at partner_due_kind partner_deleted_at reading_since'.split(
      ' ',
    ),
  'app.referral_events':
    'id referral_id verb from_state to_state at party channel their_reason version'.split(' '),
  'app.referral_messages': 'id referral_id at author_id party key_id body'.split(' '),
  'app.shares': 'id referral_id partner_code stage key_id payload sealed_at ended_at until'.split(' '),
  'app.share_papers': 'share_id n document_id'.split(' '),
  'app.documents': 'message_id format size'.split(' '),
  'app.document_pieces': 'document_id part n sealed'.split(' '),
  'vault.keys': 'id scope share_id document_id wrapped'.split(' '),
}

/** Our own people read whole rows; an agency the columns of its side alone, never ours, never the case. */
export const readsColumn = (person: Person, table: string, column: string): boolean =>
  person.role !== 'PARTNER_FP' || (AGENCY[table]?.includes(column) ?? false)
