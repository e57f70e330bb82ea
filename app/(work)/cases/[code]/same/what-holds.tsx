import { label } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { stricterWay, strictest } from '@/lib/casework/likeness/strictest'
import type { PersonView } from '@/lib/casework/people/queries'
import type { Beside } from '@/lib/desks/search/view-same'
import type { Framed } from '../case-frame'

type Props = {
  own: { openedAt: Date; doNotContact: boolean; person: PersonView }
  beside: Beside
  page: Framed
}

/** What the file that would point says of safety and the known one does not: it will hold there too. */
export function WhatHolds({ own, beside, page: { t, locale } }: Props) {
  const { file, person: known } = beside
  const way = stricterWay(wayOf(known, file), wayOf(own.person, own))
  const both = strictest(known.identity, own.person.identity)
  const more = both.withholds.slice(known.identity.withholds.length)
  const words = [
    ...(own.doNotContact && !file.doNotContact ? [t('cases.bar.no-contact')] : []),
    ...(way && way !== known.safeContact ? [label('safe_contact', way, locale)] : []),
    ...more.map(({ from }) => wordingOf(t, `people.withhold.${from}`, from)),
    ...(both.warning === known.identity.warning ? [] : [own.person.identity.warning]),
  ]
  if (words.length === 0) return null
  return (
    <div>
      <p>{t('same.holds.lead', { code: file.code })}</p>
      <ul>
        {words.map((one) => (
          <li key={one}>
            <bdi>{one}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}

const wayOf = ({ safeContact, changedAt }: PersonView, { openedAt }: { openedAt: Date }) => ({
  safeContact,
  saidAt: changedAt ?? openedAt,
})
