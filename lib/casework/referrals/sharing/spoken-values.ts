import type { FactKey } from '@/lib/casework/consents/facts'
import { plainWords, type SpokenValues } from '@/lib/casework/consents/read-aloud'
import { type FactSource, factValue } from './fact-values'
import { factWords } from './fact-words'
import { shareableNeeds } from './labels'

type Spoken = Pick<
  FactSource,
  | 'service'
  | 'specificNeeds'
  | 'displacementStatus'
  | 'documentStatus'
  | 'disability'
  | 'papers'
  | 'reasonText'
>

/** What the sentences name of the facts that would leave: the same values that are sealed. PURE. */
export const spokenValues = (source: Spoken): SpokenValues => ({
  needs: shareableNeeds(source.service, source.specificNeeds ?? []),
  displacementStatus: source.displacementStatus,
  documentStatus: source.documentStatus,
  difficulties: source.disability ?? [],
  papers: [...new Set((source.papers ?? []).map(({ kind }) => kind))],
  ...(source.reasonText !== undefined && { reasonText: source.reasonText }),
})

/** Facts whose content is said as well. Name and number are only named: the person knows them, and others may hear. */
const SAID: readonly FactKey[] = [
  'cercle',
  'meeting_place',
  'safe_contact',
  'language',
  'nationality',
  'origin',
  'household',
]

/** What those facts say, in the words of the slip. PURE. */
export function spokenContents(
  source: FactSource,
  words: Parameters<typeof factWords>[1],
): NonNullable<SpokenValues['contents']> {
  const payload = Object.fromEntries(SAID.map((fact) => [fact, factValue(fact, source)]))
  return Object.fromEntries(factWords(payload, words).map(({ key, value }) => [key, value]))
}

/** Codes that a person can be told in plain words. What cannot be read to them cannot be agreed to, and is not shared. PURE. */
export const sayable = (list: Parameters<typeof plainWords>[0], codes: readonly string[]): string[] =>
  codes.filter((code) => plainWords(list, code, 'fr') !== undefined)
