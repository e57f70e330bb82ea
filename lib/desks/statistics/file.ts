import { codes } from '@/lib/base/codes/codes'
import { emptyLedger } from '@/lib/engines/disclosure/ledger'
import { planRelease } from '@/lib/engines/disclosure/plan'
import { ALL, type Dimension, type TableAsked } from '@/lib/engines/disclosure/plan-types'
import { defaultRules } from '@/lib/engines/disclosure/rules'
import { type Count, measures, sumOf } from './counts'

/** Who the file is for: other offices of the organisation, never outside. */
export const fileAudience = 'INTERNAL'

/** A figure of the file; codes that are counted together stand side by side, `*` for all of them. */
export type FileCell = { measure: string; region: string[]; sex: string[]; age: string[]; value: number }

const all = { region: [ALL], sex: [ALL], age: [ALL] }
const breakdowns = ['REGION', 'SEX', 'AGE']

/**
 * What may leave of a month as a file: the total of each count, then its cells by region, sex and age, cut so that no
 * figure, total or difference counts a few people. Counts of too few people do not appear at all. Of the people since
 * the start only the total leaves: cell by cell, two files would give the new people between them.
 */
export function fileOf(counts: readonly Count[], period: string): FileCell[] {
  const tables = ['NEW', 'ACTIVE', 'REFERRED'].map((measure) => tableOf(counts, measure))
  const plan = planRelease({
    period,
    dimensions: lists,
    families: [
      { family: 'NEW', kind: 'ADDITIVE', within: ['ACTIVE'] },
      { family: 'ACTIVE', kind: 'UNIQUE', within: [] },
      { family: 'REFERRED', kind: 'UNIQUE', within: [] },
    ],
    tables,
    ledger: emptyLedger,
    rules: defaultRules,
  })
  if (plan.outcome === 'INVALID') throw new RangeError(`counts of ${period}: ${plan.field} ${plan.code}`)
  return measures.flatMap((measure): FileCell[] => {
    const planned = plan.tables.find(({ table }) => table === (measure === 'CUMULATIVE' ? 'NEW' : measure))
    if (!planned || !('cells' in planned)) return []
    if (measure === 'CUMULATIVE') {
      const value = sumOf(counts, { measure })
      return value < planned.total ? [] : [{ measure, ...all, value }]
    }
    const cells = planned.cells.map(({ at: [region = [], sex = [], age = []], value }) => ({
      measure,
      region,
      sex,
      age,
      value,
    }))
    const isTotal = cells.length === 1
    return isTotal ? cells : [{ measure, ...all, value: planned.total }, ...cells]
  })
}

/** A count without a region, sex or age stands under a code of its own. */
export const MISSING = 'NONE'

/**
 * About how many of a thousand people a code usually counts, from the pilot quarter's published figures; 1 for the
 * rest. Small ones are counted together first. Never taken from the month itself.
 */
const usual: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  admin1_2014: { ML07: 400, ML06: 280, ML05: 200, ML09: 80, ML08: 30 },
  sex: { F: 560, M: 430 },
  age_group: { A0_4: 140, A5_11: 180, A12_17: 150, A18_59: 450, A60P: 60 },
}

function tableOf(counts: readonly Count[], measure: string): TableAsked {
  const cells = new Map<string, number>()
  for (const count of counts.filter((own) => own.measure === measure)) {
    const key = [count.region, count.sex, count.ageGroup].map((code) => code ?? MISSING).join('|')
    cells.set(key, (cells.get(key) ?? 0) + count.persons)
  }
  return {
    table: measure,
    family: measure,
    audiences: [fileAudience],
    dimensions: breakdowns,
    keeps: 'REGION',
    counts: [...cells].map(([key, count]) => ({ at: key.split('|'), count })),
  }
}

const list = (name: string, about: string, of: 'admin1_2014' | 'sex' | 'age_group'): Dimension => {
  const known = usual[of] ?? {}
  const first = Object.keys(known)
  const rest = codes(of).map(({ code }) => code)
  return {
    name,
    about,
    levels: [name],
    codes: [...first, ...rest.filter((code) => !first.includes(code)), MISSING].map((code) => ({
      code,
      level: name,
      parent: null,
      usual: known[code] ?? 1,
    })),
  }
}

const lists: Dimension[] = [
  list('REGION', 'PLACE', 'admin1_2014'),
  list('SEX', 'SEX', 'sex'),
  list('AGE', 'AGE', 'age_group'),
]
