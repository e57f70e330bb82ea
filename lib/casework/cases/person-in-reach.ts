import { and, eq } from 'drizzle-orm'
import { fileCase, knownOf } from '@/lib/casework/people/filed'
import type { Identity } from '@/lib/casework/people/identity'
import { openIdentity, sealIdentity } from '@/lib/casework/people/sealed-identity'
import type { Shown } from '@/lib/casework/people/shown-values'
import { within } from '@/lib/casework/people/within'
import type { Actor } from '@/lib/platform/access/actor'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { people, users } from '@/lib/platform/db/schema'
import type { Ctx, Params, Standing } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'
import type { OpenKey } from '@/lib/platform/vault/seal'
import { overtakenCase } from './overtaken'
import { mayWorkOn } from './policy'
import { type CaseInReach, caseInReach } from './scope'

type Row = typeof people.$inferSelect
/** A case's own person, locked for a change, with the sealed part and the key it is sealed with. */
export type PersonInReach = { reach: CaseInReach; row: Row; identity: Identity; key: OpenKey }

export async function personInReach(ctx: Ctx, code: string | undefined): Promise<PersonInReach | undefined> {
  const reach = await caseInReach(ctx, code, true)
  if (!reach) return undefined
  const [row] = await ctx.tx
    .select()
    .from(people)
    .where(and(eq(people.caseId, reach.record.id), eq(people.standing, 'PRINCIPAL'), within(ctx.actor)))
  const key = row && (await openKeys(ctx.tx, [row.keyId])).get(row.keyId)
  if (!row || !key) return undefined
  return { reach, row, key, identity: openIdentity(key, row.id, row.identity) }
}

/** What all verbs on the person share: who, on what, and which version the page showed. */
export const onPerson = {
  session: 'staff' as const,
  roles: caseworkerRoles,
  scope: (ctx: Ctx, { code }: Params) => personInReach(ctx, code),
  policy: (actor: Actor, { reach }: PersonInReach) => mayWorkOn(actor, reach),
  overtaken: (ctx: Ctx, { reach }: PersonInReach, reason: string) => overtakenCase(ctx, reach.record, reason),
  version: ({ row }: PersonInReach) => row.version,
  audit: ({ code = '' }: Params, found: PersonInReach | undefined) => ({
    type: 'case',
    id: code,
    caseId: found?.reach.record.id ?? null,
  }),
}

/** A form of the person as it stands, and who changed the file last. */
export async function standing({ tx }: Pick<Ctx, 'tx'>, row: Row, shown: Shown): Promise<Standing> {
  const [last] = row.changedBy
    ? await tx.select({ name: users.name }).from(users).where(eq(users.id, row.changedBy))
    : []
  const values = Object.fromEntries(
    Object.entries(shown).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : [...value]]],
    ),
  )
  return { values, by: last?.name ?? null, at: row.changedAt }
}

type Changes = Partial<
  Pick<
    Row,
    | 'sex'
    | 'birthYear'
    | 'ageBasis'
    | 'nationalities'
    | 'languages'
    | 'documentStatus'
    | 'householdRole'
    | 'householdSize'
    | 'careArrangement'
    | 'separationCause'
    | 'tracingStatus'
    | 'functioning'
    | 'displacementStatus'
    | 'originCercle'
    | 'specificNeeds'
    | 'concerns'
    | 'safeContact'
  >
>

/**
 * Writes plain and sealed facts of the person, on the version that was read, and files them anew where they are found by
 * something else than before. False when somebody was quicker.
 */
export async function writePerson(
  ctx: Ctx,
  { row, key, identity }: PersonInReach,
  changes: { plain: Changes; sealed?: Partial<Identity> },
): Promise<boolean> {
  const now = { ...identity, ...changes.sealed }
  // Sealed anew only where something in it changed: the past keeps what was sealed before.
  const sealed = JSON.stringify(now) !== JSON.stringify(identity) && {
    identity: sealIdentity(key, row.id, now),
  }
  const written = await ctx.tx
    .update(people)
    .set({ ...changes.plain, ...sealed, version: row.version + 1 })
    .where(and(eq(people.id, row.id), eq(people.version, row.version)))
    .returning({ id: people.id })
  const before = knownOf({ ...row, identity })
  const after = knownOf({ ...row, ...changes.plain, identity: now })
  if (written.length === 1 && JSON.stringify(before) !== JSON.stringify(after))
    await fileCase(ctx, row.caseId)
  return written.length === 1
}
