import { alertWrites } from '../lib/casework/alerts/writes'
import { appointmentWrites } from '../lib/casework/appointments/writes'
import { answerWrites, assessmentWrites, panelWrites } from '../lib/casework/assessments/writes'
import { assistanceWrites } from '../lib/casework/assistance/writes'
import { caseWrites, closingWrites, memberWrites } from '../lib/casework/cases/writes'
import { consentWrites } from '../lib/casework/consents/writes'
import { followUpWrites, reviewWrites } from '../lib/casework/followups/writes'
import { noteWrites } from '../lib/casework/notes/writes'
import { NOTICE_RULE_ROWS } from '../lib/casework/notices/rules'
import { peopleWrites } from '../lib/casework/people/writes'
import { actionWrites, approvalWrites, goalWrites } from '../lib/casework/plans/writes'
import { ACT_ROWS, referralWrites } from '../lib/casework/referrals/machine/writes'
import { messageWrites, shareWrites, verificationWrites } from '../lib/casework/referrals/sharing/writes'
import {
  deliveryWrites,
  grantWrites,
  pathWrites,
  receiptWrites,
  stepWrites,
  visitWrites,
} from '../lib/casework/reintegration/writes'
import { TASK_RULE_ROWS } from '../lib/casework/tasks/wall'
import { type RuleRow, ruleRows } from '../lib/platform/db/writes/writes'

/**
 * Prints the second wall's lists as SQL, for a new migration: `npx tsx scripts/write-rules.ts` all writes, with the name
 * of a table only its rows, with `tasks` who opens and ends which task, with `notices` which event tells whom.
 */

const ALL = [
  caseWrites,
  memberWrites,
  closingWrites,
  peopleWrites,
  consentWrites,
  assistanceWrites,
  noteWrites,
  assessmentWrites,
  answerWrites,
  panelWrites,
  followUpWrites,
  reviewWrites,
  appointmentWrites,
  goalWrites,
  actionWrites,
  approvalWrites,
  alertWrites,
  referralWrites,
  shareWrites,
  messageWrites,
  verificationWrites,
  pathWrites,
  stepWrites,
  grantWrites,
  deliveryWrites,
  receiptWrites,
  visitWrites,
]

/** Every row of `app.write_rules`, as the code says it. */
export const RULE_ROWS: readonly RuleRow[] = ALL.flatMap(ruleRows)

const literal = (value: string | boolean) =>
  typeof value === 'boolean' ? String(value) : `'${value.replaceAll("'", "''")}'`
const valuesOf = (rows: readonly (readonly (string | boolean)[])[]) =>
  rows.map((row) => `  (${row.map(literal).join(', ')})`).join(',\n')

/** The whole list as a migration would fill it; acts of the referral beside it. */
export const rulesSql = (): string => `select set_config('relais.maintenance', 'on', true);
delete from app.write_rules;
insert into app.write_rules (tbl, op, verb, party, col, rule, must) values
${valuesOf(RULE_ROWS)};
delete from app.act_rules;
insert into app.act_rules (act, state, party) values
${valuesOf(ACT_ROWS)};
`

/** The rows of some tables alone, so that a migration says what it changes. */
const tableSql = (tables: readonly string[]): string => `select set_config('relais.maintenance', 'on', true);
delete from app.write_rules where tbl in (${tables.map(literal).join(', ')});
insert into app.write_rules (tbl, op, verb, party, col, rule, must) values
${valuesOf(RULE_ROWS.filter(([table]) => tables.includes(table)))};
`

const array = (codes: readonly string[]) => `'{${codes.join(',')}}'`
/** Who opens and who ends which kind of task, and because of what. */
const tasksSql = (): string => `select set_config('relais.maintenance', 'on', true);
delete from app.task_rules;
insert into app.task_rules (kind, deed, subject_type, party, cause, verbs, codes, within_hours) values
${TASK_RULE_ROWS.map(
  ([kind, deed, subject, party, cause, verbs, allowed, within]) =>
    `  (${[kind, deed, subject, party, cause].map(literal).join(', ')}, ${array(verbs)}, ${allowed ? array(allowed) : 'null'}, ${within ?? 'null'})`,
).join(',\n')};
`

/** Which event tells whom. */
const noticesSql = (): string => `select set_config('relais.maintenance', 'on', true);
delete from app.notice_rules;
insert into app.notice_rules (event, tells, by_party, at_once, calls, about) values
${NOTICE_RULE_ROWS.map(
  ([event, tells, by, atOnce, calls, about]) =>
    `  (${literal(event)}, ${literal(tells)}, ${array(by)}, ${atOnce}, ${calls}, ${literal(about)})`,
).join(',\n')};
`

if (process.argv[1]?.endsWith('write-rules.ts')) {
  const wanted = process.argv.slice(2)
  if (wanted.includes('tasks')) process.stdout.write(tasksSql())
  else if (wanted.includes('notices')) process.stdout.write(noticesSql())
  else process.stdout.write(wanted.length > 0 ? tableSql(wanted) : rulesSql())
}
