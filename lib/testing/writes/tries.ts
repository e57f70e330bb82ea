import type { Person } from '../actors'
import type { Deed, Standing } from '../expectations/deed'
import { ME } from '../expectations/deed-values'
import { DEEDS } from '../expectations/deeds'
import {
  ALSO_WRITES,
  type Claim,
  claimsOf,
  dueIn,
  MOVE_RULES,
  type MoveRule,
  NEVER_BY_A_MOVE,
} from '../expectations/moves'
import { mayChangeAlone } from '../expectations/plain-columns'
import { type Relation, relationTo } from '../expectations/relations'
import { part } from '../factories/rows'
import type { Column } from './columns'
import { filled, quoted, sets } from './fill'
import { leaveTries } from './leaves'
import type { Try } from './run'
import { valuesFor } from './values'
import type { OneCase, WriteWorld } from './world'

const relationOf = (person: Person, one: OneCase, partner = 'UNICEF'): Relation =>
  person.role === 'PARTNER_FP' ? (person.partner === partner ? 'partner' : 'none') : relationTo(person, one)

function statement(deed: Deed, set: Readonly<Record<string, string>>): string {
  const before = deed.before ? `${deed.before}; ` : ''
  const after = deed.after ? `; ${deed.after}` : ''
  if (deed.op === 'UPDATE')
    return `${before}update ${deed.table} set ${sets(set)} where ${deed.where}${after}`
  const columns = Object.keys(set)
  return `${before}insert into ${deed.table} (${columns.join(', ')}) values (${Object.values(set).join(', ')})${after}`
}

/** Each deed as it should be done, and then with one wrong value at a time. */
function deedTries(world: WriteWorld, person: Person, one: OneCase): Try[] {
  const standing: Standing = {
    relation: person.role === 'PARTNER_FP' ? 'none' : relationTo(person, one),
    role: person.role,
    caseState: one.state,
    sensitivity: one.sensitivity,
    offices: person.offices,
    isColleague: person.id === world.people.colleague.id,
    supervisesMopti: person.role === 'SUPERVISOR' && person.offices.includes('MOP'),
  }
  return DEEDS.flatMap((deed) => {
    const to = (text: string) => filled(text, world, one, deed.referralState)
    const place = `${deed.name} (${one.state} ${one.sensitivity})`
    const good = { label: place, sql: to(statement(deed, deed.set)), expected: deed.who(standing) }
    const bad = Object.entries(deed.wrong).flatMap(([column, values]) =>
      values
        // Somebody else's name is nobody's mistake where it is one's own.
        .filter((value) => deed.set[column] !== ME || to(value) !== quoted(person.id))
        .map((value) => ({
          label: `${place}: ${column} = ${value}`,
          sql: to(statement(deed, { ...deed.set, [column]: value })),
          expected: false,
        })),
    )
    return [good, ...bad]
  })
}

const moved = (rule: MoveRule, from: string, claim: Claim): Record<string, string> => ({
  state: quoted(rule.to === 'same' ? from : rule.to),
  version: 'version + 1',
  last_verb: quoted(rule.verb),
  last_party: quoted(claim),
  last_channel: quoted(claim === 'recorded' ? 'PHONE' : 'APP'),
  last_actor_id: 'access.actor_id()',
  last_at: 'clock.casework_now()',
  reason: 'null',
  ...dueIn(rule.to),
  ...rule.set,
})

/** The same move with one thing about it wrong. */
const WRONG_MOVES: Readonly<Record<string, readonly string[]>> = {
  version: ['version', 'version + 2', '2147483647'],
  last_at: [
    "timestamptz '2013-01-01'",
    "timestamptz '2099-01-01'",
    "clock.casework_now() - interval '1 hour'",
  ],
  last_actor_id: ['null', '$other'],
  due_at: ["timestamptz '2099-01-01'", "clock.casework_now() + interval '399 days'", 'null'],
  due_kind: ["'zz'", 'null'],
  state: ["'VERIFIED'", "'SENT'"],
  reason: ["'words that are no code'"],
}

const PARTNER_READS = new Set([
  'SENT',
  'ACKNOWLEDGED',
  'INFO_REQUESTED',
  'ACCEPTED',
  'IN_PROGRESS',
  'NOT_ACCESSED',
  'CONTESTED',
])

function moveTries(world: WriteWorld, person: Person, one: OneCase): Try[] {
  const relation = relationOf(person, one)
  const claims = claimsOf(relation, person.id === one.leadId)
  return MOVE_RULES.flatMap((rule) =>
    one.referrals.flatMap(({ id, state }) => {
      const check = `insert into app.verifications (referral_id, received, satisfied, asked_on, asked_by, key_id, note)
        values ('${id}', '${rule.before}', 'NOT_SAID', date '2014-06-30', access.actor_id(), $teamkey, ''); `
      const told = rule.tells
        ? `; select app.open_task('${rule.tells[0]}', 'referral', '${id}', null, clock.casework_now() + interval '23 hours', ${rule.tells[1] ? quoted(rule.tells[1]) : 'null'})`
        : ''
      const write = (set: Record<string, string>) =>
        filled(
          `${rule.before ? check : ''}update app.referrals set ${sets(set)} where id = '${id}'${told}`,
          world,
          one,
        )
      const possible =
        rule.from.includes(state) &&
        (!rule.caseOpen || one.state === 'OPEN') &&
        (relation !== 'partner' || PARTNER_READS.has(state) || rule.verb === 'confirm-deleted')
      return (['team', 'author', 'supervisor', 'partner', 'recorded'] as const).flatMap((claim) => {
        const expected = possible && rule.by.includes(claim) && claims.includes(claim)
        const set = moved(rule, state, claim)
        const label = `${rule.verb} ${state} as ${claim} (${one.state} ${one.sensitivity})`
        const good = { label, sql: write(set), expected }
        const stolen = {
          label: `${label}, taking the authorship`,
          sql: write({ ...set, author_id: 'access.actor_id()' }),
          expected: false,
        }
        if (!expected) return person.id === one.leadId ? [good] : [good, stolen]
        return [good, ...trespasses(rule, set, label, write)]
      })
    }),
  )
}

function trespasses(
  rule: MoveRule,
  set: Record<string, string>,
  label: string,
  write: (set: Record<string, string>) => string,
): Try[] {
  const runs = (set.due_at ?? 'null') !== 'null'
  const wrong = Object.entries(WRONG_MOVES).flatMap(([column, values]) =>
    values
      .filter((value) => value !== set[column] && !(value === 'null' && column.startsWith('due') && !runs))
      .map((value) => [column, value] as const),
  )
  const foreign = Object.entries(NEVER_BY_A_MOVE).filter(
    ([column]) => !(column in (rule.set ?? {})) && !(ALSO_WRITES[rule.verb] ?? []).includes(column),
  )
  const own = Object.entries(rule.set ?? {}).flatMap(([column, value]): [string, string][] => {
    if (value === 'clock.casework_now()') return [[column, "timestamptz '2013-01-01'"]]
    return value === 'access.actor_id()' ? [[column, '$other']] : []
  })
  return [...wrong, ...foreign, ...own].map(([column, value]) => ({
    label: `${label}: ${column} = ${value}`,
    sql: write({ ...set, [column]: value }),
    expected: false,
  }))
}

/** Every column of every table alone, with each other value, on each row that belongs to the case. */
function columnTries(world: WriteWorld, person: Person, one: OneCase, columns: readonly Column[]): Try[] {
  const relation = person.role === 'PARTNER_FP' ? 'none' : relationTo(person, one)
  return columns.flatMap(({ table, column, type, versioned }) =>
    valuesFor(column, type, table)
      .filter(
        (value) =>
          !(column === 'sensitivity' && value === quoted(one.sensitivity)) &&
          !(table === 'app.cases' && column === 'state' && value === quoted(one.state)),
      )
      .map((value) => {
        const where = whereOf(table, one)
        const set = {
          [column]: value,
          ...(versioned && column !== 'version' && { version: 'version + 1' }),
        }
        return {
          label: `${table}.${column} = ${value} (${one.state} ${one.sensitivity})`,
          sql: filled(`update ${table} set ${sets(set)} where ${where}`, world, one),
          expected: mayChangeAlone({
            table,
            column,
            value,
            relation,
            caseState: one.state,
            sensitivity: one.sensitivity,
            hears: person.id === world.people.colleague.id,
          }),
        }
      }),
  )
}

function whereOf(table: string, one: OneCase): string {
  const [first] = one.referrals
  const sent = one.referrals.find(({ state }) => state === 'ACCEPTED')
  if (table === 'app.cases') return `id = '${one.id}'`
  if (table === 'app.referrals') return `id = '${sent?.id}'`
  if (table === 'app.alerts') return 'id = $alert'
  if (['app.alert_tokens', 'app.inbound_answers'].includes(table)) return 'alert_id = $alert'
  if (table === 'app.token_makers') return 'true'
  if (table === 'app.leaves') return `id = '${part(one.leadId, 'leave')}'`
  if (table === 'app.psea_reports') return 'id = $psea'
  if (table === 'app.incident_answers') return `assessment_id = '${part(one.id, 'GBV_INCIDENT')}'`
  if (table === 'app.staff_functions') return "function = 'PSEA_FOCAL_POINT'"
  if (table === 'app.case_members') return `case_id = '${one.id}' and capacity = 'MEMBER' and until is null`
  if (
    ['app.referral_messages', 'app.verifications', 'app.referral_events', 'app.referral_comments'].includes(
      table,
    )
  )
    return `referral_id = '${sent?.id}'`
  if (table === 'app.consents') return `id = '${part(first?.id ?? '', 'consent')}'`
  if (table === 'app.shares') return `id = '${part(sent?.id ?? '', 'share 1')}'`
  if (table === 'app.share_papers') return `share_id = '${part(sent?.id ?? '', 'share 2')}'`
  return `case_id = '${one.id}'`
}

/** Nobody deletes, but the team somebody of the household. */
function deleteTries(world: WriteWorld, one: OneCase, tables: readonly string[]): Try[] {
  return tables.map((table) => ({
    label: `delete from ${table} (${one.state} ${one.sensitivity})`,
    sql: filled(`delete from ${table} where ${whereOf(table, one)}`, world, one),
    expected: false,
  }))
}

/** Everything this person tries in the whole world. */
export function triesOf(world: WriteWorld, person: Person, columns: readonly Column[]): Try[] {
  const tables = [...new Set(columns.map(({ table }) => table))]
  return [
    ...leaveTries(world, person),
    ...world.cases.flatMap((one) => [
      ...deedTries(world, person, one),
      ...moveTries(world, person, one),
      ...columnTries(world, person, one, columns),
      ...deleteTries(world, one, tables),
    ]),
  ]
}
