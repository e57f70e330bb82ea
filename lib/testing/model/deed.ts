import type { RawValues } from '@/lib/base/forms/form'
import { type Endpoint, post } from '../requests'
import type { File, Model } from './files'
import type { Cast, Name } from './people'

/** done; refused for any reason that is said; unseen: as if it did not exist. */
export type Outcome = 'done' | 'refused' | 'unseen'
export type Answer = { outcome: Outcome; status: number; reason: string; id: string; location: string }

export type World = { cast: Cast }

/** One thing that somebody tries: what the rulings say of it, how it is sent, and what it changes if it is done. */
export type Deed = {
  /** As the log names it. */
  action: string
  who: Name
  words: string
  expects: Outcome
  send: (world: World) => Promise<Answer>
  effect: (answer: Answer) => void
  /** Cases of which one line each stands in the log beside the deed's own. */
  besides?: readonly string[]
  /** The file whose state moves. */
  moves?: string
  /** A deed without anybody, such as time that passes. */
  silent?: true
}

/** Choices of a step, the same for the same numbers. */
export type Draw = {
  among: <T>(list: readonly T[]) => T
  /** True once in so many times. */
  onceIn: (times: number) => boolean
}
export type Kind = { weight: number; draw: (draw: Draw, model: Model) => Deed | undefined }

export async function sent(
  endpoint: Endpoint,
  { cast }: World,
  { who, params, values }: { who: Name; params?: Record<string, string>; values?: RawValues },
): Promise<Answer> {
  const response = await post(endpoint, {
    as: cast[who],
    params: params ?? {},
    values: values ?? {},
    json: true,
  })
  const body = (await response.json()) as { id?: string; location?: string; error?: { reason?: string } }
  const outcome = response.status < 300 ? 'done' : response.status === 404 ? 'unseen' : 'refused'
  return {
    outcome,
    status: response.status,
    reason: body.error?.reason ?? '',
    id: body.id ?? '',
    location: body.location ?? '',
  }
}

export const filesOf = ({ files }: Model): File[] => [...files.values()]

/** What is expected where reach comes first and the rule second. */
export const ruled = (seen: boolean, may: boolean): Outcome => (seen ? (may ? 'done' : 'refused') : 'unseen')
