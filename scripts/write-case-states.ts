import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { en as refusals } from '../lib/base/wording/en/refusal'
import { mayMove } from '../lib/casework/cases/policy'
import type { Capacity } from '../lib/casework/cases/scope'
import { CASE_STATES, type CaseState, caseStates } from '../lib/casework/cases/states'
import { CASE_TRANSITIONS, type CaseVerb, caseVerbs } from '../lib/casework/cases/transitions'
import type { Actor } from '../lib/platform/access/actor'
import type { Role } from '../lib/platform/access/roles'

/** Writes docs/case-states.md: the case's states and moves, and who may do what in each state, from the code itself. */

const PAGE = fileURLToPath(new URL('../docs/case-states.md', import.meta.url))

const cells = (row: readonly string[]): string => `| ${row.join(' | ')} |`
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [cells(head), cells(head.map(() => '---')), ...rows.map(cells)].join('\n')
export const code = (text: string): string => `\`${text}\``

/** Everybody who may stand before a case of Mopti, by role and by how they stand to it. */
export const PEOPLE: readonly {
  name: string
  role: Role
  capacities: Capacity[]
  offices: string[]
  asked?: true
}[] = [
  { name: 'lead', role: 'SOCIAL_WORKER', capacities: ['LEAD'], offices: ['MOP'] },
  { name: 'member', role: 'PSYCHOLOGIST', capacities: ['MEMBER'], offices: ['MOP'] },
  { name: 'caseworker of the office', role: 'LAWYER', capacities: [], offices: ['MOP'] },
  { name: 'supervisor of the office', role: 'SUPERVISOR', capacities: [], offices: ['MOP'] },
  {
    name: 'supervisor who asked to close',
    role: 'SUPERVISOR',
    capacities: [],
    offices: ['MOP'],
    asked: true,
  },
  { name: 'supervisor elsewhere', role: 'SUPERVISOR', capacities: [], offices: ['GAO'] },
  { name: 'anybody else', role: 'ADMIN', capacities: [], offices: ['MOP'] },
]
export const RESTRICTED: typeof PEOPLE = [
  { name: 'lead', role: 'SOCIAL_WORKER', capacities: ['LEAD'], offices: ['MOP'] },
  { name: 'supervisor of the office', role: 'SUPERVISOR', capacities: [], offices: ['MOP'] },
  { name: 'named supervisor', role: 'SUPERVISOR', capacities: ['NAMED_SUPERVISOR'], offices: ['GAO'] },
]

/** How a case stands: its state, and whether the person took their consent back, or agreed again since. */
export type Standing = { name: string; state: CaseState; withdrawn?: true; agreed?: true }
export const STANDINGS: readonly Standing[] = caseStates.flatMap((state): Standing[] => [
  { name: state, state },
  ...(state === 'PENDING_CLOSURE' || state === 'CLOSED'
    ? [
        { name: `${state}, withdrawn`, state, withdrawn: true as const },
        { name: `${state}, withdrawn, a new yes`, state, withdrawn: true as const, agreed: true as const },
      ]
    : []),
])

export type Person = (typeof PEOPLE)[number]
function answer(
  verb: CaseVerb,
  person: Person,
  { standing, sensitivity }: { standing: Standing; sensitivity: string },
) {
  const actor = { userId: 'me', role: person.role, offices: person.offices } as unknown as Actor
  const verdict = mayMove(verb, actor, {
    capacities: person.capacities,
    record: {
      state: standing.state,
      closureReason: standing.withdrawn ? 'CONSENT_WITHDRAWN' : null,
      officeId: 'MOP',
      sensitivity,
    },
    askedBy: person.asked ? 'me' : 'somebody else',
    agreed: standing.agreed ?? false,
  })
  return verdict.allowed ? 'yes' : verdict.reason
}

const snapshot = (people: readonly Person[], sensitivity: string): string =>
  people
    .map(
      (person) =>
        `### ${person.name} (${person.role})\n\n${table(
          ['State', ...caseVerbs.map(code)],
          STANDINGS.map((standing) => [
            standing.name,
            ...caseVerbs.map((verb) => answer(verb, person, { standing, sensitivity })),
          ]),
        )}`,
    )
    .join('\n\n')

/** Reason codes with their words, in the order in which the tables use them. */
function reasons(): string {
  const pages = [snapshot(PEOPLE, 'S3'), snapshot(RESTRICTED, 'S4')].join('\n')
  const used = [
    ...new Set(
      [...pages.matchAll(/\| ((?:case|already|same)-[a-z-]+)(?= \|)/g)].map((match) => match[1] ?? ''),
    ),
  ]
  const words = refusals as Record<string, string>
  return table(
    ['Code', 'Said to the person'],
    used.map((one) => [code(one), `${words[`reason.${one}.title`]}. ${words[`reason.${one}.lead`]}`]),
  )
}

/** The whole page. */
export function caseStatesPage(): string {
  const stateRows = caseStates.map((state) => [
    code(state),
    CASE_STATES[state].alive ? 'yes' : 'no',
    CASE_STATES[state].worked ? 'yes' : 'no',
  ])
  const moveRows = CASE_TRANSITIONS.map((row) => [
    code(row.verb),
    code(row.from),
    code(row.to),
    row.by,
    'asks' in row ? row.asks : '',
  ])
  return `# The states of a case

Generated from \`lib/casework/cases/states.ts\`, \`transitions.ts\` and \`policy.ts\` by \`scripts/write-case-states.ts\`. Change those, then run
\`npx tsx scripts/write-case-states.ts\`; a test fails while this page is stale. The database holds the moves once more
(\`app.case_transitions\`, \`app.case_moves\`), and \`machine.db.test.ts\` tries every one of them there as everybody.

## States
Alive: it has promises that fall due, and stands in the lists of open work; while it is \`ON_HOLD\` they rest. Worked: its file is
written in, unless the person took their consent to it back.

${table(['State', 'Alive', 'Worked'], stateRows)}

## Moves
${table(['Verb', 'From', 'To', 'By', 'Asks for'], moveRows)}

A draft whose person says no, or that is left for a day without an answer, ends without a case: its row is deleted and
one line is counted. A case offered to another office, accepted or refused there changes its office or nothing, never its state:
lib/casework/transfers; \`hand-out\` needs another agency's yes besides.

## Who may do what
A case of an office, not restricted. \`yes\`, or the code of the refusal.

${snapshot(PEOPLE, 'S3')}

## Who may do what on a restricted case

${snapshot(RESTRICTED, 'S4')}

## What the refusals say
${reasons()}
`
}

function run(option: string | undefined): number {
  if (option === '--check') return readFileSync(PAGE, 'utf8') === caseStatesPage() ? 0 : 1
  writeFileSync(PAGE, caseStatesPage())
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = run(process.argv[2])
