import type { AuditFilter } from './queries'

/** Families of actions the filter offers; each is the part before the dot. */
export const families = [
  'session',
  'work',
  'alert',
  'case',
  'person',
  'consent',
  'assistance',
  'note',
  'referral',
  'queue',
  'inbox',
  'statistics',
  'audit',
  'outbox',
] as const
export const outcomes = ['done', 'shown', 'refused', 'missing', 'replayed'] as const

type Asked = { code?: string | undefined; actor?: string | undefined; action?: string | undefined } & {
  outcome?: string | undefined
  below?: string | undefined
}

/** The filter behind a page's query; what makes no sense is left out. PURE. */
export function filterOf({ code, actor, action, outcome, below }: Asked): AuditFilter {
  return {
    caseCode: code?.trim() || undefined,
    actor: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(actor ?? '') ? actor : undefined,
    action: /^[a-z-]{2,30}(\.[a-z-]{2,40})?$/.test(action ?? '') ? action : undefined,
    outcome: outcomes.find((known) => known === outcome),
    below: /^[1-9]\d{0,14}$/.test(below ?? '') ? Number(below) : undefined,
  }
}

/** The same filter as a query string, so that pages and links keep it. */
export function queryOf({ caseCode, actor, action, outcome, below }: AuditFilter): string {
  const pairs = Object.entries({ code: caseCode, actor, action, outcome, below: below?.toString() })
  const kept = pairs.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []))
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''
}
