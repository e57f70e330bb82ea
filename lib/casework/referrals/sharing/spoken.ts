import { FACT_KEYS, type FactKey } from '@/lib/casework/consents/facts'
import { type ReadAloud, readAloud } from '@/lib/casework/consents/read-aloud'
import { type FactSource, factValue } from './fact-values'

/**
 * What is said to the person before they agree: the content of what would leave, in plain words, and what the file also
 * holds and keeps. PURE. Out of the same values as the slips, so that nothing leaves that was not said.
 */
export function spoken(leaving: readonly FactKey[], source: FactSource, locale: 'fr' | 'en'): ReadAloud {
  const codesOf = (fact: FactKey) => {
    const value = factValue(fact, source)
    return Array.isArray(value) ? value.map(String) : []
  }
  const values = {
    needs: codesOf('coded_needs'),
    difficulties: codesOf('disability'),
    displacementStatus: source.displacementStatus,
    documentStatus: source.documentStatus,
    reasonText: source.reasonText,
  }
  const known = FACT_KEYS.filter((fact) => factValue(fact, source) !== undefined)
  return readAloud(leaving, values, locale, known)
}
