import { codes } from '@/lib/base/codes/codes'

/** The counts of people of one period. They are never added together. PURE. */
export const measures = ['NEW', 'ACTIVE', 'CUMULATIVE', 'REFERRED'] as const

/** Their codes in the list `report_measure`. */
export const measureCode = {
  NEW: 'M_NEW_IND',
  ACTIVE: 'M_ACT_IND',
  CUMULATIVE: 'M_CUM_IND',
  REFERRED: 'M_REF_IND',
  LEFT_OUT: 'M_EXCL',
} as const

/** One line of the database's answer; LEFT_OUT comes without region and sex, and says CHILD, ADULT or AU for the age. */
export type Count = {
  measure: string
  region: string | null
  sex: string | null
  ageGroup: string | null
  persons: number
}

type Part = { measure: string; region?: string; sex?: string; ageGroup?: string }

/** How many people a part of the counts holds. Adds up within one measure, never across. */
export const sumOf = (counts: readonly Count[], part: Part): number =>
  counts
    .filter(
      (count) =>
        count.measure === part.measure &&
        (part.region === undefined || count.region === part.region) &&
        (part.sex === undefined || count.sex === part.sex) &&
        (part.ageGroup === undefined || count.ageGroup === part.ageGroup),
    )
    .reduce((sum, { persons }) => sum + persons, 0)

/** People left out are children or adults: no column of a breakdown they are not in. */
const ofMeasures = (counts: readonly Count[]) =>
  counts.filter(({ measure }) => measures.some((own) => own === measure))

/** Those who did not agree to be counted, by what the rule hides: a child counts only if somebody could answer for it. */
export const leftOut = (counts: readonly Count[]) => ({
  count: sumOf(counts, { measure: 'LEFT_OUT' }),
  children: sumOf(counts, { measure: 'LEFT_OUT', ageGroup: 'CHILD' }),
  adults: sumOf(counts, { measure: 'LEFT_OUT', ageGroup: 'ADULT' }),
  unknown: sumOf(counts, { measure: 'LEFT_OUT', ageGroup: 'AU' }),
})

/** Codes printed even where nobody was counted, then those that somebody was counted under. */
function axis(
  counts: readonly Count[],
  fixed: readonly string[],
  of: (count: Count) => string | null,
): string[] {
  const met = new Set(counts.map(of).filter((code) => code !== null))
  return [...fixed, ...[...met].filter((code) => !fixed.includes(code)).sort()]
}

export const regionsOf = (counts: readonly Count[]): string[] =>
  axis(
    counts,
    codes('admin1_2014').map(({ code }) => code),
    ({ region }) => region,
  )
export const sexesOf = (counts: readonly Count[]): string[] => axis(counts, ['F', 'M'], ({ sex }) => sex)
export const agesOf = (counts: readonly Count[]): string[] =>
  axis(ofMeasures(counts), ['A0_4', 'A5_11', 'A12_17', 'A18_59', 'A60P'], ({ ageGroup }) => ageGroup)
