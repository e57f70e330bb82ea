import { currentRequest } from '@/lib/base/request/request-record'

/**
 * Counts the statements of one request, for the budgets (only when RELAIS_MEASURE=1). Not counted: the session's
 * frame, and what the driver asks about types on a fresh connection.
 */
export function countStatement(query: string): void {
  const request = currentRequest()
  if (!request || /^\s*(begin|commit|rollback)|access\.enter|audit\.append|pg_catalog\.pg_type/i.test(query))
    return
  request.statements = (request.statements ?? 0) + 1
}
