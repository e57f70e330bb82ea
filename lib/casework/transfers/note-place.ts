/** Where the word to whoever receives is sealed. */
export const notePlace = (id: string) => ({ table: 'app.case_transfers', column: 'note', row: id })
