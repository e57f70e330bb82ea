import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { en } from '../lib/base/wording/en/referrals'
import { ACTS } from '../lib/casework/referrals/machine/acts'
import { REFERRAL_STATES, type ReferralState, STATES } from '../lib/casework/referrals/machine/states'
import { MOVES, type Move, type Party, requirementOf } from '../lib/casework/referrals/machine/transitions'

/** Writes docs/states.md from the one table of moves, prints the same rows as SQL, or checks the page. */

const PAGE = fileURLToPath(new URL('../docs/states.md', import.meta.url))

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Rows of `app.referral_transitions (verb, from_state, to_state, by_party)`; '' = does not exist yet. */
export function transitionsSql(): string {
  const rows = MOVES.map(
    ({ verb, from, to, by }) => `  (${[verb, from ?? '', to, by].map(literal).join(', ')})`,
  )
  return `values\n${rows.join(',\n')}`
}

const PARTY_NAMES: Record<Party, string> = {
  team: 'case team',
  supervisor: 'supervisor',
  partner: 'partner',
  system: 'the system',
  author: 'author',
  recorded: 'our staff for the partner (phone, paper)',
}

const cells = (row: readonly string[]): string => `| ${row.join(' | ')} |`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [cells(head), cells(head.map(() => '---')), ...rows.map(cells)].join('\n')
}

const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)]

const code = (text: string): string => `\`${text}\``

function stateRow(state: ReferralState): string[] {
  const { group, turn, partner } = STATES[state]
  return [code(state), en[`state.${state}`], group, turn, partner]
}

/** Moves of one verb that lead to the same state for the same parties stand in one row. */
function verbRows(): string[][] {
  const rows = new Map<string, { moves: Move[]; by: Party[] }>()
  for (const move of MOVES) {
    const by = MOVES.filter((m) => m.verb === move.verb && m.from === move.from && m.to === move.to).map(
      (m) => m.by,
    )
    const key = [move.verb, move.from === move.to ? 'same' : move.to, ...by].join(' ')
    const row = rows.get(key) ?? { moves: [], by }
    rows.set(key, { ...row, moves: [...row.moves, move] })
  }
  return [...rows.values()].map(({ moves, by }) => verbRow(moves, by))
}

function verbRow(moves: readonly Move[], by: readonly Party[]): string[] {
  const from = distinct(moves.map((move) => move.from)).map((state) => (state ? code(state) : 'nothing'))
  const to = moves.every((move) => move.from === move.to)
    ? 'same'
    : distinct(moves.map((move) => code(move.to))).join(', ')
  const verb = moves[0]?.verb
  const asks = verb ? requirementOf(verb) : null
  return [code(verb ?? ''), from.join(', '), to, by.map((party) => PARTY_NAMES[party]).join(', '), asks ?? '']
}

/** Verbs between the same two states share an arrow. Cancelling and withdrawing are said in words instead. */
function diagram(): string {
  const arrows = new Map<string, string[]>()
  for (const { verb, from, to } of MOVES) {
    if (from === to || verb === 'cancel' || verb === 'withdraw-consent') continue
    const arrow = `${from ?? '[*]'} --> ${to}`
    arrows.set(arrow, distinct([...(arrows.get(arrow) ?? []), verb]))
  }
  const ends = REFERRAL_STATES.filter(
    (state) => STATES[state].group === 'CLOSED' && state !== 'CANCELLED' && state !== 'CONSENT_WITHDRAWN',
  )
  const lines = [...arrows].map(([arrow, verbs]) => `  ${arrow}: ${verbs.join(', ')}`)
  return ['```mermaid', 'stateDiagram-v2', ...lines, ...ends.map((end) => `  ${end} --> [*]`), '```'].join(
    '\n',
  )
}

/** The whole page. */
export function statesPage(): string {
  return `# The states of a referral

Generated from \`lib/casework/referrals/machine/states.ts\` and \`lib/casework/referrals/machine/transitions.ts\` by \`scripts/write-states.ts\`. Change those, then run
\`node --import tsx scripts/write-states.ts\`; \`--sql\` prints the rows for the database table \`app.referral_transitions\`,
\`--check\` fails when this page is stale. The finer rules (who of the team, named supervisors, own work) are in
\`lib/casework/referrals/machine/policy.ts\`.

${diagram()}

From every OPEN state \`cancel\` leads to \`CANCELLED\` and \`withdraw-consent\` to \`CONSENT_WITHDRAWN\`. Nothing leaves a CLOSED state.
Silence is no state: it is read from the clocks.

## States
\`STAGE_1\`: the partner reads the anonymous facts; \`STAGE_2\`: all ticked facts; \`STUB\`: no fact at all, and only if it was ever sent.

${table(['State', 'Words', 'Group', 'Turn', 'Partner reads'], REFERRAL_STATES.map(stateRow))}

## Moves
${table(['Verb', 'From', 'To', 'By', 'Asks for'], verbRows())}

Deeds that stand in the history but keep the state: ${ACTS.map(code).join(', ')}.
`
}

function run(option: string | undefined): number {
  if (option === '--sql') {
    console.log(transitionsSql())
    return 0
  }
  if (option === '--check') {
    const fresh = readFileSync(PAGE, 'utf8') === statesPage()
    if (!fresh) console.error('docs/states.md is stale: node --import tsx scripts/write-states.ts')
    return fresh ? 0 : 1
  }
  writeFileSync(PAGE, statesPage())
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = run(process.argv[2])
