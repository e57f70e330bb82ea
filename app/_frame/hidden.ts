import { randomUUID } from 'node:crypto'
import { packValues } from '@/lib/base/forms/merge'
import { currentRequest } from '@/lib/base/request/request-record'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Filled } from './form-fields'

type Hidden = Record<string, string | number | undefined>

/**
 * The hidden fields of every form: a fresh key, spent by the first success, the version the page shows, and the mark of
 * who it was shown to, so that what they typed comes back to them alone.
 */
export const hidden = (version?: number): Hidden => ({
  _key: randomUUID(),
  _version: version,
  _for: currentRequest()?.typist,
})

/**
 * The same for a form that edits what stands there: with the values it shows. A form that came back keeps those of its
 * first page, so that what was touched since is still known.
 */
export const hiddenEdit = (version: number, shown: Filled, draft: Draft | undefined): Hidden => ({
  ...hidden(draft?.version ?? version),
  _base: packValues(draft?.base ?? shown),
})
