import { z } from 'zod'
import {
  CASEWORK_BEGAN,
  carried,
  choice,
  code,
  day,
  longText,
  optionalNumber,
  text,
  tick,
  wholeNumber,
} from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { maybeUuid, uuid } from '@/lib/base/forms/uuid'

/** Ticked lines of the templates. */
const ticked = (letter: 'G' | 'A') =>
  carried(
    z.preprocess(
      (value) => [value ?? []].flat().filter((one) => one !== ''),
      z
        .array(z.string().regex(new RegExp(`^[A-Z_]{3,42}_${letter}\\d{1,2}$`), { error: 'not-a-code' }))
        .max(60, { error: 'too-long' }),
    ),
  )

/** `ask`: the supervisor is asked as well, where nobody has to be. */
const ask = tick()

/** What was agreed of the templates, and on which day. */
export const agreeForm = form({
  noun: 'plans',
  fields: { goals: ticked('G'), actions: ticked('A'), agreedOn: day({ notBefore: CASEWORK_BEGAN }), ask },
  check: ({ goals, actions }) => (goals.length + actions.length === 0 ? { actions: 'required' } : {}),
})

const title = text({ max: 160 })
const said = longText({ max: 400, rows: 3, optional: true })

export const addGoalForm = form({ noun: 'plans', fields: { title, said, ask } })

export const goalStates = ['OPEN', 'MET', 'LEFT'] as const
/** `title`: asked of a goal of our own alone. */
export const changeGoalForm = form({
  noun: 'plans',
  fields: {
    title: text({ max: 160, optional: true }),
    said,
    place: wholeNumber({ min: 1, max: 60, width: 4 }),
    goalState: choice(goalStates),
  },
})

export const addActionForm = form({
  noun: 'plans',
  fields: {
    action: text({ max: 200 }),
    owner: code('action_owner', { as: 'radio' }),
    /** Nobody chosen is nobody in particular. */
    holder: carried(maybeUuid()),
    service: carried(z.string().max(40).optional()),
    dueOn: day({ optional: true, notBefore: CASEWORK_BEGAN }),
    ask,
  },
  check: ({ owner, service }) => (owner === 'PARTNER' && !service ? { service: 'required' } : {}),
})

const which = carried(uuid('not-a-code'))
/** Said to be done today, or on an earlier day. */
export const doForm = form({
  noun: 'plans',
  fields: { which, doneOn: day({ optional: true, notBefore: CASEWORK_BEGAN }) },
})
export const undoForm = form({ noun: 'plans', fields: { which } })
export const skipForm = form({
  noun: 'plans',
  fields: { skipReason: code('plan_skip_reason', { as: 'radio' }) },
})
export const moveDateForm = form({
  noun: 'plans',
  fields: {
    newDate: day({ notBefore: CASEWORK_BEGAN }),
    dateReason: code('plan_date_reason', { as: 'radio' }),
  },
})
export const handForm = form({ noun: 'plans', fields: { colleague: carried(uuid('not-a-code')) } })
export const approveForm = form({ noun: 'plans', fields: {} })
export const returnForm = form({ noun: 'plans', fields: { comment: longText({ max: 600, rows: 4 }) } })

/** A template's action as the organisation wants it. */
export const templateForm = form({
  noun: 'plans',
  fields: {
    hours: optionalNumber({ min: 1, max: 2000, width: 4 }),
    days: optionalNumber({ min: 1, max: 366, width: 4 }),
    off: tick(),
  },
})
