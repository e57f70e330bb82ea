import { endpoints, pages } from './endpoints'
import { post, raw, type Sent } from './post'
import { expect, type Page } from './test'

/** What the forms of an open page would have sent; the verbs without a line are a button alone. */
const typed: Record<string, Sent> = {
  accept: { expectedOn: '', note: 'Venez' },
  ask: { question: 'Depuis quand ?' },
  decline: { decline: 'NO_CAPACITY', why: '' },
  complete: { outcome: 'RECEIVED', servedOn: '30/6/2014', note: '' },
  'not-accessed': { absence: 'DID_NOT_COME', why: '' },
}

const received = pages().filter((path) => path.startsWith('/inbox/[id]'))
/** All but the one that stays open: saying that the copy is deleted. */
const verbs = endpoints().filter(
  (path) => path.startsWith('/api/v1/inbox/[id]/') && !path.endsWith('/deleted'),
)

/**
 * Everything an open page of a partner could still ask for, asked after the end: every page about the referral and
 * every verb of it. No answer may do anything or carry one of `betraying`.
 */
export async function expectNothingLeft(partner: Page, id: string, betraying: string[]): Promise<void> {
  expect(Math.min(received.length, verbs.length), 'pages and verbs found').toBeGreaterThanOrEqual(5)
  for (const path of [...received, '/inbox?tab=done', '/inbox']) {
    const { status, text } = await raw(partner, path.replace('[id]', id))
    expect(status, path).toBeLessThan(500)
    for (const trace of betraying) expect(text, `${path}: ${trace}`).not.toContain(trace)
  }
  for (const path of verbs) {
    const answer = await post(partner, path.replace('[id]', id), typed[path.split('/').at(-1) ?? ''])
    expect(answer.status, path).toBeLessThan(500)
    expect(String(answer.headers.location ?? ''), `${path} did something`).not.toContain('done=')
    for (const trace of betraying) expect(answer.text, `${path}: ${trace}`).not.toContain(trace)
  }
}
