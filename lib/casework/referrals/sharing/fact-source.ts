import type { ReferralDraft } from '@/lib/base/addresses/referral-places'
import { ageGroup } from '@/lib/base/codes/ages'
import { isUnsaid } from '@/lib/base/codes/codes'
import { isChildSafely, youngestOn } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { CONSENT_SETTINGS } from '@/lib/casework/consents/rule-book'
import { birthOf } from '@/lib/casework/people/birth'
import type { Identity } from '@/lib/casework/people/identity'
import type { PersonView } from '@/lib/casework/people/queries'
import { stoppedFacts } from './contact-facts'
import type { FactSource, Paper } from './fact-values'
import { householdFact } from './household-fact'
import type { ServiceCode } from './need-profiles'
import type { NeedContext, WithholdWish } from './need-to-know'
import { sayable } from './spoken-values'

/** What a referral asks, as far as it is written. */
export type Asked = {
  service: ServiceCode
  priority: string
  partner: string
  cercle: string
  /** The alert of this case said "do not contact". */
  doNotContact: boolean
  draft: ReferralDraft
  /** Documents ticked for it that may go along. */
  papers?: readonly Paper[]
}

type When = { asked: Asked; now: Date }

/** Of two possible ages the lower: bands and counts protect the younger. */
const ageOf = (person: PersonView, now: Date): number | null => youngestOn(birthOf(person), isoDayOf(now))

/** An absent fact stays absent: an empty text is nobody's answer. */
const said = (text: string): string | undefined => (text === '' ? undefined : text)

export function sourceOf(
  person: PersonView,
  everyone: readonly PersonView[],
  { asked, now }: When,
): FactSource {
  const { identity } = person
  const ages = everyone.map((one) => ageOf(one, now))
  return {
    service: asked.service,
    priority: asked.priority,
    cercle: asked.cercle,
    sex: person.sex,
    ageBand: ageGroup(ageOf(person, now)),
    vulnerable: person.specificNeeds.length > 0,
    specificNeeds: sayable('specific_need', person.specificNeeds),
    givenName: said(identity.given),
    familyName: said(identity.family),
    birthDate: said(identity.birthDate),
    birthYear: person.birthYear ?? undefined,
    ageBasis: person.ageBasis ?? undefined,
    motherName: said(identity.motherName),
    phone: said(identity.phone),
    safeContact: person.safeContact
      ? {
          mode: person.safeContact,
          detail: said(identity.contactDetail),
          notTold: identity.withholds.map(({ from }) => from),
        }
      : undefined,
    meetingPlace: said(asked.draft.meetingPlace),
    languages: person.languages.filter((code) => !isUnsaid(code)),
    nationalities: person.nationalities.filter((code) => !isUnsaid(code)),
    displacementStatus: sayable('displacement_status', known(person.displacementStatus))[0],
    originCercle: person.originCercle ?? undefined,
    documentStatus: sayable('document_status', known(person.documentStatus))[0],
    household: householdFact(person.householdSize, ages),
    caregiver:
      said(identity.caregiver) === undefined ? undefined : { name: identity.caregiver, relation: '' },
    disability: sayable(
      'wg_ss_domain',
      person.specificNeeds.filter((need) => need.startsWith('DS-')),
    ),
    papers: asked.papers,
    reasonText: said(asked.draft.reasonText),
  }
}

const known = (code: string | null): string[] => (code === null ? [] : [code])

export function contextOf(person: PersonView, { asked, now }: When): NeedContext {
  return {
    partner: asked.partner,
    isChild: isChildSafely(birthOf(person), isoDayOf(now), CONSENT_SETTINGS.adult_from),
    wishes: wishesOf(person),
    askedByPerson: asked.draft.askedByPerson,
    stopped: stoppedFacts({
      doNotContact: asked.doNotContact,
      safeContact: person.safeContact,
      detail: person.identity.contactDetail,
      agreed: asked.draft.contactAgreed === true,
    }),
  }
}

/** Whoever must not know where the person is: no partner that works with the authorities learns it. */
const stateServices = ['DNPEF', 'DNDS', 'CSCOM', 'CSREF']

/** The person wants the authorities told nothing, and this partner is one of their services. PURE. */
export const isToldNothing = ({ withholds }: Pick<Identity, 'withholds'>, partner: string): boolean =>
  stateServices.includes(partner) && withholds.some(({ from }) => from === 'AUTHORITIES')

function wishesOf(person: PersonView): WithholdWish[] {
  const authorities = person.identity.withholds.find((wish) => wish.from === 'AUTHORITIES')
  if (!authorities) return []
  return stateServices.flatMap((partner) =>
    (['meeting_place', 'safe_contact', 'phone'] as const).map((fact) => ({
      fact,
      partner,
      reason: authorities.reason,
    })),
  )
}
