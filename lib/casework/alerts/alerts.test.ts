import { describe, expect, it } from 'vitest'
import { parseForm } from '@/lib/base/forms/form'
import { translator } from '@/lib/base/i18n/translate'
import { alertCode } from '@/lib/casework/numbers/alert-code'
import { whoWords } from '@/lib/desks/triage/words'
import type { Actor } from '@/lib/platform/access/actor'
import { roles } from '@/lib/platform/access/roles'
import { triageClock, triageDueAt } from './due'
import { alertForm } from './form'
import { mayRaise, mayTriage } from './policy'
import { alertStates } from './states'

const actor = (role: Actor['role'], offices: string[] = ['GAO']): Actor => ({
  userId: 'u',
  sessionId: 's',
  name: 'N',
  role,
  partner: null,
  offices,
  locale: 'fr',
  now: new Date('2014-06-30T09:00:00Z'),
})

const quick = {
  flowPoint: 'FMP_GAO_PK',
  seenOn: '30/6/2014',
  given: 'Awa',
  sex: 'F',
  age: '19',
  nationality: 'MLI',
  vulnerabilities: ['VISIBLE_DISTRESS'],
  urgency: 'URGENT',
  contactAgreed: 'YES',
}

describe('the quick alert', () => {
  it('asks eleven questions and needs seven answers: no name', () => {
    expect(parseForm(alertForm, quick).ok).toBe(true)
    expect(parseForm(alertForm, { ...quick, given: '', family: '' }).ok).toBe(true)
    expect(Object.values(alertForm.fields).filter((field) => field.kind !== 'tick')).toHaveLength(11)
  })

  it('does not take “none” beside a vulnerability', () => {
    const read = parseForm(alertForm, { ...quick, vulnerabilities: ['NONE', 'NO_SHELTER'] })
    expect(!read.ok && read.errors).toEqual({ vulnerabilities: 'none-and-some' })
  })

  it('must be triaged within 4, 24 or 72 hours by its urgency', () => {
    const raised = new Date('2014-06-30T09:00:00Z')
    const hours = ['EMERGENCY', 'URGENT', 'NORMAL'].map(
      (urgency) => ((triageDueAt(urgency, raised)?.getTime() ?? 0) - raised.getTime()) / 3_600_000,
    )
    expect(hours).toEqual([4, 24, 72])
  })

  it('is late when nobody triaged it in time', () => {
    const alert = { urgency: 'EMERGENCY', state: 'NEW', raisedAt: new Date('2014-06-30T04:00:00Z') }
    expect(triageClock(alert, new Date('2014-06-30T09:00:00Z'))?.state).toBe('breached')
  })

  it('is raised by displacement-tracking staff and nobody else', () => {
    expect(roles.filter((role) => mayRaise(actor(role)).allowed)).toEqual(['DTM_ENUM'])
  })

  it('is triaged once, by a supervisor of its office', () => {
    const allowed = roles.flatMap((role) =>
      alertStates.flatMap((state) =>
        ['GAO', 'BKO']
          .filter((officeId) => mayTriage(actor(role), { officeId, state }).allowed)
          .map((office) => [role, state, office]),
      ),
    )
    expect(allowed).toEqual([['SUPERVISOR', 'NEW', 'GAO']])
  })

  it('has a code of six readable symbols', () => {
    expect(alertCode(new Uint8Array([0, 10, 20, 31, 5, 7]))).toMatch(
      /^S-[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/,
    )
  })

  it('says an estimated age as an estimate', () => {
    expect(whoWords({ sex: 'F', age: 19, ageEstimated: true }, translator('fr'))).toBe(
      'Femme, environ 19 ans',
    )
  })
})
