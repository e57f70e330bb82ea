import type { Columns, Writes } from '@/lib/platform/db/writes/writes'

const ofCase: Columns = { id: 'any', case_id: 'any', office_id: 'any', sensitivity: 'any', key_id: 'any' }
const facts: Columns = {
  household_role: 'any',
  sex: 'any',
  birth_year: 'any',
  age_basis: 'any',
  // The first of them, for as long as the release before may run beside.
  nationality: 'any',
  nationalities: 'any',
  displacement_status: 'any',
  origin_cercle: 'any',
  document_status: 'any',
  languages: 'any',
  specific_needs: 'any',
  concerns: 'any',
  safe_contact: 'any',
  household_size: 'any',
  care_arrangement: 'any',
  separation_cause: 'any',
  tracing_status: 'any',
  functioning: 'any',
  identity: 'any',
}

/** The person comes with the case; the household is the team's to note, and what was noted by mistake goes. */
export const peopleWrites: Writes = {
  table: 'app.people',
  writes: [
    {
      op: 'INSERT',
      by: ['opener'],
      must: { standing: '=PRINCIPAL', version: '=1' },
      may: { ...ofCase, ...facts },
    },
    {
      op: 'INSERT',
      by: ['lead', 'member'],
      must: { version: '=1' },
      may: { ...ofCase, ...facts, standing: 'any' },
    },
    { op: 'UPDATE', by: ['lead', 'member'], must: { version: 'next' }, may: facts },
    { op: 'DELETE', by: ['lead', 'member'] },
  ],
}
