import { isoDayOf } from '@/lib/base/time/days'
import { proposalFor } from '@/lib/casework/cases/proposal-for'
import { lessThanProposed } from '@/lib/casework/cases/propose'
import { type CaseFile, ownerOf } from '../demo/records'
import type { SeedRow } from './bulk'

/** How the risk of a registered person was rated: as their codes propose it, and with a reason where it is less. */
export function ratingRows(file: CaseFile): SeedRow[] {
  const { risk, registeredAt, leadId, person, sensitivity } = file.case
  if (!risk || !registeredAt) return []
  const known = {
    ...person,
    birth: { date: person.birthDate ?? '', year: person.birthYear, basis: person.ageBasis },
    safeContact: person.safeContact.mode,
    situation: {},
    hoursSince: null,
    careArrangement: null,
    functioning: [],
  }
  const proposal = proposalFor(known, isoDayOf(new Date(registeredAt)))
  const less = lessThanProposed({ risk, restrict: sensitivity === 'S4' }, proposal)
  return [
    {
      ...ownerOf(file),
      risk: proposal.risk,
      restrictProposed: proposal.restrict,
      rules: proposal.reasons.map(({ rule }) => rule),
      chosenRisk: risk,
      lowerReason: less.includes('risk') ? 'SAFE_NOW' : null,
      openReason: less.includes('restrict') ? 'PERSON_VIEW' : null,
      ratedBy: leadId,
      ratedAt: registeredAt,
    },
  ]
}

/** Who restricted a restricted file: its lead, as it was registered; who was named has opened it since. */
export function restrictionRows(file: CaseFile): SeedRow[] {
  const { sensitivity, leadId, namedSupervisorIds, registeredAt, openedAt } = file.case
  if (sensitivity !== 'S4') return []
  const at = registeredAt ?? openedAt
  const opened = { openedBy: namedSupervisorIds[0] ?? null, openedAt: at }
  return [{ ...ownerOf(file), reason: 'SENSITIVE', restrictedBy: leadId, restrictedAt: at, ...opened }]
}
