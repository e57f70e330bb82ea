import { randomUUID } from 'node:crypto'

/** The hidden fields of every form: a fresh key, spent by the first success, and the version the page shows. */
export const hidden = (version?: number): Record<string, string | number | undefined> => ({
  _key: randomUUID(),
  _version: version,
})
