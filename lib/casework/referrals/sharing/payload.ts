import { textWarnings } from '@/lib/base/text/look'
import {
  FACT_KEYS,
  type FactKey,
  type NeverReason,
  REQUIRED_FACTS,
  type Stage,
  stageOf,
} from '@/lib/casework/consents/facts'
import { canonical } from './canonical'
import { type FactSource, factValue, type Json } from './fact-values'
import { profileOf } from './need-profiles'
import { type NeedContext, refusedTicks } from './need-to-know'

/** What one share row holds: the facts of one stage, each under its key. */
export type StagePayload = { readonly [fact in FactKey]?: Json }

/** Both share rows with the texts whose hash is pinned, or the ticks that must not leave. */
export type Payloads =
  | { ok: true; stage1: StagePayload; stage2: StagePayload; canonical1: string; canonical2: string }
  | { ok: false; refused: { fact: FactKey; reason: NeverReason }[]; missing: FactKey[] }

/** The facts of one stage that are ticked and known. Nothing else of the source is looked at. */
export function stagePayload(stage: Stage, source: FactSource, ticked: readonly FactKey[]): StagePayload {
  const entries = FACT_KEYS.filter((fact) => ticked.includes(fact) && stageOf(fact) === stage).flatMap(
    (fact) => {
      const value = factValue(fact, source)
      return value === undefined ? [] : [[fact, value] as const]
    },
  )
  return Object.fromEntries(entries)
}

/**
 * The one look at free text, at every exit, the emergency among them: a label word where the service must not learn it,
 * and a number to call, which has a tick of its own.
 */
function refusedText(
  source: FactSource,
  ticked: readonly FactKey[],
): { fact: FactKey; reason: NeverReason }[] {
  const found = ticked.includes('reason_text') ? textWarnings(source.reasonText ?? '') : []
  const refused: { fact: FactKey; reason: NeverReason }[] = []
  if (found.includes('LABEL') && !profileOf(source.service).labels)
    refused.push({ fact: 'reason_text', reason: 'LABEL' })
  if (found.includes('PHONE')) refused.push({ fact: 'reason_text', reason: 'NUMBER_IN_TEXT' })
  return refused
}

/**
 * Builds what leaves, from the ticked facts alone. Refuses as a whole when one tick is not allowed for
 * this service and person, or when a fact is not ticked without which there is no referral.
 */
export function buildPayloads(
  source: FactSource,
  ticked: readonly FactKey[],
  context: NeedContext,
): Payloads {
  const refused = [...refusedTicks(source.service, ticked, context), ...refusedText(source, ticked)]
  const missing = REQUIRED_FACTS.filter((fact) => !ticked.includes(fact))
  if (refused.length > 0 || missing.length > 0) return { ok: false, refused, missing }
  const stage1 = stagePayload(1, source, ticked)
  const stage2 = stagePayload(2, source, ticked)
  return {
    ok: true,
    stage1,
    stage2,
    canonical1: canonicalPayload(stage1),
    canonical2: canonicalPayload(stage2),
  }
}

/** The text whose hash the approval pins. */
export const canonicalPayload = (payload: StagePayload): string => canonical({ ...payload })

/** Facts that would be sent, for the consent question: ticked, known, in catalogue order. */
export const leavingFacts = (source: FactSource, ticked: readonly FactKey[]): FactKey[] =>
  FACT_KEYS.filter((fact) => ticked.includes(fact) && factValue(fact, source) !== undefined)
