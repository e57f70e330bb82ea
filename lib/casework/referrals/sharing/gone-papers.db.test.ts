import { expect, test } from 'vitest'
import { POST as add } from '@/app/api/v1/cases/[code]/documents/route'
import { POST as withdrawDocument } from '@/app/api/v1/cases/[code]/documents/withdraw/route'
import { POST as share } from '@/app/api/v1/cases/[code]/refer/[id]/share/route'
import { POST as submit } from '@/app/api/v1/cases/[code]/refer/[id]/submit/route'
import { POST as approve } from '@/app/api/v1/referrals/[id]/approve/route'
import { viewQueue } from '@/lib/desks/queue/view-queue'
import { root } from '@/lib/testing/database'
import { readyDraft } from '@/lib/testing/factories/ready-draft'
import { sides } from '@/lib/testing/factories/sides'
import { pdf } from '@/lib/testing/files/pdfs'
import { sendFile } from '@/lib/testing/files/send-file'
import { reading } from '@/lib/testing/reading'
import { type Endpoint, post } from '@/lib/testing/requests'

const said = {
  answer: 'GIVEN',
  mode: 'VERBAL',
  giver: 'SELF',
  language: 'FR',
  reason: '',
  witness: '',
  caregiver: '',
  capacity: '',
  danger: '',
}
const FACTS = ['urgency', 'need', 'sex', 'age_band', 'cercle', 'name']

test('one that is taken away while the referral waits is named where it is approved, and nothing older is approved', async () => {
  const all = await sides()
  const one = await readyDraft(all.lead.id, said)
  const press = async (endpoint: Endpoint, values: Record<string, string | string[]>, as = all.lead) =>
    (await post(endpoint, { as, params: { id: one.id, code: one.code }, values })).headers.get('location')
  await sendFile(add, {
    as: all.lead,
    params: { code: one.code },
    values: { kind: 'MEDICAL', reader: 'TEAM' },
    file: { name: 'certificat.pdf', bytes: pdf() },
  })
  const id = String((await root()`select id from app.documents where case_id = ${one.caseId}`)[0]?.id)
  await press(share, { facts: FACTS, papers: [id] })
  expect(await press(submit, { read: 'on' })).toBe(`/referrals/${one.id}?done=submit`)
  const panel = async () => {
    const found = await reading(all.supervisor, (ctx) => viewQueue(ctx, { item: one.id }))
    const shown = 'view' in found ? found.view.panel : undefined
    return { gone: shown?.gone, hash: String(shown?.hash) }
  }
  const before = await panel()
  expect(before.gone).toEqual([])
  await post(withdrawDocument, {
    as: all.lead,
    params: { code: one.code },
    values: { document: id, why: 'NOT_WANTED' },
  })
  const after = await panel()
  expect(after.gone).toEqual(['MEDICAL'])
  const state = async (hash: string) => {
    await press(approve, { hash, kind: '' }, all.supervisor)
    return (await root()`select state from app.referrals where id = ${one.id}`)[0]?.state
  }
  expect(await state(before.hash)).toBe('PENDING_APPROVAL')
  expect(await state(after.hash)).toBe('APPROVED')
})
