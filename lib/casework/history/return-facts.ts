import { offered } from '@/lib/base/codes/codes'
import { supplierPlace } from '@/lib/casework/reintegration/places'
import { type OpenKey, unseal } from '@/lib/platform/vault/seal'

/**
 * What the past keeps of a way home: the path by column, each step as one word, the budget line by line. Labels stand with the path's
 * own words (`app/(work)/cases/[code]/history`). PURE.
 */
const PATH = [
  'kind',
  'origin_country',
  'transit',
  'return_country',
  'needs',
  'departs_on',
  'arrived_on',
] as const
const GRANT = ['kind', 'model', 'quotes', 'quotes_reason', 'supplier', 'state', 'reason'] as const
export type PathColumn = (typeof PATH)[number]
export type GrantColumn = (typeof GRANT)[number]

/** Where each stands: which table, which column; the names of a step and of a line of the budget say themselves. */
export const RETURN_FACTS: readonly string[] = [
  ...PATH.map((column) => `path.${column}`),
  ...offered('return_step').map(({ code }) => `step.${code}`),
  ...GRANT.map((column) => `grant.${column}`),
  ...offered('grant_line').map(({ code }) => `grant.lines.${code}`),
]
const known = new Set(RETURN_FACTS)
export const isReturnFact = (name: string): boolean => known.has(name)

type Sides = readonly [unknown, unknown]
type Changed = Readonly<Record<string, Sides>>

/** Who sells, opened: the database keeps it as it was sealed, behind the ids of its row and its key. Gone where both sides say the same. */
export function withSupplier(changed: Changed, keys: ReadonlyMap<string, OpenKey>): Changed {
  const { 'grant.supplier': sealed, ...rest } = changed
  if (!sealed) return changed
  const [was, is] = sealed.map((side) => opened(String(side), keys))
  return was === is ? rest : { ...rest, 'grant.supplier': [was, is] }
}

function opened(side: string, keys: ReadonlyMap<string, OpenKey>): string | undefined {
  const [grant = '', keyId = '', body = ''] = side.split(' ')
  const key = keys.get(keyId)
  const text = key && unseal(key, supplierPlace(grant), Buffer.from(body, 'base64')).toString('utf8')
  return text === '' ? undefined : text
}
