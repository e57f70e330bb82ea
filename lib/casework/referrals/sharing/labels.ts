import { profileOf, type ServiceCode } from './need-profiles'

/**
 * Needs whose code alone tells of sexual or domestic violence, armed groups, trafficking or torture,
 * old codes of the list included. `SV` and `TR` stand for all codes below them.
 */
const LABEL_CODES: readonly string[] = [
  'CR-AF',
  'CR-CS',
  'CR-LW',
  'CR-MS',
  'LP-AF',
  'LP-AN',
  'LP-TA',
  'LP-TO',
  'LP-VA',
  'LP-VF',
  'LP-VO',
  'SV',
  'TR',
  'WR-GM',
  'WR-WF',
]

export const isLabel = (need: string): boolean =>
  LABEL_CODES.some((code) => need === code || need.startsWith(`${code}-`))

/** The specific needs of a person that this service may learn, in the order given. */
export function shareableNeeds(service: ServiceCode, needs: readonly string[]): string[] {
  const known = profileOf(service)
  const listed = known.preset.includes('coded_needs') || known.optional.includes('coded_needs')
  if (!listed) return []
  return known.labels ? [...needs] : needs.filter((need) => !isLabel(need))
}
