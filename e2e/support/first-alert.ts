import type { Account } from './accounts'
import { type Answers, fillIn } from './fields'
import type { Newcomer } from './people'
import { expect, type Page } from './test'

/** Somebody is seen at a flow point: the enumerator says what can be seen, under the name that was said. Its address. */
export async function raiseAlert(enumerator: Page, who: Newcomer, seen: Answers): Promise<string> {
  await enumerator.goto('/alerts/new')
  await fillIn(enumerator, { given: who.given, ...seen })
  await enumerator.getByRole('button', { name: 'Envoyer l’alerte' }).click()
  await expect(enumerator.getByRole('heading', { level: 1 })).toHaveText('Alerte envoyée')
  return new URL(enumerator.url()).pathname
}

/** The office's supervisor opens a case from it and names who leads. Answers the case's code. */
export async function openFrom(supervisor: Page, alert: string, lead: Account): Promise<string> {
  await supervisor.goto(`${alert}/open`)
  await supervisor.getByLabel(lead.name).check()
  await supervisor.getByRole('button', { name: 'Ouvrir le dossier' }).click()
  await expect(supervisor).toHaveURL(/\/cases\/MLP-/)
  return new URL(supervisor.url()).pathname.split('/')[2] ?? ''
}
