import { expect, test } from 'vitest'
import { blockerName } from '@/app/(work)/cases/[code]/blocker-words'
import { translator } from '@/lib/base/i18n/translate'
import { prepareAskClosure } from '@/lib/desks/case-file/prepare-closing'
import { as } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { agencyTakes } from '@/lib/testing/factories/agency-offer'
import { around, openCaseOf } from '@/lib/testing/factories/open-case'
import { actionUnder, goalOf } from '@/lib/testing/factories/plans'
import { reading } from '@/lib/testing/reading'
import { blockersOf } from './blockers'

test('what holds a closing back is told twice, and both tell the same', async () => {
  const all = await around()
  const { lead } = all
  const { id, code } = await openCaseOf(all, [
    'DRAFT',
    'SENT',
    'ACCEPTED',
    'COMPLETED',
    'CONTESTED',
    'VERIFIED',
    'DECLINED',
  ])
  for (const [kind, type] of [
    ['HARM', 'case'],
    ['CONFIRM_BEST_INTERESTS', 'case'],
    ['FIND_BASIS', 'case'],
    ['SEE_PERSON', 'case'],
    ['SEE_DANGER', 'case'],
    ['REVIEW_HOLD', 'case'],
    ['RETURN_STEP', 'case'],
    ['GRANT_VISIT', 'case'],
    ['GRANT', 'case'],
  ] as const)
    await root()`insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity)
      values (${kind}, ${type}, ${id}, ${id}, 'MOP', 'S3')`
  await root()`insert into app.danger_flags (case_id, office_id, sensitivity, code, discipline, raised_by, raised_at, review_on)
    values (${id}, 'MOP', 'S3', 'SUICIDE', 'SOCIAL_WORKER', ${lead.id}, clock.casework_now() - interval '20 days', '2014-06-20'),
      (${id}, 'MOP', 'S3', 'VIOLENCE', 'SOCIAL_WORKER', ${lead.id}, clock.casework_now(), '2014-07-20')`
  await root()`insert into app.documents (id, case_id, office_id, sensitivity, kind, reader, format, size, agreed, key_id, added_by,
      original_place, withdrawal, withdrawn_by, withdrawn_at)
    values (gen_random_uuid(), ${id}, 'MOP', 'S3', 'IDENTITY', 'LAWYER', 'PDF', 10, false, gen_random_uuid(), ${lead.id}, 'SAFE', 'UNREADABLE',
      ${lead.id}, clock.casework_now())`
  await agencyTakes(id, lead.id)
  const [record] =
    await root()`select id, state, closure_reason as "closureReason" from app.cases where id = ${id}`
  for (const reason of ['GOALS_MET', 'LOST_CONTACT', 'TRANSFERRED']) {
    const ours = await as(lead, (ctx) => blockersOf(ctx, record as never, reason))
    const theirs = await root()`select kind, subject_id, leavable from app.closing_blockers(${id}, ${reason})`
    expect(
      ours
        .filter(({ kind }) => kind !== 'DANGER_FLAG')
        .map(({ kind, id: of, leave }) => `${kind} ${of} ${leave}`)
        .sort(),
    ).toEqual(theirs.map((row) => `${row.kind} ${row.subject_id} ${row.leavable}`).sort())
  }
  const asking = await reading(lead, (ctx) => prepareAskClosure(ctx, code, { reason: 'GOALS_MET' }))
  expect('view' in asking && new Set(asking.view.blockers.map(({ kind }) => kind))).toEqual(
    new Set([
      'OPEN_REFERRAL',
      'SETTLED_NOT_ASKED',
      'HARM_OPEN',
      'CONFIRMATION_MISSING',
      'OPEN_TASK',
      'TRANSFER_PENDING',
      'ORIGINALS_KEPT',
    ]),
  )
})

test('a task that holds back says which one it is: the action of the plan in its words, the step of the return', async () => {
  const all = await around()
  const { id, code } = await openCaseOf(all)
  const goal = await goalOf(all.lead, code)
  await actionUnder(all.lead, { code, goal }, { action: 'Trouver un lieu sûr' })
  await root()`insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, reason)
    values ('RETURN_STEP', 'case', ${id}, ${id}, 'MOP', 'S3', 'TICKET')`
  const asking = await reading(all.lead, (ctx) => prepareAskClosure(ctx, code, { reason: 'GOALS_MET' }))
  const held = 'view' in asking && asking.view ? asking.view.blockers : []
  const words = { t: translator('fr'), locale: 'fr' as const }
  expect(held.map((one) => blockerName(one, words)).map((said) => said.replaceAll('\u00a0', ' '))).toEqual(
    expect.arrayContaining(['Action du plan : Trouver un lieu sûr', 'Étape du retour à faire : Billet']),
  )
})
