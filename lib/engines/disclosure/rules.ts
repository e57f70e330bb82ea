import type { AudienceRule, Reach, Rules } from './plan-types'

/** No setting goes below these: a file that has left cannot be called back. */
export const floors: Readonly<Record<Reach, number>> = { OUTSIDE: 10, INTERNAL: 5 }

/** Defaults of the protection rules; a programme may be stricter. */
export const defaultRules: Rules = {
  audiences: [
    { audience: 'PUBLIC', reach: 'OUTSIDE', threshold: 10 },
    { audience: 'DONOR', reach: 'OUTSIDE', threshold: 10 },
    { audience: 'INTERNAL', reach: 'INTERNAL', threshold: 5 },
  ],
  subjects: [
    'PLACE',
    'SEX',
    'AGE',
    'NEED',
    'PARTNER',
    'STATUS',
    'NATIONALITY',
    'CONCERN',
    'SERVICE',
    'RISK',
    'DISABILITY',
    'SOURCE',
    'KIND',
  ],
  placeLevels: [
    { level: 'COMMUNE', threshold: 10 },
    { level: 'CERCLE', threshold: 0 },
    { level: 'REGION', threshold: 0 },
    { level: 'OFFICE', threshold: 0 },
  ],
  s4: { threshold: 10, notCrossedWith: ['NATIONALITY'] },
  sensitiveThreshold: 10,
}

/** From those who may know least to those who may know most, whatever the order of the settings. */
export const fromOutside = (rules: Rules): AudienceRule[] =>
  [...rules.audiences].sort(
    (a, b) =>
      b.reach.localeCompare(a.reach) || b.threshold - a.threshold || (a.audience < b.audience ? -1 : 1),
  )

/** The threshold for what everybody is told at once: that a period is out, and that a figure moved. */
export const strictest = (rules: Rules): number => Math.max(...rules.audiences.map((a) => a.threshold))

/** What holds for one audience; one that nobody named gets what the outside gets. */
export function audienceRule(audience: string, rules: Rules = defaultRules): AudienceRule {
  const found = rules.audiences.find((rule) => rule.audience === audience)
  return found ?? { audience, reach: 'OUTSIDE', threshold: strictest(rules) }
}
