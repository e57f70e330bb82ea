import { isTeam, type Relation, WORKED_ON } from './relations'

/**
 * Columns that somebody may change by themselves, on a row's next version, without any verb around them. Everything else
 * only ever changes as part of a deed (`deeds.ts`, `moves.ts`) or never.
 */
const TEAMS: Readonly<Record<string, readonly string[]>> = {
  'app.cases': ['last_contact_on', 'first_action_at', 'next_due_at'],
  'app.return_paths': ['origin_country', 'transit', 'return_country', 'needs', 'escort', 'departs_on'],
  'app.people': [
    'household_role',
    'sex',
    'birth_year',
    'age_basis',
    'nationality',
    'nationalities',
    'displacement_status',
    'origin_cercle',
    'document_status',
    'languages',
    'specific_needs',
    'concerns',
    'safe_contact',
    'household_size',
    'care_arrangement',
    'separation_cause',
    'tracing_status',
    'functioning',
    'identity',
  ],
  // A goal's words and place; of an action its date, with what it comes from. How they end is a deed.
  'app.plan_goals': ['place', 'words'],
  'app.plan_actions': ['due_at', 'risk', 'moved_reason', 'redated_at'],
}

type Asked = {
  table: string
  column: string
  value: string
  relation: Relation
  caseState: string
  sensitivity: string
  /** Whether this person hears the world's report of abuse. */
  hears: boolean
}

/** May this person write this value into this column alone? */
export function mayChangeAlone(asked: Asked): boolean {
  const { table, column, value, relation, caseState } = asked
  // Whoever hears of abuse says that they called back, whatever becomes of the case they know nothing of.
  if (table === 'app.psea_reports')
    return (
      asked.hears && ['taken_at clock.casework_now()', 'version version + 1'].includes(`${column} ${value}`)
    )
  // What a linked alert says of calls is noted by the supervisor, what the person says by the team, whatever became of the
  // case; lifting it is the team's, and it does not stand here.
  if (table === 'app.cases' && column === 'do_not_contact')
    return (relation === 'supervisor' || isTeam(relation)) && value === 'true'
  if (!WORKED_ON.includes(caseState)) return false
  // Before the person's yes nothing of them is written; the world's draft has none, and no plan either.
  if ((table === 'app.people' || table.startsWith('app.plan_')) && caseState === 'DRAFT') return false
  // The risk rated again as it stood, by whoever rated it: the world's lead did.
  if (table === 'app.case_proposals')
    return relation === 'lead' && column === 'rated_at' && value === 'clock.casework_now()'
  // Saved again as it stood, by whoever filled it in: the world's member did.
  if (table === 'app.assessments')
    return (
      relation === 'member' &&
      caseState !== 'DRAFT' &&
      `${column} ${value}` === 'changed_at clock.casework_now()'
    )
  // A plan that waits was added to: the supervisor reads it again.
  if (table === 'app.plan_approvals')
    return isTeam(relation) && asked.sensitivity === 'S4' && `${column} ${value}` === 'version version + 1'
  // A version moves on with nothing else changed: harmless, and the team's.
  if (column === 'version') return table in TEAMS && isTeam(relation) && value === 'version + 1'
  return isTeam(relation) && (TEAMS[table]?.includes(column) ?? false) && !FAR.includes(value)
}

/** Instants nobody can mean: a due date of another age, a contact that has not been. */
export const FAR = ["timestamptz '2099-01-01'", "date '2099-01-01'", "date '1900-01-01'"]
