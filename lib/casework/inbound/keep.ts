import { randomBytes, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { triageDueAt } from '@/lib/casework/alerts/due'
import { type AlertIdentity, identityPlace, knownOfAlert } from '@/lib/casework/alerts/identity'
import { type Referred, referredPlace } from '@/lib/casework/alerts/referred'
import { alertCode } from '@/lib/casework/numbers/alert-code'
import { keepAlertTokens } from '@/lib/casework/tokens/keep-tokens'
import { cercleOffices } from '@/lib/platform/db/schema'
import type { Applied, Ctx } from '@/lib/platform/gate/verb'
import { mintKey } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'

export type Inbound = AlertIdentity & {
  agency: string
  cercle: string
  urgency: string
  sex: string
  age: number
  ageEstimated: boolean
  nationality: string
  contactAgreed: string
  referred: Referred
}

/** The office of a cercle, and whether this person takes people in for it. */
async function officeOf(
  { tx, actor }: Ctx,
  cercle: string,
): Promise<{ office: string; ours: boolean } | undefined> {
  const [row] = await tx
    .select({ office: cercleOffices.officeId })
    .from(cercleOffices)
    .where(eq(cercleOffices.cercle, cercle))
  return row && { office: row.office, ours: actor.offices.includes(row.office) }
}

/** What stands against a cercle, before anything is tried; nothing where none is named yet. */
export async function cercleDoubts(ctx: Ctx, cercle: string | undefined): Promise<Record<string, string>> {
  const place = cercle ? await officeOf(ctx, cercle) : undefined
  return !cercle || place?.ours ? {} : { cercle: 'other-office' }
}

/** Sealed and new, with its clock; nothing of it is a case. The office is the cercle's, by the table. */
export async function keep(ctx: Ctx, inbound: Inbound): Promise<Applied> {
  const { tx, actor } = ctx
  const place = await officeOf(ctx, inbound.cercle)
  if (!place?.ours) return { invalid: { cercle: 'other-office' } }
  const id = randomUUID()
  const { key, row } = mintKey({ scope: 'ALERT', alertId: id, officeId: place.office })
  const { given, family, safeContact } = inbound
  const identity: AlertIdentity = { given, family, safeContact }
  const due = triageDueAt(inbound.urgency, actor.now)
  const [made] = await tx.execute<{ kept: boolean }>(sql`
    select app.take_in_referral(${id}::uuid, ${alertCode(randomBytes(6))}, ${inbound.agency}, ${inbound.cercle}, ${inbound.urgency},
      ${inbound.sex}, ${inbound.age}::smallint, ${inbound.ageEstimated}, ${inbound.nationality}, ${inbound.contactAgreed},
      ${key.id}::uuid, ${row.wrapped}::bytea, ${sealJson(key, identityPlace(id), identity)}::bytea,
      ${sealJson(key, referredPlace(id), inbound.referred)}::bytea, ${due?.toISOString() ?? null}::timestamptz) as kept`)
  if (!made?.kept) return { conflict: true }
  await keepAlertTokens({ tx }, { id, known: knownOfAlert(identity) })
  return {
    location: actor.role === 'SUPERVISOR' ? `/alerts/${id}?done=taken-in` : '/alerts/inbound?done=taken-in',
    id,
    detail: { alert: id },
  }
}
