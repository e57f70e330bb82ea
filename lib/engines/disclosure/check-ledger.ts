import { z } from 'zod'
import { spanOf } from './periods'
import { OPENING } from './render'
import { shapeOf } from './shape'
import type { InputError, LedgerEntry, ReleaseRequest } from './types'

const pair = z.tuple([z.string(), z.int()])
const entry = z.strictObject({
  table: z.string(),
  family: z.string(),
  kind: z.enum(['ADDITIVE', 'UNIQUE']),
  period: z.string().refine((text) => text === OPENING || spanOf(text) !== null),
  cumulative: z.boolean(),
  audience: z.string(),
  version: z.int().min(1),
  dimensions: z.array(z.string()),
  shape: z.string(),
  level: z.array(z.string()),
  facts: z.array(pair),
  withheld: z.array(z.string()),
  frozen: z.array(pair),
})

/** Entries that passed once: a ledger of years is read again for each table of a month. */
const passed = new WeakSet<LedgerEntry>()

/** The ledger entries of the family: well formed, cut from the same lists, sharing nothing but the area. */
export function checkLedger(request: ReleaseRequest): InputError | null {
  const shape = shapeOf(request.dimensions)
  const own = new Set(request.dimensions.slice(1).map((dimension) => dimension.name))
  for (const [i, given] of request.ledger.entries()) {
    if (given.family !== request.family && typeof given.family === 'string') continue
    const wrong = passed.has(given) ? null : malformed(given)
    if (wrong !== null) return fault(`ledger.${i}.${wrong}`, 'malformed')
    passed.add(given)
    if (given.table === request.table && given.shape !== shape)
      return fault('dimensions', 'differs_from_ledger')
    if (given.kind !== request.kind) return fault('kind', 'differs_from_ledger')
    if (given.table !== request.table && given.dimensions.slice(1).some((name) => own.has(name))) {
      return fault('dimensions', 'shared_with_linked_table')
    }
  }
  return null
}

function malformed(given: LedgerEntry): string | null {
  const parsed = entry.safeParse(given)
  return parsed.success ? null : (parsed.error.issues[0]?.path.map(String).join('.') ?? '')
}

const fault = (field: string, code: string): InputError => ({ outcome: 'INVALID', field, code })
