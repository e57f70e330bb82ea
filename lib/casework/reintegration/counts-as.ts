import type { CodeOf } from '@/lib/base/codes/lists'
import type { Lines } from './lines'

type Service = CodeOf<'service_type'>

/** What each line is a help of; everything that opens an activity is one grant. */
const SERVICE_OF: Readonly<Partial<Record<string, Service>>> = {
  TRAINING: 'REINT_TRAIN',
  SCHOOL: 'REINT_EDU',
}
const GRANT: Service = 'REINT_IGA'

const servicesOf = (lines: Lines): Service[] => [
  ...new Set(Object.keys(lines).map((line) => SERVICE_OF[line] ?? GRANT)),
]

/**
 * As which help a delivery counts: once for a grant, however many deliveries bring it; training and school as their own.
 * What an earlier delivery of the same grant counted as is not counted again. PURE.
 */
export function countsAs(lines: Lines, earlier: readonly Lines[]): Service[] {
  const counted = earlier.flatMap(servicesOf)
  return servicesOf(lines).filter((service) => !counted.includes(service))
}
