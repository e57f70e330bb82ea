import { FORBIDS } from '@/lib/casework/cases/contact'
import type { Identity } from '@/lib/casework/people/identity'

/** `saidAt`: when the person of the file was last written about. */
type Way = { safeContact: string | null; saidAt: Date }

/**
 * The way of contact that holds for both: one that a call would break before one that allows it, of two such the newer; where
 * calls are safe on both, the known file's own. `app.keep_strictest` writes the same. PURE.
 */
export function stricterWay(known: Way, other: Way): string | null {
  if (known.safeContact === null || other.safeContact === null) return known.safeContact ?? other.safeContact
  const newer = other.saidAt > known.saidAt || !FORBIDS.includes(known.safeContact)
  return FORBIDS.includes(other.safeContact) && newer ? other.safeContact : known.safeContact
}

type Safety = Pick<Identity, 'withholds' | 'warning'>

/**
 * Of two files of one person: everybody whom either says never to tell, and what either warns of. Taken off again only by the
 * team that works on the file, with the person. PURE.
 */
export function strictest(known: Safety, other: Safety): Safety {
  const more = other.withholds.filter(({ from }) => !known.withholds.some((one) => one.from === from))
  const warnings = [known.warning, other.warning].filter((words) => words !== '')
  return { withholds: [...known.withholds, ...more], warning: [...new Set(warnings)].join('\n') }
}
