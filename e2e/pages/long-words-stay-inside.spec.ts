import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { onwards, post } from '../support/post'
import { expect, test } from '../support/test'

/** Sixty letters, as an address or a joined name has them. */
const long = 'NouakchottOuagadougouNiameyAbidjanBamakoTombouctouGaoMoptiKidal'.slice(0, 60)

/** A telephone, also with colours of the reader's own; a desktop's window at 200 %; the same at 400 %. */
const looks = [
  { width: 360, forcedColors: 'none' },
  { width: 360, forcedColors: 'active' },
  { width: 640, forcedColors: 'none' },
  { width: 320, forcedColors: 'none' },
] as const

test('no word is so long that a page of its case scrolls sideways', async ({ signIn }) => {
  test.setTimeout(120_000)
  const page = await signIn(account('SOCIAL_WORKER', { office: 'BKO' }))
  const who = { ...newcomer(), given: long, family: long, meetingPlace: long, detail: long }
  const code = await openedCase(page, who, { cercle: 'ML0901' })
  onwards(
    await post(page, `/api/v1/cases/${code}/notes`, { compartment: 'TEAM', body: `${long}${long}${long}` }),
  )
  const wide: string[] = []
  for (const part of [
    '',
    '/name',
    '/person',
    '/notes',
    '/consents',
    '/assistance',
    '/assistance/new',
    '/notes/new',
    '/register/identity',
    '/register/safety',
    '/register/household',
    '/register/situation',
    '/consents/new',
    '/team',
    '/restrict',
    '/withdraw',
    '/refer',
  ])
    for (const { width, forcedColors } of looks) {
      await page.emulateMedia({ forcedColors })
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`/cases/${code}${part}`)
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (beyond > 0) wide.push(`${part || 'overview'} at ${width}, colours ${forcedColors}: ${beyond} px`)
    }
  expect(wide).toEqual([])
})
