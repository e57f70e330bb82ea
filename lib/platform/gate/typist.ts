import { createHmac } from 'node:crypto'
import { currentRequest } from '@/lib/base/request/request-record'
import { derivedKey } from '@/lib/platform/env/env'

/** A mark in every form of who it was shown to; says nothing to anybody else, and only we can make it. */
export const typistOf = (userId: string): string =>
  createHmac('sha256', derivedKey('typist')).update(userId).digest('base64url').slice(0, 22)

/** The page of this request was rendered for that person: its forms carry their mark. */
export function renderedFor(userId: string): void {
  const record = currentRequest()
  if (record) record.typist = typistOf(userId)
}
