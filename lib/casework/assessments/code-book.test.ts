import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ListName, lists } from '@/lib/base/codes/lists'
import { LEADS_TO_RATING, LEADS_TO_SCREENING } from '@/lib/casework/tasks/wall-assessments'
import { everyVerb } from '@/lib/testing/every-verb'
import { INSTRUMENTS } from './book'

/** Lists that no screen asks, and why none has to: derived, decided by the program, or shown only. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  admin1_2014: 'derived from the cercle',
  admin1_2023: 'derived from the cercle, in the newer layout',
  age_group: 'derived from the age',
  alert_sign: 'read from alerts of other programs; the quick alert asks its own words for signs',
  approval_status: 'decided by the program: a referral’s own states say it',
  approval_type: 'decided by the program: the kind of what waits in the queue',
  best_interests_reason: 'asked with an answer to consent, by the person’s situation (`consents/asked.ts`)',
  case_movement: 'decided by the program: referral, transfer and reassignment are pages of their own',
  case_status: 'moved by verbs, never chosen',
  case_step: 'derived from what stands in the case',
  clinical_clock: 'proposed by the table of risk',
  closure_blocker: 'found by the program',
  consent_purpose: 'said by the page that asks',
  consent_status: 'decided by the answer and the table of consent',
  country: 'asked as part of `origin`',
  cp_concern: 'asked as `protection_concern`, whose codes a child’s concerns share',
  data_request_type:
    'administrative: a person’s request about their data, a page of the data protection officer',
  harm_category: 'asked with the words of the page that hears of harm',
  hxl_column: 'of exports',
  incident_type: 'told apart by `gbv_type`, `trafficking_form` and `protection_concern`',
  legal_basis: 'derived from who answered, by the table of consent',
  legal_duty_reason: 'asked with an answer to consent, by the person’s situation (`consents/asked.ts`)',
  mature_minor_reason: 'asked with an answer to consent, by the person’s situation (`consents/asked.ts`)',
  not_accessed_reason: 'asked with the words of the page that says why a service was not obtained',
  not_told_reason: 'shown where a closing was not told',
  origin_elsewhere: 'asked as part of `origin`',
  provider_type: 'of an agency, in reference data',
  referral_priority: 'asked as the urgency of alert and referral',
  referral_status: 'moved by verbs, never chosen',
  report_measure: 'of reports',
  retention_class: 'derived when a case closes',
  return_step: 'each step of a journey is a line of its page',
  sensitivity_level: 'decided by restricting a case',
  staff_role: 'administrative: set with an account',
  tell_role: 'proposed by the table of risk',
  unit: 'of a service, one each',
  vital_reason: 'asked with an answer to consent, by the person’s situation (`consents/asked.ts`)',
  wg_ss_domain: 'each domain is a question of its own',
}

/** Every list that a field of a form, a question of an instrument or a page's own choice takes its answers from. */
async function asked(): Promise<Set<string>> {
  const fields = (await everyVerb()).flatMap(({ form }) => Object.values(form.fields))
  const inFields = fields.flatMap((field) => ('list' in field && field.list ? [field.list] : []))
  const inQuestions = INSTRUMENTS.flatMap(({ questions }) => questions.flatMap(({ list }) => list ?? []))
  return new Set([...inFields, ...inQuestions, ...inPages()])
}

/** Lists that a page offers in its own words: `offered('…')`, `list="…"`, `reasonLists`. */
function inPages(): string[] {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  )
  const text = files.map((file) => readFileSync(join('app', file), 'utf8')).join('\n')
  return (Object.keys(lists) as ListName[]).filter((name) =>
    new RegExp(`(offered\\(|lists\\.|list="|list: )['"]?${name}\\b`).test(text),
  )
}

test('every list of the code book is asked by some screen, or stands here with why not', async () => {
  const found = await asked()
  const silent = Object.keys(lists).filter((name) => !found.has(name))
  expect(silent.sort()).toEqual(Object.keys(NOT_ASKED).sort())
})

test('the wall around tasks knows the instruments that lead to a screening', () => {
  const leading = INSTRUMENTS.filter(({ results }) =>
    results.some(({ then }) => then.open?.includes('TIP_SCREENING')),
  ).map(({ id }) => id)
  expect(leading).toEqual(LEADS_TO_SCREENING)
})

test('an assessment whose results say something to the table of risk may ask to rate it again, and no other', () => {
  const telling = INSTRUMENTS.filter(({ results }) => results.some(({ then }) => then.facts)).map(
    ({ id }) => id,
  )
  expect(telling.toSorted()).toEqual(LEADS_TO_RATING)
})
