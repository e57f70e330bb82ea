import type { AudienceRule, Rules } from './types'

/** Defaults of the protection rules; every value is a setting of the programme. */
export const defaultRules: Rules = {
  audiences: [
    { audience: 'PUBLIC', threshold: 10, rank: 0 },
    { audience: 'DONOR', threshold: 10, rank: 1 },
    { audience: 'INTERNAL', threshold: 5, rank: 2 },
    { audience: 'TEAM', threshold: 0, rank: 3 },
  ],
  levels: [{ dimension: 'AREA', level: 'COMMUNE', threshold: 10 }],
  s4: { areaLevel: 'REGION', threshold: 10, notCrossedWith: ['NATIONALITY'] },
  sensitiveThreshold: 10,
  cumulativeBase: 5,
  maxHiddenShare: 0.15,
  minPeopleShare: 0.85,
}

/** Audiences whose tables this one also has: itself and every wider one. */
export function seenBy(rules: Rules, audience: string): Set<string> {
  const rank = rankOf(rules, audience)
  return new Set(rules.audiences.filter((a) => a.rank < rank || a.audience === audience).map(nameOf))
}

/** Audiences that will also read what this one is given, itself left out. */
export function alsoReadBy(rules: Rules, audience: string): string[] {
  const rank = rankOf(rules, audience)
  return rules.audiences.filter((a) => a.rank > rank && a.threshold > 0).map(nameOf)
}

export function audienceRule(rules: Rules, audience: string): AudienceRule | undefined {
  return rules.audiences.find((a) => a.audience === audience)
}

const nameOf = (rule: AudienceRule) => rule.audience
const rankOf = (rules: Rules, audience: string) => audienceRule(rules, audience)?.rank ?? 0
