import type { OpenKey } from '@/lib/platform/vault/seal'
import { seal, unseal } from '@/lib/platform/vault/seal'

/** A goal: what it is called where no template says so, and what the person says of it. */
export type GoalWords = { title: string; said: string }

const goalPlace = (id: string) => ({ table: 'app.plan_goals', column: 'words', row: id })
export const actionPlace = (id: string) => ({ table: 'app.plan_actions', column: 'words', row: id })
/** What a supervisor says when a plan comes back. */
export const commentPlace = (id: string) => ({ table: 'app.plan_approvals', column: 'comment', row: id })

/** Nothing said is nothing sealed. */
export const sealGoal = (key: OpenKey, id: string, { title, said }: GoalWords): Buffer | null =>
  title || said ? seal(key, goalPlace(id), JSON.stringify({ title, said })) : null

export const openGoal = (key: OpenKey | undefined, id: string, sealed: Buffer | null): GoalWords =>
  key && sealed ? JSON.parse(unseal(key, goalPlace(id), sealed).toString('utf8')) : { title: '', said: '' }

export const sealAction = (key: OpenKey, id: string, text: string): Buffer => seal(key, actionPlace(id), text)

export const openAction = (key: OpenKey | undefined, id: string, sealed: Buffer | null): string =>
  key && sealed ? unseal(key, actionPlace(id), sealed).toString('utf8') : ''
