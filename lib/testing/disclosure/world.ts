/** The lists that generated histories are cut by. Invented counts on a map shaped like Mali's in 2014. */
export const ALL = '*'
const cerclesPerRegion = [4, 4, 3, 3, 4, 3, 3, 2]

export type CodeRow = { code: string; level: string; parent: string | null }
export type Lists = { name: string; about: string; levels: string[]; codes: CodeRow[] }

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
  about: 'PLACE',
  levels: ['CERCLE', 'REGION'],
  codes: [
    ...cercles.map(({ code, parent }) => ({ code, level: 'CERCLE', parent })),
    ...regions.map((code) => ({ code, level: 'REGION', parent: null })),
  ],
}
export const sex: Lists = {
  name: 'SEX',
  about: 'SEX',
  levels: ['SEX'],
  codes: sexes.map((code) => ({ code, level: 'SEX', parent: null })),
}
export const age: Lists = {
  name: 'AGE',
  about: 'AGE',
  levels: ['BAND', 'MAJORITY'],
  codes: [
    ...ages.map((code) => ({ code, level: 'BAND', parent: isChild(code) ? 'CHILD' : 'ADULT' })),
    ...['CHILD', 'ADULT'].map((code) => ({ code, level: 'MAJORITY', parent: null })),
  ],
}
export const status: Lists = {
  name: 'STATUS',
  about: 'STATUS',
  levels: ['STATUS', 'ORIGIN'],
  codes: [
    ...statuses.map((code) => ({ code, level: 'STATUS', parent: group(code) })),
    ...['MALI', 'ABROAD'].map((code) => ({ code, level: 'ORIGIN', parent: null })),
  ],
}

export const lists: Lists[] = [area, sex, age, status]

/** Everybody new, and those of them who were referred. */
export const families = [
  { family: 'NEW', kind: 'ADDITIVE', within: [] },
  { family: 'REFERRED', kind: 'ADDITIVE', within: ['NEW'] },
]

/** By sex and age, and by status, each by area first; the second keeps the status before the places. */
export const tables = [
  { table: 'PEOPLE_AGE', family: 'NEW', dimensions: ['AREA', 'SEX', 'AGE'], keeps: 'AREA' },
  { table: 'PEOPLE_STATUS', family: 'NEW', dimensions: ['AREA', 'STATUS'], keeps: 'STATUS' },
  { table: 'REFERRED_SEX', family: 'REFERRED', dimensions: ['AREA', 'SEX'], keeps: 'AREA' },
  { table: 'REFERRED_STATUS', family: 'REFERRED', dimensions: ['AREA', 'STATUS'], keeps: 'STATUS' },
]

export const audiences = [
  { audience: 'PUBLIC', threshold: 10, rank: 0 },
  { audience: 'DONOR', threshold: 10, rank: 1 },
  { audience: 'INTERNAL', threshold: 5, rank: 2 },
]

/** Months run from January 2013; 24 of them. */
export const monthCount = 24
export const monthName = (m: number) =>
  `${2013 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`
