import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { en as refusals } from '../lib/base/wording/en/refusal'
import type { Actor } from '../lib/platform/access/actor'
import { type AnyVerb, everyVerb } from '../lib/testing/every-verb'
import { code, PEOPLE, type Person, RESTRICTED, STANDINGS, type Standing, table } from './write-case-states'

/** Writes docs/policy.md: what everybody may do to a case and to what hangs on it, in every state, asked of each write's own rule. */

const PAGE = fileURLToPath(new URL('../docs/policy.md', import.meta.url))

/** What is not asked here, and where it is said instead. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  'case.open': 'no case yet: every caseworker of an office of the place',
  'case.hand-over': 'for each case by the database, `app.hand_over`: a supervisor who decides on it',
  'case.take-over':
    'a deputy of the region, of a restricted case that nobody named can decide on: `access.orphaned_case_ids`',
  'task.do': 'whoever of the team reaches the case, once: `lib/casework/tasks/do-task.ts`',
  'task.see': 'the supervisor whose turn it is, once: `lib/casework/tasks/see-task.ts`',
  'note.answer-opening':
    'whoever says the other half, or takes their own back, by the database: `app.answer_opening`; decision record 121',
  'consent.confirm': 'whoever the answer asks for, by the database: `app.consents_to_confirm`',
}

const NOUNS = /^(case|consent|note|assistance|transfer|task)\./

/** Whether they see the case at all; else it is as if there were none. */
const sees = ({ role, capacities, offices }: Person, restricted: boolean): boolean =>
  capacities.length > 0 || (role === 'SUPERVISOR' && !restricted && offices.includes('MOP'))

const LATER = new Date('2014-12-31T00:00:00Z')
const NOW = new Date('2014-06-30T09:00:00Z')

/**
 * A case and all that may hang on it, as it has to be for the act to be possible at all: asked, rated, offered to this person,
 * said by somebody else. What is left is who asks, and how the case stands.
 */
function everything(person: Person, standing: Standing, restricted: boolean) {
  const record = {
    id: 'case',
    code: 'MLP-0000-0000',
    state: standing.state,
    closureReason: standing.withdrawn ? 'CONSENT_WITHDRAWN' : null,
    closureAskedBy: person.asked ? 'me' : 'somebody else',
    officeId: 'MOP',
    sensitivity: restricted ? 'S4' : 'S3',
    risk: 'MEDIUM',
    doNotContact: true,
    version: 1,
  }
  const reach = { record, capacities: person.capacities }
  const agrees = !standing.withdrawn || standing.agreed === true
  const consent = {
    id: 'consent',
    purpose: 'CASE_MGMT',
    status: agrees ? 'GIVEN' : 'WITHDRAWN',
    withdrawnAt: agrees ? null : NOW,
    givenAt: new Date('2014-06-01T09:00:00Z'),
    expiresOn: null,
    needsReview: null,
    confirmation: null,
    partner: null,
    service: null,
    facts: [],
    situation: {},
  }
  const word = {
    said: 'SAME',
    saidBy: 'somebody else',
    decided: null,
    undoBy: null,
    undoneAt: null,
    undoUntil: LATER,
  }
  return {
    ...reach,
    reach,
    found: reach,
    agreed: agrees,
    answered: agrees,
    yes: agrees,
    consents: [consent],
    consent: { ...consent, purpose: 'STATS', status: 'GIVEN', withdrawnAt: null },
    restriction: { byId: 'me', openedAt: null },
    other: 'another case',
    one: false,
    word,
    runs: false,
    known: { state: 'OPEN', sensitivity: 'S4' },
    waits: true,
    offered: false,
    mine: person.role === 'SUPERVISOR',
    row: { state: 'OFFERED', kind: 'INTERNAL', partnerCode: null },
    // One's own, as it was written.
    note: { writtenBy: 'me', inError: false },
    closing: { leftOpen: [] },
    blockers: [],
    line: { endedAt: null },
    state: 'OPEN',
    kind: 'SEE_PERSON',
  }
}

/** What has to stand otherwise for one act than for the others. */
const OTHERWISE: Readonly<Record<string, object>> = {
  'case.undo-merge': {
    word: { said: 'SAME', saidBy: 'x', decided: 'YES', undoBy: null, undoneAt: null, undoUntil: LATER },
  },
  'case.hand-out': { row: { state: 'ACCEPTED', kind: 'EXTERNAL', partnerCode: 'UNICEF' } },
  'transfer.record-answer': { row: { state: 'OFFERED', kind: 'EXTERNAL', partnerCode: 'UNICEF' } },
}

type Asked = { verb: AnyVerb; person: Person; standing: Standing; restricted: boolean }

/** `yes`, or the code of the refusal, as the gate asks: the role, whether it exists for them, the rule. */
function answerOf({ verb, person, standing, restricted }: Asked): string {
  if (!verb.roles.includes(person.role)) return 'role'
  if (!sees(person, restricted)) return 'not-found'
  const actor = { userId: 'me', role: person.role, offices: person.offices, now: NOW, partner: null }
  const found = { ...everything(person, standing, restricted), ...OTHERWISE[verb.name] }
  const values = { says: 'YES', answer: 'SAME', purpose: 'CASE_MGMT' }
  const verdict = verb.policy(actor as unknown as Actor, found, values as never)
  return verdict.allowed ? 'yes' : verdict.reason
}

const WHO: readonly { person: Person; restricted: boolean; head: string }[] = [
  ...PEOPLE.map((person) => ({ person, restricted: false, head: person.name })),
  ...RESTRICTED.map((person) => ({ person, restricted: true, head: `restricted: ${person.name}` })),
]

/** One act: a line for each way in which the case may stand, those that answer alike on one. */
function tableOf(verb: AnyVerb): string {
  const lines = new Map<string, string[]>()
  for (const standing of STANDINGS) {
    const answers = WHO.map(({ person, restricted }) => answerOf({ verb, person, standing, restricted }))
    const key = answers.join('|')
    lines.set(key, [...(lines.get(key) ?? []), standing.name])
  }
  const rows = [...lines].map(([key, states]) => [
    states.length === STANDINGS.length ? 'any' : states.join('; '),
    ...key.split('|'),
  ])
  return `### ${code(verb.name)}\n\n${table(['The case is', ...WHO.map(({ head }) => head)], rows)}`
}

/** Every reason that the tables name, with what is said to the person. */
const reasonsIn = (tables: string): string[] =>
  [...new Set([...tables.matchAll(/\| ([a-z]+(?:-[a-z]+)+)(?= \|)/g)].map((match) => match[1] ?? ''))].sort()

/** Acts of staff on a case that are asked here. */
export async function askedHere(): Promise<AnyVerb[]> {
  const all = await everyVerb()
  return all
    .filter(({ name, session }) => session === 'staff' && NOUNS.test(name) && !ELSEWHERE[name])
    .sort((a, b) => a.name.localeCompare(b.name))
}

/** The whole page. */
export async function policyPage(): Promise<string> {
  const verbs = await askedHere()
  const tables = verbs.map(tableOf).join('\n\n')
  const words = refusals as Record<string, string>
  const said = reasonsIn(tables).map((one) => [
    code(one),
    one === 'not-found'
      ? 'as if there were no such case'
      : `${words[`reason.${one}.title`]}. ${words[`reason.${one}.lead`]}`,
  ])
  return `# Who may do what to a case

Generated by \`scripts/write-policy.ts\`, which asks each write's own rule. Change the rule, run \`npx tsx scripts/write-policy.ts\`
and read what changed; a test fails while this page is stale.

Everything else is as the act needs it: the person has said yes (where the case is not withdrawn), the risk is rated, an offer
waits and is this supervisor's to answer, a first word was somebody else's. What is left is who asks and how the case stands.
\`role\`: not an act of this role, refused before anything is looked up. \`not-found\`: the case does not exist for them. The same
rules stand a second time in the database, and are tried there as everybody: \`machine.db.test.ts\`, \`drizzle/every-write.db.test.ts\`
and the model test.

${tables}

## Said elsewhere
${table(
  ['Act', 'Where'],
  Object.entries(ELSEWHERE).map(([name, where]) => [code(name), where]),
)}

## What the refusals say
${table(['Code', 'Said to the person'], said)}
`
}

async function run(): Promise<void> {
  const page = await policyPage()
  if (process.argv[2] === '--check') process.exitCode = readFileSync(PAGE, 'utf8') === page ? 0 : 1
  else writeFileSync(PAGE, page)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
