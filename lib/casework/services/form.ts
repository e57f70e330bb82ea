import { z } from 'zod'
import { isUnsaid, offered } from '@/lib/base/codes/codes'
import { carried, choice, code, codeList, day, longText, optionalNumber, text } from '@/lib/base/forms/fields'
import { findCode } from '@/lib/base/forms/find-code'
import { type FieldErrors, form } from '@/lib/base/forms/form'
import { textProblem } from '@/lib/base/text/look'
import { CAPACITIES, type Capacity } from './capacity'

const answer = {
  capacity: choice(CAPACITIES),
  places: optionalNumber({ min: 0, max: 999 }),
  waitDays: optionalNumber({ min: 1, max: 365 }),
  pausedUntil: day({ optional: true, lean: 'future' }),
}
type Answer = { capacity: Capacity | ''; waitDays: number | null | undefined }
const waitMissing = ({ capacity, waitDays }: Answer): FieldErrors =>
  capacity === 'WAITING' && waitDays === null ? { waitDays: 'required' } : {}

/** The one question that renews an entry: can you receive somebody this week? */
export const capacityForm = form({ noun: 'services', fields: answer, check: waitMissing })

/** What is spoken there, or nothing: an agency has no reason why it does not say. */
const languages = offered('language').flatMap(({ code }) => (isUnsaid(code) ? [] : [code]))

const facts = {
  eligibility: longText({ max: 300, optional: true, rows: 2 }),
  cercles: codeList('admin2_2014', { min: 1 }),
  place: text({ max: 120, optional: true }),
  mail: text({ max: 120, optional: true }),
  hours: text({ max: 120, optional: true }),
  price: text({ max: 120, optional: true }),
  languages: codeList('language', { among: languages }),
  moreLanguage: text({ max: 60, optional: true }),
  women: choice(['YES', 'NO', 'UNKNOWN'], { preset: 'UNKNOWN' }),
  note: longText({ max: 300, optional: true, rows: 2 }),
}
type Facts = { eligibility: string; moreLanguage: string; mail: string }
/** As the database takes one: where a letter with a link can go. */
const ADDRESS = /^[^\s<>,;:"()]+@[^\s<>,;:"()@]+[.][a-z]{2,}$/
/** All staff reads whom a service is for: no person's number stands there. */
function factsProblems({ eligibility, moreLanguage, mail }: Facts): FieldErrors {
  const number = textProblem(eligibility)
  const unknown = moreLanguage !== '' && findCode('language', moreLanguage, languages) === undefined
  return {
    ...(number && { eligibility: number }),
    ...(mail !== '' && !ADDRESS.test(mail) && { mail: 'no-address' }),
    ...(unknown && { moreLanguage: 'not-found' }),
  }
}

/** What else an entry says. */
export const entryForm = form({ noun: 'services', fields: facts, check: factsProblems })

/** One by one: a heading is no service that somebody goes to. */
const services = offered('service_type').flatMap((entry) => (entry.parent ? [entry.code] : []))

/** A service of an agency from an office that the directory has not yet. */
export const addForm = form({
  noun: 'services',
  fields: {
    office: carried(z.string({ error: 'required' }).regex(/^[A-Z0-9_-]{2,20}$/, { error: 'required' })),
    partner: code('partner'),
    service: code('service_type', { among: services }),
    ...answer,
    ...facts,
  },
  check: (values) => ({ ...waitMissing(values), ...factsProblems(values) }),
})
