import type { Page } from './test'

/** What no field takes: longer than any, no number, no day, no code of a list. */
const NONSENSE = 'n'.repeat(6000)

type Field = { name: string; value: string }

/**
 * Sends the page's own form with nonsense in every field that can be answered, as somebody might who changes what the
 * browser sends: nothing of it can be accepted. Answers whether there was such a form; then its page with the errors is open.
 */
export async function answerWrongly(page: Page): Promise<boolean> {
  const form = page.locator('main form#answers[method=post]')
  if ((await form.count()) === 0) return false
  const found = await form.evaluate((element) => {
    const fields = [...(element as HTMLFormElement).elements].filter(
      (one): one is HTMLInputElement => 'name' in one && 'value' in one && one.tagName !== 'BUTTON',
    )
    const carried = (one: HTMLInputElement) => one.type === 'hidden'
    const pair = ({ name, value }: HTMLInputElement) => ({ name, value })
    return {
      action: element.getAttribute('action') ?? '',
      kept: fields.filter(carried).map(pair),
      // A tick alone may take any value for a yes.
      judged: fields.filter((one) => !carried(one) && one.type !== 'checkbox').map(({ name }) => name),
    }
  })
  const asked = [...new Set(found.judged)].filter((name) => name !== '')
  if (asked.length === 0) return false
  const fields: Field[] = [...found.kept, ...asked.map((name) => ({ name, value: NONSENSE }))]
  const answer = await page.request.post(found.action, {
    data: new URLSearchParams(fields.map(({ name, value }) => [name, value])).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
    },
    maxRedirects: 0,
  })
  const location = answer.headers().location ?? ''
  if (answer.status() !== 303 || !/[?&]draft=/.test(location))
    throw new Error(`${found.action} took nonsense: ${answer.status()} ${location}`)
  await page.goto(location)
  return true
}
