import { beforeAll, expect, test } from 'vitest'
import { POST as askForCode } from '@/app/api/v1/links/code/route'
import { POST as openIt } from '@/app/api/v1/links/open/route'
import { root } from '@/lib/testing/database'
import { Browser, linked, linkOf, sent, stateOf, withoutAccount } from '@/lib/testing/factories/link-browser'
import { RACES } from '@/lib/testing/races'

beforeAll(withoutAccount)

const twelve = <T>(make: () => T): T[] => Array.from({ length: 12 }, make)

/** Milliseconds; only a busy machine comes near it. */
const patience = 5000 * RACES

test(
  `${RACES} races of twelve browsers that ask for one code tie the link to one of them`,
  async () => {
    for (let race = 0; race < RACES; race += 1) {
      const token = await linked(await sent())
      const browsers = twelve(() => new Browser())
      await Promise.all(browsers.map((one) => one.post(askForCode, { token })))
      expect(browsers.filter(({ jar }) => jar.size > 0)).toHaveLength(1)
    }
  },
  patience,
)

test(
  `${RACES} codes pressed twelve times at once open one session and acknowledge once`,
  async () => {
    for (let race = 0; race < RACES; race += 1) {
      const id = await sent()
      const token = await linked(id)
      const browser = new Browser()
      await browser.post(askForCode, { token })
      const { code = '' } = await linkOf(id)
      const answers = await Promise.all(twelve(() => browser.post(openIt, { token, code })))
      expect(answers.every(({ headers }) => headers.get('location')?.startsWith(`/inbox/${id}`))).toBe(true)
      expect(await stateOf(id)).toBe('ACKNOWLEDGED')
      const [row] = await root()`select
        (select count(*)::int from access.sessions s join access.links l on l.id = s.link_id
          where l.referral_id = ${id} and s.revoked_at is null) as sessions,
        (select count(*)::int from app.referral_events where referral_id = ${id} and verb = 'acknowledge') as read`
      expect(row).toEqual({ sessions: 1, read: 1 })
    }
  },
  patience,
)
