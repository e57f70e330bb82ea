import { z } from 'zod'
import { isCode } from '@/lib/base/codes/codes'
import type { RawValues } from '@/lib/base/forms/form'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import { youngestOn } from '@/lib/base/time/age-on'
import { against, birthIn, type Problem, readBundle } from '@/lib/casework/referrals/exchange/read-bundle'
import type { ExchangeRecord } from '@/lib/casework/referrals/exchange/record'
import { strictJson, textOf } from '@/lib/casework/referrals/exchange/strict-json'
import { bundleOf } from '@/lib/casework/referrals/exchange/write-bundle'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import type { StagePayload } from '@/lib/casework/referrals/sharing/payload'
import { MOST_CARRIED } from './form'

/** So many of what is wrong with a file are said; somebody who sends more begins anew. */
const SAID = 40

/** A file as the form carries it on: what was understood, written anew, or what stands against it. Nothing of it is kept. PURE. */
export function lookedAt(bytes: Uint8Array): RawValues {
  const text = textOf(bytes)
  if ('unreadable' in text) return wrong([{ where: 'file', name: '', why: text.unreadable }])
  const read = readBundle(text.text)
  if (!read.ok) return wrong(read.problems)
  const problems = against(read.record)
  if (problems.length > 0) return wrong(problems)
  const { from, facts } = read.record
  // On one line: a browser sends two signs for the end of each.
  const bundle = JSON.stringify(bundleOf(read.record))
  if (bundle.length > MOST_CARRIED) return wrong([{ where: 'file', name: '', why: 'too-large' }])
  return {
    bundle,
    problems: carriedOn(read.passedOver),
    ...(isCode('partner', from) && { agency: from }),
    ...(typeof facts.cercle === 'string' && { cercle: facts.cercle }),
  }
}

/** Names are somebody else's, as long as they like: one that is cut says more than none. */
const NAME = 60
const carriedOn = (problems: readonly Problem[]): string =>
  JSON.stringify(
    problems.slice(0, SAID).map((one) => ({ ...one, name: [...one.name].slice(0, NAME / 2).join('') })),
  )

const wrong = (problems: readonly Problem[]): RawValues => ({
  bundle: '',
  problems: carriedOn(problems),
})

const BANDS: Readonly<Record<string, number>> = { A0_4: 0, A5_11: 5, A12_17: 12, A18_59: 18, A60P: 60 }

/** Of all that is possible the youngest: a child is not taken for an adult. PURE. */
function ageOf({ birth, age_band: band }: StagePayload, day: string): { age: number; estimated: boolean } {
  const known = birthIn(birth)
  const age = known ? youngestOn(known, day) : null
  if (known && age !== null)
    return { age: Math.min(110, age), estimated: !known.date || known.basis === 'ESTIMATE' }
  return { age: BANDS[String(band)] ?? 0, estimated: true }
}

const partsOf = (value: StagePayload['name']): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
const said = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whether the person may be rung, as the way says it that they named themselves. */
const MAY_RING: Readonly<Record<string, 'YES' | 'NO'>> = {
  CALL_OK: 'YES',
  SMS_OK: 'YES',
  CALL_TIMES: 'YES',
  NONE: 'NO',
}

/** An alert keeps so many signs of how somebody is reached. */
const REACH = 200

/**
 * How the person is reached: what they said of it stands before every number and place, and none of these stands where that
 * did not fit whole. PURE.
 */
function reachOf({ safe_contact, phone, meeting_place }: StagePayload, words: Words): string {
  const said = (facts: StagePayload) => factWords(facts, words).map(({ value }) => value)
  const [way = ''] = safe_contact === undefined ? [] : said({ safe_contact })
  if ([...way].length > REACH) return `${[...way].slice(0, REACH - 1).join('')}…`
  let text = way
  for (const place of [phone, meeting_place].filter((one) => typeof one === 'string')) {
    const longer = [text, place].filter(Boolean).join(' · ')
    if ([...longer].length <= REACH) text = longer
  }
  return text
}

type Words = { t: Translate; locale: Locale }

/** The person of a record as an alert keeps them. PURE. */
export function personOf({ facts }: ExchangeRecord, day: string, words: Words) {
  const name = partsOf(facts.name)
  const way = said(partsOf(facts.safe_contact).mode)
  const { age, estimated } = ageOf(facts, day)
  const nationality = Array.isArray(facts.nationality) ? said(facts.nationality[0]) : ''
  return {
    given: cut(said(name.given), 80),
    family: cut(said(name.family), 80),
    safeContact: reachOf(facts, words),
    sex: ['F', 'M', 'X'].includes(said(facts.sex)) ? said(facts.sex) : 'U',
    age,
    ageEstimated: estimated,
    nationality: nationality || 'UNK',
    // Where no way is named, the number was given for it.
    contactAgreed: MAY_RING[way] ?? (way === '' && facts.phone !== undefined ? 'YES' : 'NOT_ASKED'),
  } as const
}

const cut = (text: string, most: number): string => [...text].slice(0, most).join('')

const PROBLEMS = z
  .array(z.object({ where: z.string(), name: z.string().max(NAME), why: z.string().max(20) }))
  .max(SAID)
  .catch([])

/** The problems as the form carries them: from outside again, and looked at again. PURE. */
export function problemsIn(text: string): { where: string; name: string; why: string }[] {
  const json = strictJson(text)
  return 'value' in json ? PROBLEMS.parse(json.value) : []
}
