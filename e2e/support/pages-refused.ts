import { endpoints, pages } from './endpoints'
import { expectGuarded } from './page-rules'
import { absent, foreignTo, oneOfEach, placed } from './pages-foreign'
import { pagesOf } from './pages-of-roles'
import { expect, test } from './test'
import { type Answer, asForm, cookieOf, send } from './wire'

/** What may differ between two refusals: the reference number, and nothing of what was asked. */
export const unreferenced = (text: string): string => text.replace(/R-[0-9A-Z]{4}-\d{2}/g, 'R')

const html = { accept: 'text/html' }
const has = (role: string, pattern: string) => pagesOf[role]?.includes(pattern) === true

function expectExplained({ status, text, headers }: Answer, where: string): void {
  expect([403, 404], where).toContain(status)
  expect(text, where).toMatch(/<h1>[^<]{8,}<\/h1><p class="lead">[^<]{20,}<\/p>/)
  expect(text, where).toMatch(/R-[0-9A-Z]{4}-\d{2}/)
  expectGuarded({ headers }, where)
}

/** Every role on every page of a noun: their own pages without the row they asked for, or not theirs at all. */
export function refusesOutsideReach(noun: string, fits: RegExp): void {
  for (const who of oneOfEach())
    test(`${noun}: ${who.role} meets no page outside their reach`, async () => {
      const [cookie, foreign] = await Promise.all([cookieOf(who), foreignTo(who)])
      for (const pattern of pages().filter((one) => fits.test(one))) {
        const path = placed(pattern, foreign)
        const answer = await send(path, { headers: { ...html, cookie } })
        if (path === pattern && has(who.role, pattern)) continue
        if (pattern === '/directory/[id]' && has(who.role, pattern)) continue
        const none = await send(absent(pattern), { headers: { ...html, cookie } })
        expect([none.status, unreferenced(none.text)], path).toEqual([
          answer.status,
          unreferenced(answer.text),
        ])
        if (has(who.role, pattern)) expect(answer.status, `${who.role} ${path}`).toBe(404)
        expectExplained(answer, `${who.role} ${path}`)
      }
    })
}

/** What a form gets that is nobody's: never a success, and the same answer whether the row exists or not. */
export function refusesWrites(noun: string, fits: RegExp): void {
  for (const who of oneOfEach())
    test(`${noun}: ${who.role} changes nothing outside their reach`, async () => {
      const [cookie, foreign] = await Promise.all([cookieOf(who), foreignTo(who)])
      for (const pattern of endpoints().filter((one) => fits.test(one) && one.includes('['))) {
        const write = { method: 'POST', headers: { ...asForm, cookie }, body: 'reason=OTHER' }
        const answer = await send(placed(pattern, foreign), write)
        const none = await send(absent(pattern), write)
        const where = `${who.role} ${placed(pattern, foreign)}`
        expect(none.status, where).toBe(answer.status)
        if (answer.status === 303) {
          // A form that cannot be read comes back before anything is looked up; the same for what does not exist.
          expect([answer.headers.location, none.headers.location].join(' '), where).toMatch(/draft=.*draft=/)
          continue
        }
        expect([401, 403, 404, 405], where).toContain(answer.status)
        const own = (text: string) =>
          Object.values(foreign)
            .concat(absent('[code]'), absent('[id]'))
            .reduce((rest, one) => rest.replaceAll(String(one), ''), unreferenced(text))
        expect(own(none.text), where).toBe(own(answer.text))
      }
    })
}
