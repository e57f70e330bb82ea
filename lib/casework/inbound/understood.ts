import { z } from 'zod'
import { isCode } from '@/lib/base/codes/codes'
import type { RawValues } from '@/lib/base/forms/form'
import { type Birth, youngestOn } from '@/lib/base/time/age-on'
import { against, type Problem, readBundle } from '@/lib/casework/referrals/exchange/read-bundle'
import type { ExchangeRecord } from '@/lib/casework/referrals/exchange/record'
import { strictJson, textOf } from '@/lib/casework/referrals/exchange/strict-json'
import { bundleText } from '@/lib/casework/referrals/exchange/write-bundle'
import type { StagePayload } from '@/lib/casework/referrals/sharing/payload'

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
  return {
    bundle: bundleText(read.record),
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
export function ageOf(
  { birth, age_band: band }: StagePayload,
  day: string,
): { age: number; estimated: boolean } {
  const known = typeof birth === 'object' && !Array.isArray(birth) ? (birth as Birth) : undefined
  const age = known && youngestOn(known, day)
  if (known && age !== null && age !== undefined)
    return { age: Math.min(110, age), estimated: !known.date || known.basis === 'ESTIMATE' }
  return { age: BANDS[String(band)] ?? 0, estimated: true }
}

const partsOf = (value: StagePayload['name']): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
const said = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The person of a record as an alert keeps them. PURE. */
export function personOf({ facts }: ExchangeRecord, day: string) {
  const name = partsOf(facts.name)
  const way = partsOf(facts.safe_contact)
  const { age, estimated } = ageOf(facts, day)
  const nationality = Array.isArray(facts.nationality) ? said(facts.nationality[0]) : ''
  const safeContact = [facts.phone, way.detail, facts.meeting_place].map(said).filter(Boolean).join(' · ')
  return {
    given: said(name.given).slice(0, 80),
    family: said(name.family).slice(0, 80),
    safeContact: safeContact.slice(0, 200),
    sex: ['F', 'M', 'X'].includes(said(facts.sex)) ? said(facts.sex) : 'U',
    age,
    ageEstimated: estimated,
    nationality: nationality || 'UNK',
    // The person agreed that we be told how to reach them, or nothing was said of it.
    contactAgreed: facts.phone !== undefined || said(way.mode).startsWith('CALL') ? 'YES' : 'NOT_ASKED',
  } as const
}

const PROBLEMS = z
  .array(z.object({ where: z.string(), name: z.string().max(NAME), why: z.string().max(20) }))
  .max(SAID)
  .catch([])

/** The problems as the form carries them: from outside again, and looked at again. PURE. */
export function problemsIn(text: string): { where: string; name: string; why: string }[] {
  const json = strictJson(text)
  return 'value' in json ? PROBLEMS.parse(json.value) : []
}
