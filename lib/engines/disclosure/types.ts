/** Stands for "all values of this dimension" in a key. */
export const ALL = '*'

export type Code = {
  code: string
  /** The level it belongs to, one of the dimension's levels. */
  level: string
  /** A code of the next coarser level, null at the coarsest. */
  parent: string | null
  /** `S4`: region level only, never crossed with nationality. `SENSITIVE`: a zero already informs. */
  sensitivity?: 'S4' | 'SENSITIVE'
}

/** The first dimension of a cube is the area; the others are breakdowns. Levels go from finest to coarsest. */
export type Dimension = { name: string; levels: string[]; codes: Code[] }

export type Count = { at: string[]; count: number }

export type AudienceRule = {
  audience: string
  /** Smallest count that may be shown; 0 means no control. */
  threshold: number
  /** 0 is the widest public; a higher rank also sees all that lower ranks see. */
  rank: number
}

type LevelThreshold = { dimension: string; level: string; threshold: number }

export type Rules = {
  audiences: AudienceRule[]
  /** Levels at which a higher threshold holds, e.g. communes. */
  levels: LevelThreshold[]
  s4: { areaLevel: string; threshold: number; notCrossedWith: string[] }
  sensitiveThreshold: number
  /** Cumulative figures are rounded down to a multiple of this for every controlled audience. */
  cumulativeBase: number
  /** A level is usable when at most this share of its non-zero cells is hidden … */
  maxHiddenShare: number
  /** … and at least this share of the people stands in cells that are shown. */
  minPeopleShare: number
}

/** `ADDITIVE`: months add up to quarters (new people). `UNIQUE`: they do not (people active). */
export type MeasureKind = 'ADDITIVE' | 'UNIQUE'

export type ReleaseRequest = {
  table: string
  /** Tables of one family count the same people and share their area totals. */
  family: string
  kind: MeasureKind
  /** `2014-04`, `2014-Q2`, `2014`; for a cumulative figure the month it runs to. */
  period: string
  cumulative: boolean
  /** A corrected version of a table that this audience already has. */
  reissue: boolean
  audience: string
  dimensions: Dimension[]
  counts: Count[]
  /** The grand total where the caller knows it: the parts must add up to it. */
  total?: number
  ledger: LedgerEntry[]
  rules: Rules
}

/** What one audience was given once, and the counts frozen with it (these never leave). */
export type LedgerEntry = {
  table: string
  family: string
  kind: MeasureKind
  period: string
  cumulative: boolean
  audience: string
  version: number
  /** Names of the dimensions and the level of each that was shown (`*` = not split). */
  dimensions: string[]
  /** Fingerprint of the lists of codes (`shape.ts`). */
  shape: string
  level: string[]
  /** Every figure the audience knows, by key; for cumulative entries before rounding. */
  facts: [string, number][]
  withheld: string[]
  frozen: [string, number][]
}

export type Reason =
  | 'BELOW_THRESHOLD'
  | 'SENSITIVE_ZERO'
  | 'PROTECTS_ANOTHER'
  | 'HIDDEN_ELSEWHERE'
  | 'HIDDEN_IN_A_PART'

export type Cell = {
  at: string[]
  /** null when withheld: leave blank and set the flag. */
  value: number | null
  state: 'SHOWN' | 'ROUNDED' | 'WITHHELD'
}

/** Codes of whole tables that stay inside, and of remarks on tables that leave. */
export type Note =
  | 'LATE_RECORDS_GO_TO_NEXT_PERIOD'
  | 'CORRECTION_HELD'
  | 'CORRECTED'
  | 'ROUNDED_DOWN'
  | 'RECOMPUTED_FROM_PARTS'
  | 'SAME_AS_WIDER_AUDIENCE'

export type WithheldReason =
  | 'TOTAL_BELOW_THRESHOLD'
  | 'NO_SAFE_LEVEL'
  | 'PERIOD_COVERED'
  | 'PART_NOT_RELEASED'
  | 'ONE_GRAIN_ONLY'
  | 'DIFFERS_FROM_LINKED_TABLE'
  | 'NO_EARLIER_ISSUE'
  | 'SELF_ATTACK'

export type InputError = { outcome: 'INVALID'; field: string; code: string }
export type Withheld = { outcome: 'WITHHELD'; reason: WithheldReason; cell: string[] }
export type Released = {
  outcome: 'RELEASED'
  level: string[]
  /** Dimensions shown less finely than the counts came in. */
  coarsened: { dimension: string; to: string }[]
  cells: Cell[]
  /**
   * With cumulative figures: people counted before the first month, protected like a table of its own. Give it
   * out with the table; readers who knew a small start only roughly would have an interval that is too narrow.
   */
  opening: Cell[]
  /** For the file inside only: told to the reader, the reasons would help an attacker. */
  reasons: { at: string[]; reason: Reason }[]
  threshold: number
  notes: Note[]
  /** Counts that came too late for this period: add them to the next one (may be negative). */
  carried: Count[]
  /** To be added to the ledger in the transaction that gives the table out; empty if nothing new left. */
  entries: LedgerEntry[]
}
export type Outcome = Released | Withheld | InputError
