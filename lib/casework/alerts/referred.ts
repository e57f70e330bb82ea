/** What another agency wrote of somebody it referred to us, sealed with its alert: its reference, what it asks, the facts it shared. PURE. */
export type Referred = {
  /** What the agency calls it on the telephone. */
  reference: string
  service: string
  /** Each fact as it was shared, by its name in the catalogue of facts. */
  facts: Readonly<Record<string, unknown>>
}

export const referredPlace = (id: string) => ({ table: 'app.alerts', column: 'referral', row: id })
