import { type ConsentRow, notInForce } from '@/lib/casework/consents/cover'

/** Agencies to which the person agrees now that their case goes: the newest word about each, where it is a yes in force. PURE. */
export function agreedAgencies(rows: readonly ConsentRow[], now: Date): ConsentRow[] {
  const newest = new Map<string, ConsentRow>()
  for (const row of rows) {
    if (row.purpose !== 'TRANSFER' || row.partner === null) continue
    const known = newest.get(row.partner)
    if (!known || row.givenAt > known.givenAt) newest.set(row.partner, row)
  }
  return [...newest.values()].filter((row) => notInForce(row, now) === null)
}
