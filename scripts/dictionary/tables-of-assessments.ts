import type { TableWords } from './words'

/** What three disciplines ask in a case, and the answers sealed apart by who reads them. */
export const assessmentTables: Readonly<Record<string, TableWords>> = {
  'app.assessments': {
    row: 'an assessment: which instrument, whose, and what follows from it',
    level: 'work',
    read: 'reach',
    span: 'case',
    columns: {
      instrument: 'which instrument (`lib/casework/assessments/instruments`)',
      discipline: 'of whoever filled it in',
      state: 'DRAFT, or FINISHED',
      results: 'what follows, in codes of the instrument; never that an aid worker may be involved',
      written_by: 'who filled it in',
      begun_at: 'when it was begun',
      changed_by: 'who saved it last',
      changed_at: 'when',
      finished_at: 'when it was finished; empty while it is not',
    },
  },
  'app.assessment_answers': {
    row: 'the answers of one version of an assessment, as far as the same people read them',
    level: 'person',
    read: 'part',
    span: 'case',
    columns: {
      assessment_id: 'which assessment',
      part: 'whose they are to read: the team, or one discipline',
      written_by: 'who wrote this version',
      written_at: 'when',
    },
  },
  'app.panel_decisions': {
    row: 'what a panel decided on a best interests assessment',
    level: 'work',
    read: 'reach',
    span: 'case',
    columns: {
      assessment_id: 'which assessment',
      decided_by: 'who said it',
      decided_at: 'when it was said',
    },
  },
  'app.incident_answers': {
    row: 'the answers about one act of violence based on gender, apart from case and person',
    level: 'person',
    read: 'incident',
    span: 'case',
    columns: {
      assessment_id: 'which assessment',
      part: 'INCIDENT, or WORDS: what the survivor said in their own words',
      body: 'the sealed answers',
      written_by: 'who wrote this version',
      written_at: 'when',
    },
  },
}
