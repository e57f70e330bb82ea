import type { CodeOf } from '@/lib/base/codes/lists'
import { propose } from '@/lib/casework/cases/propose'
import type { AboutCase } from './answers'
import type { Answers } from './instrument'

/**
 * Until when care after an act of violence still helps, from the day that was told. PURE. The day alone is known: the clock runs
 * from the earliest moment it can have been, so that nobody comes too late, and is asked for as long as it can still help.
 */
const BEGINS: Readonly<Record<string, number>> = { MORNING: 6, AFTERNOON: 12, EVENING: 18 }
const HOUR = 3_600_000

export type IncidentCare = { clocks: CodeOf<'clinical_clock'>[]; happened: Date }

export function incidentCare(answers: Answers, about: AboutCase, now: Date): IncidentCare | undefined {
  const { gb_day: told, gb_type: type, gb_part: part } = answers
  if (typeof told !== 'string' || typeof type !== 'string') return undefined
  const midnight = Date.parse(`${told}T00:00:00Z`)
  const happened = new Date(midnight + (BEGINS[String(part)] ?? 0) * HOUR)
  const latest = Math.min(midnight + 24 * HOUR, now.getTime())
  const hours = Math.max(0, (now.getTime() - latest) / HOUR)
  const proposal = propose({
    ...(about.age === undefined ? {} : { age: about.age }),
    sex: about.sex as CodeOf<'sex'>,
    gbv_type: type,
    hours_since_incident: hours,
  })
  const clocks = proposal.clocks.filter((clock) => clock !== 'INJURY_NOW')
  return clocks.length > 0 && happened <= now ? { clocks, happened } : undefined
}
