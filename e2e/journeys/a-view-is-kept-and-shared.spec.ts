import { account } from '../support/accounts'
import { expect, type Page, test } from '../support/test'

const keptTabs = (page: Page) => page.getByRole('navigation', { name: 'Vues gardées' })

/** Keeps what the list shows now under a name, for oneself or for an office. */
async function keep(page: Page, name: string, whose?: string): Promise<void> {
  await page.getByRole('link', { name: 'Garder cette vue' }).click()
  await page.getByLabel('Nom de la vue').selectOption({ label: name })
  if (whose) await page.getByRole('radio', { name: whose }).check()
  await page.getByRole('button', { name: 'Garder la vue' }).click()
  await expect(page.locator('main')).toContainText('La vue est gardée')
}

test('a supervisor keeps a view for the office and one of their own; a colleague opens the first with their own eyes', async ({
  signIn,
}, { project }) => {
  test.setTimeout(120_000)
  // The journey runs twice beside itself: an office has each name once, and what is kept already is not offered again.
  const sex = project.name === 'scripts-on' ? 'F' : 'M'
  const [ours, mine, later] =
    project.name === 'scripts-on'
      ? (['Partenaires à relancer', 'À clore bientôt', 'Sortie sur le terrain'] as const)
      : (['Priorités', 'À revoir', 'Urgences'] as const)
  const supervisor = await signIn(account('SUPERVISOR', { office: 'TBT' }))

  await test.step('what the list shows is kept, for the office and for oneself', async () => {
    await supervisor.goto(`/cases?risk=HIGH&sex=${sex}`)
    await keep(supervisor, ours, 'Pour tout le bureau de Tombouctou')
    await expect(keptTabs(supervisor).getByRole('link', { name: `${ours} (Tombouctou)` })).toHaveAttribute(
      'aria-current',
      'page',
    )
    await supervisor.goto(`/cases?risk=LOW&sex=${sex}`)
    await keep(supervisor, mine)
  })

  await test.step('it opens as many cases as it says', async () => {
    const tab = keptTabs(supervisor).getByRole('link', { name: `${ours} (Tombouctou)` })
    const said = Number(/\d+/.exec((await tab.locator('b, span').first().textContent()) ?? '')?.[0])
    await tab.click()
    // A page holds twenty-five.
    await expect(supervisor.locator('main tbody tr')).toHaveCount(Math.min(said, 25))
  })

  await test.step('a colleague of the office finds it, and sees their own cases in it alone', async () => {
    const colleague = await signIn(account('SOCIAL_WORKER', { office: 'TBT' }))
    await colleague.goto('/cases')
    await expect(keptTabs(colleague)).toContainText(ours)
    await expect(keptTabs(colleague)).not.toContainText(mine)
    await colleague.goto('/cases/views')
    await expect(colleague.getByRole('link', { name: /Renommer ou retirer/ })).toHaveCount(0)
  })

  await test.step('nobody of another office does', async () => {
    const elsewhere = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
    await elsewhere.goto('/cases/views')
    await expect(elsewhere.locator('main')).not.toContainText(ours)
  })

  await test.step('it gets another name, and goes; the cases stay', async () => {
    await supervisor.goto('/cases/views')
    await supervisor.getByRole('link', { name: `Renommer ou retirer « ${ours} »` }).click()
    await supervisor.getByLabel('Nom de la vue').selectOption({ label: later })
    await supervisor.getByRole('button', { name: 'Renommer' }).click()
    await expect(supervisor.locator('main')).toContainText('La vue a son nouveau nom.')
    for (const name of [later, mine]) {
      await supervisor.getByRole('link', { name: `Renommer ou retirer « ${name} »` }).click()
      await supervisor.getByRole('button', { name: 'Retirer cette vue' }).click()
      await expect(supervisor.locator('main')).toContainText('La vue est retirée.')
    }
    for (const name of [later, mine])
      await expect(supervisor.getByRole('link', { name: `Renommer ou retirer « ${name} »` })).toHaveCount(0)
  })
})
