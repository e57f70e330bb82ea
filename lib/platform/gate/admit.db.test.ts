import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { sessionCookie } from '@/lib/platform/access/cookies'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { admit, type Inside, type Spec, type Worked } from './admit'

let worker: SignedIn
let agency: SignedIn
const doors = ['page', 'route'] as const

beforeAll(async () => {
  worker = await signedIn('SOCIAL_WORKER', 'MOP')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
})

type Asked = { as?: Pick<SignedIn, 'kind' | 'token'>; lang?: string; spec?: Partial<Spec<string>> }
const subject = { type: 'page', id: '2014-05' }
const answered = async (): Promise<Worked<string>> => ({ answer: 'in', log: { subject } })

function come({ as: who, lang, spec }: Asked, work: (inside: Inside) => Promise<Worked<string>> = answered) {
  const jar: Record<string, string> = {
    ...(who && { [sessionCookie(who.kind)]: who.token }),
    ...(lang && { lang }),
  }
  const door = { action: 'help.glossary', door: 'route', session: 'staff', roles: ['SOCIAL_WORKER'] } as const
  return admit<string>((name) => jar[name], { ...door, repeatable: false, ...spec }, work)
}

const logged = async () =>
  (await root()`select action, outcome, object_id, detail from audit.events order by id`).map((row) => ({
    ...row,
  }))
/** What a coming-in adds to the log. */
async function lines(coming: () => Promise<unknown>) {
  const before = (await logged()).length
  await coming()
  return (await logged()).slice(before)
}

describe('the one door', () => {
  test.each(doors)(
    'lets a %s in for its role, and logs what was done in the same transaction',
    async (door) => {
      let outcome: unknown
      const added = await lines(async () => {
        outcome = await come({ as: worker, spec: { door } })
      })
      expect(outcome).toEqual({ answer: 'in' })
      expect(added).toEqual([
        { action: 'help.glossary', outcome: 'done', object_id: '2014-05', detail: '{}' },
      ])
    },
  )

  test.each(doors)('asks whoever has no session, or one we do not know, to sign in by a %s', async (door) => {
    const unknown = { ...worker, token: 'x'.repeat(43) }
    for (const who of [undefined, unknown])
      expect(await come({ ...(who && { as: who }), spec: { door } })).toEqual({ signIn: true })
  })

  test.each(doors)('refuses another role by a %s, logs it and does no work', async (door) => {
    let worked = false
    const work = async () => {
      worked = true
      return answered()
    }
    const added = await lines(async () => {
      const outcome = await come({ as: worker, spec: { door, roles: ['DPO'] } }, work)
      expect(outcome).toEqual({ refusal: { status: 403, reason: 'role' } })
    })
    expect(added).toMatchObject([{ outcome: 'refused', detail: '{"reason":"role"}' }])
    expect(worked).toBe(false)
  })

  test('explains a page to a session of the other kind, and asks it to sign in where it sends something', async () => {
    expect(await come({ as: agency, spec: { door: 'page' } })).toEqual({
      refusal: { status: 403, reason: 'role' },
    })
    expect(await come({ as: agency })).toEqual({ signIn: true })
  })

  test('speaks the language of the page in hand, whatever the account says', async () => {
    await root()`update access.users set locale = 'en' where id = ${worker.id}`
    const spoken = async ({ actor, t }: Inside) => ({ answer: `${actor.locale} ${t('session.sign-in')}` })
    expect(await come({ as: worker, lang: 'en' }, spoken)).toEqual({ answer: 'en Sign in' })
    expect(await come({ as: worker }, spoken)).toEqual({ answer: 'fr Se connecter' })
  })

  test('commits a refusal with its line alone, and takes everything back with a failure', async () => {
    const missing = await lines(() => come({ as: worker }, async () => ({ missing: subject })))
    expect(missing).toMatchObject([{ outcome: 'missing', object_id: '2014-05' }])
    const failing = async ({ tx }: Inside): Promise<Worked<string>> => {
      await tx.execute(sql`select audit.append('help.glossary', 'page', 'y', null, 'done', '{}')`)
      await tx.execute(sql`select 'not a number'::integer`)
      return answered()
    }
    expect(await lines(() => come({ as: worker }, failing))).toEqual([])
    expect(await come({ as: worker }, failing)).toEqual({ refusal: { status: 400, reason: 'unreadable' } })
    expect(await come({ as: worker, spec: { door: 'page' } }, failing)).toEqual({
      refusal: { status: 404, reason: 'not-found' },
    })
  })

  test('says nothing of the database’s own words when the mistake is ours', async () => {
    const ours = ({ tx }: Inside) => tx.execute(sql`select * from "of Awa Traoré"`).then(answered)
    await expect(come({ as: worker }, ours)).rejects.toThrow(/^database error 42P01$/)
  })
})
