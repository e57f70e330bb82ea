import type { Person } from '../../engines/matching/person'
import type { Identity } from './identity'
import type { Chance } from './random'
import type { Registrar } from './registrar'

export type Fact = 'given' | 'family' | 'mother' | 'household' | 'place' | 'birth' | 'phone' | 'sex'

/** A person registered a second time: what the first record says, and who writes now. */
export type Scene = { chance: Chance; who: Identity; record: Person; by: Registrar }

/** One way in which a second registration says something else. */
export type Change = {
  kind: string
  facts: readonly Fact[]
  /** How often it happens, against the others. */
  often: number
  /** The fact is lost or replaced, not only written otherwise. */
  heavy?: boolean
  /** What the record says now, or null where it cannot happen. */
  make: (scene: Scene) => Person | null | undefined | ''
}
