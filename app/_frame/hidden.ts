import { randomUUID } from 'node:crypto'
import { currentRequest } from '@/lib/base/request/request-record'

/**
 * The hidden fields of every form: a fresh key, spent by the first success, the version the page shows, and the mark of
 * who it was shown to, so that what they typed comes back to them alone.
 */
export const hidden = (version?: number): Record<string, string | number | undefined> => ({
  _key: randomUUID(),
  _version: version,
  _for: currentRequest()?.typist,
})
