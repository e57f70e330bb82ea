const place = (column: string) => (id: string) => ({ table: 'app.case_transfers', column, row: id })

/** Where the word to whoever receives, who spoke for an agency, and the paper that was handed over are sealed. */
export const notePlace = place('note')
export const answerPlace = place('answer_words')
export const summaryPlace = place('summary')
