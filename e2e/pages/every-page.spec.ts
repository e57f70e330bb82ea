import { manyPages } from '../support/accessible'
import { roles } from '../support/accounts'
import { pages } from '../support/endpoints'
import { expectGuarded, expectNameless, expectOurHtml } from '../support/page-rules'
import { ofFunction, ownPagesOf, pagesOf, withoutRole } from '../support/pages-of-roles'
import { cookiesOf } from '../support/post'
import { expect, test } from '../support/test'
import { type Visited, walk } from '../support/walk-links'
import { people } from '../support/walk-people'
import { busiest, startingPlaces } from '../support/walk-places'

test.describe.configure({ mode: 'parallel' })
// The rules of accessibility are a script; the pages are the same bytes with scripts on and off.
test.use({ javaScriptEnabled: true })

/** Colleagues of another discipline carry less: fewer stages of a referral stand open on their walk. */
const carriesLess = (role: string) => role === 'PSYCHOLOGIST' || role === 'LAWYER'

const languages = ['fr', 'en'] as const

test('every page belongs to somebody', () => {
  const named = new Set([...Object.values(pagesOf).flat(), ...withoutRole, ...ofFunction])
  expect(pages().filter((pattern) => !named.has(pattern))).toEqual([])
  expect([...named].filter((pattern) => !pages().includes(pattern))).toEqual([])
})

for (const role of roles)
  for (const language of languages)
    test(`${role} reads every page of theirs in ${language}, reached by links, without a dead end`, async ({
      signIn,
    }) => {
      test.setTimeout(480_000)
      const who = await busiest(role)
      const page = await signIn(who, language)
      // In French in some of its states, in English once.
      const visited = await walk(await cookiesOf(page), await startingPlaces(who), language === 'fr' ? 2 : 1)
      const names = people()
      expect(visited.filter(({ answer }) => answer.status !== 200).map(({ path }) => path)).toEqual([])
      for (const one of visited) {
        expectGuarded(one.answer, one.path)
        expectOurHtml(one, language)
        expectNameless(one, names, who)
      }
      const reached = new Set(visited.map(({ pattern }) => pattern))
      expect(
        [...reached].filter((one) => !pagesOf[role]?.includes(one) && !ofFunction.includes(one)),
      ).toEqual([])
      const missed = (pagesOf[role] ?? []).filter((pattern) => !reached.has(pattern))
      expect(missed.filter((pattern) => !needsAnotherStage(role, pattern))).toEqual([])
      const broken: string[] = []
      const looked = visited.filter(({ pattern }) => looksAt(role, language, pattern))
      const wrongIn = await manyPages(page)
      for (const { path, answer } of oncePerPage(looked, language === 'fr' && !carriesLess(role)))
        broken.push(...(await wrongIn(answer.text, language === 'fr')).map((wrong) => `${path}: ${wrong}`))
      expect(broken).toEqual([])
    })

/** Parts of a case, and the day, where each discipline and the supervisor read something else. */
const DIFFER = [
  '/work',
  '/calendar',
  ...['', '/plan', '/notes', '/assessments'].map((part) => `/cases/[code]${part}`),
]

/**
 * Everybody's bytes are read above. The rules of accessibility, the dear part, are asked of a page with the first role that
 * has it; in French with every role where they read something else there, or where the first may have had none in hand.
 */
const looksAt = (role: string, language: string, pattern: string): boolean =>
  ownPagesOf(role).includes(pattern) ||
  needsAnotherStage(role, pattern) ||
  (language === 'fr' && DIFFER.includes(pattern))

/** One address of each page; with `states`, every state of the pages that change most with it. */
const oncePerPage = (visited: readonly Visited[], states: boolean): Visited[] =>
  visited.filter(
    ({ pattern }, at) =>
      (states && /^\/(referrals|inbox|cases)\/\[\w+\]$/.test(pattern)) ||
      visited.findIndex((one) => one.pattern === pattern) === at,
  )

/** Pages that exist only while somebody has such work in hand; journeys and the busier colleague's walk open them. */
const needsAnotherStage = (role: string, pattern: string): boolean =>
  /\/refer\/\[id\]\/emergency$|\/return\/(edit|step|grant|drop|deliver|receipt|visit|decide)$|\/(rebook|others|slip|close-unserved|verify|withdraw|deleted)$|^\/(confirmations|queue\/restricted)\/\[id\]$/.test(
    pattern,
  ) ||
  // An agency without an account: `a-health-centre-answers-by-link-on-a-phone` stages one.
  /^\/referrals\/\[id\]\/link$/.test(pattern) ||
  // A successor, a flag that is up, a paper that was asked for: `sealed-notes-are-handed-on` opens them.
  /\/notes\/(open|\[id\]\/(correct|in-error))$|\/danger\/\[id\]$|^\/papers\/\[id\]$/.test(pattern) ||
  // One assessment, paper, day or action of a case that has some, an attempt, a plan given back, a path that begins: the journeys
  // of three disciplines open them.
  /\/follow-ups\/attempt$|\/plan\/return$|\/return\/open$|\/(assessments|documents|appointments|plan\/goals|plan\/actions)\/\[/.test(
    pattern,
  ) ||
  // A supervisor answers a lowered risk or a closing where one waits; `a-lowered-risk-is-answered` and
  // `the-three-waiting-closures-are-decided` go there.
  (role === 'SUPERVISOR' && /\/cases\/\[code\]\/(restrict|risk|close|close\/return)$/.test(pattern)) ||
  (carriesLess(role) &&
    /\/refer\/\[id\]\/|\/referrals\/\[id\]\/form$|\/verify$|\/team\/remove$/.test(pattern))
