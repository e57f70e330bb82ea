import { POST as decide } from '@/app/api/v1/cases/[code]/same/[pair]/decide/route'
import { POST as undo } from '@/app/api/v1/cases/[code]/same/[pair]/undo/route'
import { POST as say } from '@/app/api/v1/cases/[code]/same/route'
import { type SignedIn, signedIn } from '../actors'
import { root } from '../database'
import { post } from '../requests'
import { registered } from './registered'

export type File = { code: string; id: string; led: string }

/** Somebody whose name, mother and birth tell them from everybody else. */
export const salimata = {
  given: 'Salimata',
  family: 'Ouologuem',
  motherName: 'Djénéba',
  birthDate: '12/5/1984',
  age: '',
  ageBasis: 'DOC',
}

/** Two leads and two supervisors of Mopti, a lead and a supervisor of Gao; nobody of an earlier test is met. */
export async function twoTeams() {
  await forgetEverybody()
  return {
    lead: await signedIn('SOCIAL_WORKER', 'MOP'),
    other: await signedIn('SOCIAL_WORKER', 'MOP'),
    supervisor: await signedIn('SUPERVISOR', 'MOP'),
    second: await signedIn('SUPERVISOR', 'MOP'),
    farLead: await signedIn('SOCIAL_WORKER', 'GAO'),
    farSupervisor: await signedIn('SUPERVISOR', 'GAO'),
  }
}

/** Nobody of an earlier test is met in the next one. */
export async function forgetEverybody(): Promise<void> {
  await root()`delete from app.tasks where kind = 'COMPARE_PEOPLE'`
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.cases set state = 'OPEN', risk = 'LOW', merged_into = null, merged_from = null where merged_into is not null`
    await tx`delete from app.same_person`
  })
  await root()`delete from app.name_tokens`
  await root()`delete from app.restricted_tokens`
}

/** A file as known for a year: registered, at Bandiagara, with a telephone. */
export async function knownFile(by: SignedIn, names: Record<string, string> = salimata): Promise<File> {
  const file = await registered(by, names)
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.cases set state = 'OPEN', risk = 'LOW', registered_at = opened_at where id = ${file.id}`
  })
  return file
}

export const stateOf = async ({ id }: File) =>
  (await root()`select state, merged_into as into, merged_from as from from app.cases where id = ${id}`)[0]
export const tasksOn = async ({ id }: File) =>
  (
    await root()`select reason from app.tasks where kind = 'COMPARE_PEOPLE' and subject_id = ${id} and state = 'OPEN'`
  ).map(({ reason }) => String(reason))
export const pairOf = async ({ id }: File) =>
  String((await root()`select id from app.same_person where case_id = ${id} or into_case_id = ${id}`)[0]?.id)
const version = async ({ id }: File) =>
  String((await root()`select version from app.cases where id = ${id}`)[0]?.version)

export async function sent(
  endpoint: typeof say,
  who: SignedIn,
  params: Record<string, string>,
  values: Record<string, string>,
) {
  const response = await post(endpoint, { as: who, params, values, json: true })
  const body = (await response.json()) as { location?: string; error?: { reason?: string } }
  return response.status < 300 ? body.location : (body.error?.reason ?? response.status)
}
export const says = (who: SignedIn, from: File, into: File, answer: string) =>
  sent(say, who, { code: from.code }, { other: into.id, answer })
export const decides = async (who: SignedIn, file: File, word: string, pair?: string) =>
  sent(
    decide,
    who,
    { code: file.code, pair: pair ?? (await pairOf(file)) },
    { says: word, _version: await version(file) },
  )
export const undoes = async (who: SignedIn, file: File, pair?: string) =>
  sent(undo, who, { code: file.code, pair: pair ?? (await pairOf(file)) }, { _version: await version(file) })

/** Two files of one person: the known one is led by `lead`, the one that points at it by `other`; two supervisors said so. */
export async function mergedFiles({
  lead,
  other,
  supervisor,
  second,
}: Record<'lead' | 'other' | 'supervisor' | 'second', SignedIn>): Promise<{ known: File; fresh: File }> {
  const known = await knownFile(lead)
  const fresh = await registered(other, salimata)
  const asked = await says(supervisor, fresh, known, 'SAME')
  const done = await decides(second, fresh, 'YES')
  if (typeof done !== 'string' || !done.includes('done=merged')) throw new Error(`${asked}, ${done}`)
  return { known, fresh }
}
