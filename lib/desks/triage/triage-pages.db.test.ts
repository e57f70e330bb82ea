import { beforeAll, describe, expect, test } from 'vitest'
import { POST as raise } from '@/app/api/v1/alerts/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { raised } from '@/lib/testing/factories/alert-values'
import { reading } from '@/lib/testing/reading'
import { listAlerts } from './list-alerts'
import { prepareAlert } from './prepare-alert'
import { prepareTriage } from './prepare-triage'
import { viewAlert } from './view-alert'

let agent: SignedIn
let supervisor: SignedIn
let elsewhere: SignedIn
let id: string
beforeAll(async () => {
  agent = await signedIn('DTM_ENUM', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
  id = await raised(raise, agent, { given: 'Kadidiatou' })
})

describe('the pages of alerts', () => {
  test('the list names nobody, for whoever raised it and for whoever decides', async () => {
    for (const who of [agent, supervisor]) {
      const found = await reading(who, (ctx) => listAlerts(ctx, {}))
      expect(JSON.stringify(found)).toContain(id)
      expect(JSON.stringify(found)).not.toContain('Kadidiatou')
    }
    const other = await reading(elsewhere, (ctx) => listAlerts(ctx, {}))
    expect(JSON.stringify(other)).not.toContain(id)
  })

  test('one alert is whole for its supervisor and a slip for who raised it', async () => {
    expect(await reading(supervisor, (ctx) => viewAlert(ctx, id))).toMatchObject({
      view: { alert: { identity: { given: 'Kadidiatou' } } },
    })
    const slip = await reading(agent, (ctx) => viewAlert(ctx, id))
    expect(slip).toMatchObject({ view: { own: { id } } })
    expect(JSON.stringify(slip)).not.toContain('Kadidiatou')
    expect(await reading(elsewhere, (ctx) => viewAlert(ctx, id))).toEqual({ missing: { type: 'alert', id } })
  })

  test('the empty form remembers the last place and shows the slip of what was just sent', async () => {
    expect(await reading(agent, (ctx) => prepareAlert(ctx, { sent: id }))).toMatchObject({
      view: { lastPlace: 'FMP_MOP', sent: { id } },
    })
  })

  test('a decision page offers the caseworkers of the office and codes of open cases, to its supervisor', async () => {
    const lead = await signedIn('SOCIAL_WORKER', 'MOP')
    const far = await signedIn('SOCIAL_WORKER', 'GAO')
    const ask = { form: 'alert.open-case', query: {}, with: 'people' as const }
    const found = await reading(supervisor, (ctx) => prepareTriage(ctx, id, ask))
    const offered = 'view' in found ? found.view.caseworkers.map((one) => one.id) : []
    expect(offered).toContain(lead.id)
    expect(offered).not.toContain(far.id)
    expect(await reading(elsewhere, (ctx) => prepareTriage(ctx, id, ask))).toEqual({
      missing: { type: 'alert', id },
    })
  })
})
