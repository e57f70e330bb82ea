import { beforeEach, expect, test } from 'vitest'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { registered } from '@/lib/testing/factories/registered'
import {
  decides,
  type File,
  forgetEverybody,
  knownFile,
  salimata,
  says,
  undoes,
} from '@/lib/testing/factories/two-files'
import { reading } from '@/lib/testing/reading'
import { viewSame } from './view-same'

let lead: SignedIn
let supervisor: SignedIn
beforeEach(async () => {
  await forgetEverybody()
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

/** What the supervisor's page of a file may still ask about others, by their code. */
async function asked(file: File) {
  const { view } = await reading(supervisor, (ctx) => viewSame(ctx, file.code, {}))
  return Object.fromEntries((view?.beside ?? []).map((one) => [one.file.code, [one.standing, one.mayDecide]]))
}

test('a file that was merged meanwhile is neither confirmed nor asked about; the one it points at is', async () => {
  const third = await knownFile(lead)
  const known = await knownFile(lead)
  const fresh = await registered(lead, salimata)
  await says(lead, fresh, known, 'SAME')
  expect(await asked(fresh)).toMatchObject({ [known.code]: ['asked', true] })
  await says(lead, known, third, 'SAME')
  const pair = async () =>
    String(
      (
        await root()`select id from app.same_person where case_id = ${known.id} and into_case_id = ${third.id}`
      )[0]?.id,
    )
  expect(await decides(supervisor, known, 'YES', await pair())).toContain('done=merged')
  expect(await asked(fresh)).toMatchObject({
    [known.code]: ['overtaken', false],
    [third.code]: ['open', false],
  })
  expect((await asked(known))[fresh.code]).toEqual(['overtaken', false])
  // Whoever still has the page of before is told that somebody was quicker.
  const [old] =
    await root()`select id from app.same_person where case_id = ${fresh.id} and into_case_id = ${known.id}`
  expect(await decides(supervisor, fresh, 'YES', String(old?.id))).toBe('changed-meanwhile')

  await undoes(lead, known, await pair())
  await undoes(supervisor, known, await pair())
  expect((await asked(fresh))[known.code]).toEqual(['asked', true])
})
