/** What is sealed of an alert: the person's name and how to reach them safely. PURE. */
export type AlertIdentity = { given: string; family: string; safeContact: string }

export const identityPlace = (id: string) => ({ table: 'app.alerts', column: 'identity', row: id })
