/** Stands for "all values of this dimension". */
export const ALL = '*'

export type Code = {
  code: string
  /** The level it belongs to, one of the dimension's levels. */
  level: string
  /** A code of the next coarser level, null at the coarsest. */
  parent: string | null
  /** `S4`: never told apart outside, inside for the country alone. `SENSITIVE`: a higher threshold. */
  sensitivity?: 'S4' | 'SENSITIVE'
  /**
   * About how many of a thousand people bear it, as everybody knows or as was published before. Never taken from the
   * counts of the period itself: how a list could be cut must tell nothing about them.
   */
  usual?: number
}

/**
 * A list of codes people are counted by. Levels go from finest to coarsest. Codes that stand beside each other in
 * the list are merged first: list neighbours, and rare ones, together. `about` is what the list tells of a person:
 * two lists about the same thing cannot both be used in one plan.
 */
export type Dimension = { name: string; about: string; levels: string[]; codes: Code[] }

/** `ADDITIVE`: months add up (new people). `UNIQUE`: they do not (people active). */
export type MeasureKind = 'ADDITIVE' | 'UNIQUE'

/** A set of people that tables count. `within`: every one of them is also counted in these families. */
export type Family = { family: string; kind: MeasureKind; within: string[] }

/** Of one cell, by finest codes in the order of the table's dimensions. */
export type Count = { at: string[]; count: number }

export type TableAsked = {
  table: string
  family: string
  /** Who is to receive it. What they get does not depend on who else is named. */
  audiences: string[]
  /** Names of dimensions; the place, where there is one, first. */
  dimensions: string[]
  /** The dimension that must not be lost: the table leaves with it or not at all. Places give way first. */
  keeps: string
  counts: Count[]
}

export type PlanRequest = {
  /** `2014-04`; for `UNIQUE` families also `2014-Q2`, `2014`; `OPENING` for people before the first month. */
  period: string
  dimensions: Dimension[]
  families: Family[]
  tables: TableAsked[]
  ledger: Ledger
  rules: Rules
}

export type Reach = 'OUTSIDE' | 'INTERNAL'
export type AudienceRule = { audience: string; reach: Reach; threshold: number }

export type Rules = {
  /** Everybody who may receive a file. `INTERNAL` readers are taken to read what leaves as well. */
  audiences: AudienceRule[]
  /** What a list may be about; anything else is refused. */
  subjects: string[]
  /** Levels of places that may be shown, and the least count there. A level that is not named is never shown. */
  placeLevels: { level: string; threshold: number }[]
  s4: { threshold: number; notCrossedWith: string[] }
  sensitiveThreshold: number
}

export type InputError = { outcome: 'INVALID'; field: string; code: string }

/** `at`: for each dimension the codes that are counted together, `['*']` for all of them. */
export type Cell = { at: string[][]; value: number }

export type Shown = {
  table: string
  audience: string
  /** `UNCHANGED`: this period is out and nothing about it may or needs to move. */
  state: 'RELEASED' | 'CORRECTED' | 'UNCHANGED'
  version: number
  /** The periods whose people are counted here: its own, and small ones before it. */
  covers: string[]
  total: number
  /** Cells that do not overlap and add up to the total. None is blank. */
  cells: Cell[]
  /** Counts have changed since, by too few people to show it. For the inside: a reader must not be told. */
  correctionWaits: boolean
}

export type NotShown = {
  table: string
  audience: string
  /** `CARRIED`: too few people; they are counted with the next period. */
  state: 'CARRIED' | 'WITHHELD'
  reason: 'TOO_FEW' | 'SUBJECT_TOO_SMALL' | 'ONE_GRAIN_ONLY'
}

export type Planned = Shown | NotShown

export type Plan = {
  outcome: 'PLANNED'
  tables: Planned[]
  /** To be added to the ledger (`recordPlan`) in the transaction in which the files leave. */
  record: PlanRecord
}

/** Everything that was decided so far. As secret as the cases: it holds the frozen counts. */
export type Ledger = { version: number; records: PlanRecord[] }

export type PlanRecord = {
  /** One more than the version of the ledger it was decided on. */
  version: number
  period: string
  dimensions: Dimension[]
  families: Family[]
  /** The counts each table of this period is frozen with, whether shown or not. */
  frozen: Frozen[]
  issues: Issue[]
}

export type Frozen = { table: string; family: string; dimensions: string[]; keeps: string; counts: Count[] }

/** A table given out: for each audience how it is cut. */
export type Issue = {
  table: string
  family: string
  /** The record in which this table came out first, when this is a correction of it. */
  corrects: number | null
  covers: string[]
  cuts: { audience: string; stands: Stand[] | null }[]
}

/** For each dimension of the table the groups it is cut into here (ways through its tree); of places exactly one. */
export type Stand = string[][]

export type Sum = {
  outcome: 'SUMMED'
  covers: string[]
  /** Periods of the stretch that no table given to this audience counts (yet). */
  absent: string[]
  total: number
  cells: Cell[]
}
