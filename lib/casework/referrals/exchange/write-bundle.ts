import { createHash } from 'node:crypto'
import { FACT_KEYS } from '@/lib/casework/consents/facts'
import { type Input, inputsOf } from './fact-inputs'
import { CONSENT_CATEGORY, SYSTEM } from './profile'
import type { ExchangeRecord } from './record'
import { CONSENT, PRIORITY, TOLD, type Urgency } from './statuses'

const concept = (system: string, code: string) => ({ coding: [{ system, code }] })
const named = (system: string, value: string) => ({ identifier: { system, value } })
const isUrgency = (value: unknown): value is Urgency =>
  typeof value === 'string' && Object.hasOwn(PRIORITY, value)

/** The same resource of the same referral has the same address wherever it is read; it tells no id of ours. */
function addressOf(reference: string, kind: string): string {
  const hex = createHash('sha256').update(`relais:${reference}:${kind}`).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const DAY_NAMES: readonly string[] = ['birth.date', 'separation.since']
function fhirValue({ name, value }: Input) {
  if (typeof value === 'boolean') return { valueBoolean: value }
  if (typeof value === 'number') return { valueInteger: value }
  return DAY_NAMES.includes(name) ? { valueDate: value } : { valueString: value }
}

/** One referral as a Bundle: its facts as the grant has them, and nothing else of anybody. PURE. */
export function bundleOf(record: ExchangeRecord) {
  const { reference, state, from, to, sentAt, consent, facts } = record
  const told = TOLD[state]
  const at = (kind: string) => ({ reference: addressOf(reference, kind) })
  const subject = { type: 'Patient', ...named(SYSTEM.reference, reference) }
  const task = {
    resourceType: 'Task',
    identifier: [{ system: SYSTEM.reference, value: reference }],
    status: told.task,
    businessStatus: concept(SYSTEM.state, state),
    intent: 'order',
    code: concept(SYSTEM.task, 'fulfill'),
    focus: at('request'),
    for: subject,
    authoredOn: sentAt,
    requester: named(SYSTEM.agency, from),
    owner: named(SYSTEM.agency, to),
    input: inputsOf(facts).map((one) => ({ type: concept(SYSTEM.fact, one.name), ...fhirValue(one) })),
  }
  const request = {
    resourceType: 'ServiceRequest',
    identifier: [{ system: SYSTEM.reference, value: reference }],
    status: told.request,
    intent: 'order',
    priority: PRIORITY[isUrgency(facts.urgency) ? facts.urgency : 'NORMAL'],
    code: concept(SYSTEM.service, String(facts.need ?? '')),
    subject,
    authoredOn: sentAt,
    requester: named(SYSTEM.agency, from),
    performer: [named(SYSTEM.agency, to)],
    supportingInfo: [at('consent')],
  }
  const given = {
    resourceType: 'Consent',
    status: CONSENT[consent.status],
    scope: concept(SYSTEM.scope, 'patient-privacy'),
    category: [concept(SYSTEM.category, CONSENT_CATEGORY), concept(SYSTEM.answer, consent.status)],
    patient: subject,
    dateTime: consent.givenOn,
    policyRule: concept(SYSTEM.ground, consent.basis),
    provision: {
      type: 'permit',
      ...(consent.until && { period: { end: consent.until } }),
      purpose: [{ system: SYSTEM.purpose, code: consent.purpose }],
      code: FACT_KEYS.filter((key) => facts[key] !== undefined).map((key) => concept(SYSTEM.fact, key)),
    },
  }
  const entry = (kind: string, resource: object) => ({ fullUrl: addressOf(reference, kind), resource })
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: sentAt,
    entry: [entry('task', task), entry('request', request), entry('consent', given)],
  }
}

/** As a file: the same record is the same bytes. PURE. */
export const bundleText = (record: ExchangeRecord): string => `${JSON.stringify(bundleOf(record), null, 1)}\n`
