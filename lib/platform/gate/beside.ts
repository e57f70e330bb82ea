import type { Fields, FormWords, RawValues } from '@/lib/base/forms/form'

/** A write in the same form of the same page, behind another button. */
export type Beside = { name: string; form: FormWords }
type Parted = { mine: RawValues; beside: { name: string; values: RawValues }[] }

/**
 * Parts what one page sent between the write whose button was pressed and those beside it. PURE. Fields of none stay
 * with mine, where they are refused. A write in whose fields nothing was typed is left out.
 */
export function part(values: RawValues, fields: Fields, others: readonly Beside[] = []): Parted {
  const ownerOf = (name: string) =>
    Object.hasOwn(fields, name) ? undefined : others.find(({ form }) => Object.hasOwn(form.fields, name))
  const entries = Object.entries(values)
  const of = (owner: Beside | undefined) =>
    Object.fromEntries(entries.filter(([name]) => ownerOf(name) === owner))
  return {
    mine: of(undefined),
    beside: others.map((other) => ({ name: other.name, values: of(other) })).filter(isTyped),
  }
}

const isTyped = ({ values }: { values: RawValues }) =>
  Object.values(values).some((value) => [value].flat().join('').trim() !== '')
