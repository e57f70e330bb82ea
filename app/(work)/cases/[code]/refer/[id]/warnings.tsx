import { Note } from '@/app/_ui/note'
import { partnerName } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { isReachable, wordDoubts } from '@/lib/casework/referrals/sharing/doubts'
import { isToldNothing } from '@/lib/casework/referrals/sharing/fact-source'
import type { Preview } from '@/lib/casework/referrals/sharing/preview-queries'
import { ticksThatReach } from '@/lib/casework/referrals/sharing/reach-facts'
import type { Page } from '@/lib/platform/gate/read'
import { NeverTell } from '../../never-tell'

type Words = Pick<Page<unknown>, 't' | 'locale'>
type Props = {
  page: Omit<Page<unknown>, 'view'>
  view: { partner: string; preview: Preview }
  base: string
}

/** What speaks against sending it so: why it was given back, names or places in the words, whom never to tell, no way to reach the person. */
export function Warnings({ page: { t, locale }, view: { partner: partnerCode, preview }, base }: Props) {
  const { person, returned } = preview
  return (
    <>
      {returned && (
        <Note tone="late" icon="warn">
          <b>
            {t('referrals.wizard.returned', {
              reason: wordingOf(t, `referrals.reason.return.${returned.reason}`, ''),
            })}
          </b>
          {returned.words && <p className="prose">{returned.words}</p>}
        </Note>
      )}
      {wordDoubts(preview).map((warning) => (
        <Note key={warning} tone="soon" icon="warn">
          {t(`referrals.warning.${warning}`)} <a href={`${base}/service#f-reasonText`}>{t('forms.change')}</a>
        </Note>
      ))}
      <NeverTell identity={person.identity} page={{ t, locale }} />
      {isToldNothing(person.identity, partnerCode) && (
        <Note tone="late" icon="warn">
          {t('referrals.wizard.state-service', { partner: partnerName(partnerCode, locale) })}
        </Note>
      )}
      <NoWay page={{ t, locale }} view={{ partner: partnerCode, preview }} base={base} />
    </>
  )
}

/** The agency could not reach the person: what would be a way, each where it is ticked or written. It may be sent all the same. */
function NoWay({
  page: { t, locale },
  view: { partner, preview },
  base,
}: Omit<Props, 'page'> & { page: Words }) {
  if (isReachable(preview)) return null
  const { leaving, source, context, draft } = preview
  const ways = ticksThatReach({ leaving, source, agreed: draft.contactAgreed === true }, context)
  return (
    <Note tone="late" icon="warn">
      <b>{t('referrals.wizard.no-contact', { partner: partnerName(partner, locale) })}</b>
      <p>{t('referrals.wizard.no-contact.more')}</p>
      <ul>
        {ways.map((fact) => (
          <li key={fact}>
            <a href={`${base}/share#f-facts-${fact}`}>
              {t('referrals.wizard.no-contact.tick', { fact: t(`referrals.fact.${fact}`) })}
            </a>
          </li>
        ))}
        {!source.meetingPlace && (
          <li>
            <a href={`${base}/service#f-meetingPlace`}>{t('referrals.wizard.no-contact.place')}</a>
          </li>
        )}
        <li>{t('referrals.wizard.no-contact.accompany')}</li>
      </ul>
    </Note>
  )
}
