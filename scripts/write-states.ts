import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { en } from '../lib/base/wording/en/referrals'
import { ACTS } from '../lib/casework/referrals/machine/acts'
import { REFERRAL_STATES, type ReferralState, STATES } from '../lib/casework/referrals/machine/states'
import { MOVES, type Move, type Party, requirementOf } from '../lib/casework/referrals/machine/transitions'
import { DEFAULTS } from '../lib/platform/settings/defaults'
import { sqlRows, writeMigration } from './migrations'

/** Writes docs/states.md and the next migration from the one table of states and moves, or checks both. */

const PAGE = fileURLToPath(new URL('../docs/states.md', import.meta.url))

/** Rows of `app.referral_states`, in the order of its columns. */
export const stateRows = () =>
  REFERRAL_STATES.map((state, place) => {
    const { group, turn, partner, reading, tabs, clock, reminds } = STATES[state]
    return [state, place + 1, group, turn, partner, reading, tabs.us, tabs.them, clock, reminds]
  })

/** Rows of `app.referral_transitions (verb, from_state, to_state, by_party)`; '' = does not exist yet. */
export const moveRows = () => MOVES.map(({ verb, from, to, by }) => [verb, from ?? '', to, by])
export const transitionsSql = () => sqlRows(moveRows())
const actRows = () => ACTS.map((act) => [act])
const settingRows = () => Object.entries(DEFAULTS).map(([key, { value, unit }]) => [key, value, unit])

const refilled = (table: string, rows: readonly (readonly unknown[])[]) =>
  `delete from app.${table};
insert into app.${table}
${sqlRows(rows)};`

/** The whole content of the generated tables. A setting that somebody changed stays as it is. */
export function statesSql(): string {
  const counts = [
    ['referral_states', stateRows()],
    ['referral_transitions', moveRows()],
    ['referral_acts', actRows()],
  ] as const
  const asserts = counts.map(
    ([table, rows]) =>
      `  if (select count(*) from app.${table}) <> ${rows.length} then raise exception 'rows of ${table}'; end if;`,
  )
  return `-- Written by scripts/write-states.ts from the states, moves and settings of the code. Never edited: a change is
-- a new migration written the same way.
select set_config('relais.maintenance', 'on', true);
alter table app.referrals drop constraint if exists referrals_state_known;
${counts.map(([table, rows]) => refilled(table, rows)).join('\n')}
insert into app.settings
${sqlRows(settingRows())}
on conflict (key) do nothing;
alter table app.referrals add constraint referrals_state_known foreign key (state) references app.referral_states;
do $$ begin
${asserts.join('\n')}
end $$;
`
}

/** The newest generated migration, which must be what the code says now. */
export function newestStatesSql(): string {
  const folder = fileURLToPath(new URL('../drizzle', import.meta.url))
  const name = readdirSync(folder)
    .filter((file) => /^\d{4}_fill_referral_states.*\.sql$/.test(file))
    .sort()
    .at(-1)
  return name ? readFileSync(`${folder}/${name}`, 'utf8') : ''
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
  const { group, turn, partner, reading, tabs, clock, reminds } = STATES[state]
  const running = clock ? `${clock} (${reminds})` : ''
  return [code(state), en[`state.${state}`], group, turn, partner, reading, tabs.us, tabs.them, running]
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
\`node --import tsx scripts/write-states.ts\`; \`--migration\` writes the next migration with the rows of
\`app.referral_states\`, \`app.referral_transitions\` and \`app.referral_acts\`, \`--check\` fails when page or migration is stale. The finer rules (who of the team, named supervisors, own work) are in
\`lib/casework/referrals/machine/policy.ts\`.

${diagram()}

From every OPEN state \`cancel\` leads to \`CANCELLED\` and \`withdraw-consent\` to \`CONSENT_WITHDRAWN\`. Nothing leaves a CLOSED state.
Silence is no state: it is read from the clocks.

## States
\`STAGE_1\`: the partner reads the anonymous facts; \`STAGE_2\`: all ticked facts; \`STUB\`: no fact at all, and only if it was ever sent.

How long: \`OPEN\` as long as the state lasts; \`SETTLED\` all ticked facts for the days of the setting \`partner.settled\` from entering the state, then the anonymous ones for \`partner.after\` more; \`AFTER\` the anonymous ones for \`partner.after\`; \`STUB\` a line without any fact for \`partner.stub\`.
Tabs: where it stands on our list of referrals and in the partner's inbox. Clock: which one presses, and whom it reminds; how long is a setting (\`lib/platform/settings/defaults.ts\`).

${table(
  ['State', 'Words', 'Group', 'Turn', 'Partner reads', 'How long', 'Our tab', 'Their tab', 'Clock'],
  REFERRAL_STATES.map(stateRow),
)}

## Moves
${table(['Verb', 'From', 'To', 'By', 'Asks for'], verbRows())}

Deeds that stand in the history but keep the state: ${ACTS.map(code).join(', ')}.
`
}

const numberFrom = (text: string | undefined) => (text && /^\d{4}$/.test(text) ? Number(text) : undefined)

function run(option: string | undefined): number {
  if (option === '--check') {
    const fresh = readFileSync(PAGE, 'utf8') === statesPage() && newestStatesSql() === statesSql()
    if (!fresh) console.error('stale: node --import tsx scripts/write-states.ts --migration')
    return fresh ? 0 : 1
  }
  writeFileSync(PAGE, statesPage())
  if (option === '--migration')
    console.log(writeMigration('fill_referral_states', statesSql(), numberFrom(process.argv[3])))
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = run(process.argv[2])
