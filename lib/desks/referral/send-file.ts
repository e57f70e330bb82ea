import { isoDayOf } from '@/lib/base/time/days'
import { type Grant, grantNow } from '@/lib/casework/referrals/exchange/grant'
import { bundleText } from '@/lib/casework/referrals/exchange/write-bundle'
import { fingerprintOf, sealedFor } from '@/lib/casework/services/recipient'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Download, FileOut } from '@/lib/platform/gate/download'
import type { Found, NotFound } from '@/lib/platform/gate/read'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { factsIn } from './prepare-exchange'

/** Named after the day and nothing else. */
const named = (now: Date, ending: string) => `file-${isoDayOf(now)}.${ending}`
const page = ({ id }: Params) => `/referrals/${id}/exchange`

type Made = { file: FileOut; detail?: Record<string, unknown> } | { refused: string }

const leaving =
  (make: (grant: Grant, now: Date) => Promise<Made>) =>
  async (ctx: Ctx, { id = '' }: Params): Promise<Found<FileOut> | NotFound> => {
    const granted = await grantNow(ctx, id)
    if (!('grant' in granted)) return granted
    const { grant, subject } = granted
    const made = await make(grant, ctx.actor.now)
    if ('refused' in made) return { ...made, subject }
    return { view: made.file, subject, detail: { facts: factsIn(grant), ...made.detail } }
  }

/** The referral as a FHIR Bundle: readable by whoever holds the file. */
export const sendBundle: Download = {
  name: 'referral.send-bundle',
  session: 'staff',
  roles: caseRoles,
  page,
  load: leaving(async ({ record }, now) => ({
    file: { name: named(now, 'json'), type: 'application/fhir+json', body: bundleText(record) },
  })),
}

/** The same, sealed to the agency's key: nobody on the way reads it. */
export const sendSealed: Download = {
  name: 'referral.send-sealed',
  session: 'staff',
  roles: caseRoles,
  page,
  load: leaving(async ({ record, recipient }, now) =>
    recipient === ''
      ? { refused: 'exchange-no-key' }
      : {
          file: {
            name: named(now, 'age'),
            type: 'application/octet-stream',
            body: await sealedFor(recipient, bundleText(record)),
          },
          detail: { key: fingerprintOf(recipient) },
        },
  ),
}
