import { currentRequest } from '@/lib/base/request/request-record'

/** Counts the statements of one request, for the budgets (only when RELAIS_MEASURE=1). Session frame not counted. */
export function countStatement(query: string): void {
  const request = currentRequest()
  if (!request || /^\s*(begin|commit|rollback)|access\.enter|audit\.append/i.test(query)) return
  request.statements = (request.statements ?? 0) + 1
}
