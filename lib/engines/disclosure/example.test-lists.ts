import { defaultRules } from './rules'
import type { Dimension, ReleaseRequest } from './types'

/** Lists small enough to follow by hand: two northern regions with two cercles each, sex and age. */
export const area: Dimension = {
  name: 'AREA',
  levels: ['CERCLE', 'REGION'],
  codes: [
    { code: 'GAO', level: 'REGION', parent: null },
    { code: 'KIDAL', level: 'REGION', parent: null },
    { code: 'GAO-TOWN', level: 'CERCLE', parent: 'GAO' },
    { code: 'ANSONGO', level: 'CERCLE', parent: 'GAO' },
    { code: 'KIDAL-TOWN', level: 'CERCLE', parent: 'KIDAL' },
    { code: 'ABEIBARA', level: 'CERCLE', parent: 'KIDAL' },
  ],
}
export const sex: Dimension = {
  name: 'SEX',
  levels: ['SEX'],
  codes: [
    { code: 'F', level: 'SEX', parent: null },
    { code: 'M', level: 'SEX', parent: null },
  ],
}

type Rows = Record<string, [number, number]>

/** A request for the public, from women and men per cercle. */
export function exampleRequest(rows: Rows, change: Partial<ReleaseRequest> = {}): ReleaseRequest {
  return {
    table: 'NEW_PEOPLE',
    family: 'NEW_PEOPLE',
    kind: 'ADDITIVE',
    period: '2014-04',
    cumulative: false,
    reissue: false,
    audience: 'PUBLIC',
    dimensions: [area, sex],
    counts: Object.entries(rows).flatMap(([cercle, [f, m]]) => [
      { at: [cercle, 'F'], count: f },
      { at: [cercle, 'M'], count: m },
    ]),
    ledger: [],
    rules: { ...defaultRules, levels: [] },
    ...change,
  }
}
