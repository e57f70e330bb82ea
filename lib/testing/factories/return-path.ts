import { POST as decide } from '@/app/api/v1/cases/[code]/return/decide/route'
import { POST as deliver } from '@/app/api/v1/cases/[code]/return/deliver/route'
import { POST as plan } from '@/app/api/v1/cases/[code]/return/grant/route'
import { POST as open } from '@/app/api/v1/cases/[code]/return/open/route'
import { viewReturn } from '@/lib/desks/case-file/view-return'
import { findDraft } from '@/lib/platform/gate/drafts'
import { as, type SignedIn } from '../actors'
import { root } from '../database'
import { draftIn } from '../requests'
import { type Around, openCaseOf, openTasks, send } from './open-case'

type Values = Record<string, string>

/** Answers of the forms as a browser sends them. */
export const toGo: Values = {
  kind: 'TO_RETURN',
  originCountry: 'LBY',
  transit1: 'NER',
  returnCountry: 'MLI',
}
export const homeAlready: Values = { kind: 'HOME', originCountry: 'LBY', returnCountry: 'MLI' }
export const shop: Values = {
  grantKind: 'SHOP',
  lineEQUIP: '90000',
  lineSTOCK: '240 000',
  lineRENT: '60000',
  lineWORKS: '40000',
  lineFEES: '15000',
  lineRESERVE: '30000',
  quotes: '3',
  supplier: 'Quincaillerie du Fleuve',
}

/** What somebody sees of the path; nothing for whom the case is not there. */
export const pathSeen = (who: SignedIn, code: string) =>
  as(who, async (ctx) => {
    const found = await viewReturn(ctx as never, code)
    return 'view' in found ? found.view : undefined
  })

/** The person's answer to the journey, so many minutes ago. */
export const answerTo = async ({ lead }: Around, id: string, status: string, minutesAgo = 0) =>
  root()`insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, wording_version, given_at, recorded_by, key_id,
      detail, withdrawn_at) select gen_random_uuid(), ${id}, 'MOP', 'S3', 'RETURN', ${status}, 'SELF', '2014-2',
      clock.casework_now() - make_interval(mins => ${minutesAgo}), ${lead.id}, k.id, '\\x00', null from vault.keys k
      where k.case_id = ${id} and k.compartment = 'TEAM'`

const OURS = ['RETURN_STEP', 'GRANT', 'GRANT_RETURNED', 'GRANT_DELIVER', 'GRANT_VISIT', 'VISIT_FOLLOW']

/** What the path asks now, in the order of the alphabet; what else is asked on the case stands elsewhere. */
export const askedOnPath = async (id: string) =>
  (await openTasks(id)).filter((kind) => OURS.includes(String(kind)))

/** Why the open task of this kind is asked. */
export const taskReason = async (id: string, kind: string) =>
  (await root()`select reason from app.tasks where case_id = ${id} and kind = ${kind} and state = 'OPEN'`)[0]
    ?.reason

const went = (answer: Response) => {
  if (answer.status !== 303 || draftIn(answer)) throw new Error(`answered ${answer.status}`)
}

/** An open case of Mopti with a path. */
export async function caseOnPath(people: Around, values: Values = toGo) {
  const found = await openCaseOf(people)
  went(await send(open, people.lead, found.code, values))
  return found
}

export async function grantOf({ lead }: Around, code: string) {
  const grant = (await pathSeen(lead, code))?.grants[0]
  if (!grant) throw new Error('no grant')
  return grant
}

/** The same with a shop that is asked for. */
export async function grantAsked(people: Around) {
  const found = await caseOnPath(people, homeAlready)
  went(await send(plan, people.lead, found.code, { ...shop, wants: 'ASK', _version: '0' }))
  return found
}

/** The same, approved by the supervisor; `grant`: its id. */
export async function grantApproved(people: Around) {
  const found = await grantAsked(people)
  const { id, version } = await grantOf(people, found.code)
  went(await send(decide, people.supervisor, found.code, { verdict: 'APPROVE', _version: String(version) }))
  return { ...found, grant: id }
}

type Handed = { code: string; grant: string }
/** Hands over these lines on that day, as it is typed. */
export const handOver = async (people: Around, { code, grant }: Handed, lines: Values, on = '30/06/2014') =>
  send(deliver, people.lead, code, {
    witness: 'Sa sœur',
    receipt: 'THUMB',
    donor: 'IDF',
    ...lines,
    grant,
    deliveredOn: on,
    _version: String((await grantOf(people, code)).version),
  })

/** What a form that came back says is wrong, by field. */
export async function errorsOf(answer: Response, who: SignedIn, name: string) {
  const id = draftIn(answer)
  if (!id) throw new Error(`no form came back: ${answer.status}`)
  return as(who, async ({ tx, actor }) => (await findDraft(tx, actor.userId, name, id))?.errors)
}
