import type { TableWords } from './words'

/** Tables of notes, of who may read them, and of what was printed. PURE. */
export const noteTables: Readonly<Record<string, TableWords>> = {
  'app.danger_flags': {
    row: 'a danger that a sealed note speaks of, without its words',
    level: 'person',
    read: 'flag',
    span: 'case',
    columns: {
      discipline: 'whose note',
      raised_by: 'who raised it',
      raised_at: 'when',
      review_on: 'when it is judged again',
      lowered_by: 'who took it down',
      lowered_at: 'when',
    },
  },
  'app.notes': {
    row: 'a note',
    level: 'work',
    read: 'compartment',
    span: 'case',
    columns: { written_by: 'who wrote it', written_at: 'when' },
  },
  'app.note_changes': {
    row: 'a correction of a note, or that it was written in error',
    level: 'work',
    read: 'compartment',
    span: 'case',
    columns: {
      note_id: 'which note',
      compartment: 'as the note',
      version: 'which version it made; the note itself is the first',
      kind: 'CORRECTED or IN_ERROR',
      changed_by: 'who changed it: its author',
      changed_at: 'when',
    },
  },
  'app.key_openings': {
    row: 'that the sealed notes of a discipline are opened to a colleague, by two people',
    level: 'work',
    read: 'holding',
    span: 'case',
    columns: {
      to_user: 'to whom',
      compartment: 'which discipline',
      asked_by: 'who said the first half',
      asked_as: 'which half that was: DISCIPLINE or SUPERVISION',
      asked_at: 'when',
      due_at: 'until when the other half is expected',
      ends_at: 'until when it may be said',
      answered_by: 'who said the other half, or took the first back',
      answered_at: 'when',
    },
  },
  'app.papers': {
    row: 'a paper that was asked for: printed, or said aloud',
    level: 'work',
    read: 'reach',
    span: 'case',
    columns: {
      kind: 'SUMMARY, MY_DATA, APPOINTMENT or PLAN',
      parts: 'what stood on it',
      printed_by: 'who asked for it',
      printed_at: 'when',
    },
  },
  'vault.key_holders': {
    row: 'somebody holds a key of their discipline on a case',
    level: 'work',
    read: 'holding',
    span: 'case',
    columns: {
      since: 'since when',
      until: 'until when: they left the case',
      compartment: 'which discipline',
      opening_id: 'by which act of two people; none for whoever made the key',
    },
  },
}
