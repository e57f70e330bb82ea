import { z } from 'zod'
import { checkHistory } from './check-history'
import { checkLists } from './check-lists'
import { checkPeople } from './check-people'
import { checkRules } from './check-rules'
import { checkTables } from './check-tables'
import { spanOf } from './periods'
import type { InputError, PlanRecord, PlanRequest } from './plan-types'
import { defaultRules } from './rules'

const name = z.string().regex(/^[A-Za-z0-9_.:+-]{1,60}$/)
const whole = z.int().min(0).max(1_000_000_000)
const threshold = z.int().min(0).max(1000)
const names = z.array(name).max(50)
const period = z.string().refine((text) => text === 'OPENING' || spanOf(text) !== null)

const dimension = z.strictObject({
  name,
  about: name,
  levels: z.array(name).min(1).max(6),
  codes: z
    .array(
      z.strictObject({
        code: name,
        level: name,
        parent: name.nullable(),
        sensitivity: z.enum(['S4', 'SENSITIVE']).exactOptional(),
        usual: z.int().min(1).max(1000).exactOptional(),
      }),
    )
    .min(1)
    .max(5000),
})
const dimensions = z.array(dimension).min(1).max(60)

const family = z.strictObject({
  family: name,
  kind: z.enum(['ADDITIVE', 'UNIQUE']),
  within: z.array(name).max(8),
})
const families = z.array(family).min(1).max(9)
const counts = z.array(z.strictObject({ at: z.array(name).min(1).max(5), count: whole })).max(200_000)
const cut = { table: name, family: name, dimensions: z.array(name).min(1).max(5), keeps: name, counts }

const rules = z.strictObject({
  audiences: z
    .array(z.strictObject({ audience: name, reach: z.enum(['OUTSIDE', 'INTERNAL']), threshold }))
    .min(1)
    .max(20),
  subjects: names,
  placeLevels: z.array(z.strictObject({ level: name, threshold })).max(20),
  s4: z.strictObject({ threshold, notCrossedWith: names }),
  sensitiveThreshold: threshold,
})

const stands = z.array(z.array(z.array(z.string().regex(/^[01]{0,60}$/)).min(1))).nullable()
const record = z.strictObject({
  version: z.int().min(1),
  period,
  dimensions,
  families,
  frozen: z.array(z.strictObject(cut)),
  issues: z.array(
    z.strictObject({
      table: name,
      family: name,
      corrects: z.int().min(1).nullable(),
      covers: z.array(period).min(1),
      cuts: z.array(z.strictObject({ audience: name, stands })).min(1),
    }),
  ),
})

/** Records that passed once: a ledger of years is read again for each plan. */
const passed = new WeakSet<object>()
const known = z.custom<PlanRecord>((given) => {
  if (typeof given !== 'object' || given === null) return false
  if (!passed.has(given) && !record.safeParse(given).success) return false
  passed.add(given)
  return true
})

const shape = z.strictObject({
  period,
  dimensions,
  families,
  tables: z
    .array(z.strictObject({ ...cut, audiences: names }))
    .min(1)
    .max(60),
  ledger: z.strictObject({ version: z.int().min(0), records: z.array(known) }),
  rules: rules.default(defaultRules),
})

/** The ledger as it may be used; null when it is damaged or two plans of one version were put into it. */
export const isLedger = (input: unknown): boolean => shape.shape.ledger.safeParse(input).success

/** Reads a request from outside; on the first fault names the field, e.g. `tables.0.counts.3.count`. */
export function parsePlan(input: unknown): PlanRequest | InputError {
  const parsed = shape.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const extra = issue?.code === 'unrecognized_keys' ? [issue.keys[0] ?? ''] : []
    const field = [...(issue?.path ?? []), ...extra].map(String).join('.') || 'request'
    return { outcome: 'INVALID', field, code: issue?.code ?? 'invalid' }
  }
  const request: PlanRequest = parsed.data
  return (
    checkRules(request) ??
    checkLists(request) ??
    checkPeople(request) ??
    checkTables(request) ??
    checkHistory(request) ??
    request
  )
}
