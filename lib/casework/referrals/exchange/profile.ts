import { z } from 'zod'
import { FACT_KEYS } from '@/lib/casework/consents/facts'
import { isPlain } from './fact-shapes'
import { CONSENT_CODES, REQUEST_PRIORITIES, REQUEST_STATUSES, TASK_STATUSES } from './statuses'

/**
 * The profile of FHIR R4 that we write and read: a Bundle of one Task, one ServiceRequest and one Consent. What stands in it
 * and is not named here is passed over; what is named has exactly this form. No Patient: who is meant is the reference that both teams
 * have, and the facts of the grant are the Task's inputs.
 */
export const SYSTEM = {
  reference: 'urn:relais:referral',
  agency: 'urn:relais:agency',
  service: 'urn:relais:service-type',
  state: 'urn:relais:referral-state',
  fact: 'urn:relais:fact',
  answer: 'urn:relais:consent-status',
  ground: 'urn:relais:legal-basis',
  purpose: 'urn:relais:purpose',
  scope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  category: 'http://loinc.org',
  task: 'http://hl7.org/fhir/CodeSystem/task-code',
} as const
export const CONSENT_CATEGORY = '59284-0'

const short = z.string().min(1).max(100).refine(isPlain)
const coding = z.object({ system: z.string().max(200).optional(), code: short })
const concept = z.object({ coding: z.array(coding).min(1).max(20) })
const concepts = z.array(concept).max(60)
const named = z.object({ identifier: z.object({ system: z.string().max(200).optional(), value: short }) })
const instant = z.iso.datetime({ offset: true })
const day = z.iso.date()

const input = z.object({
  type: concept,
  valueString: z.string().max(4000).optional(),
  valueCode: z.string().max(100).optional(),
  valueInteger: z.int().optional(),
  valueBoolean: z.boolean().optional(),
  valueDate: day.optional(),
})

export const taskResource = z.object({
  resourceType: z.literal('Task'),
  identifier: z
    .array(z.object({ system: z.string().max(200).optional(), value: short }))
    .min(1)
    .max(10),
  status: z.enum(TASK_STATUSES),
  businessStatus: concept.optional(),
  intent: z.literal('order'),
  code: concept.optional(),
  for: named.optional(),
  authoredOn: instant,
  requester: named,
  owner: named.optional(),
  input: z
    .array(input)
    .max(FACT_KEYS.length * 10)
    .default([]),
})
export const requestResource = z.object({
  resourceType: z.literal('ServiceRequest'),
  status: z.enum(REQUEST_STATUSES),
  intent: z.literal('order'),
  priority: z.enum(REQUEST_PRIORITIES),
  code: concept,
  subject: named,
})
export const consentResource = z.object({
  resourceType: z.literal('Consent'),
  status: z.enum(CONSENT_CODES),
  scope: concept,
  category: concepts.min(1),
  dateTime: day,
  policyRule: concept,
  provision: z.object({
    type: z.literal('permit'),
    period: z.object({ end: day }).optional(),
    purpose: z.array(coding).max(10).default([]),
    code: concepts.default([]),
  }),
})

export const bundleHead = z.object({
  resourceType: z.literal('Bundle'),
  type: z.enum(['collection', 'message', 'document', 'transaction', 'batch', 'searchset']),
  entry: z
    .array(z.object({ resource: z.looseObject({ resourceType: z.string().max(60) }) }))
    .min(1)
    .max(20),
})

/** The code of one of our systems; of another's, nothing. PURE. */
export const codeIn = (concepts: z.infer<typeof concept> | undefined, system: string): string | undefined =>
  concepts?.coding.find((one) => one.system === system)?.code
