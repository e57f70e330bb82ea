import { beforeEach, describe, expect, test } from 'vitest'
import { viewNotes } from '@/lib/desks/case-file/view-notes'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import {
  leavesCase,
  notesPageOf,
  SEALED_WORDS,
  type SealedCase,
  sealedCase,
  sealedInSql,
} from '@/lib/testing/factories/sealed-case'
import { reading } from '@/lib/testing/reading'

let lead: SignedIn
let author: SignedIn
let supervisor: SignedIn
let one: SealedCase

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  author = await signedIn('PSYCHOLOGIST', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  one = await sealedCase({ lead, author, successor: await signedIn('PSYCHOLOGIST', 'MOP') })
})

describe('whoever leaves a case', () => {
  test('holds its keys no more, and gets them back only by the same act', async () => {
    await leavesCase(lead, one, author)
    expect(await sealedInSql(author, one)).toEqual({ notes: 0, keys: 0 })
    await root()`update app.case_members set until = null where case_id = ${one.id} and user_id = ${author.id}`
    expect(await notesPageOf(author, one)).toEqual({ texts: [], closed: 1 })
  })

  test('keeps them where they only change from member to lead', async () => {
    const [row] = await root()`select version from app.cases where id = ${one.id}`
    await presenting(
      raw('web'),
      supervisor.token,
      (tx) => tx`select app.hand_over(${one.id}, ${Number(row?.version)}, ${author.id})`,
    )
    expect((await notesPageOf(author, one))?.texts).toEqual([SEALED_WORDS])
  })
})

test('every reading of sealed notes is in the log, with how many', async () => {
  await reading(author, async (ctx) => {
    const found = await viewNotes(ctx, one.code, {})
    expect(found).toMatchObject({
      subject: { type: 'case', caseId: one.id },
      detail: { count: 1, sealed: 1 },
    })
    return found
  })
})
