import { UrgencyTag } from '@/app/_frame/urgency-tag'
import { Code } from '@/app/_ui/code'
import { Hand } from '@/app/_ui/hand'
import { Slip } from '@/app/_ui/slip'
import { partnerName } from '@/lib/base/codes/codes'
import { factsOfStage } from '@/lib/casework/consents/facts'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import { willRecord } from '@/lib/casework/referrals/sharing/clear-to-send'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import { stagePayload } from '@/lib/casework/referrals/sharing/payload'
import type { Preview } from '@/lib/casework/referrals/sharing/preview-queries'
import type { Page } from '@/lib/platform/gate/read'

type View = { id: string; partner: string; priority: string; preview: Preview }
type Props = { page: Omit<Page<unknown>, 'view'>; view: View }

/** The slip as the partner will read it, from the ticks as they are kept. */
export function SlipPreview({ page, view }: Props) {
  const { t, locale } = page
  const { source, leaving, covered } = view.preview
  const partner = partnerName(view.partner, locale)
  const sealed = factsOfStage(2).filter((fact) => leaving.includes(fact))
  return (
    <Slip
      label={t('referrals.slip.preview', { partner })}
      head={
        <>
          <p className="meta">{t('referrals.slip.preview', { partner })}</p>
          <h2>
            <Code>{referralCode(view.id)}</Code>
          </h2>
          <p className="row">
            <UrgencyTag urgency={view.priority} t={t} />
            <Hand side="them">{t('referrals.slip.after', { partner })}</Hand>
          </p>
        </>
      }
      facts={factWords(stagePayload(1, source, leaving), { t, locale })}
      sealed={{
        title: t('referrals.slip.sealed', { count: sealed.length }),
        text: sealed.map((fact) => t(`referrals.fact.${fact}`)).join(', '),
      }}
    >
      {t(covered.ok && !willRecord(view.preview) ? 'referrals.slip.covered' : 'referrals.slip.to-record')}
    </Slip>
  )
}
