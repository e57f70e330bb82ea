import type { Locator } from 'playwright/test'
import type { Page } from './test'

/** What a form is answered with, by the names of its fields and the codes of their lists; '' takes a tick away. */
export type Answers = Record<string, string | readonly string[]>

const named = (page: Page, name: string): Locator => page.locator(`main [name="${name}"]:not([type=hidden])`)

/** What stands in a folded part is unfolded first, as a person would. */
async function unfolded(target: Locator): Promise<Locator> {
  const folded = target.locator('xpath=ancestor::details[not(@open)]')
  while ((await folded.count()) > 0) await folded.first().locator('summary').first().click()
  return target
}

async function answerOne(page: Page, name: string, value: string | readonly string[]): Promise<void> {
  const field = named(page, name)
  const kind = await field.first().getAttribute('type')
  if (kind === 'radio' || kind === 'checkbox') {
    if (value === '') return (await unfolded(field)).uncheck()
    for (const one of [value].flat())
      await (await unfolded(page.locator(`main input[name="${name}"][value="${one}"]`))).check()
    return
  }
  const target = await unfolded(field.first())
  const chosen = (await page.locator(`main select[name="${name}"]`).count()) > 0
  await (chosen ? target.selectOption(value as string) : target.fill(value as string))
}

/** Fills the open page's form; words and order on the page may change, the answers not. */
export async function fillIn(page: Page, answers: Answers): Promise<void> {
  for (const [name, value] of Object.entries(answers)) await answerOne(page, name, value)
}

/** Ticks exactly these of a group; what cannot be changed stays as it is. */
export async function tickExactly(page: Page, name: string, values: readonly string[]): Promise<void> {
  const boxes = page.locator(`main input[type=checkbox][name="${name}"]:not([disabled])`)
  const found = await boxes.evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''))
  for (const one of found) {
    const box = await unfolded(page.locator(`main input[name="${name}"][value="${one}"]`))
    await box.setChecked(values.includes(one))
  }
}
