export const notePlace = (id: string) => ({ table: 'app.notes', column: 'body', row: id })
/** What a note says since it was corrected. */
export const correctionPlace = (id: string) => ({ table: 'app.note_changes', column: 'body', row: id })
