import { afterYes, type Deed } from './deed'
import { FOREIGN_KEY, LATE, ME, NOW, ofCase } from './deed-values'

const ID = "'00000000-0000-4000-8000-00000000a55e'"
const { key_id: _, ...row } = ofCase
const begun = {
  ...row,
  id: ID,
  instrument: "'SW_GENERAL'",
  discipline: 'access.actor_role()',
  state: "'DRAFT'",
  written_by: ME,
  begun_at: NOW,
  changed_by: ME,
  changed_at: NOW,
  version: '1',
}
const columns = Object.keys(begun).join(', ')
const BEGIN = `insert into app.assessments (${columns}) values (${Object.values(begun).join(', ')})`
const KEY = `insert into vault.keys (id, scope, case_id, office_id, sensitivity, assessment_id, part, wrapped)
  values (${ID}, 'ASSESSMENT', $case, 'MOP', $sensitivity, ${ID}, 'TEAM', '')`

/** An assessment is the team's to begin, each in their own name and discipline; its answers follow at once, under its own key. */
export const ASSESSMENT_DEEDS: readonly Deed[] = [
  {
    name: 'begin an assessment',
    table: 'app.assessments',
    op: 'INSERT',
    set: begun,
    who: afterYes,
    wrong: {
      written_by: ['$other'],
      changed_by: ['$other'],
      discipline: ["'IM'"],
      begun_at: LATE,
      changed_at: LATE,
      finished_at: [NOW],
      version: ['2', '2147483647'],
      results: ["'{GB_SEA}'", "'{SU_ACUTE}'", "'{in words}'"],
      case_id: ['$othercase'],
    },
  },
  {
    name: 'seal the answers of an assessment',
    table: 'app.assessment_answers',
    op: 'INSERT',
    before: `${BEGIN}; ${KEY}`,
    set: {
      assessment_id: ID,
      version: '1',
      part: "'TEAM'",
      case_id: '$case',
      office_id: "'MOP'",
      sensitivity: '$sensitivity',
      key_id: ID,
      body: "''",
      written_by: ME,
      written_at: NOW,
    },
    who: afterYes,
    wrong: {
      written_by: ['$other'],
      written_at: LATE,
      version: ['2', '0'],
      part: ["'LAWYER'"],
      key_id: [...FOREIGN_KEY, '$teamkey'],
      case_id: ['$othercase'],
    },
  },
]
