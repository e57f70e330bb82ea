import { randomUUID } from 'node:crypto'
import type { FieldErrors, ValuesOf } from '@/lib/base/forms/form'
import { withLimit } from '@/lib/base/i18n/problem-words'
import { writeAssistance } from '@/lib/casework/assistance/write-assistance'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { grantDeliveries } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { caseKey } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import { countsAs } from './counts-as'
import { deliveryForm } from './form'
import { type GrantInReach, oneGrant, onPath } from './in-reach'
import { fieldOf, GRANT_LINES, type Lines, linesOf, remains, sumOf } from './lines'
import { witnessPlace } from './places'
import { mayDeliver } from './policy'
import type { Grant } from './queries'

type Values = ValuesOf<typeof deliveryForm.fields>

/** What stands against a delivery: nothing handed over, more than is left of a line, a day before the approval. PURE. */
export function deliveryErrors(grant: Grant, lines: Lines, deliveredOn: string): FieldErrors {
  const left = remains(
    grant.lines,
    grant.deliveries.map((one) => one.lines),
  )
  const over = GRANT_LINES.filter((line) => (lines[line] ?? 0) > (left[line] ?? 0))
  return {
    ...(sumOf(lines) === 0 && { [fieldOf(GRANT_LINES[0])]: 'nothing-given' }),
    ...Object.fromEntries(over.map((line) => [fieldOf(line), withLimit('more-than-left', left[line] ?? 0)])),
    ...(deliveredOn < (grant.decidedAt ?? '').slice(0, 10) && { deliveredOn: 'before-approval' }),
  }
}

/** Handed over before a witness and against a receipt; counted once as the help it is. */
export const recordDelivery = verb({
  name: 'return.deliver',
  ...onPath,
  form: deliveryForm,
  page: ({ code }, { grant }) => `/cases/${code}/return/deliver${grant ? `?grant=${grant}` : ''}`,
  scope: (ctx, { code }, { grant }) => oneGrant(ctx, { code, id: grant }),
  policy: (actor, found) => mayDeliver(actor, found),
  version: ({ grant }) => grant?.version ?? 0,
  apply: async (ctx, found, values) => {
    const { reach, grant } = found
    if (!grant) return { conflict: true }
    const lines = linesOf(values)
    const invalid = deliveryErrors(grant, lines, values.deliveredOn)
    if (Object.keys(invalid).length > 0) return { invalid }
    const id = await writeDelivery(ctx, found, values)
    const counted = countsAs(
      lines,
      grant.deliveries.map((one) => one.lines),
    )
    for (const service of counted)
      await writeAssistance(ctx, reach.record, {
        service,
        quantity: 1,
        givenOn: values.deliveredOn,
        donor: values.donor,
      })
    const kept = await touchCase(ctx, reach.record, { contactOn: values.deliveredOn, acted: true })
    const location = `/cases/${reach.record.code}/return?done=grant-delivered`
    return kept ? { location, id, detail: { counted } } : { conflict: true }
  },
})

async function writeDelivery(
  { tx, actor }: Ctx,
  { reach: { record } }: GrantInReach,
  { grant, deliveredOn, witness, receipt, ...values }: Values,
): Promise<string> {
  const owner = { caseId: record.id, officeId: record.officeId, sensitivity: record.sensitivity }
  const key = await caseKey(tx, owner, 'TEAM')
  const id = randomUUID()
  await tx.insert(grantDeliveries).values({
    ...owner,
    id,
    grantId: grant,
    deliveredOn,
    lines: linesOf(values),
    receipt: receipt as 'SIGNED' | 'THUMB',
    keyId: key.id,
    witness: seal(key, witnessPlace(id), witness),
    givenBy: actor.userId,
    notedAt: actor.now,
  })
  return id
}
