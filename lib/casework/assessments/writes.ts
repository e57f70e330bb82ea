import type { Writes } from '@/lib/platform/db/writes/writes'

/** Incident answers hang on no case and stand outside this list: their own policy says who writes them. */
export const assessmentWrites: Writes = {
  table: 'app.assessments',
  writes: [
    {
      op: 'INSERT',
      by: ['lead', 'member'],
      must: { written_by: 'me', changed_by: 'me', begun_at: 'now', changed_at: 'now', version: '=1' },
      may: {
        id: 'any',
        case_id: 'any',
        office_id: 'any',
        sensitivity: 'any',
        instrument: 'code',
        discipline: 'code',
        state: 'code',
        results: 'any',
        finished_at: 'now',
        visit_id: 'any',
      },
    },
    {
      op: 'UPDATE',
      by: ['lead', 'member'],
      must: { changed_by: 'me', changed_at: 'now', version: 'next' },
      may: { state: '=FINISHED', results: 'any', finished_at: 'first' },
    },
  ],
}

/** Never changed: a correction is a new version. */
export const answerWrites: Writes = {
  table: 'app.assessment_answers',
  writes: [
    {
      op: 'INSERT',
      by: ['lead', 'member'],
      must: { written_by: 'me', written_at: 'now' },
      may: {
        assessment_id: 'any',
        version: 'any',
        part: 'code',
        case_id: 'any',
        office_id: 'any',
        sensitivity: 'any',
        key_id: 'any',
        body: 'any',
      },
    },
  ],
}

/** Said once by whoever supervises the case. */
export const panelWrites: Writes = {
  table: 'app.panel_decisions',
  writes: [
    {
      op: 'INSERT',
      by: ['supervisor'],
      must: { decided_by: 'me', decided_at: 'now' },
      may: {
        assessment_id: 'any',
        case_id: 'any',
        office_id: 'any',
        sensitivity: 'any',
        decision: 'code',
        decided_on: 'any',
        key_id: 'any',
        words: 'any',
      },
    },
  ],
}
