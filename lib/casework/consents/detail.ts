/** What is sealed of a consent: who witnessed it, and a word on how it was asked. PURE. */
export type ConsentDetail = { witness: string; note?: string }
export const consentPlace = (id: string) => ({ table: 'app.consents', column: 'detail', row: id })
