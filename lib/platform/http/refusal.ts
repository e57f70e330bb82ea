import { notFound } from 'next/navigation'
import { currentRequest, type Refusal } from '@/lib/base/request/request-record'

/**
 * Ends a page with an explained refusal: 403, 404, 409, 429, 503 … The reason is a code of messages/fr.ts; a page
 * that has its own wording passes `values.title` and `values.lead`. Never returns. Without our server in front
 * (development) it is a plain 404.
 */
export function refuse(refusal: Refusal): never {
  const record = currentRequest()
  if (record) record.refusal = refusal
  notFound()
}
