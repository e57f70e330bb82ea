import { label } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import { wordingOf } from '@/lib/base/i18n/translate'
import { isoDayOf } from '@/lib/base/time/days'
import { contactStop, wayBeside } from '@/lib/casework/cases/contact'
import { isChild } from '@/lib/casework/consents/asked'
import { birthOf } from '@/lib/casework/people/birth'
import { functioningWords } from '@/lib/desks/case-file/functioning-words'
import type { CaseHead } from '@/lib/desks/case-file/head'
import { ageWords, bornWords } from '@/lib/desks/case-file/words'
import type { Framed } from '../case-frame'

type Fact = { term: string; value: string }
type Group = { name: 'identity' | 'household' | 'situation' | 'safety'; facts: Fact[] }

/** The person's facts in words, page by page of registration. The name has a page of its own. */
export function personFacts(head: CaseHead, { t, locale, actor }: Framed): Group[] {
  const { person, people, reach } = head
  const { identity } = person
  const stop = contactStop({ ...reach.record, safeContact: person.safeContact })
  const none = t('people.not-said')
  const fact = (name: string, value: string | null | undefined): Fact => ({
    term: wordingOf(t, `people.${name}.label`, name),
    value: value || none,
  })
  const coded = (name: string, list: ListName, code: string | null) =>
    fact(name, code && label(list, code, locale))
  const listed = (name: string, list: ListName, codes: readonly string[]) =>
    fact(name, codes.map((code) => label(list, code, locale)).join(', '))
  return [
    {
      name: 'identity',
      facts: [
        fact('age', ageWords(person, { t, locale, now: actor.now })),
        fact('birthDate', bornWords(birthOf(person), { t, locale })),
        person.birthYear === null
          ? coded('ageBasis', 'unsaid', identity.ageUnsaid)
          : coded('ageBasis', 'age_basis', person.ageBasis),
        listed('nationalities', 'nationality', person.nationalities),
        listed('languages', 'spoken', person.languages),
        fact('motherName', identity.motherName),
        coded('documentStatus', 'document_status', person.documentStatus),
      ],
    },
    {
      name: 'household',
      facts: [
        coded('householdRole', 'household_role', person.householdRole),
        person.householdSize === null
          ? coded('householdSize', 'unsaid', identity.sizeUnsaid)
          : fact('householdSize', String(person.householdSize)),
        ...(isChild(birthOf(person), isoDayOf(actor.now))
          ? [
              coded('careArrangement', 'care_arrangement', person.careArrangement),
              fact('caregiver', identity.caregiver),
              coded('separationCause', 'separation_cause', person.separationCause),
              coded('tracingStatus', 'tracing_status', person.tracingStatus),
              fact('siblings', identity.siblings),
            ]
          : []),
        { term: t('people.members.title'), value: t('people.members.count', { count: people.length - 1 }) },
      ],
    },
    {
      name: 'situation',
      facts: [
        coded('displacementStatus', 'displacement_status', person.displacementStatus),
        coded('originCercle', 'origin', person.originCercle),
        fact('village', identity.village),
        person.concerns.length === 0
          ? coded('concerns', 'unsaid', identity.concernsUnsaid)
          : listed('concerns', 'protection_concern', person.concerns),
        listed('specificNeeds', 'specific_need', person.specificNeeds),
        {
          term: t('people.functioning.title'),
          value: functioningWords(person.functioning, { t, locale }) || none,
        },
      ],
    },
    {
      name: 'safety',
      facts: [
        fact('risk', reach.record.risk && wordingOf(t, `cases.risk.${reach.record.risk}`, reach.record.risk)),
        coded('safeContact', 'safe_contact', wayBeside({ ...reach.record, safeContact: person.safeContact })),
        fact('contactDetail', identity.contactDetail),
        fact('phone', stop && identity.phone ? t('cases.call.stop') : identity.phone),
        fact('meetingPlace', identity.meetingPlace),
        fact('warning', identity.warning),
        fact(
          'withholdFrom',
          identity.withholds.map(({ from }) => wordingOf(t, `people.withholdFrom.${from}`, from)).join(', '),
        ),
      ],
    },
  ]
}
