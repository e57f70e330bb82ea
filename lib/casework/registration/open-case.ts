import { randomUUID } from 'node:crypto'
import { pressingDue } from '@/lib/casework/cases/due'
import { filedAs, knownOf } from '@/lib/casework/people/filed'
import type { Identity } from '@/lib/casework/people/identity'
import { sealIdentity } from '@/lib/casework/people/sealed-identity'
import { keepTokens } from '@/lib/casework/tokens/keep-tokens'
import { caseMembers, cases, people } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { createKey } from '@/lib/platform/vault/keys'

export type NewCase = {
  officeId: string
  leadId: string
  source: string
  flowPoint?: string | null
  cercle: string
  alertId?: string
  /** When the person was first reported, and whether they said not to contact them. */
  askedAt?: Date
  doNotContact?: boolean
  person: {
    sex: string
    birthYear: number | null
    ageBasis: string | null
    nationalities: string[]
    identity: Identity
  }
}

/** A well-formed stand-in until the database has drawn the number. */
const toBeDrawn = 'MLP-0000-0000'

/** Opens a case as a draft with its lead and the person as far as known. Called by verbs, inside their transaction. */
export async function openCase({ tx, actor }: Ctx, wanted: NewCase): Promise<{ id: string; code: string }> {
  const { person, leadId, officeId, ...rest } = wanted
  const id = randomUUID()
  const opened = {
    state: 'DRAFT',
    closureReason: null,
    risk: null,
    openedAt: actor.now,
    registeredAt: null,
    firstActionAt: null,
  }
  const due = pressingDue({ ...opened, askedAt: wanted.askedAt ?? null, lastContactOn: null }, actor.now)
  const dates = { nextDueAt: due?.at ?? null, nextDueKind: due?.kind ?? null }
  // The number is drawn by the database, whatever is sent: nobody can ask by a number whether a case exists.
  const [numbered] = await tx
    .insert(cases)
    .values({ ...rest, ...opened, ...dates, id, code: toBeDrawn, officeId, leadId, openedBy: actor.userId })
    .returning({ code: cases.code })
  await tx.insert(caseMembers).values({ caseId: id, userId: leadId, capacity: 'LEAD' })
  const owner = { caseId: id, officeId, sensitivity: 'S3' }
  const key = await createKey(tx, { scope: 'CASE', compartment: 'TEAM', ...owner })
  const personId = randomUUID()
  const { identity, ...plain } = person
  await tx.insert(people).values({
    ...owner,
    ...plain,
    id: personId,
    standing: 'PRINCIPAL',
    keyId: key.id,
    identity: sealIdentity(key, personId, identity),
  })
  // What an alert said of the person: somebody who walked in has said no name yet.
  const filed = filedAs({ id: personId, sensitivity: 'S3' }, knownOf({ ...person, originCercle: null }))
  if (identity.given || identity.family || identity.contactDetail) await keepTokens({ tx }, [filed])
  return { id, code: numbered?.code ?? '' }
}
