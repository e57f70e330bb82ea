/**
 * The second wall's list of writes: which columns of a table a person may write, as what, and with which value. One
 * list a noun (`writes.ts` beside its rules); `scripts/write-rules.ts` prints all of them as rows of `app.write_rules`,
 * which one trigger reads for every table. What is not listed is refused by the database itself.
 */

/**
 * What the new value has to be: `any` (checks of the column apart) · `me` the person of the session · `now` the casework
 * clock of this transaction · `next` one more than before · `null` empty · `first` the clock, where nothing stood before ·
 * `due` empty or within believable years · `code` a code, no words · `=X` exactly X · `@column` what that column says.
 */
export type Rule =
  | 'any'
  | 'me'
  | 'now'
  | 'next'
  | 'null'
  | 'first'
  | 'due'
  | 'code'
  | `=${string}`
  | `@${string}`

/** How the person stands to the row; `access.parties` and `app.parties_of` say so in the database. */
export type WritingParty =
  | 'lead'
  | 'member'
  | 'supervisor'
  | 'opener'
  | 'author'
  | 'recorded'
  | 'team'
  | 'partner'
  | 'enumerator'
  | 'officer'

export type Columns = Readonly<Record<string, Rule>>

/** `must`: has to fit whenever this is written. `may`: may change, to what fits. */
export type Write = {
  op: 'INSERT' | 'UPDATE' | 'DELETE'
  /** Only where the table says which verb wrote last. */
  verb?: string
  by: readonly WritingParty[]
  must?: Columns
  may?: Columns
}

export type Writes = { table: string; writes: readonly Write[] }

export type RuleRow = readonly [
  table: string,
  op: string,
  verb: string,
  party: string,
  column: string,
  rule: string,
  must: boolean,
]

const columnsOf = (columns: Columns | undefined, must: boolean) =>
  Object.entries(columns ?? {}).map(([column, rule]) => ({ column, rule, must }))

/** One row a party and column. PURE. */
export function ruleRows({ table, writes }: Writes): RuleRow[] {
  return writes.flatMap(({ op, verb = '', by, must, may }) => {
    const columns = [...columnsOf(must, true), ...columnsOf(may, false)]
    const listed = op === 'DELETE' ? [{ column: '', rule: 'any', must: false }] : columns
    return by.flatMap((party) =>
      listed.map((one) => [table, op, verb, party, one.column, one.rule, one.must] as const),
    )
  })
}
