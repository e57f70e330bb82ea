import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { ValuesOf } from '@/lib/base/forms/form'
import { returnGrants } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { caseKey } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import { askErrors } from './budget'
import { grantFigures } from './figures'
import { grantForm } from './form'
import { type GrantInReach, grantInHand, onPath } from './in-reach'
import { linesOf } from './lines'
import { supplierPlace } from './places'
import { mayPlanGrant } from './policy'
import { within } from './within'

type Values = ValuesOf<typeof grantForm.fields>

/**
 * Keeps a grant's budget as far as it is, and says on the page what it sums to; or asks for it in the same save. Asked
 * for, it stands still until a second person decides.
 */
export const saveGrant = verb({
  name: 'return.grant',
  ...onPath,
  form: grantForm,
  page: ({ code }) => `/cases/${code}/return/grant`,
  scope: (ctx, { code }) => grantInHand(ctx, code),
  policy: (actor, found) => mayPlanGrant(actor, found),
  version: ({ grant }) => grant?.version ?? 0,
  apply: async (ctx, found, values) => {
    const { record } = found.reach
    const asks = values.wants === 'ASK'
    const invalid = asks ? askErrors(askedOf(values), await grantFigures(ctx.tx)) : {}
    if (Object.keys(invalid).length > 0) return { invalid }
    const id = await writeGrant(ctx, found, values)
    if (!id) return { conflict: true }
    const location = asks
      ? `/cases/${record.code}/return?done=grant-asked`
      : `/cases/${record.code}/return/grant`
    return { location, id, detail: { wants: values.wants } }
  },
})

const askedOf = (values: Values) => ({
  kind: values.grantKind,
  lines: linesOf(values),
  quotes: values.quotes ?? 0,
  quotesReason: values.quotesReason,
  sure: values.sure,
})

/** The row as it is written, with the supplier's name sealed. Its id; nothing when somebody was quicker. */
async function writeGrant(
  { tx, actor }: Ctx,
  { reach: { record }, grant }: GrantInReach,
  values: Values,
): Promise<string | undefined> {
  const owner = { caseId: record.id, officeId: record.officeId, sensitivity: record.sensitivity }
  const key = await caseKey(tx, owner, 'TEAM')
  const id = grant?.id ?? randomUUID()
  const asks = values.wants === 'ASK'
  const row = {
    kind: values.grantKind || null,
    model: values.model || null,
    lines: linesOf(values),
    quotes: values.quotes ?? 0,
    quotesReason: values.quotesReason || null,
    sure: values.sure,
    keyId: key.id,
    supplier: seal(key, supplierPlace(id), values.supplier),
    state: asks ? ('ASKED' as const) : ('DRAFT' as const),
    lastVerb: asks ? ('ask' as const) : ('save' as const),
    ...(asks && { askedBy: actor.userId, askedAt: actor.now }),
  }
  if (!grant) {
    await tx
      .insert(returnGrants)
      .values({ ...owner, ...row, id, madeBy: actor.userId, madeAt: actor.now, version: 1 })
    return id
  }
  const written = await tx
    .update(returnGrants)
    .set({ ...row, decidedBy: null, decidedAt: null, reason: null, version: grant.version + 1 })
    .where(and(eq(returnGrants.id, id), eq(returnGrants.version, grant.version), within(actor, returnGrants)))
    .returning({ id: returnGrants.id })
  return written.length === 1 ? id : undefined
}
