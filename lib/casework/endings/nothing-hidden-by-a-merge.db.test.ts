import { beforeEach, describe, expect, test } from 'vitest'
import { POST as lower } from '@/app/api/v1/cases/[code]/danger/[id]/lower/route'
import { POST as giveBack } from '@/app/api/v1/cases/[code]/documents/give-back/route'
import { POST as withdraw } from '@/app/api/v1/cases/[code]/documents/withdraw/route'
import { POST as addNote } from '@/app/api/v1/cases/[code]/notes/route'
import { blockersOf } from '@/lib/casework/endings/blockers'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { registered } from '@/lib/testing/factories/registered'
import { answersOpening, asksOpening, notesPageOf } from '@/lib/testing/factories/sealed-case'
import {
  decides,
  type File,
  knownFile,
  salimata,
  says,
  twoTeams,
  undoes,
} from '@/lib/testing/factories/two-files'
import { type Endpoint, post } from '@/lib/testing/requests'

let team: Awaited<ReturnType<typeof twoTeams>>
let author: SignedIn
let successor: SignedIn
let known: File
let fresh: File
beforeEach(async () => {
  team = await twoTeams()
  author = await signedIn('PSYCHOLOGIST', 'MOP')
  successor = await signedIn('PSYCHOLOGIST', 'MOP')
  known = await knownFile(team.lead)
  fresh = await registered(team.other, salimata)
  await root()`insert into app.case_members (case_id, user_id, capacity) values (${fresh.id}, ${author.id}, 'MEMBER'),
    (${known.id}, ${successor.id}, 'MEMBER')`
})

const press = async (endpoint: unknown, who: SignedIn, params: Record<string, string>, values = {}) => {
  const answer = await post(endpoint as Endpoint, { as: who, params, values })
  return answer.headers.get('location') ?? String(answer.status)
}
const note = (danger = '') =>
  press(
    addNote,
    author,
    { code: fresh.code },
    { compartment: 'OWN', body: 'Idées noires', metOn: '', danger },
  )
async function merge() {
  expect(await says(team.supervisor, fresh, known, 'SAME')).toContain('same-asked')
  expect(await decides(team.second, fresh, 'YES')).toContain('done=merged')
}
/** A danger that was looked at is no open work, and bars no merge. */
const looked = () =>
  root()`update app.tasks set state = 'DONE', done_at = clock.casework_now(), done_by = ${team.supervisor.id}, outcome = 'SEEN'
    where case_id = ${fresh.id} and kind = 'SEE_DANGER'`
const flags = async ({ id }: File) =>
  (
    await root()`select f.code, f.lowered_for, f.raised_by = ${author.id} as own from app.danger_flags f where f.case_id = ${id}`
  ).map(({ code, lowered_for, own }) => `${code} ${lowered_for ?? 'up'} ${own}`)
const flagOn = async ({ id }: File) =>
  String((await root()`select id from app.danger_flags where case_id = ${id}`)[0]?.id)

describe('a danger that is up on a file which points at another', () => {
  beforeEach(async () => {
    expect(await note('SUICIDE')).toContain('done=')
    await looked()
    await merge()
  })

  test('is up on the known one, as it was raised, and its supervision is asked to look', async () => {
    expect(await flags(known)).toEqual(['SUICIDE up true'])
    const tasks =
      await root()`select reason from app.tasks where case_id = ${known.id} and kind = 'SEE_DANGER' and state = 'OPEN'`
    expect(tasks.map(({ reason }) => reason)).toEqual(['SUICIDE'])
    const [record] =
      await root()`select id, state, closure_reason as "closureReason" from app.cases where id = ${known.id}`
    const held = await as(team.supervisor, (ctx) => blockersOf(ctx, record as never, 'GOALS_MET'))
    expect(held.map(({ kind }) => kind)).toContain('DANGER_FLAG')
  })

  test('comes down on both by one word of its discipline, on either file', async () => {
    const end = { endReason: 'SAFE_NOW' }
    expect(await press(lower, author, { code: fresh.code, id: await flagOn(fresh) }, end)).toContain(
      'done=lowered',
    )
    expect([await flags(fresh), await flags(known)]).toEqual([
      ['SUICIDE SAFE_NOW true'],
      ['SUICIDE SAFE_NOW true'],
    ])
  })

  test('stays on each file once the merge is taken back', async () => {
    await undoes(team.supervisor, fresh)
    expect(await undoes(team.second, fresh)).toContain('done=undone')
    const end = { endReason: 'SAFE_NOW' }
    expect(await press(lower, author, { code: fresh.code, id: await flagOn(fresh) }, end)).toContain(
      'done=lowered',
    )
    expect(await flags(known)).toEqual(['SUICIDE up true'])
  })
})

test('sealed notes of a file that points at another are opened to whoever follows the person now', async () => {
  expect(await note()).toContain('done=added')
  await merge()
  expect(await notesPageOf(successor, fresh)).toEqual({ texts: [], closed: 1 })
  expect((await asksOpening(author, fresh, successor)).headers.get('location')).toContain('done=asked')
  expect((await answersOpening(team.supervisor, fresh)).headers.get('location')).toContain('done=opened')
  expect(await notesPageOf(successor, fresh)).toEqual({ texts: ['Idées noires'], closed: 0 })
})

describe('a paper of the person that lies with a file which points at another', () => {
  let paper: string
  beforeEach(async () => {
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`insert into app.documents (id, case_id, office_id, sensitivity, kind, reader, format, size, agreed, key_id, added_by, original_place)
        select gen_random_uuid(), k.case_id, k.office_id, k.sensitivity, 'IDENTITY', 'TEAM', 'PDF', 10, false, k.id, ${team.other.id}, 'CABINET'
        from vault.keys k where k.case_id = ${fresh.id} and k.compartment = 'TEAM'`
    })
    paper = String((await root()`select id from app.documents where case_id = ${fresh.id}`)[0]?.id)
    await merge()
  })
  const kept = async () =>
    (await root()`select kind, subject_id from app.closing_blockers(${known.id}, 'GOALS_MET')`)
      .filter(({ kind }) => kind === 'ORIGINALS_KEPT')
      .map(({ subject_id }) => subject_id)

  test('holds the closing of the known one back, which says with which file it is', async () => {
    expect(await kept()).toEqual([paper])
    const [record] =
      await root()`select id, state, closure_reason as "closureReason" from app.cases where id = ${known.id}`
    const held = await as(team.lead, (ctx) => blockersOf(ctx, record as never, 'GOALS_MET'))
    expect(held).toContainEqual(expect.objectContaining({ kind: 'ORIGINALS_KEPT', id: paper, c: fresh.code }))
    const ends = presenting(
      raw('web'),
      team.supervisor.token,
      (tx) => tx`update app.cases set state = 'CLOSED' where id = ${known.id}`,
    )
    await expect(ends).rejects.toThrow()
  })

  test('goes back by whoever works on the known one, and its copy is taken away', async () => {
    expect(
      await press(withdraw, team.lead, { code: fresh.code }, { document: paper, why: 'NOT_WANTED' }),
    ).toContain('done=document-withdrawn')
    expect(
      await press(giveBack, team.lead, { code: fresh.code }, { document: paper, givenTo: 'PERSON' }),
    ).toContain('done=original-back')
    expect(await kept()).toEqual([])
  })

  test('stays where it is while nobody works on either', async () => {
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.cases set state = 'CLOSED', closure_reason = 'GOALS_MET' where id = ${known.id}`
    })
    expect(
      await press(giveBack, team.lead, { code: fresh.code }, { document: paper, givenTo: 'PERSON' }),
    ).toBe('409')
  })
})
