import { alertWrites } from '../lib/casework/alerts/writes'
import { assistanceWrites } from '../lib/casework/assistance/writes'
import { caseWrites, memberWrites } from '../lib/casework/cases/writes'
import { consentWrites } from '../lib/casework/consents/writes'
import { noteWrites } from '../lib/casework/notes/writes'
import { peopleWrites } from '../lib/casework/people/writes'
import { ACT_ROWS, referralWrites } from '../lib/casework/referrals/machine/writes'
import { messageWrites, shareWrites, verificationWrites } from '../lib/casework/referrals/sharing/writes'
import { type RuleRow, ruleRows } from '../lib/platform/db/writes/writes'

/** Prints the second wall's list of writes as SQL, for a new migration: `npx tsx scripts/write-rules.ts`. */

const ALL = [
  caseWrites,
  memberWrites,
  peopleWrites,
  consentWrites,
  assistanceWrites,
  noteWrites,
  alertWrites,
  referralWrites,
  shareWrites,
  messageWrites,
  verificationWrites,
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

if (process.argv[1]?.endsWith('write-rules.ts')) process.stdout.write(rulesSql())
