import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { offered } from '@/lib/base/codes/codes'
import { carried, choice, code, codeList, longText } from '@/lib/base/forms/fields'
import { type FieldErrors, form } from '@/lib/base/forms/form'
import { UUID } from '@/lib/base/forms/uuid'
import { ASKED_REASONS, CHECKLIST, closureReason, evidenceOf } from '@/lib/casework/cases/closure-book'
import { overtakenCase } from '@/lib/casework/cases/overtaken'
import { personInReach } from '@/lib/casework/cases/person-in-reach'
import { mayMove } from '@/lib/casework/cases/policy'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { lostNow } from '@/lib/casework/followups/lost-now'
import { knownCriteria } from '@/lib/casework/plans/criteria'
import { contradicted } from '@/lib/casework/reintegration/evidence'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { caseClosings } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { seal } from '@/lib/platform/vault/seal'
import { blockersOf, isForDecider, readLeft, stillHolding } from './blockers'
import { mayBeChild, wordsPlace } from './closing'

/** The person was told, or why not. */
export const TOLD = ['YES', 'NOT_REACHED', 'DANGEROUS', 'DEAD', 'TOO_YOUNG', 'ASKED_NOT_TO'] as const
/** Whether the person was told is a question of its own. */
const CHECKED = CHECKLIST.filter((one) => one !== 'TOLD')
const LEFT = offered('closure_left_reason').map((entry) => entry.code)

/** Each list names one thing that holds back; nothing chosen is nothing said. */
export const leftField = z.preprocess(
  (value) => [value ?? []].flat().filter((one) => one !== ''),
  z
    .array(z.string().regex(new RegExp(`^${UUID}:(${LEFT.join('|')})$`), { error: 'not-a-code' }))
    .max(60, { error: 'too-long' }),
)

/** Criteria of the plan's templates that are met; which this plan has is asked of the plan. */
const criteriaField = z.preprocess(
  (value) => [value ?? []].flat().filter((one) => one !== ''),
  z
    .array(z.string().regex(/^[A-Z_]{3,41}_C\d{1,2}$/, { error: 'not-a-code' }))
    .max(60, { error: 'too-long' }),
)

export const askClosureForm = form({
  noun: 'cases',
  fields: {
    closureReason: code('closure_reason', { as: 'radio', among: ASKED_REASONS.map((one) => one.code) }),
    evidence: codeList('closure_evidence'),
    checklist: codeList('closure_checklist', { among: CHECKED }),
    criteria: carried(criteriaField),
    personTold: choice(TOLD),
    left: carried(leftField),
    words: longText({ max: 600, optional: true, rows: 3 }),
  },
  check: ({ closureReason: reason, evidence, words }): FieldErrors => ({
    ...(evidenceOf(reason).some((one) => !evidence.includes(one)) && { evidence: 'missing' }),
    ...(reason === 'OTHER' && words === '' && { words: 'required' }),
  }),
})

/**
 * The team asks to close: why, what was checked, whether the person was told, and what is knowingly left. Whatever holds
 * it back is settled first or left with a reason; somebody else decides.
 */
export const askClosure = verb({
  name: 'case.ask-closure',
  session: 'staff',
  roles: caseworkerRoles,
  form: askClosureForm,
  page: ({ code = '' }, { closureReason: reason }) =>
    `/cases/${code}/ask-closure${reason ? `?reason=${reason}` : ''}`,
  scope: (ctx, { code }) => personInReach(ctx, code),
  policy: (actor, { reach }) => mayMove('ask-closure', actor, reach),
  version: ({ reach }) => reach.record.version,
  overtaken: (ctx, { reach }, reason) => overtakenCase(ctx, reach.record, reason),
  audit: ({ code = '' }, found) => ({ type: 'case', id: code, caseId: found?.reach.record.id ?? null }),
  apply: async (ctx, { reach: { record }, row, identity, key }, said) => {
    const { actor, tx } = ctx
    const reason = said.closureReason
    if (closureReason(reason)?.child_only && !mayBeChild({ ...row, identity }, actor.now))
      return { invalid: { closureReason: 'child-only' } }
    if (reason === 'LOST_CONTACT' && !(await lostNow(ctx, record, row.safeContact)).lost)
      return { invalid: { evidence: 'attempts-missing' } }
    if ((await contradicted(ctx, record.id, said.evidence)).length > 0)
      return { invalid: { evidence: 'not-noted' } }
    const blockers = (await blockersOf(ctx, record, reason)).filter((one) => !isForDecider(one))
    if (stillHolding(blockers, said.left).length > 0) return { invalid: { left: 'held-back' } }
    const criteria = said.criteria.length > 0 ? await knownCriteria(ctx, record.id) : []
    if (said.criteria.some((one) => !criteria.includes(one))) return { invalid: { criteria: 'not-of-plan' } }
    const reasons = readLeft(said.left)
    const kept = blockers.map(({ id }) => `${id}:${reasons.get(id)}`)
    const id = randomUUID()
    await tx.insert(caseClosings).values({
      id,
      caseId: record.id,
      officeId: record.officeId,
      sensitivity: record.sensitivity,
      reason,
      told: said.personTold,
      evidence: evidenceOf(reason).filter((one) => said.evidence.includes(one)),
      checklist: said.checklist,
      criteria: [...new Set(said.criteria)],
      leftOpen: kept,
      askedBy: actor.userId,
      keyId: key.id,
      words: seal(key, wordsPlace(id), said.words),
    })
    const moved = await touchCase(ctx, record, { move: 'ask-closure' })
    if (!moved) throw new Error('a locked case did not move')
    return {
      location: `/cases/${record.code}?done=closure-asked`,
      id: record.code,
      detail: { reason, told: said.personTold, kept: kept.length },
    }
  },
})
