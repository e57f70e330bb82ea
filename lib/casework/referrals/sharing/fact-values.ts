import { bornOn } from '@/lib/base/time/age-on'
import type { FactKey } from '@/lib/casework/consents/facts'
import { shareableNeeds } from './labels'
import type { ServiceCode } from './need-profiles'

/** A value that can be sealed: plain JSON, nothing else. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json }

/** A document that goes along, as the slip names it: no title, no day. `id` pins which it is. */
export type Paper = { id: string; kind: string; format: string; size: number }

/**
 * What we may know of a person when a referral is written. All optional: an absent value is absent from
 * the payload too. Codes are those of the code lists; dates are `YYYY-MM-DD`.
 */
export type FactSource = {
  service: ServiceCode
  priority: string
  sex?: string | undefined
  ageBand?: string | undefined
  cercle?: string | undefined
  vulnerable?: boolean | undefined
  specificNeeds?: readonly string[] | undefined
  givenName?: string | undefined
  familyName?: string | undefined
  birthDate?: string | undefined
  birthYear?: number | undefined
  ageBasis?: string | undefined
  motherName?: string | undefined
  phone?: string | undefined
  /** `notTold`: whom the person wants told nothing; it goes wherever the way to reach them goes. */
  safeContact?:
    | { mode: string; detail?: string | undefined; notTold?: readonly string[] | undefined }
    | undefined
  meetingPlace?: string | undefined
  languages?: readonly string[] | undefined
  nationalities?: readonly string[] | undefined
  displacementStatus?: string | undefined
  originCercle?: string | undefined
  documentStatus?: string | undefined
  /** Everybody by age, or only how many the person said. */
  household?:
    | { adults: number; children: number; underFive?: number | undefined }
    | { people: number }
    | undefined
  caregiver?: { name: string; relation: string; contact?: string | undefined } | undefined
  separation?: { cause: string; since?: string | undefined; lastPlace?: string | undefined } | undefined
  disability?: readonly string[] | undefined
  /** Documents that go along, in their order. */
  papers?: readonly Paper[] | undefined
  reasonText?: string | undefined
}

type Loose = { readonly [key: string]: Json | undefined }

/** Copies only the named fields that hold something, so that an extra field of the source never travels. */
function only(fields: Loose): Json | undefined {
  const kept = Object.entries(fields).filter((entry): entry is [string, Json] => {
    const value = entry[1]
    return value !== undefined && value !== ''
  })
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

const list = (items: readonly string[] | undefined): Json | undefined =>
  items && items.length > 0 ? [...items] : undefined

const text = (value: string | undefined): Json | undefined => (value === '' ? undefined : value)

/** Answers that say why we do not know: they stay in the file, and no partner reads them as a fact. */
const UNTOLD = ['UNK', 'NOT_ASKED', 'DECLINED']
const told = (value: string | undefined): Json | undefined =>
  value !== undefined && UNTOLD.includes(value) ? undefined : text(value)

/** How each fact is read from the source: the only door between a person's record and a payload. */
const READERS: Record<FactKey, (s: FactSource) => Json | undefined> = {
  need: (s) => s.service,
  urgency: (s) => s.priority,
  sex: (s) => text(s.sex),
  age_band: (s) => text(s.ageBand),
  cercle: (s) => text(s.cercle),
  vulnerable: (s) => s.vulnerable,
  coded_needs: (s) => list(shareableNeeds(s.service, s.specificNeeds ?? [])),
  name: (s) => only({ given: s.givenName, family: s.familyName }),
  birth: (s) =>
    only({ ...bornOn({ date: s.birthDate, year: s.birthYear, basis: s.ageBasis }), basis: s.ageBasis }),
  mother_name: (s) => text(s.motherName),
  phone: (s) => text(s.phone),
  safe_contact: (s) =>
    s.safeContact &&
    only({
      mode: s.safeContact.mode,
      detail: s.safeContact.detail,
      notTold: list(s.safeContact.notTold),
    }),
  meeting_place: (s) => text(s.meetingPlace),
  language: (s) => list(s.languages),
  nationality: (s) => list(s.nationalities),
  displacement_status: (s) => told(s.displacementStatus),
  origin: (s) => told(s.originCercle),
  documents: (s) => told(s.documentStatus),
  household: (s) =>
    s.household &&
    only(
      'people' in s.household
        ? { people: s.household.people }
        : {
            adults: s.household.adults,
            children: s.household.children,
            underFive: s.household.underFive,
          },
    ),
  caregiver: (s) =>
    s.caregiver &&
    only({ name: s.caregiver.name, relation: s.caregiver.relation, contact: s.caregiver.contact }),
  separation: (s) =>
    s.separation &&
    only({ cause: s.separation.cause, since: s.separation.since, lastPlace: s.separation.lastPlace }),
  disability: (s) => list(s.disability),
  papers: (s) =>
    s.papers && s.papers.length > 0
      ? s.papers.map(({ id, kind, format, size }) => ({ id, kind, format, size }))
      : undefined,
  reason_text: (s) => text(s.reasonText),
}

/** The value of one fact as it would leave, `undefined` if we do not know it. */
export const factValue = (fact: FactKey, source: FactSource): Json | undefined => READERS[fact](source)
