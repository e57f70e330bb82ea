import { callsFor } from '@/lib/casework/reintegration/calls-for'
import { grantFigures } from '@/lib/casework/reintegration/figures'
import type { GrantInReach } from '@/lib/casework/reintegration/in-reach'
import { supplierPlace, witnessPlace } from '@/lib/casework/reintegration/places'
import {
  mayDecideGrant,
  mayDeliver,
  mayDropGrant,
  mayOpenPath,
  mayPlanGrant,
  mayVisit,
  mayWorkOnPath,
} from '@/lib/casework/reintegration/policy'
import { type Grant, inHand, type ReturnView, returnOf } from '@/lib/casework/reintegration/queries'
import type { Actor } from '@/lib/platform/access/actor'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import type { Verdict } from '@/lib/platform/gate/verdict'
import { unseal } from '@/lib/platform/vault/seal'
import { type CaseHead, caseHead } from './head'

/** What each act of a path asks of its reader, and which draft comes back to it. */
const ACTS: Readonly<Record<string, (actor: Actor, of: GrantInReach) => Verdict>> = {
  open: mayOpenPath,
  edit: mayWorkOnPath,
  step: mayWorkOnPath,
  grant: mayPlanGrant,
  decide: mayDecideGrant,
  drop: mayDropGrant,
  deliver: mayDeliver,
  visit: mayVisit,
}
export type ReturnAct = 'open' | 'edit' | 'step' | 'grant' | 'decide' | 'drop' | 'deliver' | 'visit'

type Found = ReturnView & { head: CaseHead; calls: ReturnType<typeof callsFor> }

async function foundOf(reading: Reading, code: string): Promise<Found | undefined> {
  const head = await caseHead(reading, code)
  if (!head) return undefined
  const found = await returnOf(reading, head.reach.record.id)
  return {
    head,
    ...found,
    grants: found.grants.map((one) => opened(one, head)),
    calls: callsFor(head.person.concerns),
  }
}

/** A grant with its sealed names opened for whoever reads the file. */
function opened(grant: Grant, { keys }: CaseHead): Grant {
  const text = (keyId: string, place: ReturnType<typeof supplierPlace>, sealed: string) => {
    const key = keys.get(keyId)
    return key ? unseal(key, place, Buffer.from(sealed, 'base64')).toString('utf8') : ''
  }
  return {
    ...grant,
    supplier: text(grant.keyId, supplierPlace(grant.id), grant.supplier),
    deliveries: grant.deliveries.map((one) => ({
      ...one,
      witness: text(one.keyId, witnessPlace(one.id), one.witness),
    })),
  }
}

/** The path of a case: the way, the journey, the grants, what was handed over and what visits found. */
export async function viewReturn(reading: Reading, code: string) {
  const found = await foundOf(reading, code)
  if (!found) return { missing: { type: 'case', id: code } }
  const { head, path, grants } = found
  const of = (grant?: Grant): GrantInReach => ({ ...found, reach: head.reach, grant })
  const may = {
    open: mayOpenPath(reading.actor, of()).allowed,
    work: mayWorkOnPath(reading.actor, of()).allowed && path !== null,
    plan: mayPlanGrant(reading.actor, of(inHand(grants))).allowed,
    decide: mayDecideGrant(reading.actor, of(inHand(grants))).allowed,
  }
  return { view: { ...found, may }, subject: { type: 'case', id: code, caseId: head.reach.record.id } }
}
export type ReturnPage = Extract<Awaited<ReturnType<typeof viewReturn>>, { view: unknown }>['view']

/** What the page of one act needs; refused here already where it is not this person's. */
export async function prepareReturn(
  reading: Reading,
  code: string,
  { act, query }: { act: ReturnAct; query: Query },
) {
  const found = await foundOf(reading, code)
  if (!found) return { missing: { type: 'case', id: code } }
  const { head, grants } = found
  const subject = { type: 'case', id: code, caseId: head.reach.record.id }
  const draft = await findDraft(reading.tx, reading.actor.userId, `return.${act}`, one(query, 'draft'))
  const named = draft?.values.grant?.toString() ?? one(query, 'grant')
  const grant = named ? grants.find(({ id }) => id === named) : inHand(grants)
  const verdict = ACTS[act]?.(reading.actor, { ...found, reach: head.reach, grant })
  if (!verdict?.allowed) return { refused: verdict?.reason ?? 'return-none', subject }
  const step = draft?.values.step?.toString() ?? one(query, 'step')
  const figures = act === 'grant' || act === 'decide' ? await grantFigures(reading.tx) : {}
  return { view: { ...found, draft, grant, step, figures }, subject }
}
export type ReturnForm = Extract<Awaited<ReturnType<typeof prepareReturn>>, { view: unknown }>['view']
