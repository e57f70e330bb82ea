import { CARE_HOURS } from './kinds'
import type { TaskRule } from './rule'

/** Instruments whose results call for a screening; a test compares them with the instruments. */
export const LEADS_TO_SCREENING = ['SW_GENERAL', 'LAW_CIVIL']
/** Instruments whose results say something to the table of risk; a test compares them with the instruments. */
export const LEADS_TO_RATING = [
  'CP_SEPARATION',
  'GBV_INCIDENT',
  'PSY_SUICIDE',
  'SW_GENERAL',
  'TIP_SCREENING',
  'WG_FUNCTION',
]
const RATE_WITHIN = 4
const SCREEN_WITHIN = 72
const PANEL_WITHIN = 120

/** What a finished assessment asks for: `app.assessment_asks` checks the causes. Part of `wall.ts`. */
export const assessed: readonly TaskRule[] = [
  {
    kind: 'SCREEN_TRAFFICKING',
    deed: 'OPEN',
    subject: 'case',
    by: ['team'],
    cause: 'ASSESSED',
    verbs: LEADS_TO_SCREENING,
    within: SCREEN_WITHIN,
  },
  {
    kind: 'SCREEN_TRAFFICKING',
    deed: 'DONE',
    subject: 'case',
    by: ['team'],
    cause: 'ASSESSED',
    verbs: ['TIP_SCREENING'],
    codes: ['SCREENED'],
  },
  {
    kind: 'RATE_AGAIN',
    deed: 'OPEN',
    subject: 'case',
    by: ['team'],
    cause: 'ASSESSED',
    verbs: LEADS_TO_RATING,
    codes: ['ASSESSED'],
    within: RATE_WITHIN,
  },
  {
    kind: 'DECIDE_PANEL',
    deed: 'OPEN',
    subject: 'case',
    by: ['team'],
    cause: 'ASSESSED',
    verbs: ['BEST_INTERESTS'],
    within: PANEL_WITHIN,
  },
  {
    kind: 'DECIDE_PANEL',
    deed: 'DONE',
    subject: 'case',
    by: ['supervisor'],
    cause: 'PANEL_DECIDED',
    codes: ['AGREED', 'OTHER', 'MORE'],
  },
  ...(['CARE_PEP', 'CARE_EC'] as const).map(
    (kind): TaskRule => ({
      kind,
      deed: 'OPEN',
      subject: 'case',
      by: ['team'],
      cause: 'INCIDENT_TOLD',
      within: CARE_HOURS[kind],
    }),
  ),
]
