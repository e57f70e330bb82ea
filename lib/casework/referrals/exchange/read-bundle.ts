import type { z } from 'zod'
import { isCode } from '@/lib/base/codes/codes'
import { type Birth, bornOn, youngestOn } from '@/lib/base/time/age-on'
import { CONSENT_STATUSES, type ConsentStatus } from '@/lib/casework/consents/states'
import { isReferralState, REFERRAL_STATES, type ReferralState } from '../machine/states'
import type { StagePayload } from '../sharing/payload'
import { factsOf, type Input, type Misread } from './fact-inputs'
import { bundleHead, codeIn, consentResource, requestResource, SYSTEM, taskResource } from './profile'
import type { ExchangeRecord } from './record'
import { CONSENT, MEANS, type Meaning, TOLD, URGENCY } from './statuses'
import { strictJson, type Unreadable } from './strict-json'

/** One thing that stands against taking a file in, or that was passed over; said in words by `exchange.problem.<why>`. */
export type Problem = {
  where: 'file' | 'Task' | 'ServiceRequest' | 'Consent' | 'fact'
  /** The name inside the resource, or of the fact. */
  name: string
  why:
    | Unreadable
    | Misread['why']
    | 'not-a-bundle'
    | 'missing'
    | 'several'
    | 'form'
    | 'service'
    | 'over'
    | 'unsent'
    | 'no-consent'
    | 'disagrees'
    | 'not-covered'
}
export type Understood = { record: ExchangeRecord; passedOver: Problem[] }
export type Read = ({ ok: true } & Understood) | { ok: false; problems: Problem[] }

const RESOURCES = { Task: taskResource, ServiceRequest: requestResource, Consent: consentResource } as const
type Kind = keyof typeof RESOURCES

/** A referral of somebody else, from the text of a file. Nothing is taken over that is not understood. PURE. */
export function readBundle(text: string): Read {
  const json = strictJson(text)
  if ('unreadable' in json) return no({ where: 'file', name: '', why: json.unreadable })
  const head = bundleHead.safeParse(json.value)
  if (!head.success) return no({ where: 'file', name: '', why: 'not-a-bundle' })
  const of = (kind: Kind) =>
    head.data.entry.map(({ resource }) => resource).filter((one) => one.resourceType === kind)
  const problems: Problem[] = []
  const one = <S extends z.ZodType>(kind: Kind, schema: S): z.output<S> | undefined => {
    const [first, second] = of(kind)
    if (!first || second) {
      problems.push({ where: kind, name: '', why: first ? 'several' : 'missing' })
      return undefined
    }
    const parsed = schema.safeParse(first)
    if (parsed.success) return parsed.data
    for (const name of new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? ''))))
      problems.push({ where: kind, name, why: 'form' })
    return undefined
  }
  const task = one('Task', taskResource)
  const request = one('ServiceRequest', requestResource)
  const consent = one('Consent', consentResource)
  if (!task || !request || !consent) return { ok: false, problems }
  return understood({ task, request, consent })
}

const no = (problem: Problem): Read => ({ ok: false, problems: [problem] })

type Parts = {
  task: z.infer<typeof taskResource>
  request: z.infer<typeof requestResource>
  consent: z.infer<typeof consentResource>
}

function understood({ task, request, consent }: Parts): Read {
  const problems: Problem[] = []
  const service = codeIn(request.code, SYSTEM.service) ?? ''
  if (!isCode('service_type', service))
    problems.push({ where: 'ServiceRequest', name: 'code', why: 'service' })
  const state = stateOf(task)
  if (!state) problems.push({ where: 'Task', name: 'businessStatus', why: 'disagrees' })
  else problems.push(...disagreement(state, request.status))
  const answer = answerOf(consent)
  if (!answer) problems.push({ where: 'Consent', name: 'status', why: 'no-consent' })
  const { inputs, passedOver } = inputsIn(task)
  const { facts, misread } = factsOf(inputs)
  problems.push(...misread.map(({ name, why }): Problem => ({ where: 'fact', name, why })))
  // The two required facts stand in the request; a task that says otherwise is not understood.
  const urgency = URGENCY[request.priority]
  if (facts.need !== undefined && facts.need !== service)
    problems.push({ where: 'fact', name: 'need', why: 'disagrees' })
  if (facts.urgency !== undefined && facts.urgency !== urgency)
    problems.push({ where: 'fact', name: 'urgency', why: 'disagrees' })
  const whole = { ...facts, need: service, urgency }
  problems.push(...uncovered(consent, Object.keys(facts)))
  const reference =
    task.identifier.find(({ system }) => system === SYSTEM.reference)?.value ?? task.identifier[0]?.value
  if (problems.length > 0 || !state || !answer || reference === undefined) return { ok: false, problems }
  return {
    ok: true,
    passedOver: [...passedOver, ...absent(consent, Object.keys(facts))],
    record: {
      reference,
      state,
      from: task.requester.identifier.value,
      to: task.owner?.identifier.value ?? '',
      sentAt: task.authoredOn,
      consent: {
        status: answer,
        purpose: consent.provision.purpose.some(({ code }) => code === 'TRACING') ? 'TRACING' : 'REFERRAL',
        basis: codeIn(consent.policyRule, SYSTEM.ground) ?? 'CONSENT',
        givenOn: consent.dateTime,
        until: consent.provision.period?.end ?? null,
      },
      facts: whole,
    },
  }
}

/** Our own state where it is said and agrees with the status; else the first one that is told so. */
function stateOf(task: Parts['task']): ReferralState | undefined {
  if (MEANS[task.status] === 'MISTAKE') return undefined
  const said = codeIn(task.businessStatus, SYSTEM.state)
  if (said !== undefined) return isReferralState(said) && TOLD[said].task === task.status ? said : undefined
  return REFERRAL_STATES.find((state) => TOLD[state].task === task.status)
}

/** More than any person's facts need, and less than an alert keeps. */
const MOST_FACTS = 60_000
const NOT_ASKED: Partial<Record<Meaning, 'over' | 'unsent'>> = { OVER: 'over', UNSENT: 'unsent' }

/**
 * What stands against taking somebody in for a referral that was understood: it is over, not yet sent, nobody agreed, or nobody
 * could say how old they are. On a day also: the answer has run out, the birth is still to come. PURE.
 */
export function against({ state, consent, facts }: ExchangeRecord, day?: string): Problem[] {
  const why = NOT_ASKED[MEANS[TOLD[state].task]]
  const over = day !== undefined && consent.until !== null && consent.until < day
  return [
    ...(why ? [{ where: 'Task', name: 'status', why } as const] : []),
    ...(new TextEncoder().encode(JSON.stringify(facts)).length > MOST_FACTS
      ? [{ where: 'file', name: '', why: 'too-large' } as const]
      : []),
    ...(CONSENT[consent.status] === 'active' && !over
      ? []
      : [{ where: 'Consent', name: over ? 'provision' : 'status', why: 'no-consent' } as const]),
    ...(saysAge(facts, day) ? [] : [{ where: 'fact', name: 'age_band', why: 'missing' } as const]),
  ]
}

/** Nobody is written down with an age that nobody said. */
function saysAge({ age_band, birth }: StagePayload, day: string | undefined): boolean {
  if (age_band !== undefined) return true
  const known = birthIn(birth)
  return known !== undefined && (day === undefined ? bornOn(known) : youngestOn(known, day)) !== null
}

/** A birth as it travels; nothing where none does. PURE. */
export const birthIn = (birth: StagePayload['birth']): Birth | undefined =>
  typeof birth === 'object' && !Array.isArray(birth) ? (birth as Birth) : undefined

/** A request that was taken back asks nothing, whatever its task says. */
function disagreement(state: ReferralState, status: Parts['request']['status']): Problem[] {
  const asked: readonly string[] = [TOLD[state].request, 'active', 'unknown']
  return asked.includes(status) ? [] : [{ where: 'ServiceRequest', name: 'status', why: 'disagrees' }]
}

const isAnswer = (text: string | undefined): text is ConsentStatus =>
  CONSENT_STATUSES.some((status) => status === text)

/** The answer as we name it; of another's system, a yes where it is active. */
function answerOf({ category, status }: Parts['consent']): ConsentStatus | undefined {
  const said = category.flatMap((one) => codeIn(one, SYSTEM.answer) ?? [])[0]
  if (said !== undefined) return isAnswer(said) && CONSENT[said] === status ? said : undefined
  return CONSENT_STATUSES.find((one) => CONSENT[one] === status)
}

/** Facts that travel without being named in the consent were not agreed to. */
function uncovered({ provision }: Parts['consent'], facts: readonly string[]): Problem[] {
  const agreed = provision.code.flatMap((one) => codeIn(one, SYSTEM.fact) ?? [])
  return facts
    .filter((name) => !agreed.includes(name))
    .map((name): Problem => ({ where: 'fact', name, why: 'not-covered' }))
}

/** Facts that the consent announces and the file does not bring: whoever reads it knows that something was lost. */
function absent({ provision }: Parts['consent'], facts: readonly string[]): Problem[] {
  const agreed = provision.code.flatMap((one) => codeIn(one, SYSTEM.fact) ?? [])
  return agreed
    .filter((name) => !isRequired(name) && !facts.includes(name))
    .map((name): Problem => ({ where: 'fact', name, why: 'missing' }))
}
const isRequired = (name: string): boolean => name === 'need' || name === 'urgency'

/** Inputs of ours; what another system says beside them is passed over, and said so. */
function inputsIn({ input }: Parts['task']): { inputs: Input[]; passedOver: Problem[] } {
  const inputs: Input[] = []
  const passedOver: Problem[] = []
  for (const { type, ...values } of input) {
    const name = codeIn(type, SYSTEM.fact)
    const given = Object.values(values).filter((value) => value !== undefined)
    const [value] = given
    if (name !== undefined && value !== undefined && given.length === 1) inputs.push({ name, value })
    else passedOver.push({ where: 'fact', name: name ?? type.coding[0]?.code ?? '', why: 'unknown' })
  }
  return { inputs, passedOver }
}
