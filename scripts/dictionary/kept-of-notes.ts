import { at, type Places } from './places'

/** Where what is asked about notes is kept. PURE. */
export const keptOfNotes: Record<string, Places> = {
  'note.add': {
    ...at('compartment', 'app.notes.compartment'),
    ...at('body', 'app.notes.body'),
    ...at('metOn', 'app.cases.last_contact_on'),
    ...at('danger', 'app.danger_flags.code'),
  },
  'note.correct': {
    ...at('body', 'app.note_changes.body'),
    ...at('correctionReason', 'app.note_changes.reason'),
  },
  'note.mark-in-error': at('errorReason', 'app.note_changes.reason'),
  'note.ask-opening': {
    ...at('successor', 'app.key_openings.to_user'),
    ...at('openingReason', 'app.key_openings.reason'),
  },
  'note.answer-opening': at('opening', 'app.key_openings.answer', 'vault.key_holders.user_id'),
  'case.lower-danger': at('endReason', 'app.danger_flags.lowered_for'),
}
