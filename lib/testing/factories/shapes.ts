import { REFERRAL_STATES, STATES } from '@/lib/casework/referrals/machine/states'
import { kindsOf } from '@/lib/casework/tasks/kinds'
import { root } from '../database'
import { insertCases } from './case-rows'
import { makeReadable } from './readable'
import { insertTask } from './tasks'
import { draftReferral, ordinaryCase } from './walk'

/** A case with one thing on it that may be awaited: in which state it is, what it is and by when, in hours from now. */
export type Shape = { name: string; id: string; state: string }

const UNSENT = ['DRAFT', 'PENDING_APPROVAL', 'RETURNED', 'APPROVED']
const ENDED = ['DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN']
const CASE_STATES = ['DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'] as const
/** Long over, coming, and no limit at all. */
const DUE = [-30, 50, null] as const

type Told = { caseState: string; referral?: string; task?: string; due: number | null; more?: string }

/** Every state of a referral, every kind of the team's work and every state of a case that is worked on, due and not due. */
function everything(): Told[] {
  const of = (parts: Omit<Told, 'due'>): Told[] => DUE.map((due) => ({ ...parts, due }))
  const withReferral = REFERRAL_STATES.flatMap((referral) => of({ caseState: 'OPEN', referral }))
  const withTask = kindsOf('TEAM').flatMap((task) =>
    // What a reason asks for always has a limit.
    of({
      caseState: 'OPEN',
      task,
      ...(ABOUT_A_REFERRAL.includes(task) && { referral: ON_WHICH[task] ?? 'ACCEPTED' }),
    }).filter(({ due }) => due !== null || !['NEXT_STEP', 'NOT_CONFIRMED'].includes(task)),
  )
  return [
    ...CASE_STATES.flatMap((caseState) => of({ caseState })),
    ...CASE_STATES.filter((state) => state !== 'DRAFT').map(
      (caseState): Told => ({ caseState, referral: 'COMPLETED', due: -30 }),
    ),
    ...withReferral,
    ...withTask,
    // What its reason asks for is sooner than what its state asks for, and the other way about.
    ...['CONTESTED', 'NOT_ACCESSED', 'DECLINED'].flatMap((referral) => [
      { caseState: 'OPEN', referral, task: 'NEXT_STEP', due: -30, more: 'task first' },
      { caseState: 'OPEN', referral, task: 'NEXT_STEP', due: 90, more: 'task later' },
    ]),
    // Care in time that a partner has taken, asked for, and done.
    ...['SENT', 'ACCEPTED', 'IN_PROGRESS', 'COMPLETED', 'NOT_ACCESSED'].flatMap((referral) =>
      [-30, 50].map((due): Told => ({ caseState: 'OPEN', referral, task: 'CARE_PEP', due, more: 'care' })),
    ),
    { caseState: 'OPEN', referral: 'DECLINED', due: -30, more: 'replaced' },
    { caseState: 'OPEN', referral: 'SENT', due: -30, more: 'to review' },
    { caseState: 'OPEN', referral: 'ACKNOWLEDGED', due: 50, more: 'to review' },
  ]
}
const ABOUT_A_REFERRAL: readonly string[] = [
  'TELL_PERSON',
  'NOT_CONFIRMED',
  'NEXT_STEP',
  'RENEW_CONSENT',
  'PROMISED',
]
const ON_WHICH: Partial<Record<string, string>> = {
  NOT_CONFIRMED: 'CONTESTED',
  NEXT_STEP: 'DECLINED',
  PROMISED: 'CLOSED_UNSERVED',
}

/** All of it, one case each, led by this person. */
export async function insertShapes(lead: string): Promise<Shape[]> {
  const shapes: Shape[] = []
  for (const told of everything()) shapes.push(await insertShape(lead, told))
  return shapes
}

async function insertShape(
  lead: string,
  { caseState, referral, task, due, more = '' }: Told,
): Promise<Shape> {
  const about = referral
    ? [
        draftReferral({
          state: referral,
          sent: !UNSENT.includes(referral),
          consentStatus: referral === 'CONSENT_WITHDRAWN' ? 'WITHDRAWN' : 'GIVEN',
          sharesEnded: ENDED.includes(referral),
          ...(more === 'care' && { service: 'MED_CMR' }),
        }),
      ]
    : []
  const spec = ordinaryCase(lead, [...about, ...(more === 'replaced' ? [draftReferral()] : [])])
  const name = [caseState, referral, task, due ?? 'no limit', more]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
  await insertCases([spec])
  await makeReadable(spec.id)
  const [first, next] = spec.referrals
  const at = (hours: number | null) =>
    hours === null ? 'null' : `clock.casework_now() + interval '${hours} hours'`
  const clock = referral ? (STATES[referral as keyof typeof STATES].clock ?? null) : null
  const own = task === undefined ? due : 70
  await root().begin(async (tx) => {
    // How it came to stand so is not what is asked here.
    await tx`set local session_replication_role = replica`
    await tx`delete from app.referral_messages where referral_id = any(${spec.referrals.map(({ id }) => id)})`
    await tx`delete from app.verifications where referral_id = any(${spec.referrals.map(({ id }) => id)})`
    const promised = referral || task || due === null || caseState === 'ON_HOLD'
    await tx.unsafe(`update app.cases set state = '${caseState}', registered_at = ${caseState === 'DRAFT' ? 'null' : 'opened_at'},
      next_due_at = ${promised ? 'null' : at(due)}, next_due_kind = ${promised ? 'null' : "'follow-up'"}
      ${caseState === 'PENDING_CLOSURE' ? ", closure_reason = 'GOALS_MET'" : ''} where id = '${spec.id}'`)
    if (first)
      await tx.unsafe(`update app.referrals set due_at = ${clock ? at(own) : 'null'}, due_kind = ${
        clock && own !== null ? `'${more === 'to review' ? 'review' : clock}'` : 'null'
      }, answered_at = case when sent_at is not null then clock.casework_now() end
        ${more === 'to review' ? ', emergency_path = true, reviewed_at = null' : ''} where id = '${first.id}'`)
    if (first && next) await tx`update app.referrals set previous_id = ${first.id} where id = ${next.id}`
  })
  if (task) {
    const subject =
      first && ABOUT_A_REFERRAL.includes(task)
        ? { type: 'referral' as const, id: first.id }
        : { type: 'case' as const, id: spec.id }
    await insertTask({ kind: task as never, subject })
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx.unsafe(
        `update app.tasks set due_at = ${at(due)}, opened_at = clock.casework_now() - interval '40 hours' where case_id = '${spec.id}'`,
      )
    })
  }
  return { name, id: spec.id, state: caseState }
}
