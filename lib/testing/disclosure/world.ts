/** The lists that generated histories are cut by. Invented counts on a map shaped like Mali's in 2014. */
export const ALL = '*'
const cerclesPerRegion = [4, 4, 3, 3, 4, 3, 3, 2]

export type CodeRow = { code: string; level: string; parent: string | null }
export type Lists = { name: string; levels: string[]; codes: CodeRow[] }

const regions = cerclesPerRegion.map((_, r) => `R${r + 1}`)
export const cercles = cerclesPerRegion.flatMap((n, r) =>
  Array.from({ length: n }, (_, c) => ({ code: `R${r + 1}C${c + 1}`, parent: `R${r + 1}` })),
)
export const ages = ['A0_4', 'A5_11', 'A12_17', 'A18_59', 'A60P']
const isChild = (age: string) => ages.indexOf(age) < 3
export const sexes = ['F', 'M']
export const statuses = ['IDP', 'RET', 'HOST', 'REF', 'TRANSIT', 'RETURNED']
const group = (status: string) => (statuses.indexOf(status) < 3 ? 'MALI' : 'ABROAD')

export const area: Lists = {
  name: 'AREA',
  levels: ['CERCLE', 'REGION'],
  codes: [
    ...cercles.map(({ code, parent }) => ({ code, level: 'CERCLE', parent })),
    ...regions.map((code) => ({ code, level: 'REGION', parent: null })),
  ],
}
export const sex: Lists = {
  name: 'SEX',
  levels: ['SEX'],
  codes: sexes.map((code) => ({ code, level: 'SEX', parent: null })),
}
export const age: Lists = {
  name: 'AGE',
  levels: ['BAND', 'MAJORITY'],
  codes: [
    ...ages.map((code) => ({ code, level: 'BAND', parent: isChild(code) ? 'CHILD' : 'ADULT' })),
    ...['CHILD', 'ADULT'].map((code) => ({ code, level: 'MAJORITY', parent: null })),
  ],
}
export const status: Lists = {
  name: 'STATUS',
  levels: ['STATUS', 'ORIGIN'],
  codes: [
    ...statuses.map((code) => ({ code, level: 'STATUS', parent: group(code) })),
    ...['MALI', 'ABROAD'].map((code) => ({ code, level: 'ORIGIN', parent: null })),
  ],
}

/** The two tables of the same people: by sex and age, and by status. Both are split by area first. */
export const tables: Record<string, Lists[]> = { PEOPLE_AGE: [area, sex, age], PEOPLE_STATUS: [area, status] }

export const audiences = [
  { audience: 'PUBLIC', threshold: 10, rank: 0 },
  { audience: 'DONOR', threshold: 10, rank: 1 },
  { audience: 'INTERNAL', threshold: 5, rank: 2 },
]

/** Months run from January 2013; 24 of them. */
export const monthCount = 24
export const monthName = (m: number) =>
  `${2013 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`
export const quarterName = (q: number) => `${2013 + Math.floor(q / 4)}-Q${(q % 4) + 1}`
export const yearName = (y: number) => String(2013 + y)
