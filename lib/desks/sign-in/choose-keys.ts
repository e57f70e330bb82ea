import { keysCookie } from '@/lib/base/request/keys'
import { env } from '@/lib/platform/env/env'
import type { Body } from '@/lib/platform/gate/body'

/** Remembers on this device whether letters press the queue's buttons, and returns to the account. */
export async function chooseKeys(_: Request, { values }: Body): Promise<Response> {
  return new Response(null, {
    status: 303,
    headers: {
      location: '/menu',
      'set-cookie': keysCookie(values.keys !== 'off', env().origin.startsWith('https:')),
    },
  })
}
