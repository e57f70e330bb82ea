import type { Fields, Form } from '@/lib/base/forms/form'
import type { people } from '@/lib/platform/db/schema'
import { householdForm, identityForm, memberForm, safetyForm, situationForm } from './form'
import { functioningForm } from './functioning-form'
import type { Identity } from './identity'

/**
 * Where each answer about a person is kept: the one place that says field → column or sealed part. The kind of an answer,
 * its list and its rule stand in its form; its label in the wording, as `people.<field>.label`. PURE.
 */
export type Kept =
  /** A plain column of `app.people`, by the name the program uses. */
  | { in: 'column'; column: keyof typeof people.$inferSelect }
  /** A part of `app.people.identity`, sealed with the team's key. */
  | { in: 'sealed'; part: keyof Identity }
  /** A column of the case. */
  | { in: 'case'; column: 'risk' }
  /** With the rating of the risk: `app.case_proposals`. */
  | { in: 'rating'; column: 'lowerReason' | 'openReason' | 'happenedAt' | 'rules' }
  /** Kept with another field: read as a code of the list there, or decides what stands there. */
  | { in: 'field'; field: string; as: 'name' | 'steers' }

const column = (name: keyof typeof people.$inferSelect): Kept => ({ in: 'column', column: name })
const sealed = (part: keyof Identity): Kept => ({ in: 'sealed', part })
const rating = (name: 'lowerReason' | 'openReason' | 'happenedAt' | 'rules'): Kept => ({
  in: 'rating',
  column: name,
})
const withField = (field: string, as: 'name' | 'steers'): Kept => ({ in: 'field', field, as })

export type KeptForm = { form: Form; fields: Readonly<Record<string, Kept>> }
/** A form with a place for each of its fields: one without does not compile. */
const kept = <F extends Fields>(form: Form<F>, fields: Record<keyof F & string, Kept>): KeptForm => ({
  form: form as unknown as Form,
  fields,
})

export const KEPT = {
  identity: kept(identityForm, {
    given: sealed('given'),
    family: sealed('family'),
    nameUnknown: withField('given', 'steers'),
    alias: sealed('alias'),
    sex: column('sex'),
    birthDate: sealed('birthDate'),
    age: column('birthYear'),
    ageUnsaid: sealed('ageUnsaid'),
    ageBasis: column('ageBasis'),
    nationalities: column('nationalities'),
    moreNationality: withField('nationalities', 'name'),
    languages: column('languages'),
    moreLanguage: withField('languages', 'name'),
    motherName: sealed('motherName'),
    documentStatus: column('documentStatus'),
  }),
  household: kept(householdForm, {
    householdRole: column('householdRole'),
    householdSize: column('householdSize'),
    sizeUnsaid: sealed('sizeUnsaid'),
    caregiver: sealed('caregiver'),
    careArrangement: column('careArrangement'),
    separationCause: column('separationCause'),
    tracingStatus: column('tracingStatus'),
    siblings: sealed('siblings'),
  }),
  member: kept(memberForm, {
    memberGiven: sealed('given'),
    memberSex: column('sex'),
    memberAge: column('birthYear'),
    ageUnsaid: sealed('ageUnsaid'),
    memberRole: column('householdRole'),
  }),
  situation: kept(situationForm, {
    displacementStatus: column('displacementStatus'),
    originCercle: column('originCercle'),
    village: sealed('village'),
    concerns: column('concerns'),
    moreConcern: withField('concerns', 'name'),
    concernsUnsaid: sealed('concernsUnsaid'),
    specificNeeds: column('specificNeeds'),
    moreNeed: withField('specificNeeds', 'name'),
  }),
  functioning: kept(functioningForm, {
    WG_SEE: column('functioning'),
    WG_HEAR: column('functioning'),
    WG_WALK: column('functioning'),
    WG_REM: column('functioning'),
    WG_SELF: column('functioning'),
    WG_COM: column('functioning'),
  }),
  safety: kept(safetyForm, {
    gbvType: rating('rules'),
    hoursSince: rating('happenedAt'),
    risk: { in: 'case', column: 'risk' },
    lowerReason: rating('lowerReason'),
    openReason: rating('openReason'),
    safeContact: column('safeContact'),
    contactDetail: sealed('contactDetail'),
    phone: sealed('phone'),
    meetingPlace: sealed('meetingPlace'),
    withholdFrom: sealed('withholds'),
    withholdReason: sealed('withholds'),
    warning: sealed('warning'),
  }),
} as const
export type KeptPage = keyof typeof KEPT
