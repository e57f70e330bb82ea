import { type Answers, fillIn } from './fields'
import { expect, type Page } from './test'

/** The team asks to close: why, what was checked, what the person knows; `left`: why whatever is still open is left. */
export async function askToClose(
  lead: Page,
  code: string,
  reason: string,
  { left, ...answers }: Answers & { left?: string },
): Promise<void> {
  await lead.goto(`/cases/${code}/ask-closure`)
  await fillIn(lead, { reason })
  await lead.getByRole('button', { name: 'Continuer' }).click()
  await fillIn(lead, answers)
  if (left)
    for (const one of await lead.locator('main select[name=left]').all())
      await one.selectOption((await one.locator(`option[value$=":${left}"]`).getAttribute('value')) ?? left)
  await lead.getByRole('button', { name: 'Demander la clôture' }).click()
  await expect(lead.getByRole('status')).toContainText('Clôture demandée')
}

/** Somebody else reads what was checked, and closes. */
export async function close(supervisor: Page, code: string): Promise<void> {
  await supervisor.goto(`/cases/${code}/close`)
  await supervisor.getByRole('button', { name: 'Clore' }).click()
  await expect(supervisor.getByRole('status')).toContainText('Dossier clos')
  await expect(supervisor.locator('main')).toContainText('identité à effacer le')
}
