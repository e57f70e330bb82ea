import { jaroWinkler } from './jaro-winkler'
import { oneLetterApart } from './one-letter'
import type { Place, Prepared } from './prepare'

/** `town`: the same place, so populous that many share it. `cercleOnly`, `farOnly`: no village to compare. */
export type OriginLevel =
  | 'village'
  | 'villageNear'
  | 'town'
  | 'villageElsewhere'
  | 'cercleOnly'
  | 'cercle'
  | 'farOnly'
  | 'far'
  | 'missing'

function compareVillages(a: Place, b: Place): 'same' | 'near' | 'other' {
  if (a.text === b.text) return 'same'
  const likeness = jaroWinkler(a.text, b.text)
  const slip = a.text.length >= 5 && b.text.length >= 5 && oneLetterApart(a.text, b.text)
  return slip || (a.bones === b.bones && likeness >= 0.85) || likeness >= 0.95 ? 'near' : 'other'
}

export function compareOrigins(a: Prepared, b: Prepared): OriginLevel {
  const known = a.cercle !== undefined && b.cercle !== undefined
  const sameCercle = a.cercle === b.cercle
  if (!a.village || !b.village) return !known ? 'missing' : sameCercle ? 'cercleOnly' : 'farOnly'
  const village = compareVillages(a.village, b.village)
  if (village === 'other') return known && sameCercle ? 'cercle' : 'far'
  if (known && !sameCercle) return 'villageElsewhere'
  if (a.village.isTown || b.village.isTown) return 'town'
  return village === 'same' ? 'village' : 'villageNear'
}
