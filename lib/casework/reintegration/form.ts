import { z } from 'zod'
import { offered } from '@/lib/base/codes/codes'
import {
  CASEWORK_BEGAN,
  carried,
  choice,
  code,
  codeList,
  day,
  optionalNumber,
  text,
  tick,
} from '@/lib/base/forms/fields'
import { type FieldErrors, form } from '@/lib/base/forms/form'
import { uuid } from '@/lib/base/forms/uuid'
import { maybeCode } from '@/lib/casework/people/form'
import { NOTED_STEPS, type StepCode } from './steps'

const country = () => maybeCode('return_country')

/** Where somebody came through and where they go; whether we help them to go, or they are home already. */
export const pathForm = form({
  noun: 'reintegration',
  fields: {
    kind: choice(['TO_RETURN', 'HOME']),
    originCountry: code('return_country'),
    transit1: country(),
    transit2: country(),
    transit3: country(),
    returnCountry: code('return_country'),
    departsOn: day({ optional: true, lean: 'future' }),
    arrivedOn: day({ optional: true, notBefore: CASEWORK_BEGAN, notAfter: 'today', lean: 'past' }),
    needs: codeList('return_need'),
  },
  check: ({ kind, departsOn, arrivedOn, returnCountry }): FieldErrors => ({
    ...(kind === 'HOME' && departsOn !== '' && { departsOn: 'home-already' }),
    ...(kind === 'TO_RETURN' && arrivedOn !== '' && { arrivedOn: 'not-yet' }),
    ...(returnCountry === 'UNK' && { returnCountry: 'required' }),
  }),
})

/** One step of the journey: done on a day, not needed with a reason, or to do after all. */
export const stepForm = form({
  noun: 'reintegration',
  fields: {
    step: carried(z.enum(NOTED_STEPS as [StepCode, ...StepCode[]], { error: 'required' })),
    did: choice(['DONE', 'NOT_NEEDED', 'TODO']),
    onDay: day({ optional: true, notAfter: 'today', lean: 'past' }),
    stepReason: maybeCode('return_step_reason'),
  },
  check: ({ did, onDay, stepReason }): FieldErrors => ({
    ...(did === 'DONE' && onDay === '' && { onDay: 'required' }),
    ...(did === 'NOT_NEEDED' && ['', 'ENTERED_WRONGLY'].includes(stepReason) && { stepReason: 'required' }),
  }),
})

/** What a grant opens; nothing is no activity. */
const KINDS = offered('business_state')
  .map((entry) => entry.code)
  .filter((code) => code !== 'NONE')

const amount = () => optionalNumber({ min: 0, max: 9_999_999, width: 12 })

/** An amount in XOF for each line; the names are those of `fieldOf`. */
const lineFields = {
  lineEQUIP: amount(),
  lineSTOCK: amount(),
  lineRENT: amount(),
  lineWORKS: amount(),
  lineANIMALS: amount(),
  lineSEEDS: amount(),
  lineTRAINING: amount(),
  lineSCHOOL: amount(),
  lineMEDICAL: amount(),
  lineTRANSPORT: amount(),
  lineFEES: amount(),
  lineRESERVE: amount(),
}

/**
 * A grant in kind with its budget. `wants`: kept and added up, or asked for in the same save; what stands against asking
 * is judged with the settings of the moment (`budget.ts`). `sure`: asked only after an unbelievable total.
 */
export const grantForm = form({
  noun: 'reintegration',
  fields: {
    grantKind: maybeCode('business_state', { among: KINDS }),
    model: maybeCode('grant_model'),
    ...lineFields,
    quotes: optionalNumber({ min: 0, max: 9, width: 4 }),
    quotesReason: maybeCode('quotes_reason'),
    supplier: text({ max: 120, optional: true }),
    sure: tick(),
    wants: carried(z.enum(['SAVE', 'ASK'], { error: 'required' }).default('SAVE')),
  },
})

/** A second person's word on a grant that is asked for. */
export const decisionForm = form({
  noun: 'reintegration',
  fields: { verdict: choice(['APPROVE', 'RETURN']), returnReason: maybeCode('grant_return_reason') },
  check: ({ verdict, returnReason }): FieldErrors => ({
    ...(verdict === 'RETURN' && returnReason === '' && { returnReason: 'required' }),
    ...(verdict === 'APPROVE' && returnReason !== '' && { returnReason: 'only-back' }),
  }),
})

export const dropForm = form({
  noun: 'reintegration',
  fields: { grant: carried(uuid('required')), dropReason: code('grant_drop_reason', { as: 'radio' }) },
})

/** What was handed over, before whom, against which receipt. The person chooses the witness, or wants none. */
export const deliveryForm = form({
  noun: 'reintegration',
  fields: {
    grant: carried(uuid('required')),
    deliveredOn: day({ notBefore: CASEWORK_BEGAN, notAfter: 'today', lean: 'past' }),
    ...lineFields,
    witness: text({ max: 120, optional: true }),
    noWitness: tick(),
    receipt: code('receipt_mark', { as: 'radio' }),
    donor: code('donor'),
  },
  check: ({ witness, noWitness }): FieldErrors =>
    witness === '' && !noWitness
      ? { witness: 'required' }
      : witness !== '' && noWitness
        ? { noWitness: 'named' }
        : {},
})

/** Which receipt of the case's documents belongs to a delivery. */
export const receiptForm = form({
  noun: 'reintegration',
  fields: { delivery: carried(uuid('required')), document: carried(uuid('required')) },
})

/** Outcomes after which something has to follow. */
const TROUBLED: readonly string[] = ['RUNS_WEAK', 'STOPPED', 'NOT_STARTED', 'NOT_FOUND']

export const visitForm = form({
  noun: 'reintegration',
  fields: {
    grant: carried(uuid('required')),
    visit: code('visit_month', { as: 'radio' }),
    visitedOn: day({ notBefore: CASEWORK_BEGAN, notAfter: 'today', lean: 'past' }),
    outcome: code('visit_outcome', { as: 'radio' }),
    follow: code('visit_follow', { as: 'radio' }),
    /** Which button was pressed: noted, or noted and on to its sheet. */
    next: carried(z.enum(['BACK', 'SHEET']).default('BACK')),
  },
  check: ({ outcome, follow }): FieldErrors =>
    TROUBLED.includes(outcome) && follow === 'NOTHING' ? { follow: 'something' } : {},
})
