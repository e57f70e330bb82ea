import type { Dimension } from './api'

/** The finest codes of a list, in its order. */
export const finest = ({ levels, codes }: Dimension): string[] =>
  codes.filter(({ level }) => level === levels[0]).map(({ code }) => code)

/** The finest codes under a code of any level; `*` is the whole list. */
export function under(dimension: Dimension, code: string): string[] {
  if (code === '*') return finest(dimension)
  const children = dimension.codes.filter(({ parent }) => parent === code)
  return children.length === 0 ? [code] : children.flatMap((child) => under(dimension, child.code))
}

/** Every group of people that the list has a word for, everybody last. */
export const named = (dimension: Dimension): string[] => [...dimension.codes.map(({ code }) => code), '*']

const list = (
  name: string,
  about: string,
  levels: [string, string],
  groups: Readonly<Record<string, string[]>>,
): Dimension => ({
  name,
  about,
  levels,
  codes: [
    ...Object.entries(groups).flatMap(([parent, codes]) =>
      codes.map((code) => ({ code, level: levels[0], parent })),
    ),
    ...Object.keys(groups).map((code) => ({ code, level: levels[1], parent: null })),
  ],
})

export const SEX: Dimension = {
  name: 'sex',
  about: 'SEX',
  levels: ['SEX'],
  codes: ['F', 'M'].map((code) => ({ code, level: 'SEX', parent: null })),
}
export const AGE = list('age', 'AGE', ['BAND', 'MAJORITY'], {
  CHILD: ['A00_04', 'A05_11', 'A12_17'],
  ADULT: ['A18_59', 'A60_UP'],
})
export const NEED = list('need', 'NEED', ['NEED', 'NEED_GROUP'], {
  PROTECTION: ['FAMILY_TRACING', 'VIOLENCE', 'DOCUMENTS'],
  RELIEF: ['SHELTER', 'FOOD', 'HEALTH'],
})

/** Cercles by region; a later version has a cercle more. */
export const places = (regions: Readonly<Record<string, string[]>>): Dimension =>
  list('place', 'PLACE', ['CERCLE', 'REGION'], regions)
