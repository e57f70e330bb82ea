import type { Run } from './runs'
import { selector, spellLimit } from './spell'
import type { Step } from './types'

/** The events that led to the answer, in words: message key and values, in order of time. */
export const stepsOf = (run: Run): Step[] =>
  run.moves.map(({ move, event, rule }) => ({
    at: new Date(event.at),
    verb: event.verb,
    key: `clocks.step.${move}`,
    values: { verb: selector(event.verb), ...spellLimit(rule.limit, rule.unit) },
  }))
