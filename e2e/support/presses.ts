import type { Locator } from 'playwright/test'
import { expect, type Page } from './test'

/**
 * Whoever registers, counted: every press on a radio, a box, a list, a link or a button is one, writing in a field is none.
 * A test presses through this alone.
 */
export class Presses {
  private readonly pressed: string[] = []

  constructor(readonly page: Page) {}

  private count(what: string): void {
    this.pressed.push(what)
  }

  async choose(group: string | RegExp, answer: string | RegExp): Promise<void> {
    const radio = this.page.getByRole('group', { name: group }).getByRole('radio', { name: answer })
    await radio.check()
    this.count(`${group}: ${answer}`)
  }

  async tick(name: string): Promise<void> {
    await this.page.getByRole('checkbox', { name, exact: true }).check()
    this.count(name)
  }

  /** A link or a button; done when the page it leads to is there. */
  async go(target: Locator, address: RegExp): Promise<void> {
    const name = await target.innerText()
    await target.click()
    await expect(this.page).toHaveURL(address)
    this.count(name)
  }

  /** By the field's name: what is beside its label may say that it is optional. */
  async write(field: string, words: string): Promise<void> {
    await this.page.locator(`#f-${field}`).fill(words)
  }

  /** Printed whole, so that whoever reads the figure can do it again. */
  atMost(most: number, whose: string): void {
    process.stdout.write(`${whose}: ${this.pressed.length} presses (${this.pressed.join(' · ')})\n`)
    expect(this.pressed.length, this.pressed.join(' · ')).toBeLessThanOrEqual(most)
  }
}
