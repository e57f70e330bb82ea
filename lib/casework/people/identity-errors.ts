import { isUnsaid } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import { findCode } from '@/lib/base/forms/find-code'

/** What the answers of the identity page have against each other, by field. PURE. */
type Errors = Record<string, string>

/** One name is enough, given or family; or that none is known, never both. */
export function nameErrors(names: { given: string; family: string; nameUnknown: boolean }): Errors {
  const named = names.given !== '' || names.family !== ''
  if (named === names.nameUnknown) return named ? { nameUnknown: 'both' } : { given: 'required' }
  return {}
}

type Ages = { birthDate: string; age: number | null | undefined; ageUnsaid: string; ageBasis: string }

/** A date or an age with where it is known from, or why there is none. An age that could not be read is blamed for that alone. */
export function ageErrors({ birthDate, age, ageUnsaid, ageBasis }: Ages): Errors {
  const said = birthDate !== '' || age !== null
  if (!said) return ageUnsaid === '' ? { age: 'required' } : {}
  return { ...(ageUnsaid && { ageUnsaid: 'both' }), ...(!ageBasis && { ageBasis: 'required' }) }
}

/** Some of a long list, ticked or searched for, or why there are none: never both, never nothing, and no word lost. */
export function listErrors(
  list: ListName,
  [name, ticked]: readonly [string, readonly string[]],
  [more, typed]: readonly [string, string],
): Errors {
  const found = typed === '' ? undefined : findCode(list, typed)
  if (typed !== '' && found === undefined) return { [more]: 'not-found' }
  const all = new Set(found === undefined ? ticked : [...ticked, found])
  if (all.size === 0) return { [name]: 'required' }
  return all.size > 1 && [...all].some(isUnsaid) ? { [name]: 'unsaid-and-some' } : {}
}
