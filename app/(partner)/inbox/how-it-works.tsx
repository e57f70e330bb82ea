import { AsidePart } from '@/app/_ui/layout'
import { Ahead } from '@/app/_ui/timeline'
import type { Translate } from '@/lib/base/i18n/translate'

/** The three deeds of a partner, always beside the list. */
export function HowItWorks({ t }: { t: Translate }) {
  const steps = (['open', 'answer', 'report'] as const).map((step) => ({
    side: 'them' as const,
    title: t(`inbox.how.${step}`),
    detail: t(`inbox.how.${step}.more`),
  }))
  return (
    <AsidePart title={t('inbox.how.title')}>
      <Ahead steps={steps} />
      <p className="meta">{t('inbox.how.code')}</p>
    </AsidePart>
  )
}
