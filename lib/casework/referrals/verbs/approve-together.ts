import { queueAfter } from '@/lib/casework/tasks/queue-place'
import { type Came, type Ticked, versioned } from '@/lib/platform/gate/several'

/** A referral as the page of several shows it: its version, and the payload that was shown. */
export const tickFor = ({ id, version, hash }: { id: string; version: number; hash: string }): string =>
  `${id}.${version}.${hash}`

/** What a tick of that page says. PURE. */
export function tickOf(text: string): Ticked | undefined {
  const one = versioned(text)
  const hash = text.split('.')[2] ?? ''
  return one && /^[0-9a-f]{64}$/.test(hash)
    ? { id: one.id, values: { _version: one.version, hash, kind: 'approve' } }
    : undefined
}

/** Back to the queue, which says how many leave and names each that stays, with why. PURE. */
export function afterTogether(came: readonly Came[]): string {
  const done = came.filter(({ left }) => left === undefined).map(({ id }) => id)
  const left = came.flatMap(({ id, left: why }) => (why === undefined ? [] : [`${id}.${why}`]))
  const said = [`together=${done.join(',')}`, ...(left.length > 0 ? [`left=${left.join(',')}`] : [])]
  return queueAfter('approve', said.join('&'))
}

/** Nothing was ticked: the page of several again, which asks which. PURE. */
export const togetherAgain = ({ partner, service }: { partner: string; service: string }): string =>
  `/queue/together?${new URLSearchParams({ partner, service, none: '1' })}`

/** What `afterTogether` wrote, as the queue reads it. PURE. */
export function readTogether(done = '', left = ''): Came[] | undefined {
  const id = /^[0-9a-f-]{36}$/
  const came = [
    ...done.split(',').map((one): Came => ({ id: one })),
    ...left.split(',').map((one): Came => ({ id: one.split('.')[0] ?? '', left: one.split('.')[1] ?? '' })),
  ].filter((one) => id.test(one.id))
  return came.length > 0 ? came : undefined
}
