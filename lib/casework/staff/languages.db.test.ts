import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { prepareLanguages } from '@/lib/desks/staff/prepare-languages'
import { command } from '@/lib/platform/gate/command'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { noteLanguages } from './languages'

let colleague: SignedIn
let supervisor: SignedIn

beforeEach(async () => {
  colleague = await signedIn('PSYCHOLOGIST', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

const note = (who: SignedIn, languages: string[], moreLanguage = '') =>
  post(command(noteLanguages), {
    as: who,
    params: { id: colleague.id },
    values: { languages, moreLanguage },
  })
const spoken = async () =>
  (await root()`select languages from access.users where id = ${colleague.id}`)[0]?.languages

test('a supervisor writes down what a colleague speaks, ticked or found by a word, and reads it again', async () => {
  const answer = await note(supervisor, ['ffm'], 'français')
  expect(answer.headers.get('location')).toMatch(/\?done=languages$/)
  expect(await spoken()).toEqual(['ffm', 'fra'])
  const { view } = await reading(supervisor, (ctx) => prepareLanguages(ctx, colleague.id, {}))
  expect(view?.languages).toEqual(['ffm', 'fra'])
  expect(view?.usual).toContain('ffm')
  await note(supervisor, [])
  expect(await spoken()).toEqual([])
})

test('a word that names no language is kept and refused, and nothing is written', async () => {
  const answer = await note(supervisor, ['bam'], 'klingon')
  expect(answer.headers.get('location')).toContain('draft=')
  expect(await spoken()).toEqual([])
})

test('nobody but a supervisor of the office writes it, also in raw SQL', async () => {
  const elsewhere = await signedIn('SUPERVISOR', 'GAO')
  expect((await note(elsewhere, ['bam'])).status).toBe(404)
  const ask = (who: SignedIn, whom: string, word = 'bam') =>
    as(who, async ({ tx }) => {
      const [row] = await tx.execute(
        sql`select app.note_languages(${whom}::uuid, array[${word}]::text[]) as noted`,
      )
      return row?.noted
    })
  expect(await ask(elsewhere, colleague.id)).toBe(false)
  expect(await ask(colleague, colleague.id)).toBe(false)
  expect(await ask(supervisor, supervisor.id)).toBe(false)
  expect(await ask(supervisor, colleague.id, 'a word about somebody')).toBe(false)
  const [nobody] = await raw('web')`select app.note_languages(${colleague.id}, array['bam']) as noted`
  expect(nobody?.noted).toBe(false)
  expect(await spoken()).toEqual([])
})
