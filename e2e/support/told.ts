import { type Answers, fillIn } from './fields'
import type { Newcomer } from './people'
import { begun } from './registration'
import { expect, type Page } from './test'

/**
 * Somebody of a story, as the five pages of registration ask: who they are is invented for one run, what happened to
 * them is told in codes.
 */
export type Told = {
  who: Newcomer
  /** How they came and what is known before their answer; a case that an alert began knows it already. */
  met: Answers
  /** Who answered the first page, how, and in which situation; and whether they are counted. */
  answer: Answers
  identity: Answers
  household: Answers
  situation: Answers
  /** The six questions, where they were asked. */
  functioning?: Answers
  safety: Answers
}

/** A walk-in: the first page is asked before anything is written. Answers the draft's code. */
export async function askFirst(page: Page, { met, answer }: Told): Promise<string> {
  await page.goto('/cases/new')
  await fillIn(page, { ...met, ...answer })
  return begun(page)
}

/** The first page of a draft that an alert began. */
export async function askAlerted(page: Page, code: string, { answer }: Told): Promise<void> {
  await page.goto(`/cases/${code}/register/consent`)
  await fillIn(page, answer)
  await saved(page)
}

async function saved(page: Page): Promise<void> {
  const before = page.url()
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click()
  await expect(page).not.toHaveURL(before)
}

async function part(page: Page, code: string, name: string, answers: Answers): Promise<void> {
  await page.goto(`/cases/${code}/register/${name}`)
  await fillIn(page, answers)
  await saved(page)
}

/** The pages after the first, up to what the rules propose from them. */
export async function tell(page: Page, code: string, told: Told): Promise<void> {
  const { who, identity, household, situation, functioning } = told
  const named = { nameUnknown: '', given: who.given, family: who.family }
  await part(page, code, 'identity', { ...named, ...identity })
  await part(page, code, 'household', household)
  await part(page, code, 'situation', situation)
  if (functioning) await part(page, code, 'functioning', functioning)
}

/** The last page, and the case opens. */
export async function rateAndFinish(page: Page, code: string, { who, safety }: Told): Promise<void> {
  const reached = 'phone' in safety ? { phone: who.phone } : {}
  await part(page, code, 'safety', { ...safety, ...reached })
  await tellApart(page, code)
  await page.goto(`/cases/${code}/register`)
  await page.getByRole('button', { name: 'Terminer l’enregistrement' }).click()
  await expect(page.getByRole('status')).toContainText('Le dossier est ouvert')
}

/** Whoever else was told of under a like name, by another run of the same story, is somebody else. */
async function tellApart(page: Page, code: string): Promise<void> {
  const other = page.getByLabel('Ce sont deux personnes')
  for (;;) {
    await page.goto(`/cases/${code}/same`)
    if (!(await other.isVisible()) || (await other.isChecked())) return
    await other.check()
    await page.getByRole('button', { name: 'Continuer', exact: true }).click()
    await expect(page.getByRole('status')).toContainText('deux personnes')
  }
}
