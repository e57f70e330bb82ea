import { plainWords, type SpokenValues } from '@/lib/casework/consents/read-aloud'
import type { FactSource } from './fact-values'
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

/** Codes that a person can be told in plain words. What cannot be read to them cannot be agreed to, and is not shared. PURE. */
export const sayable = (list: Parameters<typeof plainWords>[0], codes: readonly string[]): string[] =>
  codes.filter((code) => plainWords(list, code, 'fr') !== undefined)
