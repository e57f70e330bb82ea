import { z } from 'zod'
import { isCode } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import {
  carried,
  choice,
  choices,
  code,
  codeList,
  day,
  longText,
  optionalNumber,
  text,
  tick,
} from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { uuid } from '@/lib/base/forms/uuid'
import { ageErrors, listErrors, nameErrors } from './identity-errors'
import { lowerLevel, searchErrors } from './two-levels'

/** A code nobody has to give; '' = not answered. */
export const maybeCode = (
  list: ListName,
  options: { as?: 'radio' | 'select'; among?: readonly string[] } = {},
) => ({
  ...code(list, { ...options, optional: true }),
  schema: z
    .string()
    .default('')

    .refine((value) => value === '' || (isCode(list, value) && (options.among?.includes(value) ?? true)), {
      error: 'not-a-code',
    }),
})

/** A number the page asks for, which may be missing when the field after it says why. */
const numberOr = (bounds: { min: number; max: number; width: 4 }) => ({
  ...optionalNumber(bounds),
  optional: false,
})

type Named<T> = readonly [name: string, value: T]

/** Exactly one of the two is answered: the number, or why there is none. PURE. */
function numberOrWhy(
  [name, number]: Named<number | null>,
  [why, unsaid]: Named<string>,
): Record<string, string> {
  if (number === null && unsaid === '') return { [name]: 'required' }
  return number !== null && unsaid !== '' ? { [why]: 'both' } : {}
}

/** Page 1 of registration. */
export const identityForm = form({
  noun: 'people',
  fields: {
    given: { ...text({ max: 80, optional: true }), optional: false },
    family: text({ max: 80, optional: true }),
    nameUnknown: tick(),
    alias: text({ max: 80, optional: true }),
    sex: code('sex', { as: 'radio' }),
    birthDate: day({ optional: true, quiet: true }),
    age: optionalNumber({ min: 0, max: 110, width: 4 }),
    ageUnsaid: maybeCode('unsaid'),
    ageBasis: maybeCode('age_basis', { as: 'radio' }),
    nationalities: codeList('nationality'),
    moreNationality: text({ max: 60, optional: true }),
    languages: codeList('spoken'),
    moreLanguage: text({ max: 60, optional: true }),
    motherName: text({ max: 80, optional: true }),
    documentStatus: code('document_status', { as: 'radio' }),
  },
  check: (values) => ({
    ...nameErrors(values),
    ...ageErrors(values),
    ...listErrors(
      'nationality',
      ['nationalities', values.nationalities],
      ['moreNationality', values.moreNationality],
    ),
    ...listErrors('spoken', ['languages', values.languages], ['moreLanguage', values.moreLanguage]),
  }),
})

/** Page 2: the household as counted; its members are added one by one beside it. */
export const householdForm = form({
  noun: 'people',
  fields: {
    // Not asked of whoever lives alone: the number says it.
    householdRole: { ...maybeCode('household_role', { as: 'radio' }), optional: false },
    householdSize: numberOr({ min: 1, max: 60, width: 4 }),
    sizeUnsaid: maybeCode('unsaid'),
    caregiver: text({ max: 120, optional: true }),
    careArrangement: maybeCode('care_arrangement'),
    separationCause: maybeCode('separation_cause'),
    tracingStatus: maybeCode('tracing_status'),
    siblings: longText({ max: 300, optional: true, rows: 2 }),
  },
  check: ({ householdRole, householdSize, sizeUnsaid }): Record<string, string> => ({
    ...numberOrWhy(['householdSize', householdSize], ['sizeUnsaid', sizeUnsaid]),
    ...(!householdRole && householdSize !== 1 && { householdRole: 'required' }),
    ...(householdRole === 'ALONE' && (householdSize ?? 1) > 1 && { householdSize: 'alone' }),
  }),
})

export const memberForm = form({
  noun: 'people',
  fields: {
    memberGiven: text({ max: 80, optional: true }),
    memberSex: choice(['F', 'M', 'X', 'U']),
    memberAge: numberOr({ min: 0, max: 110, width: 4 }),
    ageUnsaid: maybeCode('unsaid'),
    memberRole: code('household_role', {
      among: [
        'HOH',
        'SPOUSE',
        'CHILD',
        'PARENT',
        'OTHER_REL',
        'FOSTERED',
        'UNRELATED',
        'UNK',
        'NOT_ASKED',
        'DECLINED',
      ],
    }),
  },
  check: ({ memberAge, ageUnsaid }) => numberOrWhy(['memberAge', memberAge], ['ageUnsaid', ageUnsaid]),
})

export const removeMemberForm = form({
  noun: 'people',
  fields: { member: carried(uuid()) },
})

/** Page 3. */
export const situationForm = form({
  noun: 'people',
  fields: {
    displacementStatus: code('displacement_status', { as: 'typed' }),
    originCercle: code('origin', { as: 'typed' }),
    village: text({ max: 120, optional: true }),
    concerns: codeList('protection_concern', {
      among: lowerLevel('protection_concern'),
      grouped: true,
    }),
    moreConcern: text({ max: 60, optional: true }),
    concernsUnsaid: maybeCode('unsaid'),
    specificNeeds: codeList('specific_need', { among: lowerLevel('specific_need'), grouped: true }),
    moreNeed: text({ max: 60, optional: true }),
  },
  check: ({ concerns, moreConcern, concernsUnsaid, specificNeeds, moreNeed }): Record<string, string> => ({
    ...searchErrors('protection_concern', ['moreConcern', moreConcern], concerns),
    ...searchErrors('specific_need', ['moreNeed', moreNeed], specificNeeds),
    ...(concerns.length === 0 && !moreConcern && !concernsUnsaid && { concerns: 'required' }),
    ...((concerns.length > 0 || moreConcern !== '') && concernsUnsaid && { concernsUnsaid: 'both' }),
  }),
})

/** Page 4: how fast, how to reach the person without harm, and whom never to tell. */
export const safetyForm = form({
  noun: 'people',
  fields: {
    // Asked for what the codes propose; kept only as the rules that spoke.
    gbvType: maybeCode('gbv_type'),
    hoursSince: optionalNumber({ min: 0, max: 8760, width: 4 }),
    risk: choice(['HIGH', 'MEDIUM', 'LOW']),
    // Asked for only where less than proposed was chosen: the verb says when.
    lowerReason: maybeCode('risk_lower_reason'),
    openReason: maybeCode('risk_lower_reason'),
    safeContact: code('safe_contact', { as: 'radio' }),
    contactDetail: text({ max: 200, optional: true }),
    phone: text({ max: 30, optional: true, width: 12, inputMode: 'tel' }),
    meetingPlace: text({ max: 200, optional: true }),
    withholdFrom: choices(['FAMILY', 'AUTHORITIES', 'ARMED_ACTORS']),
    withholdReason: maybeCode('withhold_reason', { as: 'radio' }),
    warning: longText({ max: 300, optional: true, rows: 2 }),
  },
  check: ({ safeContact, contactDetail, phone, withholdFrom, withholdReason }) => {
    const errors: Record<string, string> = {}
    if (['CALL_TIMES', 'VIA_TRUSTED'].includes(safeContact) && !contactDetail)
      errors.contactDetail = 'required'
    if (['CALL_OK', 'SMS_OK', 'CALL_TIMES'].includes(safeContact) && !phone) errors.phone = 'required'
    if (withholdFrom.length > 0 && !withholdReason) errors.withholdReason = 'required'
    return errors
  },
})
