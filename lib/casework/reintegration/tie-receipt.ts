import { randomUUID } from 'node:crypto'
import { findDocument } from '@/lib/casework/documents/queries'
import { deliveryReceipts } from '@/lib/platform/db/schema'
import { type Ctx, type Params, verb } from '@/lib/platform/gate/verb'
import { receiptForm } from './form'
import { onPath, type PathInReach, pathInReach } from './in-reach'
import { mayWorkOnPath } from './policy'
import type { Delivery } from './queries'

type Found = PathInReach & { delivery: Delivery }

async function deliveryInReach(ctx: Ctx, { code }: Params, id: string): Promise<Found | undefined> {
  const found = await pathInReach(ctx, code)
  const delivery = found?.grants.flatMap(({ deliveries }) => deliveries).find((one) => one.id === id)
  return found && delivery && { ...found, delivery }
}

/** The photo or scan of a receipt stands beside the delivery that it proves. */
export const tieReceipt = verb({
  name: 'return.receipt',
  ...onPath,
  form: receiptForm,
  page: ({ code }, { delivery }) => `/cases/${code}/return/receipt?delivery=${delivery}`,
  scope: (ctx, params, { delivery }) => deliveryInReach(ctx, params, String(delivery)),
  policy: (actor, found) => mayWorkOnPath(actor, found),
  apply: async (ctx, { reach: { record }, delivery }, { document }) => {
    const known = await findDocument(ctx, document)
    const fits =
      known?.caseId === record.id && known.kind === 'RECEIPT' && known.reader === 'TEAM' && known.opens
    if (!fits || delivery.papers?.some(({ id }) => id === document))
      return { invalid: { document: 'not-a-receipt' } }
    const id = randomUUID()
    await ctx.tx.insert(deliveryReceipts).values({
      id,
      caseId: record.id,
      officeId: record.officeId,
      sensitivity: record.sensitivity,
      deliveryId: delivery.id,
      documentId: document,
      tiedBy: ctx.actor.userId,
      tiedAt: ctx.actor.now,
    })
    return { location: `/cases/${record.code}/return?done=receipt-tied`, id, detail: { document } }
  },
})
