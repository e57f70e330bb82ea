import { z } from 'zod'
import { checkDimensions } from './check-dimensions'
import { checkLedger } from './check-ledger'
import { spanOf } from './periods'
import { defaultRules } from './rules'
import type { InputError, LedgerEntry, ReleaseRequest } from './types'

const name = z.string().regex(/^[A-Za-z0-9_.:+-]{1,60}$/)
const whole = z.int().min(0).max(1_000_000_000)
const threshold = z.int().min(0).max(1000)
const share = z.number().min(0).max(1)

const dimension = z.strictObject({
  name,
  levels: z.array(name).min(1).max(6),
  codes: z
    .array(
      z.strictObject({
        code: name,
        level: name,
        parent: name.nullable(),
        sensitivity: z.enum(['S4', 'SENSITIVE']).exactOptional(),
      }),
    )
    .min(1)
    .max(5000),
})

const rules = z.strictObject({
  audiences: z
    .array(z.strictObject({ audience: name, threshold, rank: z.int().min(0).max(100) }))
    .min(1)
    .max(20),
  levels: z.array(z.strictObject({ dimension: name, level: name, threshold })).max(20),
  s4: z.strictObject({ areaLevel: name, threshold, notCrossedWith: z.array(name).max(20) }),
  sensitiveThreshold: threshold,
  cumulativeBase: z.int().min(1).max(1000),
  maxHiddenShare: share,
  minPeopleShare: share,
})

const shape = z.strictObject({
  table: name,
  family: name,
  kind: z.enum(['ADDITIVE', 'UNIQUE']),
  period: z.string().refine((text) => spanOf(text) !== null),
  cumulative: z.boolean(),
  reissue: z.boolean(),
  audience: name,
  dimensions: z.array(dimension).min(1).max(5),
  counts: z.array(z.strictObject({ at: z.array(name).min(1).max(5), count: whole })).max(200_000),
  total: whole.exactOptional(),
  ledger: z.array(z.custom<LedgerEntry>((entry) => typeof entry === 'object' && entry !== null)),
  rules: rules.default(defaultRules),
})

/** Reads a request from outside; on the first fault names the field, e.g. `counts.3.count`. */
export function parseRequest(input: unknown): ReleaseRequest | InputError {
  const parsed = shape.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const extra = issue?.code === 'unrecognized_keys' ? [issue.keys[0] ?? ''] : []
    return invalid(
      [...(issue?.path ?? []), ...extra].map(String).join('.') || 'request',
      issue?.code ?? 'invalid',
    )
  }
  const request: ReleaseRequest = parsed.data
  return (
    checkDimensions(request.dimensions) ??
    checkRules(request) ??
    checkCounts(request) ??
    checkLedger(request) ??
    request
  )
}

function checkRules({ rules: given, audience, period, cumulative }: ReleaseRequest): InputError | null {
  const sorted = [...given.audiences].sort((a, b) => a.rank - b.rank)
  const ranks = new Set(sorted.map((a) => a.rank))
  const names = new Set(sorted.map((a) => a.audience))
  if (ranks.size < sorted.length || names.size < sorted.length) return invalid('rules.audiences', 'duplicate')
  if (sorted.some((a, i) => a.threshold > (sorted[i - 1]?.threshold ?? a.threshold))) {
    return invalid('rules.audiences', 'narrower_audience_stricter')
  }
  if (!names.has(audience)) return invalid('audience', 'unknown')
  return cumulative && !/^\d{4}-\d{2}$/.test(period) ? invalid('period', 'month_needed') : null
}

function checkCounts({ dimensions, counts, total }: ReleaseRequest): InputError | null {
  const finest = dimensions.map(
    (d) => new Set(d.codes.filter((c) => c.level === d.levels[0]).map((c) => c.code)),
  )
  const seen = new Set<string>()
  let sum = 0
  for (const [i, { at, count }] of counts.entries()) {
    if (at.length !== dimensions.length) return invalid(`counts.${i}.at`, 'one_code_per_dimension')
    const d = at.findIndex((code, n) => !finest[n]?.has(code))
    if (d >= 0) return invalid(`counts.${i}.at.${d}`, 'unknown_code')
    if (seen.has(at.join('|'))) return invalid(`counts.${i}.at`, 'duplicate')
    seen.add(at.join('|'))
    sum += count
  }
  if (total === undefined || sum === total) return null
  return invalid('total', sum > total ? 'parts_exceed_total' : 'parts_below_total')
}

function invalid(field: string, code: string): InputError {
  return { outcome: 'INVALID', field, code }
}
