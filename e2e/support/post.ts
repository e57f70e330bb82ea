import type { Page } from './test'
import { type Answer, asForm, send } from './wire'

/** Values of a form; several of one name as a list. */
export type Sent = Record<string, string | readonly string[]>

const encoded = (values: Sent): string =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  ).toString()

/** The session of whoever sits at this page, as a Cookie header. */
export const cookiesOf = async (page: Page): Promise<string> =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

/** Sends a form as this person, beside the page: the same endpoint, without drawing its page first. */
export async function post(page: Page, path: string, values: Sent = {}): Promise<Answer> {
  const headers = { ...asForm, cookie: await cookiesOf(page) }
  return send(path, { method: 'POST', headers, body: encoded(values) })
}

/** The bytes of an address as this person gets them, before any browser has read them. */
export async function raw(page: Page, path: string): Promise<Answer> {
  return send(path, { headers: { accept: 'text/html', cookie: await cookiesOf(page) } })
}

/** What `post` answered when it succeeded: where the person would go next. Anything else is a broken stage. */
export function onwards({ status, headers, text }: Answer): string {
  const location = String(headers.location ?? '')
  if (status !== 303 || /[?&]draft=|sign-in/.test(location))
    throw new Error(`not accepted: ${status} ${location} ${text.slice(0, 300)}`)
  return location
}
